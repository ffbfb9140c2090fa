/** The plans of an episode as the rules read them: versions with their items, pauses and the sessions logged against them. */
import "server-only";
import { and, asc, desc, eq, gte, isNull } from "drizzle-orm";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import type { PausedSpan, PlanHistory, PlanVersion, SessionDay } from "@/domain/plan/adherence-count";
import type { PlanExerciseId } from "@/domain/plan/catalogue";
import type { PlanItem } from "@/domain/plan/item";
import { countsTowardsAdherence } from "@/domain/plan/schedule";
import { saidTexts } from "@/domain/plan/verdict";
import type { Phase } from "@/domain/vocabulary/phases";
import type { Tx } from "./client";
import { namedClinicItems, type OwnItems } from "./clinic-item";
import { homeSession, homeSessionItem } from "./schema/home-session";
import { plan, planItem, planPause, planVersion } from "./schema/plan";
import type { Actor } from "./scope";

/** Limits and cautions that stood when an item was assigned, by item; none names its condition. */
export type SaidTexts = ReadonlyMap<string, readonly string[]>;

export type RunningPlan = {
  planId: string;
  endedOn: CalendarDay | null;
  outsideModel: boolean;
  /** The clinic's own items that any of the versions names. */
  own: OwnItems;
  versions: (PlanVersion & {
    id: string;
    number: number;
    phase: Phase;
    visitId: string | null;
    assignedAt: Date;
    said: SaidTexts;
  })[];
  pauses: {
    itemKey: string | null;
    cause: "hold" | "phase" | "clinician";
    startedOn: string;
    startedAt: Date;
    endedOn: string | null;
    endedAt: Date | null;
  }[];
};

const PLAN = { id: plan.id, outsideModel: plan.outsideModel, endedOn: plan.endedOn };

/** The episode's running plan, or null. Items of the newest version carry what pauses them now. */
export async function runningPlan(tx: Tx, actor: Actor, episodeId: string): Promise<RunningPlan | null> {
  const [running] = await tx
    .select(PLAN)
    .from(plan)
    .where(and(eq(plan.clinicId, actor.clinicId), eq(plan.episodeId, episodeId), isNull(plan.endedOn)));
  return running ? readPlan(tx, actor, running) : null;
}

/** All plans of the episode, ended ones too, in the order they were made. */
export async function episodePlans(tx: Tx, actor: Actor, episodeId: string): Promise<RunningPlan[]> {
  const rows = await tx
    .select(PLAN)
    .from(plan)
    .where(and(eq(plan.clinicId, actor.clinicId), eq(plan.episodeId, episodeId)))
    .orderBy(asc(plan.createdAt), asc(plan.id));
  return Promise.all(rows.map((row) => readPlan(tx, actor, row)));
}

export const runningOf = (plans: readonly RunningPlan[]): RunningPlan | null =>
  plans.find(({ endedOn }) => endedOn === null) ?? null;

/** The episode's plan that held this version and ended on `since` or later; null: none, or the version runs. */
export async function endedPlan(
  tx: Tx,
  actor: Actor,
  { episodeId, versionId, since }: { episodeId: string; versionId: string; since: CalendarDay },
): Promise<RunningPlan | null> {
  const [ended] = await tx
    .select(PLAN)
    .from(plan)
    .innerJoin(planVersion, and(eq(planVersion.clinicId, plan.clinicId), eq(planVersion.planId, plan.id)))
    .where(
      and(
        eq(plan.clinicId, actor.clinicId),
        eq(plan.episodeId, episodeId),
        eq(planVersion.id, versionId),
        gte(plan.endedOn, since),
      ),
    );
  return ended ? readPlan(tx, actor, ended) : null;
}

type PlanRow = { id: string; outsideModel: boolean; endedOn: CalendarDay | null };

async function readPlan(tx: Tx, actor: Actor, running: PlanRow): Promise<RunningPlan> {
  const [rows, pauses] = await Promise.all([
    tx
      .select({
        versionId: planVersion.id,
        number: planVersion.number,
        phase: planVersion.phase,
        effectiveFrom: planVersion.assignedOn,
        visitId: planVersion.visitId,
        assignedAt: planVersion.assignedAt,
        key: planItem.itemKey,
        exercise: planItem.exercise,
        dose: planItem.dose,
        from: planItem.fromOn,
        until: planItem.untilOn,
        painLimit: planItem.painLimit,
        limitText: planItem.limitText,
        note: planItem.note,
        reduced: planItem.reduced,
        cautions: planItem.cautions,
      })
      .from(planVersion)
      .leftJoin(planItem, and(eq(planItem.clinicId, planVersion.clinicId), eq(planItem.planVersionId, planVersion.id)))
      .where(and(eq(planVersion.clinicId, actor.clinicId), eq(planVersion.planId, running.id)))
      .orderBy(asc(planVersion.number), asc(planItem.position)),
    tx
      .select({
        itemKey: planPause.itemKey,
        cause: planPause.cause,
        startedOn: planPause.startedOn,
        startedAt: planPause.startedAt,
        endedOn: planPause.endedOn,
        endedAt: planPause.endedAt,
      })
      .from(planPause)
      .where(and(eq(planPause.clinicId, actor.clinicId), eq(planPause.planId, running.id)))
      .orderBy(desc(planPause.startedAt)),
  ]);
  const open = pauses.filter((pause) => pause.endedOn === null);
  const whole = open.find((pause) => pause.itemKey === null);
  type Reading = RunningPlan["versions"][number] & { items: PlanItem[]; said: Map<string, readonly string[]> };
  const versions = new Map<string, Reading>();
  const newest = rows.at(-1)?.versionId;
  for (const row of rows) {
    const version: Reading = versions.get(row.versionId) ?? {
      id: row.versionId,
      number: row.number,
      phase: row.phase,
      effective_from: row.effectiveFrom,
      visitId: row.visitId,
      assignedAt: row.assignedAt,
      items: [],
      ...(running.endedOn !== null && { until: running.endedOn }),
      said: new Map(),
    };
    versions.set(row.versionId, version);
    if (row.key === null || row.exercise === null || row.dose === null || row.from === null) continue;
    version.said.set(row.key, saidTexts(row.cautions ?? []));
    const pause = row.versionId === newest ? (whole ?? open.find((entry) => entry.itemKey === row.key)) : undefined;
    version.items.push({
      id: row.key,
      exercise: row.exercise as PlanExerciseId,
      dose: row.dose,
      from: row.from,
      until: row.until,
      pain_limit: row.painLimit ?? 0,
      limit_text: row.limitText,
      note: row.note,
      reduced: row.reduced ?? null,
      paused: pause?.cause ?? null,
    });
  }
  const named = rows.flatMap(({ exercise }) => (exercise === null ? [] : [exercise as PlanExerciseId]));
  const own = await namedClinicItems(tx, actor, named);
  return {
    planId: running.id,
    outsideModel: running.outsideModel,
    endedOn: running.endedOn,
    own,
    versions: [...versions.values()],
    pauses,
  };
}

/** For counting adherence: what was prescribed on each day by the plan in force then, without what was paused on it. */
export async function planHistory(
  tx: Tx,
  actor: Actor,
  plans: readonly RunningPlan[],
  place: { patientId: string; episodeId: string },
): Promise<PlanHistory> {
  const rows = await tx
    .select({
      id: homeSession.id,
      on: homeSession.performedOn,
      outcome: homeSession.outcome,
      source: homeSession.source,
      exercise: homeSessionItem.exercise,
      itemOutcome: homeSessionItem.outcome,
    })
    .from(homeSession)
    .leftJoin(
      homeSessionItem,
      and(eq(homeSessionItem.clinicId, homeSession.clinicId), eq(homeSessionItem.sessionId, homeSession.id)),
    )
    .where(
      and(
        eq(homeSession.clinicId, actor.clinicId),
        eq(homeSession.patientId, place.patientId),
        eq(homeSession.episodeId, place.episodeId),
        isNull(homeSession.voidedAt),
      ),
    )
    .orderBy(asc(homeSession.performedOn));
  const own: OwnItems = new Map(plans.flatMap((each) => [...each.own]));
  const counts = (exercise: string): boolean => countsTowardsAdherence({ exercise: exercise as PlanExerciseId }, own);
  const sessions = new Map<string, SessionDay>();
  for (const row of rows) {
    const session = sessions.get(row.id) ?? {
      on: row.on,
      completion: row.outcome,
      source: row.source === "phone" ? ("log" as const) : ("recall" as const),
      counts: false,
    };
    const isDone = row.itemOutcome === "done" || row.itemOutcome === "partly";
    // On paper "some of it" doesn't say which: the day counts all the same.
    if (row.exercise === null && row.source !== "phone" && row.outcome !== "skipped") session.counts = true;
    if (isDone && row.exercise !== null && counts(row.exercise)) session.counts = true;
    sessions.set(row.id, session);
  }
  return {
    // A pause belongs to its days: what is paused now was prescribed before.
    versions: plans.flatMap(({ versions }) =>
      versions.map((version) => ({ ...version, items: version.items.map((item) => ({ ...item, paused: null })) })),
    ),
    paused: plans.flatMap(pausedSpans),
    sessions: [...sessions.values()],
    own,
  };
}

/** From the day a pause begins nothing is due until the day it ended, or its plan did. */
function pausedSpans({ pauses, endedOn: planEndedOn }: RunningPlan): PausedSpan[] {
  return pauses.flatMap(({ itemKey, startedOn, endedOn }): PausedSpan[] => {
    const to = endedOn === null ? planEndedOn : addDays(endedOn, -1);
    if (to !== null && to < startedOn) return itemKey === null ? [{ from: startedOn, to: startedOn }] : [];
    return [{ from: startedOn, to, ...(itemKey !== null && { item: itemKey }) }];
  });
}
