/** Which rows come first on a visit: what was taken last time, the imbalance's battery, or that of an acute strain. */
import type { VisitAssessment } from "@/domain/assessment";
import type { VisitRecord } from "@/domain/record";
import type { MeasureId } from "@/domain/vocabulary/measures";
import type { Phase } from "@/domain/vocabulary/phases";
import type { SignId } from "@/domain/vocabulary/signs";
import type { Statement } from "@/domain/vocabulary/statements";

export const PROFILES = ["follow_up", "imbalance", "acute_strain"] as const;
export type Profile = (typeof PROFILES)[number];

/** CLINICAL 4.2: statements that speak of a short front or a weak back of the thigh. */
const IMBALANCE: readonly Statement[] = [
  "quad_dominant_apt",
  "quad_dominant_tilt_unknown",
  "quad_dominant_no_apt",
  "anterior_tightness_only",
  "hamstring_weakness_only",
];

export const isImbalance = (statement: Statement): boolean => IMBALANCE.includes(statement);

/**
 * The profile an episode's state asks for; a clinician may take another one.
 * @param phase the phase the visit starts in
 * @param last the assessment of the visit before; null at a first visit
 */
export function profileOf(phase: Phase, last: VisitAssessment | null): Profile {
  const sides = last?.pattern ? [last.pattern.L, last.pattern.R] : [];
  if (phase === "protect" || sides.some(({ strain }) => strain === "confirmed" || strain === "suspected")) {
    return "acute_strain";
  }
  // Before entry, and before anything was seen, the battery is what tells the pattern.
  if (phase === "none" && !sides.some(({ statement }) => statement === "not_this_pattern")) return "imbalance";
  return sides.some(({ statement }) => isImbalance(statement)) ? "imbalance" : "follow_up";
}

const MEASURES_FIRST: Record<Exclude<Profile, "follow_up">, readonly MeasureId[]> = {
  imbalance: [
    "ely_angle_deg",
    "heel_buttock_cm",
    "mtt_knee_deg",
    "mtt_hip_deg",
    "ham_force_n",
    "quad_force_n",
    "slhb_reps",
    "mrc_knee_flexion",
    "pelvic_tilt_deg",
  ],
  acute_strain: ["mrc_knee_flexion", "ake_deficit_deg", "slr_deg", "ham_force_n", "slhb_reps", "ely_angle_deg"],
};

/** Measures that come first, in their order; the others follow as usual. */
export const measuresFirst = (profile: Profile, last: VisitRecord | null): readonly MeasureId[] =>
  profile === "follow_up" ? [...new Set((last?.measures ?? []).map(({ id }) => id))] : MEASURES_FIRST[profile];

/** Signs that come first beside the group a profile is about. */
export const signsFirst = (last: VisitRecord | null): readonly SignId[] => [
  ...new Set((last?.signs ?? []).map(({ id }) => id)),
];

/** Rows in a person's own order where there is one; a row it doesn't name keeps its usual place behind them. */
export function inOwnOrder<T>(rows: readonly T[], keyOf: (row: T) => string, own: readonly string[] | undefined): T[] {
  if (!own) return [...rows];
  const place = new Map(own.map((key, index) => [key, index]));
  return rows.toSorted((a, b) => (place.get(keyOf(a)) ?? own.length) - (place.get(keyOf(b)) ?? own.length));
}

/** The order with one row moved up (-1) or down (1); null where it can't go further. */
export function movedRow(order: readonly string[], key: string, by: -1 | 1): string[] | null {
  const from = order.indexOf(key);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return null;
  return order.toSpliced(from, 1).toSpliced(to, 0, key);
}
