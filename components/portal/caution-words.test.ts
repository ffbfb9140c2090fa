import { describe, expect, test } from "vitest";
import { CONTRAINDICATIONS } from "@/domain/vocabulary/contraindications";
import { EXERCISES } from "@/domain/vocabulary/exercises";
import { FLAGS } from "@/domain/vocabulary/flags";
import { LOCALES } from "@/messages/rooms";
import { cautionWords, ownCaution } from "./caution-words";

const HOME = EXERCISES.filter(({ home }) => home);
const TEXTS = CONTRAINDICATIONS.flatMap((cell) =>
  "text" in cell && HOME.some(({ id }) => id === cell.exercise) ? [cell.text ?? ""] : [],
);
/** Of a condition, and what is asked of the clinician. */
const NOT_FOR_PATIENTS = /[Ee]nter the (limit|stage)|[Gg]ive an end date|^Say:|acknowledge|rheumatology|≤|\bAKE\b/;

describe("limits and cautions in the patient's words", () => {
  test.each(LOCALES)("every text of the matrix for an exercise at home has its own (%s)", (locale) => {
    expect(TEXTS.length).toBeGreaterThan(50);
    for (const text of TEXTS) {
      const words = cautionWords(text, locale);
      if (locale === "es") expect(words, text).not.toBe(text);
      expect(words).not.toMatch(NOT_FOR_PATIENTS);
      for (const { id, name } of FLAGS) {
        expect(words.toLowerCase(), text).not.toContain(name.toLowerCase());
        expect(words.toLowerCase(), text).not.toContain(id);
      }
    }
  });

  test.each(LOCALES)("every exercise that the library has a caution for says it (%s)", (locale) => {
    for (const { id, cautions } of HOME) {
      expect(ownCaution(id, locale) === null, id).toBe(cautions === null);
      expect(ownCaution(id, locale) ?? "").not.toMatch(NOT_FOR_PATIENTS);
    }
  });

  test("what a clinic wrote stands as it is", () => {
    for (const text of ["Mind the stairs.", "constructor", ""]) expect(cautionWords(text, "es")).toBe(text);
  });
});
