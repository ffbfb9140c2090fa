/** What "Same as last visit" fills in: signs, history and precautions, each unconfirmed (never measures, pain, screening). */
import { isAttended, standingVisits } from "@/domain/attended";
import type { SignRecord, VisitRecord } from "@/domain/record";
import type { DraftValue } from "@/domain/visit/field-values";
import { draftPath } from "@/domain/visit/fields";
import type { LastTold } from "@/domain/visit/last-told";
import { FLAGS, type FlagId, isBlocking } from "@/domain/vocabulary/flags";

/** What the clinician ticks: history and own judgement; what a screening answer sets stands there. */
export const TICKED: readonly FlagId[] = FLAGS.filter(
  (flag) => !isBlocking(flag) && (flag.origin === "history" || flag.origin === "clinician"),
).map(({ id }) => id);

type Earlier = readonly { record: VisitRecord }[];

/** Precautions of the last visit the patient came to, and of the calls since. */
export function precautionsOf(earlier: Earlier): FlagId[] {
  const flags = new Set(standingVisits(earlier).flatMap(({ record }) => record.flags));
  return TICKED.filter((flag) => flags.has(flag));
}

/** As last seen, row by row: what a visit left out stands as it was found before. */
function signsOf(earlier: Earlier): { path: string; grade: SignRecord["grade"] }[] {
  const newest = new Map<string, SignRecord["grade"]>();
  for (const { record } of earlier.filter((visit) => isAttended(visit.record))) {
    for (const { id, side, grade } of record.signs) newest.set(draftPath.sign(id, side), grade);
  }
  return [...newest].map(([path, grade]) => ({ path, grade }));
}

/** What is written already today stays as it is. A date of onset belongs to its own visit and is not carried. */
export function carriedFields(
  earlier: Earlier,
  history: LastTold["history"],
  today: ReadonlyMap<string, unknown>,
): { path: string; value: unknown }[] {
  if (earlier.length === 0) return [];
  const signs = signsOf(earlier).map(({ path, grade }) => ({
    path,
    value: { grade, carried: true } satisfies DraftValue<"sign">,
  }));
  const flags = precautionsOf(earlier).map((flag) => ({
    path: draftPath.flag(flag),
    value: { set: true, carried: true } satisfies DraftValue<"flag">,
  }));
  const texts = history.map(({ key, text }) => ({
    path: draftPath.subjective(key),
    value: { text, carried: true } satisfies DraftValue<"subjective">,
  }));
  return [...signs, ...flags, ...texts].filter(({ path }) => (today.get(path) ?? null) === null);
}
