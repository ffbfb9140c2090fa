/** Body mass and height of the day: strength is read per kilogram of today. */
"use client";

import { NumberInput } from "@/components/ui/text-input";
import { draftPath } from "@/domain/visit/fields";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { FieldNotes } from "./field-notes";
import { useDraft, useField } from "./use-draft";

export function BodyField({ of }: { of: "mass_kg" | "height_cm" }) {
  const { data } = useDraft();
  const path = draftPath.body(of);
  const [value, set] = useField<"body">(path);
  const last = data.judging.context.patient[of];
  return (
    <div data-path={path}>
      <NumberInput
        name={path}
        label={text.bodyValues[of]}
        suffix={of === "mass_kg" ? "kg" : "cm"}
        hint={last === undefined ? undefined : fill(text.bodyValues.last, { value: last })}
        value={value?.value ?? ""}
        onChange={(event) => set(event.target.value === "" ? null : { value: event.target.value })}
      />
      <FieldNotes path={path} onConfirm={() => set((now) => (now === null ? null : { ...now, confirmed: true }))} />
    </div>
  );
}
