/** The one easier exercise that may stand in for a planned one at home: a step down its chain that nothing speaks against. */
import {
  type CatalogueItem,
  type ClinicItems,
  catalogueItem,
  isStep,
  type PlanExerciseId,
  regressionOf,
} from "@/domain/plan/catalogue";
import { type Dose, scaleDose, startDose } from "@/domain/plan/dose";
import { saidTexts, type VerdictInput, verdictOn } from "@/domain/plan/verdict";

export type Easier = {
  exercise: PlanExerciseId;
  dose: Dose;
  pain_limit: number;
  /** What the conditions of today say of it, none of them named. */
  cautions: readonly string[];
};

export type Planned = {
  item: CatalogueItem;
  dose: Dose;
  pain_limit: number;
  /** A limit set in words for this exercise: another one isn't put in its place without the clinic. */
  limit_text: string | null;
  /** A flare's smaller dose is in force. */
  is_reduced: boolean;
};

/**
 * null where the chain ends, the easier item is done in the clinic only or is in the plan already, or a condition hides
 * or limits it: a limit has to be explained, and that is the clinic's part. The dose is the library's start, halved
 * while a flare's smaller dose is in force; the pain limit never rises.
 */
export function easierFor(
  planned: Planned,
  facts: VerdictInput,
  inPlan: ReadonlySet<string>,
  own?: ClinicItems,
): Easier | null {
  const to = regressionOf(planned.item);
  if (to === null || inPlan.has(to) || planned.limit_text !== null) return null;
  const easier = catalogueItem(to, own);
  if (easier === null || !isStep(easier)) return null;
  const { effect, texts } = verdictOn(easier, facts);
  if (effect === "hide" || effect === "limit") return null;
  const start = startDose(easier.dose);
  const { per_week, side } = planned.dose;
  // One side treated stays the one side.
  const dose = { ...start, per_week, side: start.side === null ? null : (side ?? start.side) };
  return {
    exercise: to,
    dose: planned.is_reduced ? scaleDose(dose, 50) : dose,
    pain_limit: Math.min(easier.pain_limit, planned.pain_limit),
    cautions: saidTexts(texts),
  };
}
