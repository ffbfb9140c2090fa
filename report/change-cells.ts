/** The change table as lines of text: which rows stand together and what each cell says. */
import { measureTitle } from "@/components/chart/chart-words";
import { dayText, deltaText, unitMark, valueText } from "@/components/chart/value-text";
import type { Verdict } from "@/components/chart/verdict";
import methods from "@/messages/en/method.json";
import words from "@/messages/en/report.json";
import type { ChangeRow } from "@/report/snapshot";

/** The dates most values share; they stand in the head, other dates beside their value. */
export type CommonDates = { first: string | null; latest: string | null };

export type ChangeCells = {
  key: string;
  group: ChangeRow["group"];
  /** Empty when the line above names the measure. */
  measure: string;
  side: string;
  first: string;
  latest: string;
  change: string;
  mdc: string;
  verdict: Verdict;
  source: string;
};

const NOTHING = "–";

function mostCommon(dates: readonly (string | undefined)[]): string | null {
  const counts = new Map<string, number>();
  for (const date of dates) if (date !== undefined) counts.set(date, (counts.get(date) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].localeCompare(a[0]))[0]?.[0] ?? null;
}

export const commonDates = (changes: readonly ChangeRow[]): CommonDates => ({
  first: mostCommon(changes.map(({ from }) => from?.on)),
  latest: mostCommon(changes.map(({ to }) => to?.on)),
});

const SIDES = { L: "L ●", R: "R ▲", M: "" } as const;

const written = (row: ChangeRow, value: number): string => `${valueText(value, row.decimals)}${unitMark(row.unit)}`;

/** Sides that say the same say it once. */
const together = (texts: readonly string[]): string => [...new Set(texts)].join(", ");

function pointCell(rows: readonly ChangeRow[], end: "from" | "to", common: string | null): string {
  const points = rows.flatMap((row) => {
    const point = row[end];
    return point === null ? [] : [{ text: written(row, point.value), on: point.on }];
  });
  const on = points[0]?.on;
  if (on === undefined) return NOTHING;
  const values = points.map(({ text }) => text).join(", ");
  return on === common ? values : `${values} (${dayText(on, { year: false })})`;
}

function measureName({ measure, method, other_rater }: ChangeRow): string {
  const parts = [measureTitle(measure)];
  if (method !== null) parts.push(methods[method]);
  if (other_rater) parts.push(words.other_rater);
  return parts.join(", ");
}

/** A pair of sides measured once, on one day, needs one line: there is no change to tell apart. */
function isPair(row: ChangeRow, other: ChangeRow): boolean {
  return (
    other.measure === row.measure &&
    other.from?.on === row.from?.on &&
    row.verdict === "measured_once" &&
    other.verdict === "measured_once"
  );
}

export function changeCells(changes: readonly ChangeRow[], dates: CommonDates): ChangeCells[] {
  return changes.flatMap((row, i) => {
    const [before, after] = [changes[i - 1], changes[i + 1]];
    if (before !== undefined && isPair(row, before)) return [];
    const rows = after !== undefined && isPair(row, after) ? [row, after] : [row];
    const mdcs = rows.flatMap((one) => (one.mdc === null ? [] : [written(one, one.mdc)]));
    return [
      {
        key: `${row.measure} ${row.side}`,
        group: row.group,
        measure: before?.measure === row.measure ? "" : measureName(row),
        side: rows.length > 1 ? "L, R" : SIDES[row.side],
        first: pointCell(rows, "from", dates.first),
        latest: pointCell(rows, "to", dates.latest),
        change: row.delta === null ? NOTHING : `${deltaText(row.delta, row.decimals)}${unitMark(row.unit)}`,
        mdc: mdcs.length === 0 ? NOTHING : together(mdcs),
        verdict: row.verdict,
        source: row.source === null ? NOTHING : String(row.source),
      },
    ];
  });
}
