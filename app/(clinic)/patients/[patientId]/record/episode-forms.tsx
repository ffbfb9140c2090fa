/** Forms about the course of care: consent, hand-over, closing the episode, opening the next. */
"use client";

import { type FormState, fieldError, typedValue } from "@/app/form-state";
import { useFormAction } from "@/app/use-form-action";
import { EpisodeFields } from "@/components/patient/episode-fields";
import { FormMessage } from "@/components/ui/form-message";
import { SelectInput } from "@/components/ui/select-input";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea } from "@/components/ui/text-input";
import words from "@/messages/en/patient.json";
import { saveClosing, saveConsent, saveHandOver, saveNewEpisode } from "./record-actions";

type Options = readonly { value: string; label: string }[];
const text = words.record;

const field = (state: FormState, name: string) => ({
  name,
  error: fieldError(state, name),
  defaultValue: typedValue(state, name),
});

export function ConsentForm({ patientId, items }: { patientId: string; items: Options }) {
  const [state, save] = useFormAction(saveConsent.bind(null, patientId));
  const states = Object.entries(text.states).map(([value, label]) => ({ value, label }));
  return (
    <form action={save} noValidate className="grid gap-3 sm:grid-cols-[1fr_10rem_auto] sm:items-end">
      <SelectInput {...field(state, "item")} label={text.consentItem} empty={words.choices.choose} options={items} />
      <SelectInput {...field(state, "state")} label={text.consentState} empty={words.choices.choose} options={states} />
      <SubmitButton variant="plain" pendingLabel={text.pending}>
        {text.consentAdd}
      </SubmitButton>
      <FormMessage state={state} className="sm:col-span-3" />
    </form>
  );
}

export function HandOverForm({ patientId, clinicians }: { patientId: string; clinicians: Options }) {
  const [state, save] = useFormAction(saveHandOver.bind(null, patientId));
  return (
    <form action={save} noValidate className="grid gap-3">
      <SelectInput
        {...field(state, "toId")}
        label={text.handOverTo}
        empty={words.choices.choose}
        options={clinicians}
      />
      <TextArea {...field(state, "note")} id="handover-note" label={text.note} optional={words.new.optional} rows={2} />
      <FormMessage state={state} />
      <div>
        <SubmitButton variant="plain" pendingLabel={text.pending}>
          {text.handOver}
        </SubmitButton>
      </div>
    </form>
  );
}

export function CloseForm({ patientId, reasons }: { patientId: string; reasons: Options }) {
  const [state, save] = useFormAction(saveClosing.bind(null, patientId));
  return (
    <form action={save} noValidate className="grid gap-3">
      <p className="text-secondary text-muted">{text.closeLead}</p>
      <SelectInput
        {...field(state, "reason")}
        label={text.closeReason}
        empty={words.choices.choose}
        options={reasons}
      />
      <TextArea
        {...field(state, "note")}
        id="closing-note"
        label={text.closeNote}
        optional={words.new.optional}
        rows={2}
      />
      <FormMessage state={state} />
      <div>
        <SubmitButton variant="danger" pendingLabel={text.closePending}>
          {text.close}
        </SubmitButton>
      </div>
    </form>
  );
}

type OpenProps = { patientId: string; today: string; clinicians: Options; responsibleId: string };

export function OpenForm({ patientId, today, clinicians, responsibleId }: OpenProps) {
  const [state, save] = useFormAction(saveNewEpisode.bind(null, patientId));
  const start: Record<string, string> = { startedOn: today, responsibleId };
  return (
    <form action={save} noValidate className="grid gap-4">
      <EpisodeFields
        source={{ value: (name) => typedValue(state, name) ?? start[name], error: (name) => fieldError(state, name) }}
        today={today}
        clinicians={clinicians}
        clinical
      />
      <FormMessage state={state} />
      <div>
        <SubmitButton pendingLabel={text.openPending}>{text.openSave}</SubmitButton>
      </div>
    </form>
  );
}
