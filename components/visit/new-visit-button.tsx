/** "New visit" and the other kinds: opens the draft this person already has, or a new one. */
"use client";

import { useActionState } from "react";
import type { ButtonVariant } from "@/components/ui/button";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import text from "@/messages/en/visit.json";

type State =
  | { status: "idle" }
  | { status: "invalid"; fields: Record<string, string>; message?: string; values: Record<string, string | string[]> }
  | { status: "refused"; message: string; values: Record<string, string | string[]> }
  | { status: "done"; message?: string };

export type NewVisitButtonProps = {
  patientId: string;
  /** The route's startVisitAction. */
  action: (state: State, form: FormData) => Promise<State>;
  kind?: "treatment" | "decision" | "contact" | "did_not_attend";
  variant?: ButtonVariant;
  size?: "sm" | "md";
  /** Heard instead of the label where many stand in a list. */
  label?: string;
};

const LABELS = {
  treatment: text.newVisit,
  decision: text.kinds.decision,
  contact: text.newContact,
  did_not_attend: text.kinds.did_not_attend,
} as const;

export function NewVisitButton({
  patientId,
  action,
  kind = "treatment",
  variant = "pri",
  size,
  label,
}: NewVisitButtonProps) {
  const [state, start] = useActionState(action, { status: "idle" });
  return (
    <form action={start}>
      <input type="hidden" name="patientId" value={patientId} />
      <input type="hidden" name="kind" value={kind} />
      <SubmitButton variant={variant} size={size} aria-label={label} pendingLabel={text.opening}>
        {LABELS[kind]}
      </SubmitButton>
      <FormMessage state={state} />
    </form>
  );
}
