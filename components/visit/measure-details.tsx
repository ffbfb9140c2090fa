/** A measure's row, opened: how it is taken, where it stands, and each side's trials, rater, validity and note. */
"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { NumberInput } from "@/components/ui/text-input";
import type { Side } from "@/domain/record";
import type { DraftValue } from "@/domain/visit/field-values";
import { draftPath } from "@/domain/visit/fields";
import { MEASURE_GUIDES } from "@/domain/vocabulary/measure-guides";
import type { MeasureId } from "@/domain/vocabulary/measures";
import text from "@/messages/en/visit.json";
import { withPart } from "./measure-parts";
import { measureName, partName } from "./names";
import { ProseLine } from "./prose-area";
import { useDraft, useField } from "./use-draft";

type Value = DraftValue<"measure">;

type MeasureDetailsProps = { id: MeasureId; sides: readonly Side[]; label: string; onMove: (by: -1 | 1) => void };

export function MeasureDetails({ id, sides, label, onMove }: MeasureDetailsProps) {
  return (
    <>
      <div className="mb-2 flex flex-wrap items-start justify-between gap-2">
        <p className="mb-2 max-w-prose min-w-0 flex-1 basis-60 text-caption text-ink-2">
          {MEASURE_GUIDES[id].procedure}
        </p>
        <span className="flex gap-1">
          {([-1, 1] as const).map((by) => {
            const words = by === -1 ? text.profiles.up : text.profiles.down;
            const Arrow = by === -1 ? ArrowUp : ArrowDown;
            return (
              <Button key={by} size="sm" aria-label={partName(words, label)} onClick={() => onMove(by)}>
                <Arrow aria-hidden size={14} />
              </Button>
            );
          })}
        </span>
      </div>
      <div className="grid gap-2 lg:grid-cols-2">
        {sides.map((side) => (
          <SideParts key={side} id={id} side={side} />
        ))}
      </div>
    </>
  );
}

/** What was typed straight into the cell is the first trial. */
const trialsOf = (value: Value | null): readonly (string | number)[] =>
  value?.trials ?? (value?.value === undefined ? [] : [value.value]);

/** A single trial is the cell's own value again; another value asks anew whether it stands. */
export function withTrial(now: Value | null, index: number, typed: string): Value | null {
  const before = trialsOf(now);
  const next = [0, 1, 2, 3].map((at) => (at === index ? typed : (before[at] ?? "")));
  while (next.at(-1) === "") next.pop();
  const single = next.length === 1 ? next[0] : undefined;
  const trials = next.length > 1 ? next : undefined;
  return withPart(now, { value: single, trials, confirmed: undefined, stands: undefined });
}

function SideParts({ id, side }: { id: MeasureId; side: Side }) {
  const { data } = useDraft();
  const path = draftPath.measure(id, side);
  const [value, set] = useField<"measure">(path);
  const name = measureName(id, side);
  const trials = trialsOf(value);
  const setTrial = (index: number, typed: string) => set((now) => withTrial(now, index, typed));
  return (
    <fieldset className="grid min-w-0 gap-2 rounded-card bg-sunken p-2.5">
      <legend className="sr-only">{partName(text.measures.details, name)}</legend>
      <div className="flex flex-wrap items-end gap-2">
        {[0, 1, 2, 3].map((index) => (
          <NumberInput
            key={index}
            name={`${path}.trial.${index}`}
            label={`${text.measures.trial} ${index + 1}${side === "M" ? "" : ` ${side}`}`}
            value={trials[index] ?? ""}
            onChange={(event) => setTrial(index, event.target.value)}
            // A fourth is asked for when the first three lie too far apart; its place is kept.
            fieldClassName={index === 3 && trials.length < 3 ? "invisible w-20" : "w-20"}
          />
        ))}
        <ProseLine
          name={`${path}.rater`}
          label={partName(text.measures.rater, name)}
          labelHidden
          placeholder={`${text.measures.rater}: ${data.clinician}`}
          value={value?.rater ?? ""}
          onText={(rater) => set((now) => withPart(now, { rater }))}
          fieldClassName="min-w-44 flex-1"
        />
      </div>
      <Checkbox
        name={`${path}.invalid`}
        label={partName(text.measures.invalid, name)}
        checked={value?.quality === "invalid"}
        onChange={(invalid) => set((now) => withPart(now, { quality: invalid ? "invalid" : undefined }))}
      />
      <ProseLine
        name={`${path}.note`}
        label={partName(text.measures.note, name)}
        labelHidden
        placeholder={text.measures.note}
        value={value?.note ?? ""}
        onText={(note) => set((now) => withPart(now, { note }))}
      />
    </fieldset>
  );
}
