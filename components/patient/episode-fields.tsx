/** A new episode of care: complaint, days, who is responsible, and where the patient stood when transferred in. */
"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { SelectInput } from "@/components/ui/select-input";
import { NumberInput, TextArea, TextInput } from "@/components/ui/text-input";
import { TREATMENT_PHASES } from "@/domain/vocabulary/phases";
import words from "@/messages/en/patient.json";
import { choiceField, type FieldSource, textField } from "./form-fields";

export type EpisodeFieldsProps = {
  source: FieldSource;
  today: string;
  clinicians: readonly { value: string; label: string }[];
  /** Where the patient stood is for clinicians to say. */
  clinical: boolean;
};

export function EpisodeFields({ source, today, clinicians, clinical }: EpisodeFieldsProps) {
  const [transferred, setTransferred] = useState(source.value("transferred") === "on");
  return (
    <div className="grid gap-4">
      <TextArea
        {...textField(source, "complaint")}
        optional={words.new.optional}
        hint={words.hints.complaint}
        rows={2}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <TextInput {...textField(source, "onsetOn")} optional={words.new.optional} type="date" max={today} />
        <TextInput {...textField(source, "startedOn")} type="date" max={today} required />
        <SelectInput
          {...choiceField(source, "responsibleId")}
          label={words.fields.responsibleId}
          empty={words.choices.choose}
          options={clinicians}
        />
      </div>
      {clinical ? (
        <Checkbox
          name="transferred"
          label={words.fields.transferred}
          hint={words.hints.transferred}
          checked={transferred}
          onChange={setTransferred}
        />
      ) : null}
      {transferred ? <TransferFields source={source} today={today} /> : null}
    </div>
  );
}

function TransferFields({ source, today }: { source: FieldSource; today: string }) {
  const phase = choiceField(source, "phase");
  const [chosen, choose] = useState(phase.defaultValue);
  const optional = words.new.optional;
  return (
    <div className="grid gap-4 rounded-card border border-line bg-sunken p-4">
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectInput
          {...phase}
          label={words.fields.phase}
          empty={words.choices.choose}
          onChange={choose}
          options={TREATMENT_PHASES.map(({ id, label }) => ({ value: id, label }))}
        />
        <TextInput {...textField(source, "phaseSince")} type="date" max={today} />
        <NumberInput {...textField(source, "lastWorstPain")} optional={optional} decimals={false} />
      </div>
      <fieldset className="grid gap-4 sm:grid-cols-3">
        <legend className="mb-1 text-secondary font-bold">{words.hints.ely}</legend>
        <NumberInput {...textField(source, "elyL")} optional={optional} />
        <NumberInput {...textField(source, "elyR")} optional={optional} />
      </fieldset>
      {chosen === "maintain" ? (
        <fieldset className="grid gap-4 sm:grid-cols-2">
          <legend className="mb-1 text-secondary font-bold">{words.hints.maintain}</legend>
          <NumberInput {...textField(source, "hqL")} optional={optional} />
          <NumberInput {...textField(source, "hqR")} optional={optional} />
          <NumberInput {...textField(source, "lsiL")} optional={optional} />
          <NumberInput {...textField(source, "lsiR")} optional={optional} />
          <SelectInput
            {...choiceField(source, "maintainMethod")}
            label={words.fields.maintainMethod}
            empty={words.choices.none}
            options={Object.entries(words.choices.method).map(([value, label]) => ({ value, label }))}
          />
        </fieldset>
      ) : null}
    </div>
  );
}
