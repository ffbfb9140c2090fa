/** The one sentence on top: pain and function decide it, range of motion and strength never do (CLINICAL 7). */
import type { Change, ChangeClass } from "@/domain/assessment";
import type { Side } from "@/domain/record";
import type { MeasureId } from "@/domain/vocabulary/measures";

export type Headline = "improved" | "mixed" | "worse" | "no_clear_change" | "not_measured_twice";
export type HeadlineVerdict = { headline: Headline; because: { measure: MeasureId; side: Side; class: ChangeClass }[] };

const PAIN: readonly MeasureId[] = ["nprs_worst", "nprs_thigh_worst"];
const FUNCTION: readonly MeasureId[] = ["rmdq_score", "psfs_avg", "odi_pct", "lefs_score"];

/**
 * Improved: pain or function improved by a change that matters and neither got worse by one. Mixed: one of each.
 * Worse: any worsening without such an improvement. What was never measured twice is not "no change".
 */
export function headlineOf(changes: readonly Pick<Change, "measure" | "side" | "class">[]): HeadlineVerdict {
  const outcomes = changes.filter((change) => PAIN.includes(change.measure) || FUNCTION.includes(change.measure));
  const because = (...classes: ChangeClass[]) =>
    outcomes
      .filter((change) => classes.includes(change.class))
      .map(({ measure, side, class: changeClass }) => ({ measure, side, class: changeClass }));
  const better = because("improved_important");
  const muchWorse = because("worsened_important");
  const worse = because("worsened_important", "worsened_detectable");
  if (better.length > 0 && muchWorse.length > 0) return { headline: "mixed", because: [...better, ...muchWorse] };
  if (better.length > 0) return { headline: "improved", because: better };
  if (worse.length > 0) return { headline: "worse", because: worse };
  const compared = outcomes.some((change) => change.class !== "not_comparable");
  return { headline: compared ? "no_clear_change" : "not_measured_twice", because: [] };
}

/** Shown beside NPRS and RMDQ: at least 30 % less than at baseline; null when the baseline was 0. */
export function isThirtyPercentLess(baseline: number, current: number): boolean | null {
  return baseline <= 0 ? null : 100 * (baseline - current) >= 30 * baseline;
}
