/** Rewrites a patient's caseload row in the transaction that changed what it sums up. */
import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { addDays } from "@/domain/calendar-day";
import { fullName } from "@/domain/patient-name";
import type { Tx } from "./client";
import { assessment } from "./schema/assessment";
import { caseloadRow } from "./schema/caseload";
import { episode, patient } from "./schema/patient";
import { holdOverlay, visit, visitEvent } from "./schema/visit";
import type { Actor } from "./scope";

const PAIN_SHOWN = 8;

/** One row per patient, whatever the history's size. */
export async function refreshCaseload(tx: Tx, actor: Actor, patientId: string): Promise<void> {
  const [person] = await tx
    .select({
      number: patient.number,
      givenName: patient.givenName,
      familyName: patient.familyName,
      familyKey: patient.familyKey,
      givenKey: patient.givenKey,
      birthDate: patient.birthDate,
      phone: patient.phone,
      episodeId: episode.id,
      dayZero: episode.dayZero,
      responsibleId: episode.responsibleId,
      nextReviewOn: episode.nextReviewOn,
      initialState: episode.initialState,
    })
    .from(patient)
    .leftJoin(
      episode,
      and(eq(episode.clinicId, patient.clinicId), eq(episode.patientId, patient.id), isNull(episode.closedOn)),
    )
    .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, patientId)));
  if (!person) throw new Error("A caseload row for a patient who isn't there");
  const { givenName, familyName, dayZero, initialState, ...shown } = person;
  const [course, [draft], [overlay]] = await Promise.all([
    recentCourse(tx, actor, patientId, person.episodeId),
    tx
      .select({ id: visit.id })
      .from(visit)
      .where(and(eq(visit.clinicId, actor.clinicId), eq(visit.patientId, patientId), eq(visit.state, "draft")))
      .orderBy(desc(visit.visitOn), desc(visit.seq))
      .limit(1),
    tx
      .select({ setAt: holdOverlay.setAt })
      .from(holdOverlay)
      .where(
        and(
          eq(holdOverlay.clinicId, actor.clinicId),
          eq(holdOverlay.patientId, patientId),
          isNull(holdOverlay.unsetAt),
          isNull(holdOverlay.signedAt),
        ),
      )
      .limit(1),
  ]);
  const last = course[0];
  const phase = overlay ? "hold" : (last?.result.phase_after ?? initialState?.phase ?? "none");
  const pain = course.slice(0, PAIN_SHOWN).map(({ on, input }) => ({
    on,
    worst: input.measures.reduce<number | null>(
      (worst, { id, value }) =>
        id === "nprs_worst" || id === "nprs_thigh_worst" ? Math.max(worst ?? 0, value) : worst,
      null,
    ),
  }));
  const moved = course.find(({ result }) => result.phase_before !== result.phase_after);
  const row = {
    ...shown,
    name: fullName({ givenName, familyName }),
    phase,
    phaseSince: moved?.on ?? transferredSince(dayZero, initialState),
    pain,
    lastPain: pain[0]?.worst ?? null,
    lastVisitOn: last?.on ?? null,
    draftVisitId: draft?.id ?? null,
    fortnight: null,
    reasons: [],
    needRank: 99,
    needSince: null,
    facts: {},
    nextChangeAt: null,
    updatedAt: new Date(),
  };
  await tx
    .insert(caseloadRow)
    .values({ clinicId: actor.clinicId, patientId, ...row })
    .onConflictDoUpdate({ target: [caseloadRow.clinicId, caseloadRow.patientId], set: row });
}

/** Newest first, up to the last change of phase and the pains shown. */
async function recentCourse(tx: Tx, actor: Actor, patientId: string, episodeId: string | null) {
  if (episodeId === null) return [];
  return tx
    .select({ on: visit.visitOn, input: assessment.input, result: assessment.result })
    .from(assessment)
    .innerJoin(visit, and(eq(visit.clinicId, assessment.clinicId), eq(visit.id, assessment.visitId)))
    .where(
      and(
        eq(assessment.clinicId, actor.clinicId),
        eq(assessment.patientId, patientId),
        eq(assessment.episodeId, episodeId),
        sql`not exists (select 1 from ${visitEvent} e where e.clinic_id = ${visit.clinicId}
          and e.visit_id = ${visit.id} and e.kind = 'void')`,
      ),
    )
    .orderBy(desc(visit.visitOn), desc(visit.seq));
}

function transferredSince(dayZero: string | null, initialState: { phase_since_day: number } | null): string | null {
  return dayZero !== null && initialState !== null ? addDays(dayZero, initialState.phase_since_day) : null;
}
