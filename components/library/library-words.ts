/** The catalogues in words: doses with their ranges, source tags, and exercises named where a note gives their id. */
import { EXERCISES, type Exercise } from "@/domain/vocabulary/exercises";
import { perWeekWords } from "@/messages/dose-words";
import words from "@/messages/en/library.json";
import tags from "@/messages/en/source-tag.json";
import { fill } from "@/messages/fill";

function range(from: number | null, to: number | null): string | null {
  if (from === null) return null;
  return to === null || to === from ? String(from) : fill(words.exercises.range, { from, to });
}

/** "3 × 8–12, hold 2 s, each side · 4 a week" */
export function libraryDose({ dose }: Pick<Exercise, "dose">): string {
  const reps = range(dose.reps_min, dose.reps_max);
  const isLong = dose.time_s_min !== null && dose.time_s_min >= 120;
  const time =
    dose.time_s_min === null
      ? null
      : isLong
        ? `${range(dose.time_s_min / 60, (dose.time_s_max ?? dose.time_s_min) / 60)} min`
        : `${range(dose.time_s_min, dose.time_s_max)} s`;
  const work = reps ?? time;
  const effort = range(dose.effort_pct_min, dose.effort_pct_max);
  const parts = [
    work === null ? null : dose.sets === 1 && reps === null ? work : `${dose.sets} × ${work}`,
    dose.hold_s > 0 ? fill(words.exercises.hold, { n: dose.hold_s }) : null,
    dose.per_side ? words.exercises.sides : null,
    effort === null ? null : fill(words.exercises.effort, { n: effort }),
  ].filter((part) => part !== null);
  return [...(parts.length > 0 ? [parts.join(", ")] : []), perWeekWords(dose.per_week)].join(" · ");
}

const BY_LENGTH = [...EXERCISES].sort((a, b) => b.id.length - a.id.length);

/** Notes name exercises by id. */
export function namedExercises(note: string): string {
  return BY_LENGTH.reduce((said, { id, name }) => said.replace(new RegExp(`\\b${id}\\b`, "g"), `“${name}”`), note);
}

const TAGS: Readonly<Record<string, string>> = tags;

/** "S: Olivencia 2020" → "Published: Olivencia 2020": the tags of a text, spelled out. */
export function spelledTags(text: string): string {
  return text
    .replace(/\b(S|MC|MU|ENG)(?=[:\s](?!\d)|[,;)]|$)/g, (tag) => TAGS[tag] ?? tag)
    .replace(/\b(MC|MU|ENG)\b/g, (tag) => TAGS[tag] ?? tag);
}

/** Every word of the search stands somewhere in the texts. */
export function holdsWords(texts: readonly string[], search: string): boolean {
  const said = texts.join(" ").toLowerCase();
  return search
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

/** A single value of a query string; repeated names count as none. */
export const oneOf = (value: string | string[] | undefined): string => (typeof value === "string" ? value : "");
