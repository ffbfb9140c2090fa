/** Builds what the charts draw from the visits of an episode and what was concluded from each (CLINICAL 7). */
import type { Change, VisitAssessment } from "@/domain/assessment";
import { isAttended } from "@/domain/attended";
import type { Series, SeriesPoint } from "@/domain/progress/series";
import { type Day, SIDES, type Side, type VisitRecord } from "@/domain/record";
import { usualError } from "@/domain/rules/change";
import { difference } from "@/domain/rules/rounding";
import { DEFAULT_RULES, type RuleSet } from "@/domain/rules/rule-set";
import { MEASURES, type Measure, type MeasureId, type MeasureMethod, measureById } from "@/domain/vocabulary/measures";
import { isThresholdId, type ThresholdId } from "@/domain/vocabulary/thresholds";

export type CourseVisit = { visit: VisitRecord; assessment: VisitAssessment };
export type ProgressInput = {
  /** The fold's visits in their order. */
  visits: readonly CourseVisit[];
  /** Days of visits that did not take place. */
  missed: readonly Day[];
  /** Whole years at the last visit. */
  age: number;
  /** The patient's own targets; they go before the model's. */
  goals: readonly { measure: MeasureId; side: Side | null; target: number }[];
  rules?: RuleSet;
};

type Value = Pick<SeriesPoint, "visit" | "day" | "quality" | "method" | "rater" | "derived"> & {
  value: number;
  isJudged: boolean;
};

const DERIVED = [
  "ham_torque_nm",
  "quad_torque_nm",
  "ham_nm_kg",
  "quad_nm_kg",
  "hq_ratio",
  "lsi_ham_pct",
] as const satisfies readonly MeasureId[];
const ELASTICITY: readonly MeasureId[] = ["ely_angle_deg", "heel_buttock_cm"];

function valueAt({ visit, assessment }: CourseVisit, measure: MeasureId, side: Side): Value | null {
  const at = { visit: visit.visit, day: visit.day };
  const entered = visit.measures.find((one) => one.id === measure && one.side === side);
  if (entered) {
    const { value, quality = "ok", method = null, rater = null } = entered;
    // While the femoral nerve or the knee limits the bend it is no length test (CLINICAL 2.2 rule 6).
    const isLengthTest = !(ELASTICITY.includes(measure) && assessment.notices.includes(`ely_not_judged:${side}`));
    return { ...at, value, quality, method, rater, derived: false, isJudged: quality === "ok" && isLengthTest };
  }
  const key = DERIVED.find((id) => id === measure);
  if (key === undefined || side === "M") return null;
  const value = assessment.derived[side]?.[key];
  if (value === undefined) return null;
  const muscle = key.startsWith("quad") ? "quad_force_n" : "ham_force_n";
  const force = visit.measures.find((one) => one.id === muscle && one.side === side);
  const method: MeasureMethod | null = assessment.derived[side]?.hq_method ?? force?.method ?? null;
  return { ...at, value, quality: "ok", method, rater: null, derived: true, isJudged: true };
}

const thresholdOf = (rules: RuleSet, id: string): number | null =>
  isThresholdId(id) ? rules.values[id satisfies ThresholdId] : null;

/** The line a value is read against; none for pain, which has only its band, and none for what is described. */
function goalOf(measure: Measure, side: Side, method: MeasureMethod | null, input: ProgressInput): number | null {
  const own = input.goals.find((goal) => goal.measure === measure.id && (goal.side === null || goal.side === side));
  if (own) return own.target;
  const { values } = input.rules ?? DEFAULT_RULES;
  switch (measure.id) {
    case "ely_angle_deg":
      return values.ely_tight;
    case "heel_buttock_cm":
      return values.heel_buttock_free;
    case "mtt_knee_deg":
      return values.thomas_knee_free;
    case "hq_ratio":
      return thresholdOf(input.rules ?? DEFAULT_RULES, `hq_goal_${method}`);
    case "lsi_ham_pct":
      return values.lsi_goal;
    case "mrc_knee_flexion":
      return values.mrc_weak_max + 1;
    case "slhb_reps":
      return input.age >= values.age_slhb ? values.slhb_low_60_plus : values.slhb_low;
    case "psfs_avg":
      return values.psfs_goal;
    case "rmdq_score":
      return values.rmdq_recovered;
    default:
      return null;
  }
}

const isPain = (measure: MeasureId) => measure.startsWith("nprs_");

function pointsOf(values: readonly (Value | null)[], measure: MeasureId, baseline: Value, input: ProgressInput) {
  let before: { index: number; day: Day } | null = null;
  return input.visits.map(({ visit }, index): SeriesPoint => {
    const found = values[index] ?? null;
    const at = { visit: visit.visit, day: visit.day };
    if (found === null) {
      const gap = { value: null, quality: "ok", method: null, rater: null, derived: false } as const;
      return { ...at, ...gap, comparable: false, notComparableBecause: null, otherRater: false, breaksBefore: false };
    }
    const { isJudged, ...value } = found;
    const isSameMethod = value.method === baseline.method;
    const comparable = isJudged && isSameMethod;
    const last = before;
    const isGap = last !== null && isPain(measure) && values.slice(last.index + 1, index).includes(null);
    const isMissed = last !== null && input.missed.some((day) => day > last.day && day < visit.day);
    if (comparable) before = { index, day: visit.day };
    return {
      ...at,
      ...value,
      comparable,
      notComparableBecause: comparable ? null : isJudged ? "method" : "invalid",
      otherRater: value.rater !== null && baseline.rater !== null && value.rater !== baseline.rater,
      breaksBefore: last !== null && (!comparable || isGap || isMissed),
    };
  });
}

function seriesOf(measureId: MeasureId, side: Side, input: ProgressInput): Series | null {
  const { visits, rules = DEFAULT_RULES } = input;
  const values = visits.map((visit) => valueAt(visit, measureId, side));
  if (values.every((value) => value === null)) return null;
  const measure = measureById(measureId);
  const latestIndex = values.findLastIndex((value) => value?.isJudged);
  const latest = values[latestIndex];
  const { unit, decimals, better } = measure;
  const described = { measure: measureId, side, unit, decimals, better, describedOnly: better === "none" };
  if (!latest) {
    const anyValue = values.find((value) => value !== null);
    const points = anyValue ? pointsOf(values, measureId, anyValue, input) : [];
    const verdict = { baseline: null, latest: null, delta: null, changeClass: null, mdc: null };
    return { ...described, ...verdict, mcid: thresholdOf(rules, `mcid_${measureId}`), goal: null, points };
  }
  // The same baseline as the change class: the first of the newest value's method, else the first of all.
  const sameMethod = values.findIndex((value) => value?.isJudged && value.method === latest.method);
  const firstIndex = values.findIndex((value) => value?.isJudged);
  const baselineIndex = sameMethod < latestIndex ? sameMethod : firstIndex;
  const baseline = values[baselineIndex] ?? latest;
  const change: Change | undefined = visits[latestIndex]?.assessment.changes_vs_baseline.find(
    (one) => one.measure === measureId && one.side === side,
  );
  const { visit, day, value, method, rater } = baseline;
  const delta = change?.delta ?? (baseline === latest ? null : difference(latest.value, value));
  return {
    ...described,
    baseline: { visit, day, value, method, rater },
    mdc: change?.mdc ?? usualError({ measure: measureId, value, method }, rules.values),
    mcid: thresholdOf(rules, `mcid_${measureId}`),
    goal: better === "none" ? null : goalOf(measure, side, method, input),
    points: pointsOf(values, measureId, baseline, input),
    changeClass: change?.class ?? null,
    latest: { visit: latest.visit, day: latest.day, value: latest.value },
    delta,
  };
}

/** What a visit holds a value of, so that the rest of the catalogue isn't searched for. */
const keysOf = ({ visit, assessment }: CourseVisit): string[] => [
  ...visit.measures.map(({ id, side }) => `${id} ${side}`),
  ...(["L", "R"] as const).flatMap((side) => Object.keys(assessment.derived[side] ?? {}).map((id) => `${id} ${side}`)),
];

/** One series for each measure and side that has a value, in the order of the catalogue. */
export function buildSeries(given: ProgressInput): Series[] {
  // Nothing is measured at a contact: it is no visit without a value.
  const input = { ...given, visits: given.visits.filter(({ visit }) => isAttended(visit)) };
  const present = new Set(input.visits.flatMap(keysOf));
  return MEASURES.filter((measure) => measure.id !== "lever_m").flatMap((measure) =>
    SIDES.flatMap((side) => (present.has(`${measure.id} ${side}`) ? (seriesOf(measure.id, side, input) ?? []) : [])),
  );
}
