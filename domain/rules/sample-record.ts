/** Shorthand for the records that tests of the rules are written in. */
import type { EpisodeRecord, LimbSide, MeasureRecord, PatientRecord, Side, VisitRecord } from "@/domain/record";
import { type MeasureId, type MeasureMethod, measureById } from "@/domain/vocabulary/measures";
import type { SignGrade, SignId } from "@/domain/vocabulary/signs";
import { type FoldedVisit, foldCourse } from "./course";

export const ADULT: PatientRecord = { age: 40, sex: "F", mass_kg: 60 };

export const measured = (
  id: MeasureId,
  side: Side,
  value: number,
  more: Partial<MeasureRecord> = {},
): MeasureRecord => ({
  id,
  side,
  value,
  unit: measureById(id).unit,
  ...more,
});

export const bothSides = (id: MeasureId, left: number, right: number, more: Partial<MeasureRecord> = {}) => [
  measured(id, "L", left, more),
  measured(id, "R", right, more),
];

export const ely = (left: number, right: number) => bothSides("ely_angle_deg", left, right);
export const worst = (back: number) => measured("nprs_worst", "M", back);

/** Torques of both muscles in Nm, as a device gives them. */
export const torques = (
  ham: Record<LimbSide, number>,
  quad: Record<LimbSide, number>,
  method: MeasureMethod = "isometric_belt_90",
) => [
  ...bothSides("ham_torque_nm", ham.L, ham.R, { method }),
  ...bothSides("quad_torque_nm", quad.L, quad.R, { method }),
];

export const seen = (id: SignId, side: Side, grade: SignGrade, onset_day?: number) =>
  onset_day === undefined ? { id, side, grade } : { id, side, grade, onset_day };

type Recorded = Omit<Partial<VisitRecord>, "visit" | "day">;

/** A day and what was recorded on it. */
export type Dated = readonly [number, Recorded];

/** Visits numbered in the order they are given. */
export const visitsOf = (...days: readonly Dated[]): VisitRecord[] =>
  days.map(([day, recorded], index) => ({ visit: index + 1, day, flags: [], signs: [], measures: [], ...recorded }));

export const course = (visits: VisitRecord[], episode: Partial<Omit<EpisodeRecord, "visits">> = {}): FoldedVisit[] =>
  foldCourse({ patient: ADULT, ...episode, visits });

/** The conclusion of the last visit. */
export function lastOf(visits: VisitRecord[], episode: Partial<Omit<EpisodeRecord, "visits">> = {}) {
  const folded = course(visits, episode).at(-1);
  if (folded === undefined) throw new Error("no visit to conclude from");
  return folded.assessment;
}
