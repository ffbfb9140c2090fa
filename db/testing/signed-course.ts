/** Courses of worked cases, signed visit by visit, and what stands in the record afterwards. */
import { and, asc, eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { courseVisits } from "@/db/course";
import { assessmentRecheck, phaseTransition } from "@/db/schema/assessment";
import { caseloadRow } from "@/db/schema/caseload";
import type { Actor } from "@/db/scope";
import { createPatientOf, draftVisit, signDraft, workedCases } from "./worked-case";

let number = 0;

/** Signs the first `visits` visits of a worked case; `by` signs one of them (counted from 0) in the clinician's place. */
export async function signedCourse(clinician: Actor, caseId: string, visits: number, by: Record<number, Actor> = {}) {
  const worked = workedCases().find(({ case_id }) => case_id === caseId)!;
  number += 1;
  const { patientId, episodeId } = await createPatientOf(clinician, worked, number);
  const ids: string[] = [];
  for (const [index, record] of worked.visits.slice(0, visits).entries()) {
    const actor = by[index] ?? clinician;
    const massKg = index === 0 ? worked.patient.mass_kg : undefined;
    const { visitId } = await draftVisit(actor, patientId, record, massKg);
    const signed = await signDraft(actor, visitId);
    if (!signed.ok) throw new Error(JSON.stringify(signed));
    ids.push(visitId);
  }
  return { patientId, episodeId, ids };
}

export const courseOf = (actor: Actor, episodeId: string) =>
  transaction(actor, (tx) => courseVisits(tx, actor, episodeId));

export const rechecksOf = (actor: Actor, visitId: string) =>
  transaction(actor, (tx) =>
    tx
      .select()
      .from(assessmentRecheck)
      .where(and(eq(assessmentRecheck.clinicId, actor.clinicId), eq(assessmentRecheck.visitId, visitId))),
  );

export const movesOf = (actor: Actor, episodeId: string) =>
  transaction(actor, (tx) =>
    tx
      .select({ from: phaseTransition.fromPhase, to: phaseTransition.toPhase, on: phaseTransition.movedOn })
      .from(phaseTransition)
      .where(and(eq(phaseTransition.clinicId, actor.clinicId), eq(phaseTransition.episodeId, episodeId)))
      .orderBy(asc(phaseTransition.createdAt)),
  );

export async function caseloadOf(actor: Actor, patientId: string) {
  const [row] = await transaction(actor, (tx) =>
    tx
      .select({ phase: caseloadRow.phase, reasons: caseloadRow.reasons })
      .from(caseloadRow)
      .where(and(eq(caseloadRow.clinicId, actor.clinicId), eq(caseloadRow.patientId, patientId))),
  );
  return row;
}
