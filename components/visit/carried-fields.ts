/** What "Same as last visit" fills in: signs and precautions of the last visit, each unconfirmed (never measures, pain, screening). */
import type { VisitRecord } from "@/domain/record";
import type { DraftValue } from "@/domain/visit/field-values";
import { draftPath } from "@/domain/visit/fields";
import { flagById, isBlocking } from "@/domain/vocabulary/flags";

/** What is written already today stays as it is. A date of onset belongs to its own visit and is not carried. */
export function carriedFields(
  earlier: readonly VisitRecord[],
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
  return [...signs, ...flags].filter(({ path }) => (today.get(path) ?? null) === null);
}
