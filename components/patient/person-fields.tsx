/** Who the patient is: name, birth date, sex with what X means for the rules, occupation, build. */
"use client";

import { useState } from "react";
import { RadioCards } from "@/components/ui/radio-cards";
import { NumberInput, TextInput } from "@/components/ui/text-input";
import words from "@/messages/en/patient.json";
import { choiceField, type FieldSource, textField } from "./form-fields";

export type PersonFieldsProps = {
  source: FieldSource;
  today: string;
  onBirthDate: (birthDate: string) => void;
  /** Reception keeps contact data; build and side belong to the clinical record. */
  clinical: boolean;
};

export function PersonFields({ source, today, onBirthDate, clinical }: PersonFieldsProps) {
  const sex = choiceField(source, "sex");
  const [chosen, choose] = useState(sex.defaultValue);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextInput {...textField(source, "givenName")} autoComplete="off" required />
      <TextInput {...textField(source, "familyName")} autoComplete="off" required />
      <TextInput
        {...textField(source, "birthDate")}
        type="date"
        max={today}
        required
        onChange={(event) => onBirthDate(event.target.value)}
      />
      <TextInput {...textField(source, "pronouns")} optional={words.new.optional} autoComplete="off" />
      <RadioCards
        {...sex}
        legend={words.fields.sex}
        onChange={choose}
        options={(["F", "M", "X"] as const).map((value) => ({ value, label: words.choices.sex[value] }))}
        layout="row"
        className="sm:col-span-2"
      />
      {chosen === "X" ? (
        <p role="status" className="text-secondary text-ink-2 sm:col-span-2">
          {words.hints.sexX}
        </p>
      ) : null}
      <TextInput {...textField(source, "occupation")} optional={words.new.optional} autoComplete="off" />
      {clinical ? (
        <>
          <NumberInput {...textField(source, "heightCm")} optional={words.new.optional} />
          <RadioCards
            {...choiceField(source, "dominantSide")}
            legend={words.fields.dominantSide}
            options={[
              { value: "L", label: words.choices.side.L },
              { value: "R", label: words.choices.side.R },
              { value: "", label: words.choices.none },
            ]}
            layout="row"
            className="sm:col-span-2"
          />
        </>
      ) : null}
    </div>
  );
}
