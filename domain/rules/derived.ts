/** Derived values of one visit: torque, Nm/kg, H:Q and symmetry, from one visit and one method only (CLINICAL 2.2). */
import type { Derived } from "@/domain/assessment";
import type { LimbSide, MeasureRecord } from "@/domain/record";
import { MEASURE_METHODS, type MeasureMethod } from "@/domain/vocabulary/measures";
import { roundHalfUp } from "./rounding";

export const LIMBS: readonly LimbSide[] = ["L", "R"];
export const otherSide = (side: LimbSide): LimbSide => (side === "L" ? "R" : "L");

type Muscle = "ham" | "quad";
type DerivedId = "ham_torque_nm" | "quad_torque_nm" | "ham_nm_kg" | "quad_nm_kg" | "hq_ratio" | "lsi_ham_pct";
export type DerivedReading = { measure: DerivedId; side: LimbSide; value: number; method?: MeasureMethod };

const methodsOf = (torques: ReadonlyMap<MeasureMethod | undefined, number>) =>
  [...MEASURE_METHODS, undefined].filter((method) => torques.has(method));

/** Unrounded torque in Nm per method; what a device gave goes before force × lever. */
function torquesOf(measures: readonly MeasureRecord[], muscle: Muscle, side: LimbSide) {
  const torques = new Map<MeasureMethod | undefined, number>();
  for (const entry of measures) {
    if (entry.side === side && entry.id === `${muscle}_force_n` && entry.lever_m !== undefined) {
      torques.set(entry.method, entry.value * entry.lever_m);
    }
  }
  for (const entry of measures) {
    if (entry.side === side && entry.id === `${muscle}_torque_nm`) torques.set(entry.method, entry.value);
  }
  return torques;
}

/** Shared by both muscles of a side, else the first each was taken with; a value without a method is never paired. */
const sharedMethod = (a: ReadonlyMap<MeasureMethod | undefined, number>, b: typeof a): MeasureMethod | undefined =>
  MEASURE_METHODS.find((method) => a.has(method) && b.has(method));

/** @param measures the judged measures of one visit; @param massKg body mass in force at that visit. */
export function deriveReadings(measures: readonly MeasureRecord[], massKg: number | undefined): DerivedReading[] {
  const ham = { L: torquesOf(measures, "ham", "L"), R: torquesOf(measures, "ham", "R") };
  const quad = { L: torquesOf(measures, "quad", "L"), R: torquesOf(measures, "quad", "R") };
  const symmetryMethod = sharedMethod(ham.L, ham.R);
  const readings: DerivedReading[] = [];
  for (const side of LIMBS) {
    const shared = sharedMethod(ham[side], quad[side]);
    for (const [muscle, torques] of [["ham", ham[side]] as const, ["quad", quad[side]] as const]) {
      const method = shared ?? methodsOf(torques)[0];
      const torque = torques.get(method);
      if (torque === undefined) continue;
      readings.push({ measure: `${muscle}_torque_nm`, side, value: roundHalfUp(torque, 1), method });
      if (massKg === undefined) continue;
      readings.push({ measure: `${muscle}_nm_kg`, side, value: roundHalfUp(torque / massKg, 2), method });
    }
    const hamstring = ham[side].get(shared);
    const quadriceps = quad[side].get(shared);
    if (shared !== undefined && hamstring !== undefined && quadriceps !== undefined && quadriceps > 0) {
      readings.push({ measure: "hq_ratio", side, value: roundHalfUp(hamstring / quadriceps, 2), method: shared });
    }
    const own = ham[side].get(symmetryMethod);
    const other = ham[otherSide(side)].get(symmetryMethod);
    if (symmetryMethod !== undefined && own !== undefined && other !== undefined && other > 0) {
      const value = roundHalfUp((100 * own) / other, 0);
      readings.push({ measure: "lsi_ham_pct", side, value, method: symmetryMethod });
    }
  }
  return readings;
}

/** The same values by side, as they stand in the assessment. */
export function derivedBySide(readings: readonly DerivedReading[]): Partial<Record<LimbSide, Derived>> {
  const bySide: Partial<Record<LimbSide, Derived>> = {};
  for (const { measure, side, value, method } of readings) {
    const derived: Derived = bySide[side] ?? {};
    bySide[side] = derived;
    derived[measure] = value;
    if (measure === "hq_ratio" && method !== undefined) derived.hq_method = method;
  }
  return bySide;
}
