/** What a visit still waits for, first things first: screening, pain, carried rows, then what keeps it from being signed. */
import { draftPath } from "@/domain/visit/fields";
import type { Judgement } from "@/domain/visit/judge-visit";
import type { FlagId } from "@/domain/vocabulary/flags";
import { SECTIONS, sectionOf } from "./section-states";
import type { VisitData } from "./visit-data";

/**
 * @param fields the draft's, by path; null is not recorded
 * @param screened flags whose questions are asked at each visit
 * @returns the path of a field; null where nothing is left
 */
export function nextToDo(
  { completeness }: Pick<Judgement, "completeness">,
  fields: ReadonlyMap<string, unknown>,
  kind: VisitData["kind"],
  screened: readonly FlagId[],
): string | null {
  const isEmpty = (path: string) => (fields.get(path) ?? null) === null;
  const isVisit = kind === "treatment" || kind === "decision";
  const unasked = isVisit ? screened.map(draftPath.screening).find(isEmpty) : undefined;
  const worst = draftPath.measure("nprs_worst", "M");
  const waiting = [
    ...(unasked === undefined ? [] : [unasked]),
    ...(isVisit && isEmpty(worst) ? [worst] : []),
    ...completeness.unconfirmed,
    ...completeness.blocking.map(({ path }) => path),
  ];
  // A carried text keeps nothing from being signed: it waits behind what does.
  const isText = (path: string) => path.startsWith("subjective.");
  const place = (path: string) => (isText(path) ? SECTIONS.length : SECTIONS.indexOf(sectionOf(path)));
  return waiting.toSorted((a, b) => place(a) - place(b))[0] ?? null;
}
