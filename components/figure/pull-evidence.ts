/** Looks up, in an episode's visits, the values that the pull figure shows beside a muscle: latest valid, not too old, per side. */
import type { VisitAssessment } from "@/domain/assessment";
import type { Day, LimbSide, MeasureRecord, Side, VisitRecord } from "@/domain/record";
import type { BodyRegionId } from "@/domain/vocabulary/body-regions";
import type { MeasureId } from "@/domain/vocabulary/measures";
import type { SignGrade, SignId } from "@/domain/vocabulary/signs";
import { THRESHOLDS, type ThresholdId } from "@/domain/vocabulary/thresholds";

export type PullEvidence = {
  /** The episode's visits in order; the last one is drawn. */
  visits: readonly VisitRecord[];
  /** What the rules concluded; the one of the drawn visit must be among them, earlier ones date the strength values. */
  assessments: readonly VisitAssessment[];
  /** Whole years at the drawn visit. */
  age: number;
  /** Today's body chart, when there is one: a painful area marks the muscle under it. */
  areas?: readonly { region: BodyRegionId; side: Side; intensity: number }[];
  /** "worse" (the default) draws the worse side of each muscle and names it. */
  side?: LimbSide | "worse";
  sayDay: (day: Day) => string;
  /** The clinic's thresholds; Counterpoise's own where absent. */
  rules?: { values: Record<ThresholdId, number> };
};

export type Dated<T> = { value: T; day: Day };

const DEFAULTS = new Map<string, number>(THRESHOLDS.map(({ id, value }) => [id, value]));

export const limit = (evidence: PullEvidence, id: ThresholdId): number =>
  evidence.rules?.values[id] ?? (DEFAULTS.get(id) as number);

export function shownVisit(evidence: PullEvidence): VisitRecord {
  const visit = evidence.visits.at(-1);
  if (visit === undefined) throw new Error("The pull figure needs at least one visit");
  return visit;
}

/** Newest first, no older than `days` at the drawn visit. */
function recent(evidence: PullEvidence, days: number): VisitRecord[] {
  const today = shownVisit(evidence).day;
  return evidence.visits.filter(({ day }) => today - day <= days).reverse();
}

/** The latest valid value of a measure on a side (CLINICAL 2.2, rules 6 and 7). */
export function latestMeasure(
  evidence: PullEvidence,
  id: MeasureId,
  side: Side,
  counts: (measure: MeasureRecord) => boolean = () => true,
): Dated<MeasureRecord> | null {
  for (const visit of recent(evidence, limit(evidence, "measure_valid_days"))) {
    const found = visit.measures.find(
      (measure) => measure.id === id && measure.side === side && measure.quality !== "invalid" && counts(measure),
    );
    if (found !== undefined) return { value: found, day: visit.day };
  }
  return null;
}

/** The latest grade of a sign on a side, or of the midline; null = not recorded in the last 28 days. */
export function latestSign(evidence: PullEvidence, id: SignId, side: Side): (Dated<SignGrade> & { side: Side }) | null {
  for (const visit of recent(evidence, limit(evidence, "sign_valid_days"))) {
    const found =
      visit.signs.find((sign) => sign.id === id && sign.side === side) ??
      visit.signs.find((sign) => sign.id === id && sign.side === "M");
    if (found !== undefined) return { value: found.grade, day: visit.day, side: found.side };
  }
  return null;
}

const RANK: Record<SignGrade, number> = { absent: 0, present: 1, mild: 1, moderate: 2, severe: 3 };
export const isAtLeast = (grade: SignGrade, least: SignGrade) => RANK[grade] >= RANK[least];

/** What decided domain A on a side, in the rules' own order (CLINICAL 4.1); null = nothing usable. */
export function anteriorSource(
  evidence: PullEvidence,
  side: LimbSide,
):
  | { kind: "ely" | "heel_buttock" | "thomas_knee"; found: Dated<MeasureRecord> }
  | { kind: "palpation"; day: Day }
  | null {
  const kneeUnfit = (["femoral_nerve_tension", "knee_limits_flexion"] as const).some((id) => {
    const sign = latestSign(evidence, id, side);
    return sign !== null && sign.value !== "absent";
  });
  const ely = kneeUnfit ? null : latestMeasure(evidence, "ely_angle_deg", side);
  if (ely !== null) return { kind: "ely", found: ely };
  const heel = kneeUnfit ? null : latestMeasure(evidence, "heel_buttock_cm", side);
  if (heel !== null) return { kind: "heel_buttock", found: heel };
  const knee = latestMeasure(evidence, "mtt_knee_deg", side, (measure) => measure.pelvis_stabilised === true);
  if (knee !== null) return { kind: "thomas_knee", found: knee };
  const sign = latestSign(evidence, "quad_tightness", side);
  return sign === null ? null : { kind: "palpation", day: sign.day };
}

/** The latest H:Q of a side, computed or entered, that the rules score. */
export function latestRatio(evidence: PullEvidence, side: LimbSide): { value: number; day: Day; low: number } | null {
  const today = shownVisit(evidence).day;
  const entered = latestMeasure(evidence, "hq_ratio", side);
  const computed = evidence.assessments
    .filter(({ day, derived }) => derived[side]?.hq_ratio !== undefined && day <= today)
    .filter(({ day }) => today - day <= limit(evidence, "measure_valid_days"))
    .at(-1);
  const latest =
    computed !== undefined && (entered === null || computed.day >= entered.day)
      ? {
          value: computed.derived[side]?.hq_ratio as number,
          day: computed.day,
          method: computed.derived[side]?.hq_method,
        }
      : entered !== null
        ? { value: entered.value.value, day: entered.day, method: entered.value.method }
        : null;
  if (latest === null || latest.method === undefined || latest.method === "isometric_unfixed") return null;
  return { value: latest.value, day: latest.day, low: limit(evidence, `hq_low_${latest.method}`) };
}
