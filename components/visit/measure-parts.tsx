/** How a value was taken, on its row: method and lever arm for forces, a still pelvis for Thomas. */
"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { SelectInput } from "@/components/ui/select-input";
import { NumberInput } from "@/components/ui/text-input";
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
export function withPart(now: Value | null, part: Partial<Value>): Value | null {
  const next = Object.fromEntries(
    Object.entries({ ...now, ...part }).filter(([, value]) => value !== undefined && value !== ""),
  ) as Value;
  return Object.keys(next).length === 0 ? null : next;
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
      sync.set(path, withPart(sync.fields.value(path) as Value | null, part));
    }
  };
  const { label } = measureById(id);
  return (
    <div className="flex flex-wrap items-end gap-x-2 gap-y-1">
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
      fieldClassName="w-28"
      className="h-8 pr-6! pl-2! text-secondary!"
    />
  );
}
