/** The goal, gate and low lines of a measure, named by what they are; pain has only its band. */
import type { ChartLimit } from "@/components/chart/geometry";
import { groupCharts } from "@/components/chart/groups";
import type { ShownSeries } from "@/components/chart/shown-series";
import { unitMark, valueText } from "@/components/chart/value-text";
import type { MeasureId } from "@/domain/vocabulary/measures";
import { isThresholdId, type ThresholdId, thresholdById } from "@/domain/vocabulary/thresholds";
import words from "@/messages/en/chart.json";
import { fill } from "@/messages/fill";

/** The clinic's own values; a threshold it has not changed keeps the default. */
export type ThresholdValues = Readonly<Partial<Record<ThresholdId, number>>>;

/** What passing the line means, where it is more than a goal. */
const KINDS: Partial<Record<MeasureId, keyof typeof words.limits>> = {
  ely_angle_deg: "gate_at_least",
  heel_buttock_cm: "gate_at_most",
  mtt_knee_deg: "free_at_least",
  rmdq_score: "recovered",
  hq_ratio: "goal",
};

function lowOf(series: ShownSeries, values: ThresholdValues): number | null {
  if (series.measure !== "hq_ratio" || series.baseline === null) return null;
  const id = `hq_low_${series.baseline.method}`;
  return isThresholdId(id) ? (values[id] ?? thresholdById(id).value) : null;
}

export function limitsOf(series: readonly ShownSeries[], values: ThresholdValues): ChartLimit[] {
  const first = series.find(({ baseline }) => baseline !== null) ?? series[0];
  if (first === undefined || first.describedOnly || first.measure.startsWith("nprs_")) return [];
  const text = (value: number): string => `${valueText(value, first.decimals)}${unitMark(first.unit)}`;
  const limits: ChartLimit[] = [];
  if (first.goal !== null) {
    const kind = KINDS[first.measure] ?? (first.better === "lower" ? "goal_at_most" : "goal_at_least");
    limits.push({ value: first.goal, kind: "goal", label: fill(words.limits[kind], { value: text(first.goal) }) });
  }
  const low = lowOf(first, values);
  if (low !== null) limits.push({ value: low, kind: "low", label: fill(words.limits.low, { value: text(low) }) });
  return limits;
}

/** The lines of every measured thing of an episode. */
export function limitsByMeasure(
  series: readonly ShownSeries[],
  values: ThresholdValues,
): Partial<Record<MeasureId, ChartLimit[]>> {
  const byMeasure = groupCharts(series).flatMap(({ charts }) => charts);
  return Object.fromEntries(byMeasure.map((chart) => [chart.measure, limitsOf(chart.series, values)]));
}
