/** The verdict on one side of a measure, and how the sides' verdicts are told together. */

import type { ShownSeries } from "@/components/chart/shown-series";
import type { ChangeClass } from "@/domain/assessment";
import type { Side } from "@/domain/record";

export type Verdict = ChangeClass | "described_only" | "measured_once" | "not_measured";

/** Tilt, lordosis and extension range never get a verdict, nor do values read against a goal (torque, LSI). */
export function verdictOf(series: ShownSeries): Verdict {
  if (series.latest === null) return "not_measured";
  if (series.describedOnly) return "described_only";
  if (series.changeClass !== null) return series.changeClass;
  const { baseline, latest } = series;
  return baseline === null || baseline.visit === latest.visit ? "measured_once" : "described_only";
}

/** One verdict when all sides agree (side null), else one per side: no side hides behind the other. */
export function verdictsOf(series: readonly ShownSeries[]): { side: Side | null; verdict: Verdict }[] {
  const each = series.map((one) => ({ side: one.side, verdict: verdictOf(one) }));
  const first = each[0];
  if (first === undefined) return [];
  return each.every(({ verdict }) => verdict === first.verdict) ? [{ side: null, verdict: first.verdict }] : each;
}
