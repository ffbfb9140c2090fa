/** Prose of a visit: one field of the draft, grown with what is typed. */
"use client";

import type { SubjectiveKey } from "@/domain/visit/fields";
import { draftPath } from "@/domain/visit/fields";
import text from "@/messages/en/visit.json";
import { CarriedKeys } from "./carried-keys";
import { FieldNotes } from "./field-notes";
import { ProseArea } from "./prose-area";
import { useField } from "./use-draft";

/** A part of the history; carried text counts once it was confirmed or touched. */
export function SubjectiveField({ of, rows = 2 }: { of: SubjectiveKey; rows?: number | undefined }) {
  const path = draftPath.subjective(of);
  const [value, set] = useField<"subjective">(path);
  return (
    <div data-path={path} data-carried={value?.carried || undefined}>
      <ProseArea
        name={path}
        label={text.subjective[of]}
        rows={rows}
        value={value?.text ?? ""}
        onText={(typed) => set(typed === "" ? null : { text: typed })}
        className={value?.carried ? "min-h-9! border-dashed border-warn" : "min-h-9!"}
      />
      {value?.carried ? (
        <CarriedKeys of={text.subjective[of]} onConfirm={() => set({ text: value.text })} onClear={() => set(null)} />
      ) : null}
      <FieldNotes path={path} />
    </div>
  );
}

/** A text of its own: note, advice, a contact's parts. */
export function ProseField({
  path,
  label,
  labelHidden,
  rows = 2,
}: {
  path: string;
  label: string;
  labelHidden?: boolean;
  rows?: number;
}) {
  const [value, set] = useField<"note">(path);
  return (
    <div data-path={path}>
      <ProseArea
        name={path}
        label={label}
        labelHidden={labelHidden}
        rows={rows}
        value={value ?? ""}
        onText={(typed) => set(typed === "" ? null : typed)}
        className="min-h-9!"
      />
      <FieldNotes path={path} />
    </div>
  );
}
