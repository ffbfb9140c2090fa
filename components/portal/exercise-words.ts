/** An exercise in the reader's language: name, what is needed, steps and the movement in words. For server components. */
import type { ClinicItemId, PlanExerciseId } from "@/domain/plan/catalogue";
import type { ClinicItem } from "@/domain/plan/clinic-item";
import { type ExerciseId, isExerciseId } from "@/domain/vocabulary/exercise-names";
import { exerciseById } from "@/domain/vocabulary/exercises";
import enMovements from "@/messages/en/movements.json";
import esExercises from "@/messages/es/exercises.json";
import esMovements from "@/messages/es/movements.json";
import type { Locale } from "@/messages/rooms";
import { ownCaution } from "./caution-words";

export type ExerciseWords = {
  name: string;
  /** Empty when nothing is needed. */
  equipment: string;
  steps: readonly string[];
  movement: string;
  /** What to mind in it; null: nothing. */
  caution: string | null;
};

const NOTHING = ["none", "–"];
const needed = (equipment: string): string => (NOTHING.includes(equipment) ? "" : equipment);

/** A clinic's own exercise, in the words the clinic wrote; its picture is described by its name. */
function ownWords(item: ClinicItem | undefined): ExerciseWords | null {
  if (item === undefined) return null;
  const { name, equipment, content } = item;
  return { name, equipment: needed(equipment), steps: content.steps, movement: name, caution: content.cautions };
}

/** Of a plan's line; null for a clinic's own that isn't among `own`. */
export const planWords = (
  id: PlanExerciseId,
  own: ReadonlyMap<ClinicItemId, ClinicItem>,
  locale: Locale,
): ExerciseWords | null => (isExerciseId(id) ? exerciseWords(id, locale) : ownWords(own.get(id)));

export function exerciseWords(id: ExerciseId, locale: Locale): ExerciseWords {
  const caution = ownCaution(id, locale);
  if (locale === "es") return { ...esExercises[id], movement: esMovements[id], caution };
  const { name, equipment, steps } = exerciseById(id);
  return { name, equipment: needed(equipment), steps, movement: enMovements[id], caution };
}
