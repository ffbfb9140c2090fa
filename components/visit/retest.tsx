/** A measure repeated right after treatment: never compared with the MDC and never used by a gate (CLINICAL 11.3). */
"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { SelectInput } from "@/components/ui/select-input";
import { NumberInput } from "@/components/ui/text-input";
import type { Side } from "@/domain/record";
import type { DraftValue } from "@/domain/visit/field-values";
import { draftPath, isEnteredMeasure } from "@/domain/visit/fields";
import { isMeasureId, MEASURES } from "@/domain/vocabulary/measures";
import parts from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";
import { FieldNotes } from "./field-notes";
import { measureName } from "./names";
import { useDraft, useField } from "./use-draft";

const PLACES = MEASURES.filter(({ id }) => isEnteredMeasure(id)).flatMap(({ id, sides }) =>
  sides.map((side) => ({ value: `${id} ${side}`, label: measureName(id, side) })),
);

export function Retest({ n }: { n: number }) {
  const { sync } = useDraft();
  const path = draftPath.retest(n);
  const [value, set] = useField<"retest">(path);
  const words = parts.retest;
  function choose(place: string | null) {
    const [measure = "", side = "M"] = place?.split(" ") ?? [];
    if (!isMeasureId(measure)) return set(null);
    const today = sync.fields.value(draftPath.measure(measure, side as Side)) as DraftValue<"measure"> | null;
    set({ measure, side: side as Side, ...(today?.value !== undefined && { before: today.value }) });
  }
  const change = (part: Partial<DraftValue<"retest">>) => set((now) => (now === null ? now : { ...now, ...part }));
  return (
    <fieldset data-path={path} className="min-w-0 rounded-card bg-sunken p-3">
      <legend className="sr-only">{fill(words.one, { n })}</legend>
      <div className="flex flex-wrap items-end gap-2">
        <SelectInput
          name={path}
          label={words.measure}
          empty={words.choose}
          options={PLACES}
          value={value === null ? null : `${value.measure} ${value.side}`}
          onChange={choose}
          fieldClassName="min-w-52 flex-1"
        />
        {value === null
          ? null
          : (["before", "after"] as const).map((part) => (
              <NumberInput
                key={part}
                name={`${path}.${part}`}
                label={words[part]}
                value={value[part] ?? ""}
                onChange={(event) => change({ [part]: event.target.value || undefined })}
                fieldClassName="w-24"
              />
            ))}
      </div>
      {value === null ? null : (
        <Checkbox
          name={`${path}.same_rater`}
          label={words.sameRater}
          checked={value.same_rater === true}
          onChange={(same) => change({ same_rater: same })}
        />
      )}
      <p className="text-caption text-muted">{words.note}</p>
      <FieldNotes path={path} />
    </fieldset>
  );
}
