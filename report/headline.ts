/** The headline in words: the verdict on pain and function, then each of them that was measured twice. */
import { measureTitle, valueWithMark, verdictWords } from "@/components/chart/chart-words";
import { headlineOf } from "@/domain/progress/headline";
import type { Series } from "@/domain/progress/series";
import type { MeasureId } from "@/domain/vocabulary/measures";
import words from "@/messages/en/report.json";
import { fill } from "@/messages/fill";
import type { ReportSnapshot } from "@/report/snapshot";

const OUTCOMES: readonly MeasureId[] = [
  "nprs_worst",
  "nprs_thigh_worst",
  "rmdq_score",
  "psfs_avg",
  "odi_pct",
  "lefs_score",
];

export function writtenHeadline(series: readonly Series[]): ReportSnapshot["headline"] {
  const changes = OUTCOMES.flatMap((measure) => series.filter((one) => one.measure === measure)).flatMap((one) =>
    one.changeClass === null || one.baseline === null || one.latest === null
      ? []
      : [{ one, class: one.changeClass, from: one.baseline.value, to: one.latest.value }],
  );
  const { headline } = headlineOf(
    changes.map(({ one, class: changeClass }) => ({ measure: one.measure, side: one.side, class: changeClass })),
  );
  const details = changes.map(({ one, class: changeClass, from, to }) =>
    fill(words.headline.detail, {
      measure: `${measureTitle(one.measure)}${one.side === "M" ? "" : ` ${one.side}`}`,
      from: valueWithMark(one, from),
      to: valueWithMark(one, to),
      verdict: verdictWords(changeClass).toLowerCase(),
    }),
  );
  return { verdict: headline, sentence: [words.headline[headline], ...details].join(" ") };
}
