/**
 * What a patient's phone may show today. Flags, screening and patterns leave nothing here; on hold nothing but the hold
 * itself leaves (CLINICAL 3.3.3).
 */
import "server-only";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { lastAttended, lastConclusion } from "@/domain/attended";
import { addDays, ageOn, type CalendarDay, isoWeekStart } from "@/domain/calendar-day";
import { isCorrectable } from "@/domain/home-session/correctable";
import { isPrescribedDay } from "@/domain/plan/adherence-count";
import type { PlanChange } from "@/domain/plan/difference";
import { isMetOnce } from "@/domain/rules/second-pass";
import { type Tx, transaction } from "./client";
import { courseVisits } from "./course";
import { episodePlans, planHistory, type RunningPlan, runningOf } from "./plan-history";
import { type SeenPlan, unseenChanges } from "./portal-changes";
import { isPaused, onDay, type PatientActor, type Place, type Portal, placeOf } from "./portal-place";
import { newestPlan, type PortalPlan } from "./portal-plan";
import { currentRuleSetIn } from "./rule-set";
import { phaseTransition } from "./schema/assessment";
import { homeSession } from "./schema/home-session";
import { isNotVoided } from "./standing";

export type CalendarMark = "done" | "partly" | "unreported" | "planned" | "free";
export type CalendarCell = { on: CalendarDay; mark: CalendarMark };

/** The front of the thigh, the one thing of the next phase's gate that a patient is told (CLINICAL 5.2.4). */
export type Elasticity = {
  needed: number;
  sides: { side: "L" | "R"; degrees: number }[];
  /** The gate was met once and is checked again. */
  isMetOnce: boolean;
};

export type PortalToday = {
  givenName: string;
  today: CalendarDay;
  /** null: nothing assigned yet; "ended": care at this clinic has ended. */
  plan: PortalPlan | "ended" | null;
  calendar: CalendarCell[];
  next: Elasticity | null;
  changes: PlanChange[];
  /** The present stage was entered although its gate wasn't met. */
  isMovedOn: boolean;
  doneToday: boolean;
  /** Sessions whose answers can still be changed, newest first. */
  correctable: { sessionId: string; on: CalendarDay; at: Date }[];
  /** Today's session ended by the red stop. */
  stoppedToday: boolean;
  /** Yesterday's session with pain, whose next morning hasn't been asked about. */
  toSettle: { sessionId: string; painDuring: number | null } | null;
  /** Days that a plan on this phone may be older than, and pain limits of the traffic light. */
  limits: { progress: number; stop: number };
};

const CALENDAR_WEEKS = 4;

export function portalToday(
  actor: PatientActor,
  now = new Date(),
  ahead: CalendarDay | null = null,
  seen: SeenPlan | null = null,
): Promise<Portal<PortalToday>> {
  return transaction(actor, async (tx) => {
    const place = onDay(await placeOf(tx, actor, now), ahead);
    if (await isPaused(tx, actor, place)) return { kind: "hold" };
    const rules = await currentRuleSetIn(tx, actor);
    const plans = place.episodeId === null || place.isClosed ? [] : await episodePlans(tx, actor, place.episodeId);
    const running = runningOf(plans);
    const recent = await recentSessions(tx, actor, place.today);
    const yesterday = addDays(place.today, -1);
    const asked = recent.find(
      ({ on, settled, painDuring, painWorst24h }) =>
        on === yesterday && settled === null && (painDuring ?? 0) + (painWorst24h ?? 0) > 0,
    );
    return {
      kind: "open",
      givenName: place.givenName,
      today: place.today,
      plan: place.isClosed ? "ended" : newestPlan(running, place.today),
      calendar: running === null ? [] : await calendarOf(tx, actor, plans, place),
      next: running === null ? null : await elasticity(tx, actor, place, rules.values),
      changes: running === null ? [] : await unseenChanges(tx, actor, running, seen),
      isMovedOn: running !== null && (await isMovedOn(tx, actor, place)),
      correctable: recent
        .flatMap(({ id, on, source, performedAt, receivedAt }) =>
          source === "phone" && performedAt !== null && isCorrectable({ receivedAt }, now)
            ? [{ sessionId: id, on, at: performedAt }]
            : [],
        )
        .reverse(),
      stoppedToday: recent.some(({ on, stopReason }) => on === place.today && stopReason !== null),
      doneToday: recent.some(({ on, outcome }) => on === place.today && outcome !== "skipped"),
      toSettle: asked ? { sessionId: asked.id, painDuring: asked.painDuring } : null,
      limits: { progress: rules.values.nprs_exercise_progress, stop: rules.values.nprs_exercise_stop },
    };
  });
}

/** Whether the last move of the phase was an override of the gate (CLINICAL 5.2). */
async function isMovedOn(tx: Tx, actor: PatientActor, { episodeId }: Place): Promise<boolean> {
  if (episodeId === null) return false;
  const [last] = await tx
    .select({ kind: phaseTransition.kind })
    .from(phaseTransition)
    .where(
      and(
        eq(phaseTransition.clinicId, actor.clinicId),
        eq(phaseTransition.episodeId, episodeId),
        isNotVoided(phaseTransition.visitId, phaseTransition.clinicId),
      ),
    )
    .orderBy(desc(phaseTransition.movedOn), desc(phaseTransition.createdAt))
    .limit(1);
  return last?.kind === "override";
}

const SHOWN_DAYS = CALENDAR_WEEKS * 7;

/** Four ISO weeks, this one last. */
async function calendarOf(
  tx: Tx,
  actor: PatientActor,
  plans: readonly RunningPlan[],
  place: Place,
): Promise<CalendarCell[]> {
  const { patientId } = actor;
  const history = await planHistory(tx, actor, plans, { patientId, episodeId: place.episodeId ?? "" });
  const first = addDays(isoWeekStart(place.today), 7 - SHOWN_DAYS);
  return Array.from({ length: SHOWN_DAYS }, (_, k) => addDays(first, k)).map((on) => {
    const sessions = history.sessions.filter((session) => session.on === on);
    if (sessions.some(({ completion }) => completion === "done")) return { on, mark: "done" };
    if (sessions.some(({ completion }) => completion === "partly")) return { on, mark: "partly" };
    if (!isPrescribedDay(history, on)) return { on, mark: "free" };
    return { on, mark: on < place.today ? "unreported" : "planned" };
  });
}

function recentSessions(tx: Tx, actor: PatientActor, today: CalendarDay) {
  return tx
    .select({
      id: homeSession.id,
      on: homeSession.performedOn,
      outcome: homeSession.outcome,
      painDuring: homeSession.painDuring,
      painWorst24h: homeSession.painWorst24h,
      settled: homeSession.settledNextMorning,
      stopReason: homeSession.stopReason,
      source: homeSession.source,
      performedAt: homeSession.performedAt,
      receivedAt: homeSession.receivedAt,
    })
    .from(homeSession)
    .where(
      and(
        eq(homeSession.clinicId, actor.clinicId),
        eq(homeSession.patientId, actor.patientId),
        isNull(homeSession.voidedAt),
        sql`${homeSession.performedOn} >= ${addDays(today, -SHOWN_DAYS)}`,
      ),
    )
    .orderBy(asc(homeSession.performedOn), asc(homeSession.receivedAt));
}

/** In Release only, for adults only, and of sides whose knee bend is a length test at present. */
async function elasticity(
  tx: Tx,
  actor: PatientActor,
  place: Place,
  rules: { ely_tight: number; adult_age: number },
): Promise<Elasticity | null> {
  if (place.episodeId === null || ageOn(place.birthDate, place.today) < rules.adult_age) return null;
  const course = await courseVisits(tx, actor, place.episodeId);
  const last = lastAttended(course);
  if (last === undefined || course.at(-1)?.result.phase_after !== "release") return null;
  const sides = (["L", "R"] as const).flatMap((side) => {
    if (last.result.notices.includes(`ely_not_judged:${side}`)) return [];
    const measured = course
      .flatMap(({ record }) => record.measures)
      .findLast(({ id, side: of, quality }) => id === "ely_angle_deg" && of === side && quality !== "invalid");
    return measured ? [{ side, degrees: measured.value }] : [];
  });
  return { needed: rules.ely_tight, sides, isMetOnce: isMetOnce(lastConclusion(course)?.result) };
}
