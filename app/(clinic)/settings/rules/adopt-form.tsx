/** Name and date under a rule set: from then on it is in force. */
"use client";

import { fieldError, typedValue } from "@/app/form-state";
import { useFormAction } from "@/app/use-form-action";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import settings from "@/messages/en/settings.json";
import { adopt } from "./rule-actions";

const text = settings.rules;

export function AdoptForm({ number, name, today }: { number: number | null; name: string; today: string }) {
  const [state, act] = useFormAction(adopt);
  return (
    <form action={act} noValidate className="mt-3 grid gap-3">
      <FormMessage state={state} />
      {number === null ? null : <input type="hidden" name="number" value={number} />}
      <p className="text-secondary text-muted">{text.adoptHint}</p>
      <div className="flex flex-wrap items-end gap-3">
        <TextInput
          name="name"
          label={text.adoptName}
          autoComplete="name"
          error={fieldError(state, "name")}
          defaultValue={typedValue(state, "name") ?? name}
          fieldClassName="basis-56"
        />
        <TextInput
          name="on"
          label={text.adoptOn}
          type="date"
          max={today}
          error={fieldError(state, "on")}
          defaultValue={typedValue(state, "on") ?? today}
        />
        <SubmitButton pendingLabel={text.adoptPending}>{text.adopt}</SubmitButton>
      </div>
    </form>
  );
}
