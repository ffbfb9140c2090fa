/** What may go into this patient's plan: each exercise with what the phase and the conditions make of it (CLINICAL 3.6, 5.2). */
import {
  catalogueItem,
  isAllowedInPhase,
  type PlanExerciseId,
  progressionOf,
  regressionOf,
  type Step,
} from "@/domain/plan/catalogue";
import { capDose, type Dose } from "@/domain/plan/dose";
import { fitItem, type ProposalInput, type ProposedItem } from "@/domain/plan/propose";
import type { Verdict } from "@/domain/plan/verdict";
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";
import { EXERCISES, type Exercise } from "@/domain/vocabulary/exercises";

/** Upper ends of the parts that a limit caps; a part without one is absent. */
export type MostDose = Partial<Record<"sets" | "reps" | "time_s" | "hold_s" | "effort_pct" | "per_week", number>>;

/** Plain data: it travels to the browser with the page. */
export type ShelfItem = Pick<
  Exercise,
  "name" | "phases" | "targets" | "kind" | "equipment" | "low_load" | "quad_length" | "quad_strength" | "active"
> & {
  id: ExerciseId;
  /** In the present phase, or outside the model. */
  allowed: boolean;
  verdict: Verdict;
  /** As it would be added today: dose inside its limits, dates, pain limit. */
  start: Pick<ProposedItem, "dose" | "from" | "until" | "pain_limit">;
  most: MostDose;
  harder: Step;
  easier: ExerciseId | null;
};

/** Beyond every dose a person types, so that what a cap leaves of it is the cap. */
const ENDLESS: Dose = {
  sets: 20,
  reps: 200,
  time_s: 7200,
  hold_s: 300,
  tempo: null,
  effort_pct: 100,
  load: null,
  per_week: 7,
  side: null,
  rest_s: 0,
};

function mostOf(exercise: Exercise, { cap }: Verdict, mass_kg: number | null): MostDose {
  const capped = capDose(ENDLESS, cap, exercise.dose, mass_kg);
  const parts = ["sets", "reps", "time_s", "hold_s", "effort_pct", "per_week"] as const;
  const most: MostDose = {};
  for (const part of parts) {
    const value = capped[part];
    if (value !== null && value !== ENDLESS[part]) most[part] = value;
  }
  return most;
}

/** Home items that the phase allows, and those named in `also` (a running plan's, whatever the phase). */
export function planShelf(input: ProposalInput, outsideModel: boolean, also: readonly PlanExerciseId[]): ShelfItem[] {
  return EXERCISES.filter((exercise) => exercise.home)
    .map((exercise) => ({ exercise, allowed: isAllowedInPhase(exercise, input.phase, outsideModel) }))
    .filter(({ exercise, allowed }) => allowed || also.includes(exercise.id))
    .map(({ exercise, allowed }) => {
      const { verdict, dose, from, until, pain_limit } = fitItem(exercise.id, null, null, input);
      const { id, name, phases, targets, kind, equipment, low_load, quad_length, quad_strength, active } = exercise;
      const item = catalogueItem(id);
      return {
        ...{ id, name, phases, targets, kind, equipment, low_load, quad_length, quad_strength, active },
        allowed,
        verdict,
        start: { dose, from, until, pain_limit },
        most: mostOf(exercise, verdict, input.mass_kg),
        harder: item === null ? null : progressionOf(item, input.phase, outsideModel),
        easier: item === null ? null : regressionOf(item),
      };
    });
}
