/** What a treatment was followed by: the last one's, asked at the next visit, and today's, right after it (CLINICAL 11.3). */
"use client";

import { SelectInput } from "@/components/ui/select-input";
import { draftPath } from "@/domain/visit/fields";
import { ADVERSE_RESPONSES } from "@/domain/vocabulary/treatments";
import text from "@/messages/en/visit.json";
import { FieldNotes } from "./field-notes";
import { partName } from "./names";
import { ProseLine } from "./prose-area";
import { useField } from "./use-draft";

export function AdverseResponse({ of, label }: { of: "adverse_response" | "treatment_response"; label: string }) {
  const path = draftPath.alone(of);
  const [value, set] = useField<typeof of>(path);
  return (
    <div data-path={path} className="min-w-56">
      <SelectInput
        name={path}
        label={label}
        empty={text.notAsked}
        options={ADVERSE_RESPONSES.map((response) => ({ value: response, label: text.adverse.responses[response] }))}
        value={value?.response ?? null}
        onChange={(response) =>
          set((now) =>
            response === null ? null : { ...now, response: response as (typeof ADVERSE_RESPONSES)[number] },
          )
        }
      />
      {value === null ? null : (
        <ProseLine
          fieldClassName="mt-1"
          name={`${path}.note`}
          label={partName(text.treatment.parts.note, label)}
          labelHidden
          placeholder={text.treatment.parts.note}
          value={value.note ?? ""}
          onText={(note) => set((now) => (now === null ? null : { ...now, note: note || undefined }))}
        />
      )}
      <FieldNotes path={path} />
    </div>
  );
}
