/** What a patient sees of the own course: pain and function in full, the stretch of the thigh, sessions. No strength, no tilt. */
import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { lastConclusion } from "@/domain/attended";
import { ageOn, type CalendarDay, daysBetween } from "@/domain/calendar-day";
import { buildSeries } from "@/domain/progress/build-series";
import type { Series } from "@/domain/progress/series";
import { isMetOnce } from "@/domain/rules/second-pass";
import type { MeasureId } from "@/domain/vocabulary/measures";
import { type Tx, transaction } from "./client";
import { courseVisits } from "./course";
import { isMissed } from "./missed-visit";
import { isPaused, type PatientActor, type Portal, placeOf } from "./portal-place";
import { currentRuleSetIn } from "./rule-set";
import { homeSession } from "./schema/home-session";
import { visit } from "./schema/visit";
import { isNotVoided } from "./standing";

export type PortalProgress = {
  startedOn: CalendarDay;
  dayZero: CalendarDay;
  /** Pain and function of the visits, as charts draw them; nobody's name on a point. */
  outcomes: Series[];
  /** The front of the thigh, judged for adults only. */
  stretch: { side: "L" | "R"; start: number; now: number; needed: number; changeClass: Series["changeClass"] }[];
  /** The gate was met once and is checked again. */
  isMetOnce: boolean;
  /** Days of visits that did not take place. */
  missed: number[];
  sessionsDone: number;
};

/** Listed one by one, so that a new measure never reaches a phone by itself. */
const SHOWN: readonly MeasureId[] = ["nprs_worst", "nprs_thigh_worst", "rmdq_score", "psfs_avg"];

export function portalProgress(actor: PatientActor, now = new Date()): Promise<Portal<PortalProgress>> {
  return transaction(actor, async (tx) => {
    const place = await placeOf(tx, actor, now);
    if (await isPaused(tx, actor, place)) return { kind: "hold" };
    const { startedOn, dayZero, episodeId } = place;
    const empty = { outcomes: [], stretch: [], isMetOnce: false, missed: [], sessionsDone: 0 };
    if (episodeId === null) return { kind: "open", startedOn, dayZero, ...empty };
    const [course, rules, missed, sessionsDone] = await Promise.all([
      courseVisits(tx, actor, episodeId),
      currentRuleSetIn(tx, actor),
      missedDays(tx, actor, episodeId, dayZero),
      countDone(tx, actor, episodeId),
    ]);
    const series = buildSeries({
      visits: course.map(({ record, result }) => ({ visit: record, assessment: result })),
      missed,
      age: ageOn(place.birthDate, place.today),
      goals: [],
      rules,
    });
    const isAdult = ageOn(place.birthDate, place.today) >= rules.values.adult_age;
    return {
      kind: "open",
      startedOn,
      dayZero,
      outcomes: SHOWN.flatMap((id) => series.filter(({ measure, latest }) => measure === id && latest !== null)).map(
        withoutNames,
      ),
      stretch: isAdult ? series.flatMap(stretchOf) : [],
      isMetOnce: isMetOnce(lastConclusion(course)?.result),
      missed,
      sessionsDone,
    };
  });
}

function withoutNames(series: Series): Series {
  const points = series.points.map((point) => ({ ...point, rater: null }));
  return { ...series, points, baseline: series.baseline && { ...series.baseline, rater: null } };
}

function stretchOf({ measure, side, baseline, latest, goal, changeClass }: Series): PortalProgress["stretch"] {
  if (measure !== "ely_angle_deg" || side === "M" || !baseline || !latest || goal === null) return [];
  return [{ side, start: baseline.value, now: latest.value, needed: goal, changeClass }];
}

async function missedDays(tx: Tx, actor: PatientActor, episodeId: string, dayZero: CalendarDay): Promise<number[]> {
  const rows = await tx
    .select({ on: visit.visitOn })
    .from(visit)
    .where(
      and(
        eq(visit.clinicId, actor.clinicId),
        eq(visit.patientId, actor.patientId),
        eq(visit.episodeId, episodeId),
        isMissed(),
        isNotVoided(),
      ),
    )
    .orderBy(asc(visit.visitOn));
  return rows.map(({ on }) => daysBetween(dayZero, on));
}

async function countDone(tx: Tx, actor: PatientActor, episodeId: string): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(homeSession)
    .where(
      and(
        eq(homeSession.clinicId, actor.clinicId),
        eq(homeSession.patientId, actor.patientId),
        eq(homeSession.episodeId, episodeId),
        isNull(homeSession.voidedAt),
        sql`${homeSession.outcome} <> 'skipped'`,
      ),
    );
  return row?.count ?? 0;
}
