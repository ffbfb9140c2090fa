/** What is said about a value while it is typed: its doubt or refusal and the change since the first, where nothing moves for it. */
"use client";

import type { CSSProperties } from "react";
import type { Change } from "@/domain/assessment";
import type { Side } from "@/domain/record";
import { draftPath } from "@/domain/visit/fields";
import type { MeasureId } from "@/domain/vocabulary/measures";
import { ChangeList } from "./change-list";
import { DerivedLines, derivedLines } from "./derived-lines";
import { FieldNotes } from "./field-notes";
import { useField, useJudged } from "./use-draft";

/**
 * A row's own room: a line per side, as high as its cells. What is rarely longer lies over the end of the next row,
 * where nothing can be pressed, so that no row moves while one types; what asks something lies above what only tells.
 */
export function MeasureNotes({ id, sides }: { id: MeasureId; sides: readonly Side[] }) {
  return (
    <div className="min-h-9 sm:h-(--room)" style={{ "--room": `${2.25 + derivedLines(id)}rem` } as CSSProperties}>
      {sides.map((side) => (
        <div key={side} className="relative z-1 min-h-4.5 bg-surface has-[p]:z-2">
          <ConfirmedNotes id={id} side={side} inLine />
          <Changes id={id} sides={[side]} />
        </div>
      ))}
      {derivedLines(id) === 0 ? null : <DerivedLines id={id} />}
    </div>
  );
}

export function ConfirmedNotes({ id, side, inLine }: { id: MeasureId; side: Side; inLine?: boolean }) {
  const path = draftPath.measure(id, side);
  const [, set] = useField<"measure">(path);
  const answer = (part: "confirmed" | "stands") => () => set((now) => (now === null ? null : { ...now, [part]: true }));
  return <FieldNotes path={path} onConfirm={answer("confirmed")} onStands={answer("stands")} inLine={inLine} />;
}

/** The change since the first value, in words, as soon as today has one. */
export function Changes({ id, sides }: { id: MeasureId; sides: readonly Side[] }) {
  const said = useJudged(({ judged }) =>
    JSON.stringify(
      (judged?.assessment.changes_vs_baseline ?? []).filter(
        (change) => change.measure === id && sides.includes(change.side),
      ),
    ),
  );
  return <ChangeList changes={JSON.parse(said) as Change[]} />;
}
