/** One value of the flowsheet: typed straight in, kept as typed, refused or doubted beside the field. */
"use client";

import { type KeyboardEvent, useRef } from "react";
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

type Value = DraftValue<"measure">;

/** Nothing left in it is no field at all: missing, not empty. */
export function withValue(now: Value | null, value: string, remembered: Partial<Value>): Value | null {
  // Typed over, it is the clinician's value: no longer the patient's own, nor what was confirmed.
  const { value: _, confirmed: __, stands: ___, ...rest } = withoutSource(now ?? {});
  if (value === "") return Object.keys(rest).length === 0 ? null : rest;
  return { ...(now === null ? remembered : rest), value };
}

export function MeasureCell({ id, side, className }: { id: MeasureId; side: Side; className?: string }) {
  const { data } = useDraft();
  const path = draftPath.measure(id, side);
  const [value, set] = useField<"measure">(path);
  const notes = useFieldNotes(path);
  const before = useRef<Value | null>(null);
  const { integer } = measureById(id);
  // Where trials stand, the best of them is the value; they are changed under the row's details.
  const best = useJudged(({ read }) =>
    value?.trials === undefined
      ? null
      : (read.entries.measurements.find((each) => each.measure === id && each.side === side)?.value ?? null),
  );
  const isRefused = notes.some((note) => note.kind === "problem");
  const isDoubtful = notes.some((note) => note.kind === "warning" && note.code.endsWith("outside_plausible"));

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Escape") {
      // Nothing to restore: the key leads out of the cell.
      if (JSON.stringify(value) === JSON.stringify(before.current)) return;
      event.preventDefault();
      set(before.current);
      event.currentTarget.select();
    } else moveInGrid(event);
  }
  return (
    <input
      type="text"
      data-cell
      data-path={path}
      aria-label={cellName(id, side)}
      aria-invalid={isRefused || undefined}
      aria-describedby={notes.length > 0 ? notesId(path) : undefined}
      inputMode={integer ? "numeric" : "decimal"}
      autoComplete="off"
      maxLength={24}
      readOnly={value?.trials !== undefined}
      value={value?.trials === undefined ? (value?.value ?? "") : (best ?? "")}
      onFocus={(event) => {
        before.current = value;
        event.currentTarget.select();
      }}
      onChange={(event) => {
        const text = event.target.value;
        set((now) => withValue(now, text, rememberedParts(data.earlier, id, side)));
      }}
      onKeyDown={onKeyDown}
      className={classNames(
        "h-8 w-full min-w-14 rounded-chip border bg-surface px-2 text-body font-strong focus-visible:outline-offset-1 max-sm:h-11",
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
