/** Losses that send a patient back: quadriceps length (R2), strength in Maintain (R4), and what they are held against. */
import type { InitialState, LimbSide } from "@/domain/record";
import type { MeasureId, MeasureMethod } from "@/domain/vocabulary/measures";
import type { Phase } from "@/domain/vocabulary/phases";
import { LIMBS } from "./derived";
import { hqLimits, isScoreable } from "./domains";
import { type Findings, isAdult, latestReading, type Reading, readingToday } from "./findings";
import { difference } from "./rounding";

export const REGRESS = {
  redFlag: "R0_red_flag",
  flare: "R1a_flare",
  secondFlare: "R1b_second_flare",
  elasticityLoss: "R2_elasticity_loss",
  newStrain: "R3_new_strain",
  strengthLoss: "R4_strength_loss",
} as const;

/** Prone knee bend per side when strengthening began. */
export type ElasticityEntry = Partial<Record<LimbSide, number>>;
/** Strength at entry to Maintain, per side and method: values of different methods are never compared. */
export type StrengthEntry = Record<
  LimbSide,
  Partial<Record<MeasureMethod, { hq_ratio?: number; lsi_ham_pct?: number }>>
>;

export const NO_STRENGTH_ENTRY: StrengthEntry = { L: {}, R: {} };

export const isStrengthening = (phase: Phase): boolean =>
  phase === "strengthen_1" || phase === "strengthen_2" || phase === "strengthen_3";
/** Where quadriceps length must be kept. */
export const keepsLength = (phase: Phase): boolean => isStrengthening(phase) || phase === "maintain";

/** Sides whose knee bend fell below the limit by at least the MDC since strengthening began. */
export function sidesWithElasticityLoss(findings: Findings, entry: ElasticityEntry): LimbSide[] {
  if (!isAdult(findings)) return [];
  const { rules } = findings;
  return LIMBS.filter((side) => {
    const today = readingToday(findings, "ely_angle_deg", side)?.value;
    const before = entry[side];
    if (today === undefined || before === undefined) return false;
    return today < rules.ely_tight && difference(before, today) >= rules.r2_loss;
  });
}

type StrengthLoss = { side: LimbSide; isLow: boolean; isConfirmed: boolean };

function strengthLossOf(findings: Findings, side: LimbSide, entry: StrengthEntry): StrengthLoss {
  const { rules } = findings;
  const hq = readingToday(findings, "hq_ratio", side, isScoreable);
  const lsi = readingToday(findings, "lsi_ham_pct", side);
  const limits = hqLimits(hq?.method);
  const isHqLow = hq !== undefined && limits !== undefined && hq.value < rules[limits.low];
  const isLsiLow = lsi !== undefined && lsi.value < rules.lsi_hard;
  const lost = (reading: Reading | undefined, measure: "hq_ratio" | "lsi_ham_pct", limit: number) => {
    const before = reading?.method === undefined ? undefined : entry[side][reading.method]?.[measure];
    return reading !== undefined && before !== undefined && difference(before, reading.value) >= limit;
  };
  const isConfirmed =
    (isHqLow && lost(hq, "hq_ratio", rules.r4_hq_loss)) || (isLsiLow && lost(lsi, "lsi_ham_pct", rules.r4_lsi_loss));
  return { side, isLow: isHqLow || isLsiLow, isConfirmed };
}

/** @returns whether R4 fires, and the sides below the limit whose loss is not confirmed. */
export function judgeStrengthLoss(findings: Findings, entry: StrengthEntry) {
  if (!isAdult(findings)) return { isConfirmed: false, unconfirmed: [] };
  const sides = LIMBS.map((side) => strengthLossOf(findings, side, entry));
  return {
    isConfirmed: sides.some(({ isConfirmed }) => isConfirmed),
    unconfirmed: sides.filter(({ isLow, isConfirmed }) => isLow && !isConfirmed).map(({ side }) => side),
  };
}

/** The knee bend in force on the day strengthening begins. */
export function elasticityAtEntry(findings: Findings): ElasticityEntry {
  const entry: ElasticityEntry = {};
  for (const side of LIMBS) {
    const ely = latestReading(findings, "ely_angle_deg", side, { within: findings.rules.measure_valid_days });
    if (ely !== undefined) entry[side] = ely.value;
  }
  return entry;
}

const ENTRY_MEASURES = ["hq_ratio", "lsi_ham_pct"] as const satisfies readonly MeasureId[];

/** Adds, where nothing is held yet, the strength of today and (on the day of entry) of the last 14 days. */
export function strengthAtEntry(findings: Findings, held: StrengthEntry, isDayOfEntry: boolean): StrengthEntry {
  const entry: StrengthEntry = { L: { ...held.L }, R: { ...held.R } };
  const oldest = findings.rules.strength_valid_days_g3b_g4;
  const newestFirst = findings.readings
    .filter(({ day, visit }) => (isDayOfEntry ? findings.day - day <= oldest : visit === findings.visit.visit))
    .toReversed();
  for (const side of LIMBS) {
    for (const measure of ENTRY_MEASURES) {
      for (const reading of newestFirst) {
        if (reading.measure !== measure || reading.side !== side || reading.method === undefined) continue;
        entry[side][reading.method] = { [measure]: reading.value, ...entry[side][reading.method] };
      }
    }
  }
  return entry;
}

/** The entry values a patient transferred in mid-course brings along. */
export function strengthFromTransfer(initial: InitialState["maintain_entry"]): StrengthEntry {
  const entry: StrengthEntry = { L: {}, R: {} };
  for (const side of LIMBS) {
    const { method, ...values } = initial?.[side] ?? {};
    if (method !== undefined) entry[side][method] = values;
  }
  return entry;
}
