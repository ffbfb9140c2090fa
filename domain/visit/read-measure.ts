/** Turns one measure as typed into a value: best of the trials, hard limits, plausibility and spread (CLINICAL 2.2). */

import type { Side } from "@/domain/record";
import { roundHalfUp } from "@/domain/rules/rounding";
import { DEFAULT_RULES, type RuleSet } from "@/domain/rules/rule-set";
import { parseNumber } from "@/domain/typed-number";
import { sourceOf } from "@/domain/visit/answered-by";
import type { DraftValue } from "@/domain/visit/field-values";
import type { MeasurementEntry } from "@/domain/visit/visit-entries";
import { type Measure, measureById } from "@/domain/vocabulary/measures";

export type FieldCode =
  | "not_a_number"
  | "not_whole"
  | "outside_hard_limits"
  | "grade_not_for_sign"
  | "after_visit"
  | "wrong_shape"
  | "unknown_path"
  | "field_not_for_treatment"
  | "differs_from_questionnaire";
/** `path` is the field; `part` the control inside it when there are several. */
export type FieldProblem = {
  path: string;
  code: FieldCode;
  part?: string;
  limits?: readonly [min: number, max: number];
};

export type Limits = { min: number; max: number; whole: boolean; decimals: number };

/** A number as typed: missing is null, a refusal says why; whole numbers and hard limits are held here. */
export function readTyped(
  typed: string | number | undefined,
  limits: Limits,
): { value: number | null; code: FieldCode | null } {
  if (typed === undefined) return { value: null, code: null };
  const parsed = typeof typed === "number" ? ({ kind: "value", value: typed } as const) : parseNumber(typed);
  if (parsed.kind === "missing") return { value: null, code: null };
  if (parsed.kind === "not_a_number") return { value: null, code: "not_a_number" };
  if (limits.whole && !Number.isInteger(parsed.value)) return { value: null, code: "not_whole" };
  const value = roundHalfUp(parsed.value, limits.decimals);
  if (value < limits.min || value > limits.max) return { value: null, code: "outside_hard_limits" };
  return { value, code: null };
}

export const limitsOf = (measure: Measure): Limits => ({
  min: measure.hard_min,
  max: measure.hard_max,
  whole: measure.integer,
  decimals: measure.decimals,
});

/** The value a set of trials stands for: the best where better has a direction, else their mean. */
export function bestOfTrials(measure: Measure, trials: readonly number[]): number | null {
  if (trials.length === 0) return null;
  if (measure.better === "lower") return Math.min(...trials);
  if (measure.better === "higher") return Math.max(...trials);
  return roundHalfUp(trials.reduce((sum, trial) => sum + trial, 0) / trials.length, measure.decimals);
}

/** Two or three trials that differ by more than 15 % of the largest: a fourth is asked for. */
function spreadTooWide(measure: Measure, trials: readonly number[], rules: RuleSet): boolean {
  const largest = Math.max(...trials);
  // A percentage has no meaning on a scale that goes through zero (hip angle, tilt).
  if (trials.length < 2 || trials.length > 3 || measure.hard_min < 0 || largest <= 0) return false;
  const spread = roundHalfUp((100 * (largest - Math.min(...trials))) / largest, 6);
  return spread > rules.values.trial_spread_pct;
}

export type MeasureReading = {
  entry: MeasurementEntry | null;
  problems: Omit<FieldProblem, "path">[];
  warnings: ("outside_plausible" | "lever_outside_plausible" | "trial_spread")[];
};

export function readMeasure(
  id: MeasurementEntry["measure"],
  side: Side,
  typed: DraftValue<"measure">,
  rater: string,
  rules: RuleSet = DEFAULT_RULES,
): MeasureReading {
  const measure = measureById(id);
  const limits = limitsOf(measure);
  const problems: MeasureReading["problems"] = [];
  const warnings: MeasureReading["warnings"] = [];
  const read = (raw: string | number | undefined, part: string, within: Limits): number | null => {
    const { value, code } = readTyped(raw, within);
    if (code !== null) problems.push({ code, part, limits: [within.min, within.max] });
    return value;
  };

  const single = read(typed.value, "value", limits);
  const trials = (typed.trials ?? []).flatMap((raw, index) => {
    const trial = read(raw, `trials.${index}`, limits);
    return trial === null ? [] : [trial];
  });
  const lever = measureById("lever_m");
  const lever_m = read(typed.lever_m, "lever_m", { ...limitsOf(lever), decimals: 3 });
  const value = bestOfTrials(measure, trials) ?? single;

  if (value !== null && !typed.confirmed && (value < measure.plausible_min || value > measure.plausible_max)) {
    warnings.push("outside_plausible");
  }
  if (lever_m !== null && !typed.confirmed && (lever_m < lever.plausible_min || lever_m > lever.plausible_max)) {
    warnings.push("lever_outside_plausible");
  }
  if (spreadTooWide(measure, trials, rules)) warnings.push("trial_spread");

  // A refused number keeps the whole row out: half a measurement is not one.
  if (value === null || problems.length > 0) return { entry: null, problems, warnings };
  const source = sourceOf(typed);
  const entry: MeasurementEntry = {
    measure: id,
    side,
    value,
    unit: measure.unit,
    trials,
    method: typed.method ?? null,
    lever_m,
    pelvis_stabilised: typed.pelvis_stabilised ?? null,
    rater: typed.rater?.trim() || rater,
    quality: typed.quality ?? "ok",
    note: typed.note?.trim() || null,
    ...(source !== null && { source }),
  };
  return { entry, problems, warnings };
}
