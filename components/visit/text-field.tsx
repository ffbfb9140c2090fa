/** Prose of a visit: one field of the draft, grown with what is typed. */
"use client";

import { TextArea } from "@/components/ui/text-input";
import type { ContactText, SubjectiveKey } from "@/domain/visit/fields";
import { draftPath } from "@/domain/visit/fields";
import text from "@/messages/en/visit.json";
import { CarriedKeys } from "./carried-keys";
import { FieldNotes } from "./field-notes";
import { useField } from "./use-draft";

/** A part of the history; carried text counts once it was confirmed or touched. */
export function SubjectiveField({ of, rows = 2 }: { of: SubjectiveKey; rows?: number }) {
  const path = draftPath.subjective(of);
  const [value, set] = useField<"subjective">(path);
  return (
    <div data-path={path} data-carried={value?.carried || undefined}>
      <TextArea
        name={path}
        label={text.subjective[of]}
        rows={rows}
        value={value?.text ?? ""}
        onChange={(event) => set(event.target.value === "" ? null : { text: event.target.value })}
        className={value?.carried ? "min-h-9! border-dashed border-warn" : "min-h-9!"}
      />
      {value?.carried ? (
        <CarriedKeys of={text.subjective[of]} onConfirm={() => set({ text: value.text })} onClear={() => set(null)} />
      ) : null}
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
      <TextArea
        name={path}
        label={label}
        labelHidden={labelHidden}
        rows={rows}
        value={value ?? ""}
        onChange={(event) => set(event.target.value === "" ? null : event.target.value)}
        className="min-h-9!"
      />
      <FieldNotes path={path} />
    </div>
  );
}

export function ContactField({ of, rows }: { of: ContactText; rows?: number }) {
  return <ProseField path={draftPath.contact(of)} label={text.contact[of]} rows={rows} />;
}
