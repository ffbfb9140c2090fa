/** Series for the chart's tests, said as a clinician would: what was measured on which day. */
import { buildSeries } from "@/domain/progress/build-series";
import type { Series } from "@/domain/progress/series";
import type { Day, Side, VisitRecord } from "@/domain/record";
import { foldEpisode } from "@/domain/rules/course";
import { type MeasureId, type MeasureMethod, measureById } from "@/domain/vocabulary/measures";

type Entry = readonly [day: Day, value: number | null, method?: MeasureMethod];

/** `entries` are the visits in order; null = the visit took place without the value. */
export function sampleSeries(
  measure: MeasureId,
  entries: readonly Entry[],
  { side = "M", missed = [] }: { side?: Side; missed?: readonly Day[] } = {},
): Series {
  const { unit } = measureById(measure);
  const visits = entries.map(
    ([day, value, method], i): VisitRecord => ({
      visit: i + 1,
      day,
      flags: [],
      signs: [],
      measures: value === null ? [] : [{ id: measure, side, value, unit, ...(method && { method }) }],
    }),
  );
  const assessments = foldEpisode({ patient: { age: 40, sex: "F" }, visits });
  const course = visits.flatMap((visit, i) => {
    const assessment = assessments[i];
    return assessment === undefined ? [] : [{ visit, assessment }];
  });
  const series = buildSeries({ visits: course, missed, age: 40, goals: [] }).find((one) => one.measure === measure);
  if (series === undefined) throw new Error(`nothing measured of ${measure}`);
  return series;
}
