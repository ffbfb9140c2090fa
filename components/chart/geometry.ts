/** What a chart of one measure draws, in days and in the measure's own unit: the one source of screen, phone and report. */
import type { ChartHue, TimeAxis, ValueAxis } from "@/components/chart/axes";
import { measureHue, timeAxis, valueAxis } from "@/components/chart/axes";
import type { ShownPoint, ShownSeries } from "@/components/chart/shown-series";
import { unitMark, valueText } from "@/components/chart/value-text";
import type { Day, Side } from "@/domain/record";
import type { MeasureId } from "@/domain/vocabulary/measures";
import type { Phase } from "@/domain/vocabulary/phases";

export type ChartLimit = { value: number; kind: "goal" | "low"; label: string };

/** `to` null: the phase goes on. */
export type PhaseSpan = { from: Day; to: Day | null; phase: Phase };

/** When the episode's phases were in force and which visits did not take place: the same for all its charts. */
export type ChartCourse = {
  phases: readonly PhaseSpan[];
  /** Days of visits that were booked and did not take place. */
  missed: readonly Day[];
};

export type ChartSpec = ChartCourse & {
  measure: MeasureId;
  /** One per measured side, left before right. */
  series: readonly ShownSeries[];
  limits: readonly ChartLimit[];
};

/** 1 Protect, 2 Release, 3 Strengthen, 4 Maintain. */
export type Wash = 1 | 2 | 3 | 4;

export type DrawnPoint = { visit: number; day: Day; value: number };

export type DrawnLine = {
  side: Side;
  /** Points joined by a line; a gap starts a new run. */
  runs: DrawnPoint[][];
  /** Values that enter no comparison, with the reason: drawn alone. */
  apart: (DrawnPoint & { because: "method" | "invalid" })[];
  last: DrawnPoint | null;
};

export type ChartModel = {
  hue: ChartHue;
  x: TimeAxis;
  y: ValueAxis;
  decimals: number;
  shading: { from: Day; to: Day; wash: Wash }[];
  bands: { side: Side; low: number; high: number }[];
  baselines: { side: Side; value: number }[];
  limits: readonly ChartLimit[];
  lines: DrawnLine[];
  missed: readonly Day[];
  ends: { side: Side; day: Day; value: number; text: string }[];
};

/** `none` and `hold` have no wash: nothing is trained then. */
export function washOf(phase: Phase): Wash | null {
  if (phase === "protect") return 1;
  if (phase === "release") return 2;
  if (phase === "maintain") return 4;
  return phase === "none" || phase === "hold" ? null : 3;
}

type Valued = ShownPoint & { value: number };
const hasValue = (point: ShownPoint): point is Valued => point.value !== null;
const drawn = ({ visit, day, value }: Valued): DrawnPoint => ({ visit, day, value });

/** The series says where a line breaks: at a missed visit, and for pain at a visit without a score. */
function drawnLine(series: ShownSeries): DrawnLine {
  const runs: DrawnPoint[][] = [];
  let last: DrawnPoint | null = null;
  for (const point of series.points) {
    if (!hasValue(point) || !point.comparable) continue;
    last = drawn(point);
    const run = runs.at(-1);
    if (run === undefined || point.breaksBefore) runs.push([last]);
    else run.push(last);
  }
  const apart = series.points
    .filter(hasValue)
    .filter(({ comparable }) => !comparable)
    .map((point) => ({ ...drawn(point), because: point.notComparableBecause ?? ("method" as const) }));
  return { side: series.side, runs, apart, last };
}

function shading(phases: readonly PhaseSpan[], x: TimeAxis): ChartModel["shading"] {
  const areas: ChartModel["shading"] = [];
  for (const { from, to, phase } of phases) {
    const wash = washOf(phase);
    const start = Math.max(from, x.from);
    const end = Math.min(to ?? x.to, x.to);
    if (wash === null || end <= start) continue;
    const previous = areas.at(-1);
    if (previous !== undefined && previous.wash === wash && previous.to === start) previous.to = end;
    else areas.push({ from: start, to: end, wash });
  }
  return areas;
}

/** Pure and total: nothing measured gives empty axes, one value a point with its band. */
export function chartModel(spec: ChartSpec): ChartModel {
  const points = spec.series.flatMap((series) => series.points);
  const values = points.filter(hasValue).map(({ value }) => value);
  const days = [...points.map(({ day }) => day), ...spec.missed];
  const x = timeAxis(Math.min(0, ...days), Math.max(0, ...days));
  const y = valueAxis(spec.measure, [...values, ...spec.limits.map(({ value }) => value)]);
  const lines = spec.series.map(drawnLine);
  const clip = (value: number): number => Math.min(y.max, Math.max(y.min, value));
  const decimals = Math.max(0, ...spec.series.map((series) => series.decimals));
  const mark = unitMark(spec.series[0]?.unit ?? "");
  return {
    hue: measureHue(spec.measure),
    x,
    y,
    decimals,
    shading: shading(spec.phases, x),
    bands: spec.series.flatMap(({ side, baseline, mdc }) =>
      baseline === null || mdc === null
        ? []
        : [{ side, low: clip(baseline.value - mdc), high: clip(baseline.value + mdc) }],
    ),
    baselines: spec.series.flatMap(({ side, baseline }) =>
      baseline === null ? [] : [{ side, value: baseline.value }],
    ),
    limits: spec.limits,
    lines,
    missed: spec.missed,
    ends: lines.flatMap(({ side, last }) =>
      last === null
        ? []
        : [
            {
              side,
              day: last.day,
              value: last.value,
              text: `${side === "M" ? "" : `${side} `}${valueText(last.value, decimals)}${mark}`,
            },
          ],
    ),
  };
}
