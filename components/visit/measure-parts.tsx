/** How a value was taken: method and lever arm for forces, a still pelvis for Thomas, trials, rater, validity. */
"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { SelectInput } from "@/components/ui/select-input";
import { NumberInput, TextInput } from "@/components/ui/text-input";
import type { Side } from "@/domain/record";
import type { DraftValue } from "@/domain/visit/field-values";
import { draftPath } from "@/domain/visit/fields";
import { MEASURE_METHODS, type MeasureId, type MeasureMethod, measureById } from "@/domain/vocabulary/measures";
import methods from "@/messages/en/method.json";
import text from "@/messages/en/visit.json";
import { takesLever, takesMethod, takesPelvis } from "./measure-rows";
import { measureName, partName } from "./names";
import { useDraft, useField } from "./use-draft";

type Value = DraftValue<"measure">;

/** Leaves out what was cleared; an empty field is none. */
function withPart(now: Value | null, part: Partial<Value>): Value | null {
  const next = Object.fromEntries(
    Object.entries({ ...now, ...part }).filter(([, value]) => value !== undefined && value !== ""),
  ) as Value;
  return Object.keys(next).length === 0 ? null : next;
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

/** What stands on the row itself, for both sides at once: method and pelvis. */
export function RowParts({ id, sides }: { id: MeasureId; sides: readonly Side[] }) {
  const { sync } = useDraft();
  const first = draftPath.measure(id, sides[0] ?? "M");
  const second = draftPath.measure(id, sides[1] ?? sides[0] ?? "M");
  const [left] = useField<"measure">(first);
  const [right] = useField<"measure">(second);
  const setBoth = (part: Partial<Value>) => {
    for (const side of sides) {
      const path = draftPath.measure(id, side);
      sync.set(path, withPart(sync.value(path) as Value | null, part));
    }
  };
  const { label } = measureById(id);
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-1">
      {takesMethod(id) ? (
        <SelectInput
          name={`${first}.method`}
          label={partName(text.measures.method, label)}
          labelHidden
          empty={text.measures.chooseMethod}
          options={MEASURE_METHODS.map((method) => ({ value: method, label: methods[method] }))}
          value={left?.method ?? right?.method ?? null}
          onChange={(method) => setBoth({ method: (method as MeasureMethod | null) ?? undefined })}
          fieldClassName="w-52"
        />
      ) : null}
      {takesPelvis(id) ? (
        <Checkbox
          name={`${first}.pelvis`}
          label={partName(text.measures.pelvis, label)}
          checked={left?.pelvis_stabilised === true || right?.pelvis_stabilised === true}
          onChange={(held) => setBoth({ pelvis_stabilised: held ? true : undefined })}
        />
      ) : null}
      {takesLever(id) ? sides.map((side) => <Lever key={side} id={id} side={side} />) : null}
    </div>
  );
}

function Lever({ id, side }: { id: MeasureId; side: Side }) {
  const path = draftPath.measure(id, side);
  const [value, set] = useField<"measure">(path);
  return (
    <NumberInput
      name={`${path}.lever`}
      label={partName(text.measures.lever, measureName(id, side))}
      labelHidden
      placeholder={`${text.measures.lever} ${side}`}
      suffix="m"
      value={value?.lever_m ?? ""}
      onChange={(event) => {
        const lever_m = event.target.value;
        set((now) => withPart(now, { lever_m }));
      }}
      fieldClassName="w-32"
      className="h-8"
    />
  );
}

/** Trials, rater, validity and a note of one side, on demand. */
export function SideParts({ id, side }: { id: MeasureId; side: Side }) {
  const { data } = useDraft();
  const path = draftPath.measure(id, side);
  const [value, set] = useField<"measure">(path);
  const name = measureName(id, side);
  const trials = trialsOf(value);
  const setTrial = (index: number, typed: string) => set((now) => withTrial(now, index, typed));
  // A fourth is asked for when the first three lie too far apart.
  const asked = trials.length >= 3 ? [0, 1, 2, 3] : [0, 1, 2];
  return (
    <fieldset className="grid min-w-0 gap-2 rounded-card bg-sunken p-2.5">
      <legend className="sr-only">{partName(text.measures.details, name)}</legend>
      <div className="flex flex-wrap items-end gap-2">
        {asked.map((index) => (
          <NumberInput
            key={index}
            name={`${path}.trial.${index}`}
            label={`${text.measures.trial} ${index + 1}${side === "M" ? "" : ` ${side}`}`}
            value={trials[index] ?? ""}
            onChange={(event) => setTrial(index, event.target.value)}
            fieldClassName="w-20"
          />
        ))}
        <TextInput
          name={`${path}.rater`}
          label={partName(text.measures.rater, name)}
          labelHidden
          placeholder={`${text.measures.rater}: ${data.clinician}`}
          value={value?.rater ?? ""}
          onChange={(event) => {
            const rater = event.target.value;
            set((now) => withPart(now, { rater }));
          }}
          fieldClassName="min-w-44 flex-1"
        />
      </div>
      <Checkbox
        name={`${path}.invalid`}
        label={partName(text.measures.invalid, name)}
        checked={value?.quality === "invalid"}
        onChange={(invalid) => set((now) => withPart(now, { quality: invalid ? "invalid" : undefined }))}
      />
      <TextInput
        name={`${path}.note`}
        label={partName(text.measures.note, name)}
        labelHidden
        placeholder={text.measures.note}
        value={value?.note ?? ""}
        onChange={(event) => {
          const note = event.target.value;
          set((now) => withPart(now, { note }));
        }}
      />
    </fieldset>
  );
}
