/** Who stands in as second clinician; where nobody else works here, "sole practitioner" is entered and printed. */
"use client";

import { SelectInput } from "@/components/ui/select-input";
import { SOLE_PRACTITIONER } from "@/domain/rules/reason";
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
  const { seconds = [] } = useDraft().data.judging.context;
  const options =
    seconds.length === 0
      ? [{ value: SOLE_PRACTITIONER, label: parts.second.sole }]
      : seconds.map((colleague) => ({ value: colleague, label: colleague }));
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
