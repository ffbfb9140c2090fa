/** Asks until when a reason may sleep, and why where the table of reasons wants to know. */
"use client";

import { AlarmClockOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useKeptForm } from "@/components/shell/use-kept-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormMessage } from "@/components/ui/form-message";
import { SelectInput } from "@/components/ui/select-input";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextInput } from "@/components/ui/text-input";
import words from "@/messages/en/caseload.json";
import { fill } from "@/messages/fill";

export type SnoozeChoice = {
  id: string;
  since: string;
  text: string;
  /** First and last day it may be shown again on. */
  from: string;
  limit: string;
  limitText: string;
  needsWhy: boolean;
};

export type SnoozeState =
  | { status: "idle" | "done" }
  | { status: "invalid"; fields: Record<string, string> }
  | { status: "refused"; message: string };
export type SnoozeDialogProps = {
  patientId: string;
  name: string;
  choices: readonly SnoozeChoice[];
  /** Writes the snooze; app/(clinic)/caseload/snooze.ts. */
  action: (state: SnoozeState, form: FormData) => Promise<SnoozeState>;
};

export function SnoozeDialog(props: SnoozeDialogProps) {
  // null until it is opened for the first time; from then on it stays, so that focus returns when it closes.
  const [open, setOpen] = useState<boolean | null>(null);
  const label = fill(words.snooze.title, { name: props.name });
  return (
    <>
      <button
        type="button"
        data-snooze
        aria-label={label}
        title={words.snooze.open}
        onClick={() => setOpen(true)}
        className="grid size-7.5 shrink-0 place-items-center rounded-card text-muted hover:bg-sunken hover:text-ink max-sm:size-11"
      >
        <AlarmClockOff aria-hidden size={16} />
      </button>
      {open === null ? null : (
        <Dialog open={open} onClose={() => setOpen(false)} title={label} closeLabel={words.snooze.close}>
          <SnoozeForm {...props} onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}

function SnoozeForm({ patientId, choices, action, onDone }: SnoozeDialogProps & { onDone: () => void }) {
  const [state, save] = useKeptForm<SnoozeState>(action, { status: "idle" }, (message) => ({
    status: "refused",
    message,
  }));
  const errors = state.status === "invalid" ? state.fields : {};
  const [id, setId] = useState(choices[0]?.id ?? null);
  const [until, setUntil] = useState(choices[0]?.limit ?? "");
  const [why, setWhy] = useState("");
  const chosen = choices.find((choice) => choice.id === id) ?? choices[0];
  useEffect(() => {
    if (state.status === "done") onDone();
  }, [state, onDone]);
  if (!chosen) return null;
  return (
    <form action={save} noValidate className="grid gap-4 text-left text-body text-ink">
      {state.status === "refused" ? <FormMessage state={state} /> : null}
      <input type="hidden" name="patientId" value={patientId} />
      <input type="hidden" name="since" value={chosen.since} />
      <SelectInput
        name="reason"
        id={`snooze-reason-${patientId}`}
        label={words.snooze.reason}
        value={chosen.id}
        onChange={(next) => {
          setId(next);
          setUntil(choices.find((choice) => choice.id === next)?.limit ?? "");
        }}
        options={choices.map((choice) => ({ value: choice.id, label: choice.text }))}
      />
      <TextInput
        name="until"
        id={`snooze-until-${patientId}`}
        type="date"
        label={words.snooze.until}
        hint={fill(words.snooze.untilHint, { date: chosen.limitText })}
        error={errors.until}
        min={chosen.from}
        max={chosen.limit}
        value={until}
        onChange={(event) => setUntil(event.target.value)}
      />
      {chosen.needsWhy ? (
        <TextInput
          name="why"
          id={`snooze-why-${patientId}`}
          label={words.snooze.why}
          hint={words.snooze.whyHint}
          error={errors.why}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
      ) : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>{words.snooze.close}</Button>
        <SubmitButton pendingLabel={words.snooze.pending}>{words.snooze.save}</SubmitButton>
      </div>
    </form>
  );
}
