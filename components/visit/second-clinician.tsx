/** Who stands in as second clinician; where nobody else works here, "sole practitioner" is entered and printed. */
"use client";

import { SelectInput } from "@/components/ui/select-input";
import parts from "@/messages/en/visit-parts.json";
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
      ? [{ value: "sole_practitioner", label: parts.second.sole }]
      : data.colleagues.map((colleague) => ({ value: colleague.name, label: colleague.name }));
  return (
    <SelectInput
      name={name}
      label={parts.second.label}
      hint={hint}
      empty={parts.second.none}
      options={options}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
