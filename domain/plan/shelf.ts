/** What may go into this patient's plan: each exercise with what the phase and the conditions make of it (CLINICAL 3.6, 5.2). */
import {
  type CatalogueItem,
  type ClinicItemId,
  type ClinicItems,
  easierChain,
  isAllowedInPhase,
  type PlanExerciseId,
  progressionOf,
  regressionOf,
  type Step,
} from "@/domain/plan/catalogue";
import type { ClinicItem } from "@/domain/plan/clinic-item";
import { capDose, type Dose } from "@/domain/plan/dose";
import { fitItem, type ProposalInput, type ProposedItem } from "@/domain/plan/propose";
import type { Verdict } from "@/domain/plan/verdict";
import { EXERCISES } from "@/domain/vocabulary/exercises";
import type { Phase } from "@/domain/vocabulary/phases";

/** Upper ends of the parts that a limit caps; a part without one is absent. */
export type MostDose = Partial<Record<"sets" | "reps" | "time_s" | "hold_s" | "effort_pct" | "per_week", number>>;

/** Plain data: it travels to the browser with the page. */
export type ShelfItem = Pick<
  CatalogueItem,
  | "name"
  | "phases"
  | "targets"
  | "kind"
  | "equipment"
  | "low_load"
  | "quad_length"
  | "quad_strength"
  | "active"
  | "cautions"
> & {
  id: PlanExerciseId;
  /** In the present phase, or outside the model. */
  allowed: boolean;
  verdict: Verdict;
  /** As it would be added today: dose inside its limits, dates, pain limit. */
  start: Pick<ProposedItem, "dose" | "from" | "until" | "pain_limit">;
  most: MostDose;
  harder: Step;
  easier: PlanExerciseId | null;
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

function mostOf(exercise: CatalogueItem, { cap }: Verdict, mass_kg: number | null): MostDose {
  const capped = capDose(ENDLESS, cap, exercise.dose, mass_kg);
  const parts = ["sets", "reps", "time_s", "hold_s", "effort_pct", "per_week"] as const;
  const most: MostDose = {};
  for (const part of parts) {
    const value = capped[part];
    if (value !== null && value !== ENDLESS[part]) most[part] = value;
  }
  return most;
}

export type ShelfChoice = {
  outsideModel: boolean;
  /** The clinic's own items as they stand now; a running plan's older versions come by `also`. */
  own: readonly ClinicItem[];
  /** Of a running plan, whatever the phase. */
  also: readonly PlanExerciseId[];
};

/**
 * Easier is always possible: one step down the chain. From an item whose own phase is closed it leads on to the first
 * step that the phase allows, so that one press gives something to do; where there is none, to the next step, which
 * stays set aside like the item itself.
 */
function easierIn(item: CatalogueItem, phase: Phase, outsideModel: boolean, own: ClinicItems): PlanExerciseId | null {
  const next = regressionOf(item);
  if (next === null || isAllowedInPhase(item, phase, outsideModel)) return next;
  const open = easierChain(next, own).find((step) => step.home && isAllowedInPhase(step, phase, outsideModel));
  return open?.id ?? next;
}

/** Home items that the phase allows, the library's and the clinic's own, those of the running plan and a step below them. */
export function planShelf(input: ProposalInput, { outsideModel, own, also }: ShelfChoice): ShelfItem[] {
  const kept = [...(input.own?.values() ?? [])].filter(({ id }) => also.includes(id));
  const mine = [...own, ...kept.filter(({ id }) => own.every((item) => item.id !== id))];
  const byId: ClinicItems = new Map(mine.map((item) => [item.id as ClinicItemId, item]));
  const entries = [...mine, ...EXERCISES.filter((exercise) => exercise.home)].map((item: CatalogueItem) => ({
    item,
    allowed: isAllowedInPhase(item, input.phase, outsideModel),
    easier: easierIn(item, input.phase, outsideModel, byId),
  }));
  const below = new Set(entries.filter(({ item }) => also.includes(item.id)).map(({ easier }) => easier));
  return entries
    .filter(({ item, allowed }) => allowed || also.includes(item.id) || below.has(item.id))
    .map(({ item, allowed, easier }) => {
      const { verdict, dose, from, until, pain_limit } = fitItem(item, input);
      const { id, name, phases, targets, kind, equipment, low_load, quad_length, quad_strength, active, cautions } =
        item;
      return {
        ...{ id, name, phases, targets, kind, equipment, low_load, quad_length, quad_strength, active, cautions },
        allowed,
        verdict,
        start: { dose, from, until, pain_limit },
        most: mostOf(item, verdict, input.mass_kg),
        harder: progressionOf(item, input.phase, outsideModel, byId),
        easier,
      };
    });
}
