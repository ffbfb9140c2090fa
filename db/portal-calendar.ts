/** The days a patient's own calendar may show: planned sessions and the next visit. Nothing at all on hold. */
import "server-only";
import { and, eq } from "drizzle-orm";
import { addDays } from "@/domain/calendar-day";
import type { FeedDay } from "@/domain/calendar-feed";
import { isPrescribedDay } from "@/domain/plan/adherence-count";
import { transaction } from "./client";
import { planHistory, runningPlan } from "./plan-history";
import { isPaused, type PatientActor, placeOf } from "./portal-place";
import { episode } from "./schema/patient";

const DAYS_AHEAD = 28;

export function portalCalendar(actor: PatientActor, now = new Date()): Promise<FeedDay[]> {
  return transaction(actor, async (tx) => {
    const place = await placeOf(tx, actor, now);
    const { episodeId, today } = place;
    if (episodeId === null || place.isClosed || (await isPaused(tx, actor, place))) return [];
    const [running, [review]] = await Promise.all([
      runningPlan(tx, actor, episodeId),
      tx
        .select({ on: episode.nextReviewOn })
        .from(episode)
        .where(and(eq(episode.clinicId, actor.clinicId), eq(episode.id, episodeId))),
    ]);
    const history = running ? await planHistory(tx, actor, [running], { patientId: actor.patientId, episodeId }) : null;
    const ahead = Array.from({ length: DAYS_AHEAD }, (_, k) => addDays(today, k));
    const sessions = history === null ? [] : ahead.filter((on) => isPrescribedDay(history, on));
    const visitOn = review?.on ?? null;
    return [
      ...sessions.map((on): FeedDay => ({ on, kind: "session" })),
      ...(visitOn !== null && visitOn >= today ? [{ on: visitOn, kind: "visit" as const }] : []),
    ].sort((a, b) => a.on.localeCompare(b.on));
  });
}
