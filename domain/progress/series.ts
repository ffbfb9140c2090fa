/** What a chart draws of one measure on one side: points, gaps, baseline, bands and the verdict in ids. */
import type { ChangeClass } from "@/domain/assessment";
import type { Day, Side } from "@/domain/record";
import type { Measure, MeasureId, MeasureMethod } from "@/domain/vocabulary/measures";

export type SeriesPoint = {
  visit: number;
  day: Day;
  /** null = the visit took place without this value: a gap, never a zero. */
  value: number | null;
  quality: "ok" | "invalid";
  method: MeasureMethod | null;
  rater: string | null;
  /** Computed from other values of the visit (torque, H:Q, LSI): no rater of its own. */
  derived: boolean;
  /** Can be joined to the baseline: quality ok and the same method. Others are drawn apart and said. */
  comparable: boolean;
  notComparableBecause: "method" | "invalid" | null;
  /** Someone else than at baseline measured this. */
  otherRater: boolean;
  /** No line from the point before: a visit without the value, a missed visit, or a value not comparable. */
  breaksBefore: boolean;
};

export type Series = {
  measure: MeasureId;
  side: Side;
  unit: string;
  decimals: number;
  better: Measure["better"];
  /** Tilt, lordosis and extension range: neither goal nor verdict. */
  describedOnly: boolean;
  /** The first judged value of the episode. */
  baseline: { visit: number; day: Day; value: number; method: MeasureMethod | null; rater: string | null } | null;
  /** In the measure's unit (a percentage MDC is already taken of the baseline); null = none published or set. */
  mdc: number | null;
  mcid: number | null;
  goal: number | null;
  points: SeriesPoint[];
  /** Of the newest value against the baseline; null = there is no second value. */
  changeClass: ChangeClass | null;
  latest: { visit: number; day: Day; value: number } | null;
  delta: number | null;
};
