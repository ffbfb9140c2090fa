/** Enters a worked case the way a clinician does: a patient, an episode, and visit by visit a draft that is signed. */
import { readFileSync } from "node:fs";
import { and, eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { episode, patient } from "@/db/schema/patient";
import { visit } from "@/db/schema/visit";
import type { Actor } from "@/db/scope";
import { type SigningOutcome, signVisit } from "@/db/sign-visit";
import { startVisit } from "@/db/visit";
import { saveDraftFields } from "@/db/visit-draft";
import type { VisitAssessment } from "@/domain/assessment";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { newId } from "@/domain/new-id";
import type { EpisodeRecord, VisitRecord } from "@/domain/record";
import { writeDraft } from "@/domain/visit/write-draft";
import type { CONTACT } from "@/domain/vocabulary/contacts";

export type WorkedCase = EpisodeRecord & { case_id: string; title: string; expected: VisitAssessment[] };

export const DAY_ZERO: CalendarDay = "2026-01-05";

export function workedCases(): WorkedCase[] {
  const file = new URL("../../domain/cases.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { cases: WorkedCase[] }).cases;
}

/** Stores the patient (born so that the age holds throughout) and the open episode. */
export async function createPatientOf(actor: Actor, worked: WorkedCase, number = 1) {
  const patientId = newId();
  const episodeId = newId();
  const bornOn = `${Number(DAY_ZERO.slice(0, 4)) - worked.patient.age}-01-01`;
  await transaction(actor, async (tx) => {
    await tx.insert(patient).values({
      clinicId: actor.clinicId,
      id: patientId,
      number,
      givenName: "Case",
      familyName: worked.case_id,
      familyKey: `${worked.case_id.toLowerCase()} case`,
      givenKey: `case ${worked.case_id.toLowerCase()}`,
      birthDate: bornOn,
      sex: worked.patient.sex,
      dominantSide: worked.patient.dominant_side ?? null,
      heightCm: worked.patient.height_cm ?? null,
    });
    await tx.insert(episode).values({
      clinicId: actor.clinicId,
      id: episodeId,
      patientId,
      dayZero: DAY_ZERO,
      startedOn: DAY_ZERO,
      onsetOn: worked.onset_day === undefined ? null : addDays(DAY_ZERO, worked.onset_day),
      initialState: worked.initial_state ?? null,
      responsibleId: actor.membershipId,
    });
  });
  return { patientId, episodeId };
}

/** Fields that a visit of the kind needs for signing and that no rule reads. */
const SIGNABLE = {
  treatment: [
    { path: "treatment.none", value: {} },
    { path: "next_review", value: { on: "open" } },
  ],
  decision: [{ path: "next_review", value: { on: "open" } }],
  contact: [
    { path: "contact.channel", value: "phone_call" },
    { path: "contact.summary", value: "Rang to ask how it goes." },
  ],
};

export async function draftVisit(
  actor: Actor,
  patientId: string,
  record: VisitRecord,
  massKg?: number,
  kind: keyof typeof SIGNABLE = record.kind ?? "treatment",
) {
  const visitOn = addDays(DAY_ZERO, record.day);
  const started = await startVisit(actor, { patientId, kind, visitOn });
  if (!started.ok) throw new Error(started.reason);
  const fields = [
    ...writeDraft(record, DAY_ZERO, { who: "Dr A. Osei", what: "Examined, may exercise again" }),
    ...(massKg !== undefined && record.mass_kg === undefined
      ? [{ path: "body.mass_kg", value: { value: massKg } }]
      : []),
    ...SIGNABLE[kind],
  ];
  const saved = await transaction(actor, (tx) =>
    saveDraftFields(
      tx,
      actor,
      started.visitId,
      fields.map((field) => ({ ...field, base: 0 })),
    ),
  );
  return { visitId: started.visitId, saved };
}

/** A visit that did not take place; it stays unsigned. */
export async function missed(
  actor: Actor,
  patientId: string,
  kind: (typeof CONTACT.no_show)[number],
  visitOn: CalendarDay = "2026-02-02",
): Promise<void> {
  const started = await startVisit(actor, { patientId, kind: "did_not_attend", visitOn });
  if (!started.ok) throw new Error(started.reason);
  // The draft begins as one that was missed.
  const field = { path: "no_show", value: { kind }, base: 1 };
  const saved = await transaction(actor, (tx) => saveDraftFields(tx, actor, started.visitId, [field]));
  if (!saved.ok || saved.rejected.length + saved.conflicts.length > 0) throw new Error(JSON.stringify(saved));
}

export async function signDraft(actor: Actor, visitId: string): Promise<SigningOutcome> {
  const [row] = await transaction(actor, (tx) =>
    tx
      .select({ version: visit.version })
      .from(visit)
      .where(and(eq(visit.clinicId, actor.clinicId), eq(visit.id, visitId))),
  );
  return signVisit(actor, visitId, row?.version ?? 0);
}
