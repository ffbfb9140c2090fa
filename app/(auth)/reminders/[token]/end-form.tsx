/** The one button of a reminder's link. */
"use client";

import type { FormState } from "@/app/form-state";
import { useFormAction } from "@/app/use-form-action";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Messages } from "@/messages/rooms";

type Props = { end: () => Promise<FormState>; text: Messages["outside"]["reminder"]["end"] };

export function EndForm({ end, text }: Props) {
  const [state, act] = useFormAction(end);
  if (state.status === "done") return <FormMessage state={{ status: "done", message: text.isOff }} />;
  return (
    <form action={act} className="grid gap-4">
      <p className="text-patient">{text.lead}</p>
      <FormMessage state={state} />
      <SubmitButton size="lg">{text.button}</SubmitButton>
    </form>
  );
}
