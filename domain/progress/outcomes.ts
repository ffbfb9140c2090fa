/** What an episode came to, measure by measure: its first value against the latest one, whichever visits they are of (CLINICAL 11.5). */
import type { ChangeClass } from "@/domain/assessment";
import { buildSeries, type CourseVisit } from "@/domain/progress/build-series";
import type { Series } from "@/domain/progress/series";
import type { Side } from "@/domain/record";
import { ratedChange } from "@/domain/rules/change";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { MeasureId } from "@/domain/vocabulary/measures";

export type Outcome = {
  measure: MeasureId;
  side: Side;
  /** null: a rating of change, given once. */
  from: number | null;
  /** null: measured once. */
  to: number | null;
  change: ChangeClass | null;
};

const RECORDED: readonly MeasureId[] = ["nprs_worst", "nprs_thigh_worst", "psfs_avg", "rmdq_score", "groc"];

export function outcomesOf(visits: readonly CourseVisit[], rules: RuleSet): Outcome[] {
  // Missed visits break a line and goals are drawn beside it; neither changes a value. No measure here asks for an age.
  const series = buildSeries({ visits, missed: [], age: rules.values.adult_age, goals: [], rules });
  return RECORDED.flatMap((id) =>
    series.filter(({ measure }) => measure === id).flatMap((one) => outcomeOf(one, rules) ?? []),
  );
}

function outcomeOf({ measure, side, baseline, latest, changeClass }: Series, rules: RuleSet): Outcome | null {
  if (baseline === null || latest === null) return null;
  if (baseline.visit !== latest.visit) {
    return { measure, side, from: baseline.value, to: latest.value, change: changeClass };
  }
  // The rating is a change by itself: one is enough.
  return measure === "groc"
    ? { measure, side, from: null, to: latest.value, change: ratedChange(latest.value, rules.values.mcid_groc) }
    : { measure, side, from: latest.value, to: null, change: null };
}
