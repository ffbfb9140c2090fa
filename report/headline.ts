/** The headline of an episode (CLINICAL 7): pain and function only, never range of motion or strength. */
import { measureTitle, valueWithMark, verdictWords } from "@/components/chart/chart-words";
import { verdictOf } from "@/components/chart/verdict";
import type { ChangeClass } from "@/domain/assessment";
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

export type Headline = ReportSnapshot["headline"];

function verdictFrom(classes: readonly (ChangeClass | null)[]): Headline["verdict"] {
  if (classes.length === 0) return "not_enough_data";
  const improved = classes.includes("improved_important");
  const worsened = classes.includes("worsened_important");
  if (improved && worsened) return "mixed";
  if (improved) return "improved";
  return worsened ? "worse" : "no_clear_change";
}

export function headlineOf(series: readonly Series[]): Headline {
  const judged = OUTCOMES.flatMap((measure) => series.filter((one) => one.measure === measure)).flatMap((one) =>
    one.baseline === null || one.latest === null || one.delta === null
      ? []
      : [{ one, from: one.baseline.value, to: one.latest.value }],
  );
  const verdict = verdictFrom(judged.map(({ one }) => one.changeClass));
  const details = judged.map(({ one, from, to }) =>
    fill(words.headline.detail, {
      measure: `${measureTitle(one.measure)}${one.side === "M" ? "" : ` ${one.side}`}`,
      from: valueWithMark(one, from),
      to: valueWithMark(one, to),
      verdict: verdictWords(verdictOf(one)).toLowerCase(),
    }),
  );
  return { verdict, sentence: [words.headline[verdict], ...details].join(" ") };
}
