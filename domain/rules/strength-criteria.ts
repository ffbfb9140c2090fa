/** Strength and bridge criteria of G3b and G4: values up to 14 days old, and what stands in for a missing test. */
import type { LimbSide, Side, VisitRecord } from "@/domain/record";
import type { MeasureId } from "@/domain/vocabulary/measures";
import type { ThresholdId } from "@/domain/vocabulary/thresholds";
import { LIMBS } from "./derived";
import { hqLimits, isScoreable, slhbLow } from "./domains";
import type { GateCriterion } from "./evidence";
import { type Findings, latestReading, type Reading } from "./findings";
import { answer, failing, lacking, reaches } from "./gate-criteria";
import { isReason } from "./reason";
import { difference } from "./rounding";

type Both = Record<LimbSide, Reading | undefined>;
export type StrengthVerdict = { criteria: GateCriterion[]; notices: string[] };

const valid = (findings: Findings, measure: MeasureId, where?: (reading: Reading) => boolean): Both => {
  const within = findings.rules.strength_valid_days_g3b_g4;
  return {
    L: latestReading(findings, measure, "L", { within, where }),
    R: latestReading(findings, measure, "R", { within, where }),
  };
};

const present = (both: Both): Reading[] => [both.L, both.R].filter((reading) => reading !== undefined);

const namedIfEarlier = ({ visit }: Findings, readings: readonly Reading[]): string[] =>
  readings
    .filter((reading) => reading.visit !== visit.visit)
    .map(({ measure, side, day }) => `earlier_value_used:${measure}:${side}:${day}`);

const cannotTest = ({ visit, rules }: Findings, id: NonNullable<VisitRecord["cannot_test"]>[number]["id"]) =>
  (visit.cannot_test ?? []).some((entry) => entry.id === id && isReason(entry.reason, rules));

type Asked = { measure: MeasureId; side: Side; thresholdId: ThresholdId; code: string; limit?: number };
const strongEnough = (findings: Findings, asked: Asked, reading: Reading | undefined): GateCriterion =>
  answer(findings, { ...asked, kind: "strength", rule: "at_least" }, reading);

/** Symmetry is one criterion: the weaker side drives it. */
function symmetry(findings: Findings, lsi: Both, thresholdId: "lsi_hard" | "lsi_goal"): GateCriterion[] {
  const weaker = present(lsi).toSorted((a, b) => a.value - b.value)[0];
  const code = `lsi_ham_below_${findings.rules[thresholdId]}`;
  return [strongEnough(findings, { measure: "lsi_ham_pct", side: weaker?.side ?? "M", thresholdId, code }, weaker)];
}

const manualGrade = (findings: Findings, mrc: Both): GateCriterion[] =>
  LIMBS.map((side) => {
    // Full strength is the grade above the highest weak one.
    const limit = findings.rules.mrc_weak_max + 1;
    const code = `mrc_below_${limit}:${side}`;
    const asked: Asked = { measure: "mrc_knee_flexion", side, thresholdId: "mrc_weak_max", limit, code };
    return strongEnough(findings, asked, mrc[side]);
  });

function bridges(findings: Findings, slhb: Both, thresholdId: ThresholdId, isDropped: boolean): GateCriterion[] {
  return LIMBS.filter((side) => slhb[side] !== undefined || !isDropped).map((side) => {
    const code = `slhb_below_${findings.rules[thresholdId]}:${side}`;
    return strongEnough(findings, { measure: "slhb_reps", side, thresholdId, code }, slhb[side]);
  });
}

/** SLHB both sides; symmetry, or where it is unknown full manual grade on both sides. */
export function strengthForEccentric(findings: Findings): StrengthVerdict {
  const lsi = valid(findings, "lsi_ham_pct");
  const slhb = valid(findings, "slhb_reps");
  const hasSymmetry = present(lsi).length > 0;
  const mrc = hasSymmetry ? { L: undefined, R: undefined } : valid(findings, "mrc_knee_flexion");
  const isDropped = present(slhb).length < LIMBS.length && hasSymmetry && cannotTest(findings, "slhb_reps");
  return {
    criteria: [
      ...bridges(findings, slhb, "slhb_g3b", isDropped),
      ...(hasSymmetry ? symmetry(findings, lsi, "lsi_hard") : manualGrade(findings, mrc)),
    ],
    notices: [
      ...namedIfEarlier(findings, [...present(lsi), ...present(slhb), ...present(mrc)]),
      ...(isDropped ? ["substitute_used:slhb_reps"] : []),
    ],
  };
}

function ratios(findings: Findings, hq: Both, isReplaced: boolean): GateCriterion[] {
  return LIMBS.flatMap((side) => {
    const reading = hq[side];
    const limits = hqLimits(reading?.method);
    const code = `hq_below_goal:${side}`;
    if (limits !== undefined) {
      return [strongEnough(findings, { measure: "hq_ratio", side, thresholdId: limits.goal, code }, reading)];
    }
    // Which goal applies is known with the method only.
    const unknown = { ...lacking(`hq_ratio:${side}`, "strength"), measure: "hq_ratio" as const, side };
    return isReplaced ? [] : [unknown];
  });
}

function bridgesAlike(findings: Findings, slhb: Both): GateCriterion[] {
  if (slhb.L === undefined || slhb.R === undefined) return [];
  const threshold = findings.rules.slhb_side_difference_g4;
  const value = Math.abs(difference(slhb.L.value, slhb.R.value));
  return [
    {
      ...failing(`slhb_diff_gt_${threshold}`, "strength"),
      measure: "slhb_reps",
      rule: "at_most",
      threshold,
      thresholdId: "slhb_side_difference_g4",
      value,
      day: Math.min(slhb.L.day, slhb.R.day),
      met: reaches(value, "at_most", threshold) ? "met" : "not_met",
    },
  ];
}

/** Symmetry and H:Q goals and bridges; without a dynamometer manual grade and alike bridges replace what is missing. */
export function strengthForMaintain(findings: Findings): StrengthVerdict {
  const lsi = valid(findings, "lsi_ham_pct");
  const hq = valid(findings, "hq_ratio", isScoreable);
  const slhb = valid(findings, "slhb_reps");
  const hasSymmetry = present(lsi).length > 0;
  const hasAll = hasSymmetry && present(hq).length === LIMBS.length;
  const isReplaced = !hasAll && cannotTest(findings, "hamstring_dynamometry");
  const isDropped = hasAll && present(slhb).length < LIMBS.length && cannotTest(findings, "slhb_reps");
  const mrc = isReplaced ? valid(findings, "mrc_knee_flexion") : { L: undefined, R: undefined };
  return {
    criteria: [
      ...(hasSymmetry || !isReplaced ? symmetry(findings, lsi, "lsi_goal") : []),
      ...ratios(findings, hq, isReplaced),
      ...(isReplaced ? [...manualGrade(findings, mrc), ...bridgesAlike(findings, slhb)] : []),
      ...bridges(findings, slhb, slhbLow(findings), isDropped),
    ],
    notices: [
      ...namedIfEarlier(findings, [...present(lsi), ...present(hq), ...present(slhb), ...present(mrc)]),
      ...(isReplaced ? ["substitute_used:hamstring_dynamometry"] : []),
      ...(isDropped ? ["substitute_used:slhb_reps"] : []),
    ],
  };
}
