/** What one key does on a visit, and its button alike: answers, carries, repeats, dates, and leads on to what is left. */
import { flushSync } from "react-dom";
import type { DraftValue } from "@/domain/visit/field-values";
import { draftPath } from "@/domain/visit/fields";
import type { Judgement } from "@/domain/visit/judge-visit";
import { proposedNextReview } from "@/domain/visit/next-review";
import { type FlagId, SCREENED } from "@/domain/vocabulary/flags";
import { carriedFields, precautionsOf } from "./carried-fields";
import { goToField, goToSection, leadTo } from "./go-to";
import { nextToDo } from "./next-to-do";
import type { Draft } from "./use-draft";

/** An answer that stands is never overwritten by the one key. */
export function answerNo({ sync }: Draft): void {
  for (const flag of SCREENED) {
    const path = draftPath.screening(flag);
    if (sync.fields.value(path) === null) sync.set(path, { answer: "no" } satisfies DraftValue<"screening">);
  }
}

export const standingPrecautions = ({ data }: Draft): FlagId[] => precautionsOf(data.earlier);

export function precautionsUnchanged(draft: Draft): void {
  for (const flag of standingPrecautions(draft)) {
    draft.sync.set(draftPath.flag(flag), { set: true } satisfies DraftValue<"flag">);
  }
}

/** @returns the first row it filled, a sign before a text; null where nothing came back */
export function carry({ data, sync }: Draft): string | null {
  const fields = carriedFields(data.earlier, data.told.history, sync.fields.all());
  for (const { path, value } of fields) sync.set(path, value);
  return fields[0]?.path ?? null;
}

/** The techniques and doses of last time, as given today; what is chosen already stays. */
export function treatAsLast({ data, sync }: Draft): void {
  if (data.told.treatments.some(({ treatment }) => sync.fields.value(draftPath.treatment(treatment)) !== null)) return;
  for (const { treatment, value } of data.told.treatments) sync.set(draftPath.treatment(treatment), value);
}

/** The usual date of the phase, where there is one and none is chosen. */
export function reviewAsUsual({ data, sync, live }: Draft): void {
  const path = draftPath.alone("next_review");
  live.whenJudged(({ judged }) => {
    const on = judged && proposedNextReview(judged.assessment.phase_after, data.visitOn);
    if (on !== null && sync.fields.value(path) === null) sync.set(path, { on } satisfies DraftValue<"next_review">);
  });
}

/**
 * Goes on once what was just written is judged and drawn: the place to go to is on the page then. Whoever went on by
 * themselves while the rules were still being fetched is not pulled away from there.
 */
function onceDrawn({ live }: Draft, then: (judgement: Judgement) => void): void {
  const from = document.activeElement;
  live.whenJudged((judgement) => {
    const at = document.activeElement;
    // A button that its own press disabled loses the focus to the page.
    if (at !== from && at !== document.body && at !== null) return;
    flushSync(() => undefined);
    then(judgement);
  });
}

/** To the first thing left to do; to Sign visit when there is none. */
export function goOn(draft: Draft): void {
  onceDrawn(draft, (judgement) => {
    const next = nextToDo(judgement, draft.sync.fields.all(), draft.data.kind, SCREENED);
    if (next !== null) goToField(next);
    else document.querySelector<HTMLElement>("[data-sign]")?.focus();
  });
}

export function goToRow(draft: Draft, path: string | null): void {
  onceDrawn(draft, () => {
    if (path === null) goToSection("signs");
    else focusRow(document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"]`));
  });
}

/** A carried row: its chosen grade, or its key where it is a text. */
export function focusRow(row: HTMLElement | null | undefined): void {
  const control = row?.querySelector<HTMLElement>("input:checked, [data-confirm]");
  if (control) leadTo(control);
}

/** A sign or precaution of last time that stands in `row`, kept or cleared; then on to the next one. */
export function settleRow(draft: Draft, row: HTMLElement, keep: boolean): void {
  const path = row.dataset.path;
  if (path === undefined) return;
  const rows = [...document.querySelectorAll<HTMLElement>("[data-carried]")];
  const at = rows.indexOf(row);
  const next = rows[at + 1] ?? rows.find((other) => other !== row);
  const { carried: _, ...value } = draft.sync.fields.value(path) as { carried?: boolean };
  draft.sync.set(path, keep ? value : null);
  if (next) focusRow(next);
  else goOn(draft);
}
