/** One value of the flowsheet: typed straight in, kept as typed, refused or doubted beside the field. */
"use client";

import { type KeyboardEvent, memo, type RefObject, useState } from "react";
import { flushSync } from "react-dom";
import type { DraftSync } from "@/components/outbox/draft-sync";
import { classNames } from "@/components/ui/class-names";
import type { Side } from "@/domain/record";
import { withoutSource } from "@/domain/visit/answered-by";
import type { DraftValue } from "@/domain/visit/field-values";
import { draftPath } from "@/domain/visit/fields";
import { type MeasureId, measureById } from "@/domain/vocabulary/measures";
import { notesId } from "./field-notes";
import { cellName } from "./names";
import { rememberedParts } from "./remembered-parts";
import { useDraft, useField, useFieldNotes, useJudged } from "./use-draft";
import { type TypedText, useTypedText } from "./use-typed-text";

type Value = DraftValue<"measure">;

/** Nothing left in it is no field at all: missing, not empty. */
export function withValue(now: Value | null, value: string, remembered: Partial<Value>): Value | null {
  // Typed over, it is the clinician's value: no longer the patient's own, nor what was confirmed.
  const { value: _, confirmed: __, stands: ___, ...rest } = withoutSource(now ?? {});
  if (value === "") return Object.keys(rest).length === 0 ? null : rest;
  return { ...(now === null ? remembered : rest), value };
}

export function MeasureCell({ id, side, className }: { id: MeasureId; side: Side; className?: string }) {
  const { data, sync } = useDraft();
  const path = draftPath.measure(id, side);
  const [value, set] = useField<"measure">(path);
  const notes = useFieldNotes(path);
  const hasTrials = value?.trials !== undefined;
  // Where trials stand, the best of them is the value; they are changed under the row's details.
  const best = useJudged(({ read }) =>
    hasTrials
      ? (read.entries.measurements.find((each) => each.measure === id && each.side === side)?.value ?? null)
      : null,
  );
  const shown = hasTrials ? (best ?? "") : (value?.value ?? "");
  const { ref, defaultValue, tell, tellSoon } = useTypedText<HTMLInputElement>(String(shown), (text) =>
    set((now) => withValue(now, text, rememberedParts(data.earlier, id, side))),
  );
  const isRefused = notes.some((note) => note.kind === "problem");
  const isDoubtful = notes.some((note) => note.kind === "warning" && note.code.endsWith("outside_plausible"));
  const [acts] = useState(() => cellActs(sync, path, set, { tell, tellSoon }));
  return (
    <CellInput
      field={ref}
      defaultValue={defaultValue}
      acts={acts}
      path={path}
      name={cellName(id, side)}
      isInteger={measureById(id).integer}
      isReadOnly={hasTrials}
      isRefused={isRefused}
      hasNotes={notes.length > 0}
      className={classNames(
        isRefused
          ? "border-bad ring-1 ring-bad"
          : isDoubtful
            ? "border-dashed border-warn bg-warn-wash"
            : "border-field",
        className,
      )}
    />
  );
}

type CellActs = {
  onTyped: () => void;
  onLeft: () => void;
  /** What Escape goes back to. */
  remember: () => void;
  /** False: there is nothing to restore. */
  restore: () => boolean;
};

/** The same ones as long as the cell stands: they read the draft when they are called. */
function cellActs(
  sync: DraftSync,
  path: string,
  set: (value: Value | null) => void,
  { tell, tellSoon }: Pick<TypedText<HTMLInputElement>, "tell" | "tellSoon">,
): CellActs {
  const now = () => sync.fields.value(path) as Value | null;
  let before: Value | null = null;
  return {
    onTyped: () => {
      tellSoon();
      // At once: what comes with a first value (method, lever arm) stands before any other field is written in.
      if (now() === null) flushSync(tell);
    },
    onLeft: tell,
    remember: () => {
      before = now();
    },
    restore: () => {
      if (JSON.stringify(now()) === JSON.stringify(before)) return false;
      flushSync(() => set(before));
      return true;
    },
  };
}

type CellInputProps = {
  field: RefObject<HTMLInputElement | null>;
  defaultValue: string;
  acts: CellActs;
  path: string;
  name: string;
  isInteger: boolean;
  isReadOnly: boolean;
  isRefused: boolean;
  hasNotes: boolean;
  className: string;
};

/** Drawn again only when something beside its text changes; while it is typed in, nothing around it is laid out. */
const CellInput = memo(function CellInput(cell: CellInputProps) {
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== "Escape") moveInGrid(event);
    // With nothing to restore, the key leads out of the cell.
    else if (cell.acts.restore()) {
      event.preventDefault();
      event.currentTarget.select();
    }
  }
  return (
    <input
      ref={cell.field}
      type="text"
      data-cell
      data-path={cell.path}
      aria-label={cell.name}
      aria-invalid={cell.isRefused || undefined}
      aria-describedby={cell.hasNotes ? notesId(cell.path) : undefined}
      inputMode={cell.isInteger ? "numeric" : "decimal"}
      autoComplete="off"
      maxLength={24}
      readOnly={cell.isReadOnly}
      defaultValue={cell.defaultValue}
      onFocus={({ currentTarget }) => {
        cell.acts.remember();
        currentTarget.select();
      }}
      onInput={cell.acts.onTyped}
      onBlur={cell.acts.onLeft}
      onKeyDown={onKeyDown}
      className={classNames(
        "block h-8 w-full min-w-14 rounded-chip border bg-surface px-2 text-body font-strong focus:contain-strict focus-visible:outline-offset-1 max-sm:h-11",
        cell.className,
      )}
    />
  );
});

/** Enter and down lead to the cell below, up to the one above; left and right only from the ends of what is typed. */
function moveInGrid(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const cell = event.currentTarget;
  const { key } = event;
  const cells = [...(cell.closest("[data-grid]")?.querySelectorAll<HTMLInputElement>("[data-cell]") ?? [])];
  const at = cells.indexOf(cell);
  const column = cell.closest("[data-column]")?.getAttribute("data-column");
  const inColumn = (each: HTMLInputElement) => each.closest("[data-column]")?.getAttribute("data-column") === column;
  const rest = cells.slice(at + 1);
  let next: HTMLInputElement | undefined;
  if (key === "Enter" && event.shiftKey) next = cells.slice(0, at).findLast(inColumn);
  else if (key === "Enter" || key === "ArrowDown")
    next = rest.find(inColumn) ?? (key === "Enter" ? rest[0] : undefined);
  else if (key === "ArrowUp") next = cells.slice(0, at).findLast(inColumn);
  else if (key === "ArrowRight" && cell.selectionEnd === cell.value.length) next = rest[0];
  else if (key === "ArrowLeft" && cell.selectionStart === 0) next = cells[at - 1];
  else return;
  if (!next) return;
  event.preventDefault();
  next.focus();
}
