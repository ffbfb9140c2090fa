"use client";
/** Asks for the period of a new report. */
import { type FormState, fieldError, typedValue } from "@/app/form-state";
import { useFormAction } from "@/app/use-form-action";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import words from "@/messages/en/progress.json";

type Props = {
  create: (state: FormState, form: FormData) => Promise<FormState>;
  from: string;
  to: string;
};

export function ReportForm({ create, from, to }: Props) {
  const [state, act] = useFormAction(create);
  return (
    <form action={act} className="grid gap-3 sm:flex sm:flex-wrap sm:items-end">
      <TextInput
        type="date"
        name="from"
        label={words.reports.from}
        defaultValue={typedValue(state, "from") ?? from}
        error={fieldError(state, "from")}
        required
      />
      <TextInput
        type="date"
        name="to"
        label={words.reports.to}
        defaultValue={typedValue(state, "to") ?? to}
        error={fieldError(state, "to")}
        required
      />
      <SubmitButton pendingLabel={words.reports.creating}>{words.reports.create}</SubmitButton>
      <p className="basis-full text-caption text-muted">{words.reports.period_hint}</p>
      <FormMessage state={state} className="basis-full" />
    </form>
  );
}
