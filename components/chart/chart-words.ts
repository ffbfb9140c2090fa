/** What a chart says in words: title, caption, change, notes and the sentence that replaces looking at it. */
import type { ShownPoint, ShownSeries } from "@/components/chart/shown-series";
import { dayText, deltaText, unitMark, valueText } from "@/components/chart/value-text";
import { type Verdict, verdictOf } from "@/components/chart/verdict";
import { addDays } from "@/domain/calendar-day";
import type { Side } from "@/domain/record";
import type { MeasureId } from "@/domain/vocabulary/measures";
import { changeWords } from "@/messages/change-words";
import words from "@/messages/en/chart.json";
import methods from "@/messages/en/method.json";
import { fill } from "@/messages/fill";

/** Outcomes whose guidance names the fall as a share of the first score beside the points (CLINICAL 7). */
const WITH_PERCENT: readonly MeasureId[] = ["nprs_worst", "nprs_current", "nprs_best", "rmdq_score", "odi_pct"];
const RMDQ_RELIABLE_FROM = 7;

/** What is never judged is said as described, whether it changed or not. */
export const verdictWords = (verdict: Verdict): string =>
  changeWords(verdict === "described_only" ? "changed_descriptive" : verdict);

export const measureTitle = (measure: MeasureId): string => words.measures[measure].title;

/** Unit or scale, and the method where strength depends on it. */
export function measureCaption(measure: MeasureId, series: readonly ShownSeries[]): string {
  const method = series.find(({ baseline }) => baseline !== null)?.baseline?.method ?? null;
  if (method === null) return words.measures[measure].caption;
  if (measure === "hq_ratio" || measure === "lsi_ham_pct") return methods[method];
  return `${words.measures[measure].caption}, ${methods[method]}`;
}

export const valueWithMark = (series: ShownSeries, value: number): string =>
  `${valueText(value, series.decimals)}${unitMark(series.unit)}`;
const deltaWithMark = (series: ShownSeries, delta: number): string =>
  `${deltaText(delta, series.decimals)}${unitMark(series.unit)}`;

/** "MDC 8°, MCID 2"; sides whose error differs name both. */
export function errorCaption(series: readonly ShownSeries[]): string {
  const known = series.filter(({ mdc, describedOnly }) => mdc !== null && !describedOnly);
  const first = known[0];
  const parts: string[] = [];
  const [left, right] = known;
  if (left !== undefined && right !== undefined && left.mdc !== right.mdc)
    parts.push(
      fill(words.mdc_sides, { left: valueWithMark(left, left.mdc ?? 0), right: valueWithMark(right, right.mdc ?? 0) }),
    );
  else if (first !== undefined) parts.push(fill(words.mdc, { value: valueWithMark(first, first.mdc ?? 0) }));
  const mcid = series[0]?.mcid ?? null;
  if (mcid !== null && series[0] !== undefined) parts.push(fill(words.mcid, { value: valueWithMark(series[0], mcid) }));
  return parts.join(", ");
}

const sideWord = (side: Side): string => words.sides[side];
const sidePrefix = (side: Side): string => (side === "M" ? "" : `${side} `);

/** The change in one line: "6 → 4, change −2 (33 %)", "L +14°, R +12°", or the only day measured. */
export function changeLine(series: readonly ShownSeries[], dayZero: string): string {
  const parts = series.flatMap((one) => {
    const { baseline, latest, delta, side } = one;
    if (baseline === null || latest === null) return [];
    const date = dayText(addDays(dayZero, baseline.day), { year: false });
    if (delta === null) return [side === "M" ? fill(words.only, { date }) : fill(words.side_only, { side, date })];
    if (side !== "M") return [fill(words.side_delta, { side, delta: deltaWithMark(one, delta) })];
    const values = {
      from: valueWithMark(one, baseline.value),
      to: valueWithMark(one, latest.value),
      delta: deltaWithMark(one, delta),
    };
    if (delta >= 0 || !WITH_PERCENT.includes(one.measure)) return [fill(words.change, values)];
    const percent = Math.round((Math.abs(delta) / baseline.value) * 100);
    return [fill(words.change_percent, { ...values, percent })];
  });
  return [...new Set(parts)].join(", ");
}

const isApart = (point: ShownPoint): point is ShownPoint & { value: number } =>
  point.value !== null && !point.comparable;

/** What limits the comparison: another rater, another method, an invalid value, a first score too low for the scale. */
export function chartNotes(series: readonly ShownSeries[], dayZero: string): string[] {
  const notes: string[] = [];
  for (const one of series) {
    const side = one.side === "M" ? "" : sideWord(one.side);
    const latest = one.points.findLast(({ value }) => value !== null);
    if (latest?.otherRater === true) notes.push(fill(words.other_rater, { side }));
    for (const point of one.points.filter(isApart)) {
      const date = dayText(addDays(dayZero, point.day), { year: false });
      const text = point.notComparableBecause === "invalid" ? words.value_invalid : words.method_changed;
      notes.push(fill(text, { side, date }));
    }
    if (one.measure === "rmdq_score" && one.baseline !== null && one.baseline.value < RMDQ_RELIABLE_FROM)
      notes.push(words.rmdq_low_baseline);
  }
  return notes.map((note) => {
    const text = note.trim();
    return text.charAt(0).toUpperCase() + text.slice(1);
  });
}

/** The whole chart as sentences, for readers who don't see it. */
export function summarySentence(series: readonly ShownSeries[], dayZero: string): string {
  const date = (day: number): string => dayText(addDays(dayZero, day));
  const sentences = series.flatMap((one) => {
    const side = one.side === "M" ? "" : `${sideWord(one.side)}: `;
    const { baseline, latest, delta } = one;
    const apart = one.points
      .filter(isApart)
      .map((point) =>
        fill(words.summary.apart, { side, value: valueWithMark(one, point.value), date: date(point.day) }),
      );
    if (baseline === null || latest === null) return apart.length > 0 ? apart : [fill(words.summary.none, { side })];
    const from = { side, from: valueWithMark(one, baseline.value), from_date: date(baseline.day) };
    if (delta === null) return [fill(words.summary.once, from), ...apart];
    const change = fill(words.summary.change, {
      ...from,
      to: valueWithMark(one, latest.value),
      to_date: date(latest.day),
      delta: deltaWithMark(one, delta),
      verdict: verdictWords(verdictOf(one)).toLowerCase(),
    });
    return one.mdc === null || one.describedOnly
      ? [change, ...apart]
      : [change, fill(words.summary.mdc, { value: valueWithMark(one, one.mdc) }), ...apart];
  });
  const first = series[0];
  return [...(first === undefined ? [] : [`${measureTitle(first.measure)}.`]), ...sentences].join(" ");
}

/** One visit's exact values, for pointer, touch and keyboard. */
export type Reading = { visit: number; day: number; title: string; values: string[] };

export function readingsOf(series: readonly ShownSeries[], dayZero: string): Reading[] {
  const readings = new Map<number, Reading>();
  for (const one of series)
    for (const point of one.points) {
      if (point.value === null) continue;
      const reading = readings.get(point.visit) ?? {
        visit: point.visit,
        day: point.day,
        title: fill(words.reading, { date: dayText(addDays(dayZero, point.day)), visit: point.visit }),
        values: [],
      };
      const note = point.comparable ? "" : `, ${words.table.not_compared}`;
      reading.values.push(`${sidePrefix(one.side)}${valueWithMark(one, point.value)}${note}`);
      readings.set(point.visit, reading);
    }
  return [...readings.values()].sort((a, b) => a.day - b.day || a.visit - b.visit);
}
