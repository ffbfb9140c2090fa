/** Finds a key written twice in one object of a JSON text: parsing would keep the last and ignore the first in silence. */
import type { FieldPath } from "./field-path";

type Level = { keys: Set<string> | null; step: string | number };

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * @param text JSON that parses
 * @returns the path of the first repetition, or null
 */
export function repeatedKey(text: string): FieldPath | null {
  const levels: Level[] = [];
  let isKey = false;
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === "{" || token === "[") {
      levels.push(token === "{" ? { keys: new Set(), step: "" } : { keys: null, step: 0 });
      isKey = token === "{";
    } else if (token === "}" || token === "]") {
      levels.pop();
      isKey = false;
    } else if (token === ":") isKey = false;
    else if (token === "," && level) {
      if (level.keys === null) level.step = Number(level.step) + 1;
      isKey = level.keys !== null;
    } else if (isKey && level?.keys) {
      const key = JSON.parse(token) as string;
      level.step = key;
      if (level.keys.has(key)) return levels.map(({ step }) => step);
      level.keys.add(key);
    }
  }
  return null;
}
