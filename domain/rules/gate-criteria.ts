/** The single criteria of the gates, each met, not met or without data, with the code it answers for (CLINICAL 5). */
import type { LimbSide, Side } from "@/domain/record";
import type { MeasureId } from "@/domain/vocabulary/measures";
import type { SignId } from "@/domain/vocabulary/signs";
import type { ThresholdId } from "@/domain/vocabulary/thresholds";
import { LIMBS } from "./derived";
import type { CriterionKind, GateCriterion } from "./evidence";
import { type Findings, isAtLeast, latestSign, type Reading, readingToday } from "./findings";
import { worstPainToday } from "./pain";
import { difference } from "./rounding";

export type Question = {
  measure: MeasureId;
  side: Side;
  kind: CriterionKind;
  rule: "at_least" | "at_most";
  thresholdId: ThresholdId;
  /** Where the limit is reckoned from the threshold; else the threshold itself. */
  limit?: number;
  /** The reason code when it fails. */
  code: string;
};

const BLANK: Omit<GateCriterion, "code" | "kind" | "met"> = {
  measure: null,
  side: null,
  rule: null,
  threshold: null,
  thresholdId: null,
  value: null,
  day: null,
};

export const reaches = (value: number, rule: "at_least" | "at_most", limit: number): boolean =>
  rule === "at_least" ? value >= limit : value <= limit;

/** Every limit is inclusive in the favourable direction; without a reading the answer is "no data", never "no". */
export function answer({ rules }: Findings, question: Question, reading: Reading | undefined): GateCriterion {
  const { measure, side, kind, rule, thresholdId, limit = rules[thresholdId], code } = question;
  const asked = { ...BLANK, kind, measure, side, rule, threshold: limit, thresholdId };
  if (reading === undefined) {
    return { ...asked, code: `missing:${side === "M" ? measure : `${measure}:${side}`}`, met: "no_data" };
  }
  const isMet = reaches(reading.value, rule, limit);
  // Pain may be answered by another area than the one asked for.
  const found = { measure: reading.measure, side: reading.side, value: reading.value, day: reading.day };
  return { ...asked, ...found, code, met: isMet ? "met" : "not_met" };
}

export const lacking = (code: string, kind: CriterionKind): GateCriterion => ({
  ...BLANK,
  kind,
  code: `missing:${code}`,
  met: "no_data",
});

/** A criterion without a measure: it stands here because it fails. */
export const failing = (code: string, kind: CriterionKind): GateCriterion => ({
  ...BLANK,
  kind,
  code,
  met: "not_met",
});

/** A span of time that must have passed since a day. */
export function elapsed(
  { rules }: Findings,
  thresholdId: ThresholdId,
  span: { value: number; since: number; code: string },
): GateCriterion {
  const threshold = rules[thresholdId];
  const isMet = reaches(span.value, "at_least", threshold);
  return {
    ...failing(span.code, "time"),
    rule: "at_least",
    threshold,
    thresholdId,
    value: span.value,
    day: span.since,
    met: isMet ? "met" : "not_met",
  };
}

type LimbReading = { side: LimbSide; ely: Reading | undefined; heel: Reading | undefined };

const kneeBend = (findings: Findings, { side, ely }: LimbReading): GateCriterion =>
  answer(
    findings,
    {
      measure: "ely_angle_deg",
      side,
      kind: "elasticity",
      rule: "at_least",
      thresholdId: "ely_tight",
      code: `ely_below_${findings.rules.ely_tight}:${side}`,
    },
    ely,
  );

const heelDistance = (findings: Findings, { side, heel }: LimbReading): GateCriterion =>
  answer(
    findings,
    {
      measure: "heel_buttock_cm",
      side,
      kind: "elasticity",
      rule: "at_most",
      thresholdId: "heel_buttock_free",
      code: `heel_buttock_gt_${findings.rules.heel_buttock_free}:${side}`,
    },
    heel,
  );

/** "Quadriceps elastic": prone knee bend on both sides; if one is missing, heel–buttock distance on both. */
export function elasticity(findings: Findings): { criteria: GateCriterion[]; notices: string[] } {
  const limbs = LIMBS.map((side) => ({
    side,
    ely: readingToday(findings, "ely_angle_deg", side),
    heel: readingToday(findings, "heel_buttock_cm", side),
  }));
  const hasEveryBend = limbs.every(({ ely }) => ely !== undefined);
  const hasEveryDistance = limbs.every(({ heel }) => heel !== undefined);
  const criteria = limbs.flatMap((limb) => {
    const bend = kneeBend(findings, limb);
    const distance = heelDistance(findings, limb);
    // The distance stands in for a missing bend; a bend that was measured and fails closes the gate all the same.
    if (!hasEveryBend && hasEveryDistance) return bend.met === "not_met" ? [distance, bend] : [distance];
    return bend.met === "no_data" && distance.met === "not_met" ? [distance] : [bend];
  });
  return { criteria, notices: sideDifference(findings, criteria) };
}

/** Both sides pass but differ: said, never a failure. */
function sideDifference({ rules }: Findings, criteria: readonly GateCriterion[]): string[] {
  const [left, right] = criteria;
  if (criteria.length !== LIMBS.length || left?.met !== "met" || right?.met !== "met") return [];
  const gap = Math.abs(difference(Number(left.value), Number(right.value)));
  if (left.measure === "ely_angle_deg") return gap > rules.ely_side_difference_notice ? ["ely_diff_gt_10"] : [];
  return gap > rules.heel_buttock_side_difference_notice ? ["heel_buttock_diff_gt_3"] : [];
}

export const worstPain = (findings: Findings, thresholdId: "nprs_worst_g1_g2_g3" | "nprs_worst_g4"): GateCriterion =>
  answer(
    findings,
    {
      measure: "nprs_worst",
      side: "M",
      kind: "pain",
      rule: "at_most",
      thresholdId,
      code: `nprs_worst_gt_${findings.rules[thresholdId]}`,
    },
    worstPainToday(findings),
  );

export const exercisePain = (findings: Findings): GateCriterion =>
  answer(
    findings,
    {
      measure: "nprs_exercise",
      side: "M",
      kind: "pain",
      rule: "at_most",
      thresholdId: "nprs_exercise_progress",
      code: `nprs_exercise_gt_${findings.rules.nprs_exercise_progress}`,
    },
    readingToday(findings, "nprs_exercise", "M"),
  );

/** A sign that may be at most so strong on a side; not recorded is no answer. */
export function signAtMost(
  findings: Findings,
  id: SignId,
  side: LimbSide,
  allowed: "absent" | "mild",
  code: string,
): GateCriterion {
  const sign = latestSign(findings, id, side);
  const asked = { ...BLANK, kind: "sign" as const, measure: id, side };
  if (sign === undefined) return { ...asked, code: `missing:${id}:${side}`, met: "no_data" };
  const isMet = !isAtLeast(sign, allowed === "absent" ? "mild" : "moderate");
  return { ...asked, code, value: sign.grade, day: sign.day, met: isMet ? "met" : "not_met" };
}
