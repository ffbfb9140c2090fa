/** The whole words for how a measure changed; "no detectable change" is never shortened. */
import status from "./en/status.json";

/** The classes of the rules, and the two states in which nothing can be compared yet. */
export type ShownChange = keyof typeof status.change;

/** "Improved (important)", "No detectable change". */
export function changeWords(shown: ShownChange): string {
  const { word, grade } = status.change[shown];
  return `${word} ${grade}`.trim();
}
