/** The three domains of the pattern: A anterior chain short, B hamstring weak, C lumbopelvic (CLINICAL 4.1). */
import type { DomainState } from "@/domain/assessment";
import type { LimbSide } from "@/domain/record";
import type { MeasureMethod } from "@/domain/vocabulary/measures";
import type { SignId } from "@/domain/vocabulary/signs";
import type { ThresholdId } from "@/domain/vocabulary/thresholds";
import type { PatternCriterion } from "./evidence";
import { type Findings, isAdult, isAtLeast, latestReading, latestSign, newerOf, type Reading } from "./findings";

export type DomainJudgement = {
  state: DomainState;
  /** instrument and measure are solid; clinical and sign lower the confidence. */
  basis: "measure" | "instrument" | "clinical" | "sign" | null;
  criteria: PatternCriterion[];
};

type Verdict = PatternCriterion["verdict"];
const UNKNOWN: DomainJudgement = { state: "unknown", basis: null, criteria: [] };

const HQ_LIMITS: Partial<Record<MeasureMethod, { low: ThresholdId; goal: ThresholdId }>> = {
  isometric_belt_90: { low: "hq_low_isometric_belt_90", goal: "hq_goal_isometric_belt_90" },
  isometric_belt_30: { low: "hq_low_isometric_belt_30", goal: "hq_goal_isometric_belt_30" },
  isokinetic_con_60: { low: "hq_low_isokinetic_con_60", goal: "hq_goal_isokinetic_con_60" },
};

/** undefined = shown, never scored (hand-held without a belt). */
export const hqLimits = (method: MeasureMethod | undefined) => (method === undefined ? undefined : HQ_LIMITS[method]);
export const isScoreable = ({ method }: Reading): boolean => hqLimits(method) !== undefined;

export const slhbLow = ({ patient, rules }: Findings): ThresholdId =>
  patient.age >= rules.age_slhb ? "slhb_low_60_plus" : "slhb_low";

/** undefined for sex X: no sex-specific cut-off is judged. */
function nmKgLow({ patient, rules }: Findings): ThresholdId | undefined {
  if (patient.sex === "X") return undefined;
  const isOlder = patient.age >= rules.age_strength;
  if (patient.sex === "M") return isOlder ? "ham_nm_kg_low_m_65_plus" : "ham_nm_kg_low_m_under_65";
  return isOlder ? "ham_nm_kg_low_f_65_plus" : "ham_nm_kg_low_f_under_65";
}

const measured = (
  { rules }: Findings,
  domain: PatternCriterion["domain"],
  { measure, side, value, day }: Reading,
  thresholdId: ThresholdId,
  verdict: Verdict,
): PatternCriterion => ({
  domain,
  indicator: measure,
  side,
  value,
  cutoff: rules[thresholdId],
  thresholdId,
  day,
  basis: "measure",
  verdict,
});

/** Higher is better: below `low` positive, below `goal` borderline. */
function belowIsPositive(findings: Findings, domain: "A" | "B", reading: Reading, low: ThresholdId, goal: ThresholdId) {
  if (reading.value < findings.rules[low]) return measured(findings, domain, reading, low, "positive");
  const verdict = reading.value < findings.rules[goal] ? "borderline" : "negative";
  return measured(findings, domain, reading, goal, verdict);
}

/** Lower is better: above `high` positive, above `usual` borderline. */
function aboveIsPositive(
  findings: Findings,
  domain: "A" | "C",
  reading: Reading,
  usual: ThresholdId,
  high: ThresholdId,
) {
  if (reading.value > findings.rules[high]) return measured(findings, domain, reading, high, "positive");
  const verdict = reading.value > findings.rules[usual] ? "borderline" : "negative";
  return measured(findings, domain, reading, usual, verdict);
}

const decidedBy = (criterion: PatternCriterion): DomainJudgement => ({
  state: criterion.verdict,
  basis: "measure",
  criteria: [criterion],
});

/** The first available of prone knee bend, heel–buttock distance and stabilised Thomas; else palpation. */
export function judgeAnterior(findings: Findings, side: LimbSide): DomainJudgement {
  if (!isAdult(findings)) return UNKNOWN;
  const recent = { within: findings.rules.measure_valid_days };
  const ely = latestReading(findings, "ely_angle_deg", side, recent);
  if (ely !== undefined) return decidedBy(belowIsPositive(findings, "A", ely, "ely_tight", "ely_free"));
  const heel = latestReading(findings, "heel_buttock_cm", side, recent);
  if (heel !== undefined) {
    return decidedBy(aboveIsPositive(findings, "A", heel, "heel_buttock_free", "heel_buttock_tight"));
  }
  const thomas = latestReading(findings, "mtt_knee_deg", side, { ...recent, where: ({ stabilised }) => stabilised });
  if (thomas !== undefined) {
    return decidedBy(belowIsPositive(findings, "A", thomas, "thomas_knee_tight", "thomas_knee_free"));
  }
  const tension = latestSign(findings, "quad_tightness", side);
  if (tension === undefined || !isAtLeast(tension, "moderate")) return UNKNOWN;
  return { state: "positive", basis: "sign", criteria: [bySign("A", tension, "positive")] };
}

const bySign = (
  domain: PatternCriterion["domain"],
  { id, side, grade, day }: NonNullable<ReturnType<typeof latestSign>>,
  verdict: Verdict,
): PatternCriterion => ({
  domain,
  indicator: id,
  side,
  value: grade,
  cutoff: null,
  thresholdId: null,
  day,
  basis: "sign",
  verdict,
});

function strengthCriteria(findings: Findings, side: LimbSide): PatternCriterion[] {
  const { rules } = findings;
  const recent = { within: rules.measure_valid_days };
  const criteria: PatternCriterion[] = [];
  const hq = latestReading(findings, "hq_ratio", side, { ...recent, where: isScoreable });
  const limits = hqLimits(hq?.method);
  if (hq !== undefined && limits !== undefined) {
    criteria.push(belowIsPositive(findings, "B", hq, limits.low, limits.goal));
  }
  const nmKg = latestReading(findings, "ham_nm_kg", side, {
    ...recent,
    where: ({ method }) => method === "isometric_belt_90",
  });
  const low = nmKgLow(findings);
  if (nmKg !== undefined && low !== undefined) {
    criteria.push(measured(findings, "B", nmKg, low, nmKg.value < rules[low] ? "positive" : "negative"));
  }
  const lsi = latestReading(findings, "lsi_ham_pct", side, recent);
  if (lsi !== undefined) criteria.push(belowIsPositive(findings, "B", lsi, "lsi_hard", "lsi_goal"));
  const mrc = latestReading(findings, "mrc_knee_flexion", side, recent);
  if (mrc !== undefined) {
    const verdict = mrc.value <= rules.mrc_weak_max ? "positive" : "negative";
    criteria.push(measured(findings, "B", mrc, "mrc_weak_max", verdict));
  }
  const bridge = latestReading(findings, "slhb_reps", side, recent);
  if (bridge !== undefined) {
    const threshold = slhbLow(findings);
    const verdict = bridge.value < rules[threshold] ? "borderline" : "negative";
    criteria.push(measured(findings, "B", bridge, threshold, verdict));
  }
  return criteria;
}

/** Two soft indicators weigh as much as one hard one; cramp alone is no strength value. */
const SOFT_INDICATORS_FOR_POSITIVE = 2;
const INSTRUMENT: readonly PatternCriterion["indicator"][] = ["hq_ratio", "ham_nm_kg", "lsi_ham_pct"];

export function judgeStrength(findings: Findings, side: LimbSide): DomainJudgement {
  if (!isAdult(findings)) return UNKNOWN;
  const strength = strengthCriteria(findings, side);
  const cramp = latestSign(findings, "early_fatigue_cramp", side);
  const fatigue =
    cramp === undefined ? [] : [bySign("B", cramp, isAtLeast(cramp, "moderate") ? "borderline" : "negative")];
  const criteria = [...strength, ...fatigue];
  if (strength.length === 0) return { ...UNKNOWN, criteria };
  const soft = criteria.filter(({ verdict }) => verdict === "borderline").length;
  const isPositive = criteria.some(({ verdict }) => verdict === "positive") || soft >= SOFT_INDICATORS_FOR_POSITIVE;
  return {
    state: isPositive ? "positive" : soft > 0 ? "borderline" : "negative",
    basis: strength.some(({ indicator }) => INSTRUMENT.includes(indicator)) ? "instrument" : "clinical",
    criteria,
  };
}

const TILT_SIGNS: readonly SignId[] = ["anterior_pelvic_tilt", "lumbar_hyperlordosis", "buttocks_prominent"];

export function judgeTilt(findings: Findings, side: LimbSide): DomainJudgement {
  if (!isAdult(findings)) return UNKNOWN;
  const recent = { within: findings.rules.measure_valid_days };
  const tilt = newerOf(
    latestReading(findings, "pelvic_tilt_deg", side, recent),
    latestReading(findings, "pelvic_tilt_deg", "M", recent),
  );
  if (tilt !== undefined) return decidedBy(aboveIsPositive(findings, "C", tilt, "tilt_usual_max", "tilt_increased"));
  const criteria = TILT_SIGNS.flatMap((id) => {
    const sign = newerOf(latestSign(findings, id, side), latestSign(findings, id, "M"));
    return sign === undefined ? [] : [bySign("C", sign, isAtLeast(sign, "moderate") ? "positive" : "negative")];
  });
  if (criteria.length === 0) return UNKNOWN;
  const isPositive = criteria.some(({ verdict }) => verdict === "positive");
  return { state: isPositive ? "positive" : "negative", basis: "sign", criteria };
}
