/** The chart's model as rows for Recharts: one column per run, so that a gap is a new line and never a joined null. */
import type { Reading } from "@/components/chart/chart-words";
import type { ChartModel } from "@/components/chart/geometry";
import type { Side } from "@/domain/record";

/** `at` holds any value of the visit: it makes each visit with a value reachable, values apart included. */
export type ChartRow = { day: number; visit: number; at: number; readings: Reading[] } & {
  [run: `${Side}${number}`]: number;
};

export function runKeys(model: ChartModel): { key: `${Side}${number}`; side: Side }[] {
  return model.lines.flatMap(({ side, runs }) => runs.map((_, i) => ({ key: `${side}${i}` as const, side })));
}

export function chartRows(model: ChartModel, readings: readonly Reading[]): ChartRow[] {
  const rows = new Map<number, ChartRow>();
  const rowOf = (point: { visit: number; day: number; value: number }): ChartRow => {
    const row = rows.get(point.visit) ?? {
      day: point.day,
      visit: point.visit,
      at: point.value,
      readings: readings.filter(({ day }) => day === point.day),
    };
    rows.set(point.visit, row);
    return row;
  };
  for (const { side, runs, apart } of model.lines) {
    runs.forEach((run, i) => {
      for (const point of run) rowOf(point)[`${side}${i}`] = point.value;
    });
    for (const point of apart) rowOf(point);
  }
  return [...rows.values()].sort((a, b) => a.day - b.day || a.visit - b.visit);
}
