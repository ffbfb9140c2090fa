/** What the player of a patient's phone does: today's items, or those of the session under way as it began. */
import "server-only";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import type { Easier } from "@/domain/plan/easier";
import { transaction } from "./client";
import { runningPlan } from "./plan-history";
import { isPaused, onDay, type PatientActor, type Portal, placeOf } from "./portal-place";
import { newestPlan, type PortalPlan, planOf } from "./portal-plan";
import { currentRuleSetIn } from "./rule-set";
import { easierItems, type LastTime, lastTimes } from "./session-item-facts";

export type PortalSession = {
  plan: PortalPlan | null;
  /** By item of the session. */
  easier: ReadonlyMap<string, Easier>;
  lastTimes: ReadonlyMap<string, LastTime>;
  /** The day whose items these are: today, or that of the session under way. */
  on: CalendarDay;
  limits: { progress: number; stop: number };
};

/** What the player does today; `begun` names the version and day of a session under way, which finishes as it began. */
export function portalSession(
  actor: PatientActor,
  begun: { versionId: string; on: CalendarDay } | null,
  now = new Date(),
  ahead: CalendarDay | null = null,
): Promise<Portal<PortalSession>> {
  return transaction(actor, async (tx) => {
    const place = onDay(await placeOf(tx, actor, now), begun === null ? ahead : null);
    if (await isPaused(tx, actor, place)) return { kind: "hold" };
    const { values } = await currentRuleSetIn(tx, actor);
    const running = place.episodeId === null || place.isClosed ? null : await runningPlan(tx, actor, place.episodeId);
    const version = running?.versions.find(({ id }) => id === begun?.versionId);
    const isRecent = begun !== null && begun.on >= addDays(place.today, -1) && begun.on <= place.today;
    const on = version && isRecent ? begun.on : place.today;
    const plan = running && version && isRecent ? planOf(running, version, on) : newestPlan(running, place.today);
    const items = plan?.session ?? [];
    const keys = items.map(({ id }) => id);
    return {
      kind: "open",
      on,
      plan,
      easier: plan === null ? new Map() : await easierItems(tx, actor, items, plan.own, on),
      lastTimes: await lastTimes(tx, actor, keys),
      limits: { progress: values.nprs_exercise_progress, stop: values.nprs_exercise_stop },
    };
  });
}
