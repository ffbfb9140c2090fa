/** What a clinic may set a threshold to: a range that its unit and its score allow, and the order of those that belong together. */
import { THRESHOLDS, type Threshold, type ThresholdId, type ThresholdUnit } from "@/domain/vocabulary/thresholds";
import type { RuleSet } from "./rule-set";

type ThresholdLimits = { min: number; max: number; whole: boolean };
export type ThresholdFault =
  | ({ kind: "range" } & ThresholdLimits)
  /** It belongs on the other side of `other`, whose value is given; `orEqual`: the same value would do. */
  | { kind: "below" | "above"; other: ThresholdId; value: number; orEqual: boolean };

const from = (min: number, max: number): ThresholdLimits => ({ min, max, whole: false });
const whole = (min: number, max: number): ThresholdLimits => ({ min, max, whole: true });

const BY_UNIT: Record<ThresholdUnit, ThresholdLimits> = {
  deg: from(0, 180),
  cm: from(0, 100),
  ratio: from(0.01, 3),
  "Nm/kg": from(0.01, 6),
  "%": from(1, 100),
  "% of baseline": from(1, 100),
  grade: from(0, 5),
  reps: whole(0, 100),
  days: whole(1, 365),
  hours: whole(1, 336),
  points: from(0, 10),
  score: from(0, 10),
  characters: whole(1, 500),
  years: whole(18, 120),
  items: whole(1, 20),
};

/** Scores that end elsewhere than at 10. */
const BY_SCORE: readonly [RegExp, ThresholdLimits][] = [
  [/rmdq/, whole(0, 24)],
  [/lefs/, whole(0, 80)],
  [/groc/, whole(0, 7)],
  [/^r4_lsi_loss$/, from(0, 100)],
];

/** A change that counts is never none at all. */
const CHANGE = /^(mdc|mcid)_/;
const LEAST_CHANGE = 0.01;

function thresholdLimits({ id, unit }: Threshold): ThresholdLimits {
  const limits = BY_SCORE.find(([score]) => score.test(id))?.[1] ?? BY_UNIT[unit];
  if (!CHANGE.test(id)) return limits;
  return { ...limits, min: Math.max(limits.min, limits.whole ? 1 : LEAST_CHANGE) };
}

type Pair = { low: ThresholdId; high: ThresholdId; orEqual?: true };

/** Zones that must not turn inside out; `orEqual` where a clinic may well draw no line between the two. */
const ORDERED: readonly Pair[] = [
  { low: "ely_tight", high: "ely_free" },
  { low: "heel_buttock_free", high: "heel_buttock_tight" },
  { low: "thomas_knee_tight", high: "thomas_knee_free" },
  { low: "tilt_usual_max", high: "tilt_increased" },
  { low: "hq_low_isometric_belt_90", high: "hq_goal_isometric_belt_90" },
  { low: "hq_low_isometric_belt_30", high: "hq_goal_isometric_belt_30" },
  { low: "hq_low_isokinetic_con_60", high: "hq_goal_isokinetic_con_60" },
  { low: "ham_nm_kg_low_m_65_plus", high: "ham_nm_kg_low_m_under_65", orEqual: true },
  { low: "ham_nm_kg_low_f_65_plus", high: "ham_nm_kg_low_f_under_65", orEqual: true },
  { low: "lsi_hard", high: "lsi_goal" },
  { low: "slhb_g3b", high: "slhb_low", orEqual: true },
  { low: "slhb_low_60_plus", high: "slhb_low", orEqual: true },
  { low: "strength_valid_days_g3b_g4", high: "measure_valid_days", orEqual: true },
  { low: "second_pass_min_days", high: "second_pass_max_days" },
  { low: "nprs_worst_g4", high: "nprs_worst_g1_g2_g3" },
  { low: "nprs_exercise_progress", high: "nprs_exercise_stop" },
  { low: "flare_dose_days_min", high: "flare_dose_days_max", orEqual: true },
  { low: "plateau_watch_days", high: "plateau_days" },
  { low: "adherence_partial", high: "adherence_good" },
];

/** By threshold what is wrong with its value; a value out of its range is not compared with others as well. */
export function thresholdFaults(values: RuleSet["values"]): Partial<Record<ThresholdId, ThresholdFault>> {
  const faults: Partial<Record<ThresholdId, ThresholdFault>> = {};
  for (const entry of THRESHOLDS) {
    const [value, limits] = [values[entry.id], thresholdLimits(entry)];
    const isWithin = value >= limits.min && value <= limits.max && (!limits.whole || Number.isInteger(value));
    if (!isWithin) faults[entry.id] = { kind: "range", ...limits };
  }
  const isRead = (id: ThresholdId) => faults[id]?.kind !== "range";
  for (const { low, high, orEqual = false } of ORDERED) {
    if (!isRead(low) || !isRead(high)) continue;
    if (values[low] < values[high] || (orEqual && values[low] === values[high])) continue;
    faults[low] ??= { kind: "below", other: high, value: values[high], orEqual };
    faults[high] ??= { kind: "above", other: low, value: values[low], orEqual };
  }
  return faults;
}
