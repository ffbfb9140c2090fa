/** What is measured: pages as a clinician opens them, autosave as the visit form sends it, and signing. */
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { transaction } from "@/db/client";
import { assessment } from "@/db/schema/assessment";
import { caseloadRow } from "@/db/schema/caseload";
import { visit } from "@/db/schema/visit";
import type { Actor } from "@/db/scope";
import { type SigningOutcome, signVisit, signVisitIn } from "@/db/sign-visit";
import { startVisit } from "@/db/visit";
import { saveDraftFields } from "@/db/visit-draft";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { newId } from "@/domain/new-id";
import type { VisitRecord } from "@/domain/record";
import type { Shot } from "./load";
import { draftOf, LONG_VISITS } from "./template";

/** A draft of a follow-up visit that could be signed as it stands; `noteVersion` rises as its note is saved. */
export type Draft = { patientId: string; visitId: string; version: number; noteVersion: number };

/** Patients with the long course, among those whose number is above `after`. */
export async function longPatients(actor: Actor, count: number, after: number): Promise<string[]> {
  const rows = await transaction(actor, (tx) =>
    tx
      .select({ patientId: caseloadRow.patientId })
      .from(caseloadRow)
      .where(
        and(
          eq(caseloadRow.clinicId, actor.clinicId),
          sql`${caseloadRow.number} > ${after} and ${caseloadRow.number} % 10 = 0`,
        ),
      )
      .orderBy(asc(caseloadRow.number))
      .limit(count),
  );
  if (rows.length < count) throw new Error(`only ${rows.length} of ${count} patients with a long course`);
  return rows.map(({ patientId }) => patientId);
}

/** Starts and fills today's visit of each patient with what the last one held. */
export async function draftVisits(
  actor: Actor,
  patientIds: readonly string[],
  record: VisitRecord,
  today: CalendarDay,
): Promise<Draft[]> {
  const dayZero = addDays(today, -record.day);
  const drafts: Draft[] = [];
  for (const patientId of patientIds) {
    const started = await startVisit(actor, { patientId, kind: "treatment", visitOn: today });
    if (!started.ok) throw new Error(started.reason);
    const saved = await transaction(actor, (tx) =>
      saveDraftFields(tx, actor, started.visitId, draftOf({ ...record, visit: LONG_VISITS + 1 }, dayZero)),
    );
    if (!saved.ok || saved.rejected.length > 0) throw new Error(`a draft was refused: ${JSON.stringify(saved)}`);
    drafts.push({ patientId, visitId: started.visitId, version: saved.version, noteVersion: 0 });
  }
  return drafts;
}

/** As the visit form saves a note while it is typed. */
export function autosave(actor: Actor, draft: Draft, text: string): Omit<Shot, "headers"> {
  const envelope = {
    v: 1,
    id: newId(),
    kind: "visit.draft",
    expected: { userId: actor.userId, membershipId: actor.membershipId },
    sentAt: new Date().toISOString(),
    body: { visitId: draft.visitId, changes: [{ path: "note", value: text, base: draft.noteVersion }] },
  };
  return { method: "POST", path: "/api/outbox", body: JSON.stringify(envelope) };
}

const asSigned = (outcome: SigningOutcome): void => {
  if (!outcome.ok) throw new Error(`a visit was not signed: ${JSON.stringify(outcome)}`);
};

export const signDraft = async (actor: Actor, { visitId, version }: Draft): Promise<void> =>
  asSigned(await signVisit(actor, visitId, version));

class TakenBack extends Error {}

/** Signs, and undoes it: for reading what signing sends. */
export async function signAndTakeBack(actor: Actor, { visitId, version }: Draft): Promise<void> {
  try {
    await transaction(actor, async (tx) => {
      asSigned(await signVisitIn(tx, actor, visitId, version));
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
}

/** How many visits of these patients were judged: proof that a copy is whole. */
export async function judgedVisits(actor: Actor, patientIds: readonly string[]): Promise<number> {
  const [row] = await transaction(actor, (tx) =>
    tx
      .select({ count: sql<number>`count(*)::int` })
      .from(assessment)
      .innerJoin(visit, and(eq(visit.clinicId, assessment.clinicId), eq(visit.id, assessment.visitId)))
      .where(and(eq(assessment.clinicId, actor.clinicId), inArray(assessment.patientId, [...patientIds]))),
  );
  return row?.count ?? 0;
}
