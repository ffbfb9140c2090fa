/** A plan's items and its changes as sentences in the patient's language. */
import { dayAndMonth } from "@/components/portal/day-words";
import { exerciseWords } from "@/components/portal/exercise-words";
import type { PortalItem } from "@/db/portal";
import type { PlanExerciseId } from "@/domain/plan/catalogue";
import type { PlanChange } from "@/domain/plan/difference";
import type { Dose } from "@/domain/plan/dose";
import { type ExerciseId, isExerciseId } from "@/domain/vocabulary/exercise-names";
import { doseWords } from "@/messages/dose-words";
import { fill } from "@/messages/fill";
import type { Locale, Messages } from "@/messages/rooms";

export type ToldItem = {
  key: string;
  exercise: ExerciseId;
  name: string;
  equipment: string;
  dose: string;
  doseNow: Dose;
  notes: string[];
  steps: readonly string[];
  movement: string;
  painLimit: number;
};

/** Items of the library; a reduced dose is the one told. */
export function toldItems(
  items: readonly PortalItem[],
  today: string,
  locale: Locale,
  text: Messages["portal"]["today"],
): ToldItem[] {
  return items.flatMap(({ id, exercise, dose, reduced, limit_text, note, pain_limit }) => {
    if (!isExerciseId(exercise)) return [];
    const isReduced = reduced !== null && reduced.from <= today;
    const doseNow = isReduced ? reduced.dose : dose;
    const notes = [
      ...(isReduced ? [fill(text.smallerDose, { day: dayAndMonth(reduced.until, locale) })] : []),
      ...(limit_text === null ? [] : [fill(text.limit, { text: limit_text })]),
      ...(note === null ? [] : [note]),
    ];
    const { name, equipment, steps, movement } = exerciseWords(exercise, locale);
    const told = { name, equipment, steps, movement, dose: doseWords(doseNow, locale) };
    return [{ key: id, exercise, ...told, doseNow, notes, painLimit: pain_limit }];
  });
}

export function changeWords(
  changes: readonly PlanChange[],
  items: readonly PortalItem[],
  locale: Locale,
  text: Messages["portal"]["changed"],
): string[] {
  const nameOf = (id: PlanExerciseId) => (isExerciseId(id) ? exerciseWords(id, locale).name : "");
  return changes.map((change) => {
    if (change.kind === "order") return text.order;
    const name = nameOf(change.exercise);
    switch (change.kind) {
      case "swapped":
        return fill(text.swapped, { name, former: nameOf(change.from) });
      case "dose": {
        const item = items.find(({ id }) => id === change.item);
        return item ? fill(text.dose, { name, dose: doseWords(item.dose, locale) }) : fill(text.words, { name });
      }
      case "reduced":
        return fill(text.reduced, { name, day: dayAndMonth(change.until, locale) });
      default:
        return fill(text[change.kind], { name });
    }
  });
}
