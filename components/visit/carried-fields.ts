/** What "Same as last visit" fills in: signs, history and precautions, each unconfirmed (never measures, pain, screening). */
import type { VisitRecord } from "@/domain/record";
import type { DraftValue } from "@/domain/visit/field-values";
import { draftPath } from "@/domain/visit/fields";
import type { LastTold } from "@/domain/visit/last-told";
import { flagById, isBlocking } from "@/domain/vocabulary/flags";

/** What is written already today stays as it is. A date of onset belongs to its own visit and is not carried. */
export function carriedFields(
  earlier: readonly VisitRecord[],
  history: LastTold["history"],
  today: ReadonlyMap<string, unknown>,
): { path: string; value: unknown }[] {
  const last = earlier.at(-1);
  if (!last) return [];
  const signs = last.signs.map(({ id, side, grade }) => ({
    path: draftPath.sign(id, side),
    value: { grade, carried: true } satisfies DraftValue<"sign">,
  }));
  const flags = last.flags
    .filter((flag) => flagById(flag).origin !== "derived" && !isBlocking(flagById(flag)))
    .map((flag) => ({ path: draftPath.flag(flag), value: { set: true, carried: true } satisfies DraftValue<"flag"> }));
  const texts = history.map(({ key, text }) => ({
    path: draftPath.subjective(key),
    value: { text, carried: true } satisfies DraftValue<"subjective">,
  }));
  return [...signs, ...flags, ...texts].filter(({ path }) => (today.get(path) ?? null) === null);
}
