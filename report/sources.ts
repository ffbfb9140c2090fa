/** Where the numbers of a report come from: each measure's error, important change, goal and low line with tag and citation. */

import { valueWithMark } from "@/components/chart/chart-words";
import type { ChartLimit } from "@/components/chart/geometry";
import type { ThresholdValues } from "@/components/chart/limits";
import type { Series } from "@/domain/progress/series";
import { roundHalfUp } from "@/domain/rules/rounding";
import { THRESHOLD_SOURCES } from "@/domain/vocabulary/threshold-sources";
import { THRESHOLDS, type Threshold } from "@/domain/vocabulary/thresholds";
import words from "@/messages/en/report.json";
import { fill } from "@/messages/fill";
import type { ReportSource } from "@/report/snapshot";

type UsedThreshold = ReportSource["thresholds"][number];

/** Thresholds that draw a line in a chart, by the start of their id. */
const LINES: Partial<Record<Series["measure"], readonly string[]>> = {
  ely_angle_deg: ["ely_"],
  heel_buttock_cm: ["heel_buttock_"],
  mtt_knee_deg: ["thomas_knee_"],
  hq_ratio: ["hq_goal_", "hq_low_"],
  lsi_ham_pct: ["lsi_"],
  slhb_reps: ["slhb_low"],
  rmdq_score: ["rmdq_"],
  psfs_avg: ["psfs_"],
};

/**
 * Citations repeat their value and carry tags of their own ("8 (S: Olivencia)", "5 reps (ENG)"); both are said
 * before them, in words.
 */
export function plainCitation(citation: string): string {
  const untagged = citation
    .replace(/\((?:S|MC|MU|ENG)\)/g, "")
    .replace(/\b(?:S|MC|MU|ENG)(?:[:;,]\s|\s(?=between))/g, "")
    .replace(/\s(?:S|MC|MU|ENG)(?=\)|$)/g, "")
    .replace(/\s+([;,.)]|$)/g, "$1")
    .trim();
  if (/^[\d.]+( \S+)?$/.test(untagged)) return "";
  return /^[\d.]+ \(([^()]*)\)$/.exec(untagged)?.[1] ?? untagged;
}

function used(what: string, threshold: Threshold, values: ThresholdValues): UsedThreshold {
  const own = values[threshold.id];
  return own !== undefined && own !== threshold.value
    ? { what, tag: "clinic", citation: "" }
    : { what, tag: threshold.tag, citation: plainCitation(THRESHOLD_SOURCES[threshold.id].citation) };
}

/** A measure may have several errors (method, strain, other rater): the one whose value was used. */
function errorOf(series: Series, values: ThresholdValues): UsedThreshold | null {
  const { mdc, baseline, measure } = series;
  if (mdc === null) return null;
  const candidates = THRESHOLDS.filter(
    ({ id }) => id === `mdc_${measure}` || id.startsWith(`mdc_${measure}__`) || id === `mdc_inter_rater_${measure}`,
  );
  const threshold =
    candidates.find((one) => {
      const value = values[one.id] ?? one.value;
      const percent = one.unit.includes("baseline") && baseline !== null;
      return (percent ? roundHalfUp((Math.abs(baseline.value) * value) / 100, 1) : value) === mdc;
    }) ?? candidates[0];
  if (threshold === undefined) return null;
  const what = threshold.unit.includes("baseline")
    ? fill(words.source_mdc_percent, { percent: values[threshold.id] ?? threshold.value })
    : fill(words.source_mdc, { value: valueWithMark(series, mdc) });
  return used(what, threshold, values);
}

/** The sides of one measure share an entry; what both use is named once. */
export function sourceOf(
  number: number,
  series: readonly Series[],
  limits: readonly ChartLimit[],
  values: ThresholdValues,
): ReportSource | null {
  const first = series[0];
  if (first === undefined) return null;
  const thresholds: UsedThreshold[] = [];
  const add = (one: UsedThreshold | null): void => {
    if (one !== null && !thresholds.some(({ what }) => what === one.what)) thresholds.push(one);
  };
  for (const one of series) add(errorOf(one, values));
  const mcid = THRESHOLDS.find(({ id }) => id === `mcid_${first.measure}`);
  if (mcid !== undefined && first.mcid !== null)
    add(used(fill(words.source_mcid, { value: valueWithMark(first, first.mcid) }), mcid, values));
  const prefixes = LINES[first.measure] ?? [];
  const lines = THRESHOLDS.filter(({ id }) => prefixes.some((prefix) => id.startsWith(prefix)));
  for (const limit of limits) {
    const low = limit.kind === "low";
    const line = lines.find(
      ({ id, value }) =>
        (values[id] ?? value) === limit.value && (first.measure !== "hq_ratio" || id.startsWith("hq_low_") === low),
    );
    if (line !== undefined) add(used(limit.label, line, values));
  }
  return thresholds.length === 0 ? null : { number, measure: first.measure, thresholds };
}
