/** The one missing or stale value that could change the decision (CLINICAL 5.3, ENG). */
import type { SidePattern, VisitAssessment } from "@/domain/assessment";
import type { LimbSide, Side } from "@/domain/record";
import type { Evidence } from "@/domain/rules/evidence";
import { DEFAULT_RULES, type RuleSet } from "@/domain/rules/rule-set";

export type NextBestTest = {
  because: "gate_missing" | "pattern_missing" | "going_stale";
  /** A measure, a sign, or `hamstring_strength` for any of its tests. */
  test: string;
  side: Side | null;
};

/** Not a test one could do. */
const NO_TEST = ["reference_under_18", "medical_clearance"];
const LOOK_AHEAD_DAYS = 14;

function readMissing(code: string): Omit<NextBestTest, "because"> | null {
  const [test, side] = code.replace(/^missing:/, "").split(":");
  if (test === undefined || NO_TEST.includes(test)) return null;
  return { test, side: side === "L" || side === "R" || side === "M" ? side : null };
}

/** More findings for the pattern make the worse side. */
function weight({ domains }: SidePattern): number {
  const points = { positive: 2, borderline: 1, negative: 0, unknown: 0 };
  return points[domains.A] + points[domains.B] + points[domains.C];
}

function worseFirst(pattern: Record<LimbSide, SidePattern>): SidePattern[] {
  const sides = [pattern.L, pattern.R];
  return weight(pattern.R) > weight(pattern.L) ? sides.reverse() : sides;
}

function goingStale(assessment: VisitAssessment, evidence: Evidence, rules: RuleSet): NextBestTest | null {
  const lasts = { strength: rules.values.strength_valid_days_g3b_g4, elasticity: rules.values.measure_valid_days };
  const [first] = evidence.gate
    .flatMap(({ kind, measure, side, day }) => {
      if (measure === null || day === null || day === assessment.day) return [];
      if (kind !== "strength" && kind !== "elasticity") return [];
      return [{ test: measure, side, staleOn: day + lasts[kind] + 1 }];
    })
    .filter(({ staleOn }) => staleOn - assessment.day <= LOOK_AHEAD_DAYS)
    .sort((a, b) => a.staleOn - b.staleOn);
  return first ? { because: "going_stale", test: first.test, side: first.side } : null;
}

/** null when no single test would change anything. */
export function nextBestTest(
  assessment: VisitAssessment,
  evidence: Evidence,
  rules: RuleSet = DEFAULT_RULES,
): NextBestTest | null {
  if (assessment.gate?.status === "cannot_evaluate") {
    const missing = assessment.gate.reasons.filter((reason) => reason.startsWith("missing:"));
    const [first] = missing.flatMap((code) => readMissing(code) ?? []);
    if (first) return { because: "gate_missing", ...first };
  }
  const ordered = assessment.pattern === null ? [] : worseFirst(assessment.pattern);
  const [first] = ordered.flatMap((side) => side.missing).flatMap((code) => readMissing(code) ?? []);
  return first ? { because: "pattern_missing", ...first } : goingStale(assessment, evidence, rules);
}
