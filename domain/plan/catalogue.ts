/** What a plan can be made of: the library and the clinic's own items, and which of them a phase allows (CLINICAL 5.2, E6). */
import type { ConditionId } from "@/domain/vocabulary/contraindications";
import { type ExerciseId, isExerciseId } from "@/domain/vocabulary/exercise-names";
import { EXERCISES, type Exercise, exerciseById } from "@/domain/vocabulary/exercises";
import type { Phase, TreatmentPhase } from "@/domain/vocabulary/phases";

export type ClinicItemId = `clinic:${string}`;
export type ClinicTemplateId = `clinic:${string}`;
export type PlanExerciseId = ExerciseId | ClinicItemId;
export type CatalogueItem = Pick<
  Exercise,
  | "name"
  | "phases"
  | "targets"
  | "equipment"
  | "kind"
  | "home"
  | "low_load"
  | "quad_length"
  | "quad_strength"
  | "active"
  | "dose"
  | "pain_limit"
  | "cautions"
> & {
  id: PlanExerciseId;
  /** One step harder and one easier; of a clinic's item its newest version. */
  progress_to: PlanExerciseId | null;
  regress_to: PlanExerciseId | null;
  /** A clinic's item made from a library item: the matrix and the chains of the original go with it. */
  copied_from?: ExerciseId;
  /** What a clinic's item says of conditions itself, beside the matrix of its original. */
  own_cells?: readonly { condition: ConditionId; effect: "hide" | "caution"; text: string }[];
};
/** The clinic's own items by id; the library is always there. */
export type ClinicItems = ReadonlyMap<ClinicItemId, CatalogueItem>;

const NO_OWN_ITEMS: ClinicItems = new Map();

/** null for an item this clinic doesn't have. */
export function catalogueItem(id: PlanExerciseId, own: ClinicItems = NO_OWN_ITEMS): CatalogueItem | null {
  return isExerciseId(id) ? exerciseById(id) : (own.get(id) ?? null);
}

/** The library item whose rules apply to this one; null for a clinic's item made from nothing. */
export const libraryOrigin = (item: CatalogueItem): ExerciseId | null =>
  isExerciseId(item.id) ? item.id : (item.copied_from ?? null);

/** What may be an easier or a harder step: done at home, and more than resting. */
export const isStep = ({ home, kind }: Pick<CatalogueItem, "home" | "kind">): boolean => home && kind !== "rest";

/** An item and every step below it, the hardest first. */
export function easierChain(id: PlanExerciseId, own: ClinicItems = NO_OWN_ITEMS): CatalogueItem[] {
  const chain: CatalogueItem[] = [];
  let next = catalogueItem(id, own);
  while (next !== null && !chain.includes(next)) {
    chain.push(next);
    next = next.regress_to === null ? null : catalogueItem(next.regress_to, own);
  }
  return chain;
}

const EASIER: Record<TreatmentPhase, ReadonlySet<PlanExerciseId>> = (() => {
  const inPhase = (phase: TreatmentPhase) =>
    new Set(
      EXERCISES.filter((item) => item.phases.includes(phase)).flatMap((item) =>
        easierChain(item.id)
          .slice(1)
          .map(({ id }) => id),
      ),
    );
  return {
    protect: inPhase("protect"),
    release: inPhase("release"),
    strengthen_1: inPhase("strengthen_1"),
    strengthen_2: inPhase("strengthen_2"),
    strengthen_3: inPhase("strengthen_3"),
    maintain: inPhase("maintain"),
  };
})();

/**
 * The item lists the phase, or is an easier item in the chain of one that does, or is a low-load item in Protect or
 * Release (E6). On hold nothing is allowed; outside the model there is no gate.
 */
export function isAllowedInPhase(item: CatalogueItem, phase: Phase, outsideModel = false): boolean {
  if (phase === "hold") return false;
  if (outsideModel) return true;
  if (phase === "none") return false;
  if (item.phases.includes(phase)) return true;
  if (item.low_load && (phase === "protect" || phase === "release")) return true;
  const origin = libraryOrigin(item);
  return origin !== null && EASIER[phase].has(origin);
}

export type Step =
  | { to: PlanExerciseId; allowed: true }
  | { to: PlanExerciseId; allowed: false; because: "closed_phase" }
  | null;

/** One step harder: only into an exercise the present phase allows; null at the end of the chain. */
export function progressionOf(item: CatalogueItem, phase: Phase, outsideModel = false, own = NO_OWN_ITEMS): Step {
  const harder = item.progress_to === null ? null : catalogueItem(item.progress_to, own);
  if (harder === null) return null;
  return isAllowedInPhase(harder, phase, outsideModel)
    ? { to: harder.id, allowed: true }
    : { to: harder.id, allowed: false, because: "closed_phase" };
}

/** One step easier: always allowed, whatever the phase, except on hold. */
export const regressionOf = (item: CatalogueItem): PlanExerciseId | null => item.regress_to;
