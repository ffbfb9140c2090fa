/** What a patient told of the sessions at home, as the clinician reads it: pain, notes, stops, and how each exercise went. */
import "server-only";
import { and, asc, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { CalendarDay } from "@/domain/calendar-day";
import type { Outcome, StopReason } from "@/domain/home-session/check-in";
import type { Done } from "@/domain/home-session/done";
import { refreshCaseload } from "./caseload-refresh";
import { type Tx, transaction } from "./client";
import { homeSession, homeSessionItem } from "./schema/home-session";
import { patient } from "./schema/patient";
import { planItem } from "./schema/plan";
import type { Actor } from "./scope";

export type LoggedSession = {
  id: string;
  on: CalendarDay;
  /** Typed from a diary, or as remembered: said wherever it is shown. */
  source: "phone" | "diary" | "recall";
  outcome: Outcome;
  stopReason: StopReason | null;
  painDuring: number | null;
  painWorst24h: number | null;
  /** 1–4, see domain/home-session/check-in. */
  effort: number | null;
  settled: "yes" | "no" | null;
  note: string | null;
  isNoteRead: boolean;
  /** In the plan's order; `swappedFrom`: what the plan asked for where an easier one was done. */
  items: { exercise: string; swappedFrom: string | null; outcome: Outcome; done: Done | null }[];
};

const SHOWN = 20;

/** The newest sessions of an episode, newest first. */
export async function sessionLog(
  tx: Tx,
  actor: Actor,
  place: { patientId: string; episodeId: string },
): Promise<LoggedSession[]> {
  const rows = await tx
    .select({
      id: homeSession.id,
      on: homeSession.performedOn,
      source: homeSession.source,
      outcome: homeSession.outcome,
      stopReason: homeSession.stopReason,
      painDuring: homeSession.painDuring,
      painWorst24h: homeSession.painWorst24h,
      effort: homeSession.effort,
      settled: homeSession.settledNextMorning,
      note: homeSession.note,
      noteReadAt: homeSession.noteReadAt,
    })
    .from(homeSession)
    .where(
      and(
        eq(homeSession.clinicId, actor.clinicId),
        eq(homeSession.patientId, place.patientId),
        eq(homeSession.episodeId, place.episodeId),
        isNull(homeSession.voidedAt),
      ),
    )
    .orderBy(desc(homeSession.performedOn), desc(homeSession.receivedAt))
    .limit(SHOWN);
  const ids = rows.map(({ id }) => id);
  const items =
    ids.length === 0
      ? []
      : await tx
          .select({
            sessionId: homeSessionItem.sessionId,
            exercise: homeSessionItem.exercise,
            swappedFrom: homeSessionItem.swappedFrom,
            outcome: homeSessionItem.outcome,
            done: homeSessionItem.done,
          })
          .from(homeSessionItem)
          .innerJoin(
            homeSession,
            and(eq(homeSession.clinicId, homeSessionItem.clinicId), eq(homeSession.id, homeSessionItem.sessionId)),
          )
          .leftJoin(
            planItem,
            and(
              eq(planItem.clinicId, homeSession.clinicId),
              eq(planItem.planVersionId, homeSession.planVersionId),
              eq(planItem.itemKey, homeSessionItem.itemKey),
            ),
          )
          .where(and(eq(homeSessionItem.clinicId, actor.clinicId), inArray(homeSessionItem.sessionId, ids)))
          .orderBy(asc(planItem.position));
  return rows.map(({ noteReadAt, ...row }) => ({
    ...row,
    isNoteRead: noteReadAt !== null,
    items: items.filter(({ sessionId }) => sessionId === row.id).map(({ sessionId: _session, ...item }) => item),
  }));
}

/** All notes of a patient are read; false: no such patient here. */
export function readNotes(actor: Actor, patientId: string, now = new Date()): Promise<boolean> {
  return transaction(actor, async (tx) => {
    const [row] = await tx
      .select({ id: patient.id })
      .from(patient)
      .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, patientId)));
    if (!row) return false;
    await tx
      .update(homeSession)
      .set({ noteReadAt: now, noteReadById: actor.membershipId })
      .where(
        and(
          eq(homeSession.clinicId, actor.clinicId),
          eq(homeSession.patientId, patientId),
          isNotNull(homeSession.note),
          isNull(homeSession.noteReadAt),
        ),
      );
    await refreshCaseload(tx, actor, patientId, now);
    return true;
  });
}
