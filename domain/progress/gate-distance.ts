/** How far a criterion's value lies from its threshold, in units of measurement error (CLINICAL 5.3, ENG). */
import type { GateCriterion } from "@/domain/rules/evidence";
import { roundHalfUp } from "@/domain/rules/rounding";
import type { RuleSet } from "@/domain/rules/rule-set";
import { isThresholdId } from "@/domain/vocabulary/thresholds";

/** Positive = favourable. Below one unit either way the words are "inside measurement error". */
export type GateDistance = { mdcs: number; isInsideError: boolean };

/** By the measurement errors of `rules`; null for signs, times, missing data, and measures without an MDC. */
export function gateDistance(criterion: GateCriterion, rules: Pick<RuleSet, "values">): GateDistance | null {
  const { measure, rule, threshold, value } = criterion;
  if (measure === null || rule === null || threshold === null || typeof value !== "number") return null;
  const id = `mdc_${measure}`;
  const mdc = isThresholdId(id) ? rules.values[id] : 0;
  if (mdc === 0) return null;
  const raw = (value - threshold) / mdc;
  const favourable = rule === "at_least" ? raw : -raw;
  const mdcs = roundHalfUp(favourable, 1) + 0;
  return { mdcs, isInsideError: Math.abs(mdcs) < 1 };
}
