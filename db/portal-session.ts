/** What the player of a patient's phone does: today's items, or those of the session under way as it began. */
import "server-only";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import type { Easier } from "@/domain/plan/easier";
import { type Tx, transaction } from "./client";
import { endedPlan, type RunningPlan, runningPlan } from "./plan-history";
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
    const begunOn =
      begun !== null && isRecent(begun.on, place.today)
        ? await planOfBegun(tx, actor, begun, { running, episodeId: place.episodeId })
        : null;
    const on = begunOn?.on ?? place.today;
    const plan = begunOn?.plan ?? newestPlan(running, place.today);
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

type Begun = { versionId: string; on: CalendarDay };

const isRecent = (on: CalendarDay, today: CalendarDay): boolean => on >= addDays(today, -1) && on <= today;

/** A new plan may have taken the old one's place meanwhile; one that was ended with none after it ends its session too. */
async function planOfBegun(
  tx: Tx,
  actor: PatientActor,
  { versionId, on }: Begun,
  { running, episodeId }: { running: RunningPlan | null; episodeId: string | null },
): Promise<{ plan: PortalPlan; on: CalendarDay } | null> {
  if (running === null || episodeId === null) return null;
  const holds = (found: RunningPlan | null) => found?.versions.some(({ id }) => id === versionId) === true;
  const held = holds(running) ? running : await endedPlan(tx, actor, { episodeId, versionId, since: on });
  const version = held?.versions.find(({ id }) => id === versionId);
  return held && version ? { plan: planOf(held, version, on), on } : null;
}
