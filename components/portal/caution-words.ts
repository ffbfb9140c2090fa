/** Limits and cautions as a patient reads them: an exercise's own, and those of the matrix without their condition. For server components. */
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";
import en from "@/messages/en/cautions.json";
import es from "@/messages/es/cautions.json";
import type { Locale } from "@/messages/rooms";

type Words = { own: Partial<Record<ExerciseId, string>>; said: Readonly<Record<string, string>> };
const WORDS: Record<Locale, Words> = { en, es };

/** null: nothing needs to be said of it. */
export const ownCaution = (id: ExerciseId, locale: Locale): string | null => WORDS[locale].own[id] ?? null;

/** `text` as the matrix has it; a clinic's own words stand as they are. */
export function cautionWords(text: string, locale: Locale): string {
  const { said } = WORDS[locale];
  return Object.hasOwn(said, text) ? (said[text] ?? text) : text;
}
