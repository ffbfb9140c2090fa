/** An exercise as the player shows it: words, dose and numbers to begin with; and the easier one in its place. */
import { ItemPicture, pictureOf } from "@/components/figure/item-picture";
import { planWords } from "@/components/portal/exercise-words";
import type { RoomExercise } from "@/components/portal/room-item";
import type { OwnItems } from "@/db/clinic-item";
import type { LastTime } from "@/db/session-item-facts";
import { prefilled } from "@/domain/home-session/done";
import type { Dose } from "@/domain/plan/dose";
import type { Easier } from "@/domain/plan/easier";
import { doseWords } from "@/messages/dose-words";
import type { Locale } from "@/messages/rooms";
import { saidOf, type ToldItem } from "../plan-words";

export function roomExercise(item: ToldItem, last: LastTime | null, locale: Locale): RoomExercise {
  const { name, doseNow, dose, steps, notes, painLimit } = item;
  return {
    name,
    dose: doseNow,
    doseText: dose,
    steps,
    notes,
    painLimit,
    filledIn: prefilled(doseNow, last),
    lastTime: last === null ? null : doseWords(asDone(last), locale),
  };
}

/** null for a clinic's own exercise that isn't among `own`. */
export function easierExercise({ exercise, dose, pain_limit, cautions }: Easier, own: OwnItems, locale: Locale) {
  const words = planWords(exercise, own, locale);
  if (words === null) return null;
  const { name, steps, movement } = words;
  const told = {
    id: exercise,
    name,
    dose,
    doseText: doseWords(dose, locale),
    steps,
    notes: saidOf(words, cautions, locale),
    painLimit: pain_limit,
    filledIn: prefilled(dose, null),
    lastTime: null,
  };
  const figure = (
    <ItemPicture
      picture={pictureOf(exercise, own)}
      mode="overlay"
      title={name}
      movement={movement}
      locale={locale}
      className="block max-h-36 w-full"
    />
  );
  return { told, figure };
}

const asDone = ({ dose, done: { sets, reps, seconds, kg } }: LastTime): Dose => ({
  ...dose,
  sets,
  reps,
  ...(dose.time_s === null ? { hold_s: seconds } : { time_s: seconds }),
  load: kg === null ? dose.load : { kind: "kg", value: kg },
});
