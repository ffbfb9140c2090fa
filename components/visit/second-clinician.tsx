/** Who stands in as second clinician; where nobody else works here, "sole practitioner" is entered and printed. */
"use client";

import { SelectInput } from "@/components/ui/select-input";
import text from "@/messages/en/visit.json";
import { useDraft } from "./use-draft";

export function SecondClinician({
  name,
  hint,
  value,
  onChange,
}: {
  name: string;
  hint?: string;
  value: string | undefined;
  onChange: (name: string | undefined) => void;
}) {
  const { data } = useDraft();
  const options =
    data.colleagues.length === 0
      ? [{ value: "sole_practitioner", label: text.second.sole }]
      : data.colleagues.map((colleague) => ({ value: colleague.name, label: colleague.name }));
  return (
    <SelectInput
      name={name}
      label={text.second.label}
      hint={hint}
      empty={text.second.none}
      options={options}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
