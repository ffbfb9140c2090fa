/** The one button of a reminder's link. */
"use client";

import { useActionState } from "react";
import { type FormState, IDLE } from "@/app/form-state";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Messages } from "@/messages/rooms";

type Props = { end: () => Promise<FormState>; text: Messages["outside"]["reminder"]["end"] };

export function EndForm({ end, text }: Props) {
  const [state, act] = useActionState(end, IDLE);
  if (state.status === "done") return <FormMessage state={{ status: "done", message: text.isOff }} />;
  return (
    <form action={act} className="grid gap-4">
      <p className="text-patient">{text.lead}</p>
      <SubmitButton size="lg">{text.button}</SubmitButton>
    </form>
  );
}
