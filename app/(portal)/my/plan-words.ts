/** A plan's items and its changes as sentences in the patient's language. */
import { type Picture, pictureOf } from "@/components/figure/item-picture";
import { cautionWords } from "@/components/portal/caution-words";
import { dayAndMonth } from "@/components/portal/day-words";
import { type ExerciseWords, planWords } from "@/components/portal/exercise-words";
import type { OwnItems } from "@/db/clinic-item";
import type { PortalItem } from "@/db/portal-plan";
import type { PlanExerciseId } from "@/domain/plan/catalogue";
import type { PlanChange } from "@/domain/plan/difference";
import type { Dose } from "@/domain/plan/dose";
import { asksForFormerDose } from "@/domain/plan/item";
import { doseWords } from "@/messages/dose-words";
import { fill } from "@/messages/fill";
import type { Locale, Messages } from "@/messages/rooms";

export type ToldItem = {
  key: string;
  picture: Picture;
  name: string;
  equipment: string;
  dose: string;
  doseNow: Dose;
  notes: string[];
  steps: readonly string[];
  movement: string;
  painLimit: number;
};

/** A reduced dose is the one told. A clinic's own exercise speaks as the clinic wrote it. */
export function toldItems(
  { items, own }: { items: readonly PortalItem[]; own: OwnItems },
  today: string,
  locale: Locale,
  text: Messages["portal"]["today"],
): ToldItem[] {
  return items.flatMap(({ id, exercise, dose, reduced, limit_text, note, pain_limit, cautions }) => {
    const words = planWords(exercise, own, locale);
    if (words === null) return [];
    const isReduced = reduced !== null && reduced.from <= today;
    const doseNow = isReduced ? reduced.dose : dose;
    const notes = [
      ...(isReduced
        ? [
            asksForFormerDose({ reduced }, today)
              ? text.smallerDoseStill
              : fill(text.smallerDose, { day: dayAndMonth(reduced.until, locale) }),
          ]
        : []),
      ...(limit_text === null ? [] : [fill(text.limit, { text: limit_text })]),
      ...saidOf(words, cautions, locale),
      ...(note === null ? [] : [note]),
    ];
    const { name, equipment, steps, movement } = words;
    const told = { name, equipment, steps, movement, dose: doseWords(doseNow, locale) };
    return [{ key: id, picture: pictureOf(exercise, own), ...told, doseNow, notes, painLimit: pain_limit }];
  });
}

/** What stood against it when it was assigned, then what to mind in it anyway; each sentence once. */
export const saidOf = (
  { caution }: Pick<ExerciseWords, "caution">,
  cautions: readonly string[],
  locale: Locale,
): string[] => [
  ...new Set([...cautions.map((text) => cautionWords(text, locale)), ...(caution === null ? [] : [caution])]),
];

export function changeWords(
  changes: readonly PlanChange[],
  { items, own }: { items: readonly PortalItem[]; own: OwnItems },
  locale: Locale,
  text: Messages["portal"]["changed"],
): string[] {
  const nameOf = (id: PlanExerciseId) => planWords(id, own, locale)?.name ?? "";
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
