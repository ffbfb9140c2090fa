/** One phrase: its trigger and its text; a new one where none is given. */
"use client";

import { fieldError, typedValue } from "@/app/form-state";
import { useFormAction } from "@/app/use-form-action";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextArea, TextInput } from "@/components/ui/text-input";
import type { StoredPhrase } from "@/db/phrase";
import text from "@/messages/en/settings.json";
import { fill } from "@/messages/fill";
import { removePhraseOf, savePhraseOf } from "./save-phrase";

const words = text.phrases;

export function PhraseForm({ phrase }: { phrase?: StoredPhrase }) {
  const [state, save] = useFormAction(savePhraseOf);
  const of = phrase?.id ?? "new";
  // A new phrase was taken over: its form is empty again.
  const isTaken = phrase === undefined && state.status === "done";
  const field = (name: "trigger" | "text") => ({
    name,
    id: `${of}-${name}`,
    label: words[name],
    error: fieldError(state, name),
    defaultValue: isTaken ? "" : (typedValue(state, name) ?? phrase?.[name] ?? ""),
  });
  return (
    <div className="grid gap-2">
      <form
        action={save}
        noValidate
        aria-label={phrase ? `;${phrase.trigger}` : words.add}
        className="grid items-start gap-3 sm:grid-cols-[9rem_minmax(0,1fr)_auto]"
      >
        {phrase ? <input type="hidden" name="id" value={phrase.id} /> : null}
        <TextInput {...field("trigger")} autoCapitalize="none" autoComplete="off" spellCheck={false} />
        <TextArea {...field("text")} rows={2} className="min-h-9!" />
        <div className="sm:mt-6">
          <SubmitButton pendingLabel={words.pending}>{phrase ? words.save : words.add}</SubmitButton>
        </div>
        <div className="empty:hidden sm:col-span-3">
          <FormMessage state={state} />
        </div>
      </form>
      {phrase ? (
        <form action={removePhraseOf} className="justify-self-end">
          <input type="hidden" name="id" value={phrase.id} />
          <SubmitButton size="sm" variant="quiet" aria-label={fill(words.removeOf, { trigger: phrase.trigger })}>
            {words.remove}
          </SubmitButton>
        </form>
      ) : null}
    </div>
  );
}
