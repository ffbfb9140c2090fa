/** Series for the chart's tests, said as a clinician would: what was measured on which day. */
import type { Series, SeriesPoint } from "@/domain/progress/series";
import type { Side } from "@/domain/record";
import { roundHalfUp } from "@/domain/rules/rounding";
import { type MeasureId, type MeasureMethod, measureById } from "@/domain/vocabulary/measures";

type Entry = readonly [day: number, value: number | null, method?: MeasureMethod];

type Given = { side?: Side; goal?: number; mdc?: number } & Partial<Pick<Series, "changeClass">>;

/** `entries` are the visits in order; null = the visit took place without the value. */
export function sampleSeries(measure: MeasureId, entries: readonly Entry[], given: Given = {}): Series {
  const { unit, decimals, better, mdc, mcid } = measureById(measure);
  const first = entries.find(([, value]) => value !== null);
  const method = first?.[2] ?? null;
  const points = entries.map(([day, value, how], i): SeriesPoint => {
    const comparable = value !== null && (how ?? null) === method;
    return {
      visit: i + 1,
      day,
      value,
      quality: "ok",
      method: how ?? null,
      rater: null,
      derived: false,
      comparable,
      notComparableBecause: value === null || comparable ? null : "method",
      otherRater: false,
      breaksBefore: false,
    };
  });
  const measured = points.filter((point) => point.comparable);
  const [baseline, latest] = [measured[0], measured.at(-1)];
  const from = baseline?.value ?? null;
  const to = latest?.value ?? null;
  return {
    measure,
    side: given.side ?? "M",
    unit,
    decimals,
    better,
    describedOnly: better === "none",
    baseline: baseline === undefined || from === null ? null : { ...baseline, value: from },
    mdc: given.mdc ?? mdc?.value ?? null,
    mcid,
    goal: given.goal ?? null,
    points,
    changeClass: given.changeClass ?? null,
    latest: latest === undefined || to === null ? null : { ...latest, value: to },
    delta: from === null || to === null || measured.length < 2 ? null : roundHalfUp(to - from, 2),
  };
}
