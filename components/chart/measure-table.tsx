/** The same values as a table: one row per visit, nothing filled in where nothing was measured. */

import { changeLine, errorCaption, measureCaption, measureTitle, valueWithMark } from "@/components/chart/chart-words";
import type { ChartSpec } from "@/components/chart/geometry";
import type { ShownSeries } from "@/components/chart/shown-series";
import { dayText, deltaText, unitMark } from "@/components/chart/value-text";
import { VerdictChips } from "@/components/chart/verdict-chips";
import { addDays } from "@/domain/calendar-day";
import { roundHalfUp } from "@/domain/rules/rounding";
import words from "@/messages/en/chart.json";

type Row = { key: string; day: number; visit: number | null; cells: string[] };

function cellOf(series: ShownSeries, visit: number): string {
  const point = series.points.find((one) => one.visit === visit);
  if (point === undefined || point.value === null) return words.table.missing;
  const value = valueWithMark(series, point.value);
  if (!point.comparable) return `${value}, ${words.table.not_compared}`;
  if (series.baseline === null || series.baseline.visit === visit) return value;
  const delta = deltaText(roundHalfUp(point.value - series.baseline.value, 2), series.decimals);
  return `${value} (${delta}${unitMark(series.unit)})`;
}

/** Visits in their order, missed ones among them. */
export function tableRows(spec: ChartSpec): Row[] {
  const visits = new Map(spec.series.flatMap(({ points }) => points.map(({ visit, day }) => [visit, day] as const)));
  const rows: Row[] = [...visits].map(([visit, day]) => ({
    key: `visit-${visit}`,
    day,
    visit,
    cells: spec.series.map((series) => cellOf(series, visit)),
  }));
  const missed: Row[] = spec.missed.map((day) => ({ key: `missed-${day}`, day, visit: null, cells: [] }));
  return [...rows, ...missed].sort((a, b) => a.day - b.day || (a.visit ?? 0) - (b.visit ?? 0));
}

const headOf = ({ side }: ShownSeries): string =>
  side === "L" ? words.table.left : side === "R" ? words.table.right : words.table.value;

export function MeasureTable({ spec, dayZero }: { spec: ChartSpec; dayZero: string }) {
  const { measure, series } = spec;
  const captions = [measureCaption(measure, series), errorCaption(series), changeLine(series, dayZero)];
  const cell = "border-t border-line py-1.5 pr-3 text-left align-top";
  return (
    <div className="min-w-0 overflow-x-auto rounded-card border border-line bg-surface p-3">
      <table className="w-full text-secondary">
        <caption className="pb-1.5 text-left">
          <span className="font-bold">{measureTitle(measure)}</span>
          <span className="block text-caption text-muted">{captions.filter((text) => text !== "").join(" · ")}</span>
          <span className="mt-1 block">
            <VerdictChips series={series} />
          </span>
        </caption>
        <thead className="text-caption text-muted">
          <tr>
            <th scope="col" className="py-1 pr-3 text-left font-strong">
              {words.table.date}
            </th>
            <th scope="col" className="py-1 pr-3 text-left font-strong">
              {words.table.visit}
            </th>
            {series.map((one) => (
              <th key={one.side} scope="col" className="py-1 pr-3 text-left font-strong">
                {headOf(one)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tableRows(spec).map(({ key, day, visit, cells }) => (
            <tr key={key}>
              <th scope="row" className={`${cell} whitespace-nowrap font-normal`}>
                {dayText(addDays(dayZero, day))}
              </th>
              {visit === null ? (
                <td className={`${cell} text-muted`} colSpan={series.length + 1}>
                  {words.table.missed}
                </td>
              ) : (
                <>
                  <td className={cell}>{visit}</td>
                  {cells.map((text, i) => (
                    <td key={series[i]?.side} className={text === words.table.missing ? `${cell} text-muted` : cell}>
                      {text}
                    </td>
                  ))}
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
