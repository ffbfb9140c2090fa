/** Change since baseline: measurement error by method and rater, and the class of each change (CLINICAL 7). */
import type { Change, ChangeClass, StrainStatus } from "@/domain/assessment";
import type { LimbSide, Side } from "@/domain/record";
import { MEASURE_ERRORS } from "@/domain/vocabulary/measure-errors";
import { type Measure, type MeasureId, measureById } from "@/domain/vocabulary/measures";
import { isThresholdId, type ThresholdId } from "@/domain/vocabulary/thresholds";
import type { Findings, Reading } from "./findings";
import { difference, roundHalfUp } from "./rounding";
import type { RuleSet } from "./rule-set";

/** Read against goals or limits, not as a change of their own (CLINICAL 7; 0002-worked-cases-rule.md). */
const NOT_CLASSED: readonly MeasureId[] = [
  "ham_torque_nm",
  "quad_torque_nm",
  "ham_nm_kg",
  "quad_nm_kg",
  "lsi_ham_pct",
  "mrc_knee_flexion",
  "nprs_exercise",
  "lever_m",
];

export type Changes = { changes: Change[]; notices: string[] };

const thresholdOf = (id: string): ThresholdId | null => (isThresholdId(id) ? id : null);

const isOtherRater = (from: Reading, to: Reading): boolean =>
  from.rater !== undefined && to.rater !== undefined && from.rater !== to.rater;

/** The measurement error in force: strain and loose Thomas before another rater, that before the usual one. */
function errorThreshold(from: Reading, to: Reading, isStrained: boolean): ThresholdId | null {
  const { measure } = to;
  if (measure === "ake_deficit_deg" && isStrained) return "mdc_ake_deficit_deg__strain_confirmed_on_that_side";
  if (measure === "mtt_knee_deg" && !(from.stabilised && to.stabilised)) {
    return "mdc_mtt_knee_deg__pelvis_not_stabilised";
  }
  const interRater = thresholdOf(`mdc_inter_rater_${measure}`);
  if (interRater !== null && isOtherRater(from, to)) return interRater;
  return usualThreshold(to);
}

const usualThreshold = ({ measure, method }: Pick<Reading, "measure"> & { method?: string | null }) =>
  thresholdOf(`mdc_${measure}__method_${method}`) ?? thresholdOf(`mdc_${measure}`);

/** In the unit of the measure, rounded as it is shown; a percentage is taken of the baseline. */
function errorOf(
  from: Pick<Reading, "value">,
  thresholdId: ThresholdId | null,
  measure: MeasureId,
  rules: RuleSet["values"],
) {
  if (thresholdId === null) return null;
  const value = rules[thresholdId];
  const isPercent = MEASURE_ERRORS[measure].mdc?.kind === "percent_of_baseline";
  return isPercent ? roundHalfUp((Math.abs(from.value) * value) / 100, 1) : value;
}

/** The error of a value that has nothing to be compared with yet: the same rater, its own method. */
export function usualError(
  reading: Pick<Reading, "measure" | "value"> & { method?: string | null },
  rules: RuleSet["values"],
): number | null {
  return errorOf(reading, usualThreshold(reading), reading.measure, rules);
}

function classOf(delta: number, mdc: number, mcid: number | null, better: Measure["better"]): ChangeClass {
  const size = Math.abs(delta);
  if (size === 0 || size < mdc) return "no_detectable_change";
  if (better === "none") return "changed_descriptive";
  const isBetter = better === "lower" ? delta < 0 : delta > 0;
  if (mcid !== null && size >= mcid) return isBetter ? "improved_important" : "worsened_important";
  return isBetter ? "improved_detectable" : "worsened_detectable";
}

/** The rating is itself a change: it is read as it stands. */
export function ratedChange(rating: number, mcid: number): ChangeClass {
  if (rating >= mcid) return "improved_important";
  return rating <= -mcid ? "worsened_important" : "no_detectable_change";
}

function compare(from: Reading, to: Reading, isStrained: boolean, rules: RuleSet["values"]): Change {
  const measure = measureById(to.measure);
  const delta = difference(to.value, from.value);
  const change = { measure: to.measure, side: to.side, from: from.value, to: to.value, delta };
  const mcidId = thresholdOf(`mcid_${to.measure}`);
  const mcid = mcidId === null ? null : rules[mcidId];
  if (from.method !== to.method) return { ...change, mdc: null, class: "not_comparable" };
  if (to.measure === "groc" && mcid !== null) return { ...change, mdc: null, class: ratedChange(to.value, mcid) };
  const mdc = errorOf(from, errorThreshold(from, to, isStrained), to.measure, rules);
  return { ...change, mdc, class: classOf(delta, mdc ?? 0, mcid, measure.better) };
}

const isStrainedOn = (side: Side, strain: Record<LimbSide, StrainStatus>) =>
  side !== "M" && strain[side] === "confirmed";

/** One row for each value of today that has an earlier one; the baseline is the first of the same method. */
export function changesSinceBaseline(findings: Findings, strain: Record<LimbSide, StrainStatus>): Changes {
  const { readings, visit, rules } = findings;
  const changes: Change[] = [];
  const notices: string[] = [];
  for (const to of readings.filter((reading) => reading.visit === visit.visit)) {
    if (NOT_CLASSED.includes(to.measure)) continue;
    const earlier = readings.filter(
      (reading) => reading.measure === to.measure && reading.side === to.side && reading.visit !== to.visit,
    );
    const from = earlier.find(({ method }) => method === to.method) ?? earlier[0];
    if (from === undefined) continue;
    changes.push(compare(from, to, isStrainedOn(to.side, strain), rules));
    if (isOtherRater(from, to)) notices.push(`other_rater:${to.measure}:${to.side}`);
  }
  return { changes, notices: [...new Set(notices)] };
}
