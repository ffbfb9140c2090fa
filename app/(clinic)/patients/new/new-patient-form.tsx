/** The form of a new patient; a refused save gives everything back as it was typed. */
"use client";

import { useState } from "react";
import { fieldError, IDLE, typedValue } from "@/app/form-state";
import { refusedForm } from "@/app/use-form-action";
import { ContactFields, GuardianFields, ModeField } from "@/components/patient/contact-fields";
import { EpisodeFields } from "@/components/patient/episode-fields";
import type { FieldSource } from "@/components/patient/form-fields";
import { PersonFields } from "@/components/patient/person-fields";
import { Twins } from "@/components/patient/twins";
import { useKeptForm } from "@/components/shell/use-kept-form";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FormMessage } from "@/components/ui/form-message";
import { RadioCards } from "@/components/ui/radio-cards";
import { SubmitButton } from "@/components/ui/submit-button";
import { isCalendarDay } from "@/domain/calendar-day";
import { isMinor } from "@/domain/guardian-age";
import words from "@/messages/en/patient.json";
import { type NewPatientState, saveNewPatient } from "./save-new-patient";

export type NewPatientFormProps = {
  /** The record's id, made with the page. */
  id: string;
  today: string;
  clinicians: readonly { value: string; label: string }[];
  languages: readonly { value: string; label: string }[];
  responsibleId: string | null;
  clinical: boolean;
};

const CONSENTS = ["consentData", "consentExamination", "consentGuardian"] as const;

export function NewPatientForm({ id, today, clinicians, languages, responsibleId, clinical }: NewPatientFormProps) {
  const [state, save] = useKeptForm<NewPatientState>(saveNewPatient, { form: IDLE, twins: [] }, (message, form) => ({
    form: refusedForm(message, form),
    twins: [],
  }));
  const [birthDate, setBirthDate] = useState("");
  const minor = isCalendarDay(birthDate) && birthDate <= today && isMinor(birthDate, today);
  const start: Record<string, string | undefined> = {
    language: "en",
    interpreter: "not_needed",
    mode: "phone",
    startedOn: today,
    responsibleId: responsibleId ?? undefined,
  };
  const source: FieldSource = {
    value: (name) => typedValue(state.form, name) ?? start[name],
    error: (name) => fieldError(state.form, name),
  };
  const asked = CONSENTS.filter(
    (name) => (name !== "consentGuardian" || minor) && (name !== "consentExamination" || clinical),
  );
  return (
    <form action={save} noValidate className="grid max-w-200 gap-4">
      <input type="hidden" name="id" value={id} />
      <Card title={words.sections.person}>
        <PersonFields source={source} today={today} onBirthDate={setBirthDate} clinical={clinical} />
      </Card>
      {minor ? (
        <Card title={words.sections.guardian} aside={words.hints.guardian}>
          <GuardianFields source={source} />
        </Card>
      ) : null}
      <Card title={words.sections.contact}>
        <div className="grid gap-4">
          <ContactFields source={source} languages={languages} />
          <ModeField source={source} />
        </div>
      </Card>
      <Card title={words.sections.episode}>
        <EpisodeFields source={source} today={today} clinicians={clinicians} clinical={clinical} />
      </Card>
      <Card title={words.sections.consent} aside={words.hints.consent}>
        <div className="grid gap-4">
          {asked.map((name) => (
            <RadioCards
              key={name}
              name={name}
              legend={words.fields[name]}
              error={source.error(name)}
              options={[
                { value: "given", label: words.choices.consent.given },
                { value: "declined", label: words.choices.consent.declined },
                { value: "", label: words.choices.none },
              ]}
              layout="row"
            />
          ))}
        </div>
      </Card>
      <FormMessage state={state.form} />
      <Twins twins={state.twins} room={clinical ? "" : "/record"} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton pendingLabel={words.new.pending}>{words.new.save}</SubmitButton>
        <ButtonLink href="/caseload">{words.new.cancel}</ButtonLink>
      </div>
    </form>
  );
}
