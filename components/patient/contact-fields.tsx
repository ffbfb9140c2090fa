/** How a patient is reached and spoken to, and who answers for one under 18. */
"use client";

import { RadioCards } from "@/components/ui/radio-cards";
import { SelectInput } from "@/components/ui/select-input";
import { TextArea, TextInput } from "@/components/ui/text-input";
import { INTERPRETER_NEEDS, PATIENT_MODES } from "@/domain/vocabulary/people";
import words from "@/messages/en/patient.json";
import { choiceField, type FieldSource, textField } from "./form-fields";

type Languages = readonly { value: string; label: string }[];

export function ContactFields({ source, languages }: { source: FieldSource; languages: Languages }) {
  const optional = words.new.optional;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextInput {...textField(source, "phone")} optional={optional} type="tel" autoComplete="off" />
      <TextInput {...textField(source, "email")} optional={optional} type="email" autoComplete="off" />
      <TextArea {...textField(source, "address")} optional={optional} rows={2} autoComplete="off" />
      <TextArea {...textField(source, "nextOfKin")} optional={optional} rows={2} autoComplete="off" />
      <SelectInput {...choiceField(source, "language")} label={words.fields.language} options={languages} />
      <SelectInput
        {...choiceField(source, "interpreter")}
        label={words.fields.interpreter}
        hint={words.hints.interpreter}
        options={INTERPRETER_NEEDS.map((value) => ({ value, label: words.choices.interpreter[value] }))}
      />
    </div>
  );
}

export function ModeField({ source }: { source: FieldSource }) {
  return (
    <RadioCards
      {...choiceField(source, "mode")}
      legend={words.fields.mode}
      options={PATIENT_MODES.map((value) => ({ value, label: words.choices.mode[value] }))}
      layout="row"
    />
  );
}

export function GuardianFields({ source }: { source: FieldSource }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextInput {...textField(source, "guardianName")} autoComplete="off" />
      <TextInput {...textField(source, "guardianRelation")} autoComplete="off" />
      <TextInput {...textField(source, "guardianPhone")} type="tel" autoComplete="off" />
    </div>
  );
}
