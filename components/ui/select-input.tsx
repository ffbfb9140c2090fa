/** A choice out of many (time zones, countries). Kept in state, since React's form reset shows the first option otherwise. */
"use client";

import { ChevronDown } from "lucide-react";
import { describedBy, Field, type FieldText } from "./field";
import { CONTROL } from "./text-input";
import { type ChoiceProps, useChoice } from "./use-choice";

export type SelectInputProps = FieldText &
  ChoiceProps<string> & {
    name: string;
    id?: string;
    options: readonly { value: string; label: string }[];
    /** Shown while nothing is chosen; choosing it again means nothing. */
    empty?: string;
    required?: boolean;
    fieldClassName?: string;
  };

export function SelectInput(props: SelectInputProps) {
  const { name, options, empty, required, hint, error, label, labelHidden, optional } = props;
  const { chosen, choose, resets, group } = useChoice<string, HTMLSelectElement>(props);
  const id = props.id ?? name;
  return (
    <Field {...{ id, label, labelHidden, hint, error, optional }} className={props.fieldClassName}>
      <div className="relative">
        <select
          key={resets}
          ref={group}
          id={id}
          name={name}
          required={required}
          value={chosen ?? ""}
          onChange={(event) => choose(event.target.value === "" ? null : event.target.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, { hint, error })}
          className={`${CONTROL} h-9 appearance-none pr-8 max-sm:h-11`}
        >
          {empty === undefined ? null : <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          size={16}
          className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2"
        />
      </div>
    </Field>
  );
}
