/** Edits what is written about a patient; reception sees and sends the contact part alone. */
"use client";

import { useState } from "react";
import { fieldError, IDLE, typedValue } from "@/app/form-state";
import { refusedForm } from "@/app/use-form-action";
import { ContactFields, GuardianFields, ModeField } from "@/components/patient/contact-fields";
import type { FieldSource } from "@/components/patient/form-fields";
import { PersonFields } from "@/components/patient/person-fields";
import { useKeptForm } from "@/components/shell/use-kept-form";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { isCalendarDay } from "@/domain/calendar-day";
import { isMinor } from "@/domain/guardian-age";
import words from "@/messages/en/patient.json";
import { savePerson } from "./record-actions";
import type { SavedPerson } from "./what-stands";

export type PersonFormProps = {
  patientId: string;
  /** As stored; text for every field. */
  stored: Readonly<Record<string, string | undefined>>;
  birthDate: string;
  today: string;
  languages: readonly { value: string; label: string }[];
  clinical: boolean;
};

export function PersonForm({ patientId, stored, birthDate, today, languages, clinical }: PersonFormProps) {
  const [state, save] = useKeptForm<SavedPerson>(
    savePerson.bind(null, patientId),
    { form: IDLE, stands: [] },
    (message, form) => ({ form: refusedForm(message, form), stands: [] }),
  );
  const [born, setBorn] = useState(birthDate);
  const minor = isCalendarDay(born) && isMinor(born, today);
  const source: FieldSource = {
    value: (name) => typedValue(state.form, name) ?? stored[name],
    error: (name) => fieldError(state.form, name),
  };
  return (
    <form action={save} noValidate className="grid gap-4">
      <input type="hidden" name="version" value={source.value("version")} />
      {clinical ? <PersonFields source={source} today={today} onBirthDate={setBorn} clinical /> : null}
      <ContactFields source={source} languages={languages} />
      {minor ? <GuardianFields source={source} /> : null}
      {clinical ? <ModeField source={source} /> : null}
      <FormMessage state={state.form} />
      {state.stands.length === 0 ? null : (
        <ul className="grid gap-1 text-secondary">
          {state.stands.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <div>
        <SubmitButton pendingLabel={words.record.pending}>{words.record.save}</SubmitButton>
      </div>
    </form>
  );
}
