/** The answers of one session as they stand with the clinic, to be changed within a day of its arrival. */
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import type { Outcome, StopReason } from "@/domain/home-session/check-in";
import { isCorrectable } from "@/domain/home-session/correctable";
import type { Done } from "@/domain/home-session/done";
import { todaysItems } from "@/domain/home-session/todays-items";
import type { PlanExerciseId } from "@/domain/plan/catalogue";
import { type Tx, transaction } from "./client";
import { namedClinicItems, type OwnItems } from "./clinic-item";
import { endedPlan, runningPlan } from "./plan-history";
import { isPaused, type PatientActor, type Place, type Portal, placeOf } from "./portal-place";
import { forPhone, type PortalItem } from "./portal-plan";
import { currentRuleSetIn } from "./rule-set";
import { homeSession, homeSessionItem } from "./schema/home-session";

export type AnsweredItem = {
  item: PortalItem;
  outcome: Outcome;
  done: Done | null;
  /** The easier exercise done in its place. */
  swappedTo: PlanExerciseId | null;
  /** A walk, rest or ice: asked about without numbers. */
  isBeside: boolean;
};
export type PortalAnswers = {
  sessionId: string;
  on: CalendarDay;
  stopReason: StopReason | null;
  painDuring: number | null;
  painWorst24h: number | null;
  effort: number | null;
  note: string | null;
  items: AnsweredItem[];
  own: OwnItems;
  limits: { progress: number; stop: number };
};

/** null: not there, not this patient's, or too long ago; the three are the same answer. */
export function portalAnswers(
  actor: PatientActor,
  sessionId: string,
  now = new Date(),
): Promise<Portal<{ answers: PortalAnswers | null }>> {
  return transaction(actor, async (tx) => {
    const place = await placeOf(tx, actor, now);
    if (await isPaused(tx, actor, place)) return { kind: "hold" };
    return { kind: "open", answers: await answersOf(tx, actor, sessionId, { place, now }) };
  });
}

async function answersOf(
  tx: Tx,
  actor: PatientActor,
  sessionId: string,
  { place, now }: { place: Place; now: Date },
): Promise<PortalAnswers | null> {
  const [session] = await tx
    .select({
      on: homeSession.performedOn,
      receivedAt: homeSession.receivedAt,
      versionId: homeSession.planVersionId,
      stopReason: homeSession.stopReason,
      painDuring: homeSession.painDuring,
      painWorst24h: homeSession.painWorst24h,
      effort: homeSession.effort,
      note: homeSession.note,
    })
    .from(homeSession)
    .where(
      and(
        eq(homeSession.clinicId, actor.clinicId),
        eq(homeSession.patientId, actor.patientId),
        eq(homeSession.id, sessionId),
        eq(homeSession.source, "phone"),
        isNull(homeSession.voidedAt),
      ),
    );
  const { episodeId } = place;
  if (!session || session.versionId === null || episodeId === null || !isCorrectable(session, now)) return null;
  const { on, versionId, stopReason, painDuring, painWorst24h, effort, note } = session;
  const holds = (plan: Awaited<ReturnType<typeof runningPlan>>) =>
    plan?.versions.some(({ id }) => id === versionId) ? plan : null;
  const plan =
    holds(await runningPlan(tx, actor, episodeId)) ??
    (await endedPlan(tx, actor, { episodeId, versionId, since: addDays(on, -1) }));
  const version = plan?.versions.find(({ id }) => id === versionId);
  if (!plan || !version) return null;
  const rows = await tx
    .select({
      key: homeSessionItem.itemKey,
      exercise: homeSessionItem.exercise,
      swappedFrom: homeSessionItem.swappedFrom,
      outcome: homeSessionItem.outcome,
      done: homeSessionItem.done,
    })
    .from(homeSessionItem)
    .where(and(eq(homeSessionItem.clinicId, actor.clinicId), eq(homeSessionItem.sessionId, sessionId)));
  const told = new Map(rows.map((row) => [row.key, row]));
  const beside = new Set(todaysItems(version.items, on, plan.own).beside.map(({ id }) => id));
  const items = version.items.flatMap((item): AnsweredItem[] => {
    const row = told.get(item.id);
    if (row === undefined) return [];
    const swappedTo = row.swappedFrom === null ? null : (row.exercise as PlanExerciseId);
    const { outcome, done } = row;
    return [{ item: forPhone(item, version.said), outcome, done, swappedTo, isBeside: beside.has(item.id) }];
  });
  const stoodIn = await namedClinicItems(
    tx,
    actor,
    items.flatMap(({ swappedTo }) => swappedTo ?? []),
  );
  const { values } = await currentRuleSetIn(tx, actor);
  return {
    ...{ sessionId, on, stopReason, painDuring, painWorst24h, effort, note, items },
    own: new Map([...plan.own, ...stoodIn]),
    limits: { progress: values.nprs_exercise_progress, stop: values.nprs_exercise_stop },
  };
}
