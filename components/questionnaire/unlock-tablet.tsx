/** The way out of a handed-over tablet: the clinician's password; what the clinic has received is forgotten here first. */
"use client";

import { type FormEvent, useState, useTransition } from "react";
import type { Owner } from "@/components/outbox/device-store";
import { forgetReceived, waitingSessions } from "@/components/outbox/session-outbox";
import { Button } from "@/components/ui/button";
import { PasswordInput } from "@/components/ui/password-input";
import type { Messages } from "@/messages/rooms";

export type UnlockTabletProps = {
  owner: Owner;
  /** Where to go on: the visit or the chart it was handed over from. */
  back: string;
  text: Messages["questionnaire"]["tablet"];
  action: (password: string) => Promise<string | null>;
};

export function UnlockTablet({ owner, back, text, action }: UnlockTabletProps) {
  const [message, setMessage] = useState<string | null>(null);
  const [isPending, start] = useTransition();
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    start(async () => {
      const fault = await action(password);
      if (fault !== null) return setMessage(fault);
      // Answers the server has not taken stay on the device and go ahead when it answers.
      const waiting = await waitingSessions(owner).catch(() => null);
      if (waiting === null || waiting.unsent + waiting.refused === 0) await forgetReceived(owner).catch(() => {});
      // A whole new page, so that nothing the patient saw stays in its memory.
      window.location.replace(back);
    });
  }
  return (
    <details className="mt-10 border-t border-line pt-2">
      <summary className="flex min-h-11 items-center text-secondary text-muted">{text.unlock}</summary>
      <form onSubmit={submit} className="mt-2 grid max-w-80 gap-3">
        <PasswordInput
          name="password"
          label={text.password}
          showLabel={text.show}
          error={message ?? undefined}
          required
        />
        <Button type="submit" className="min-h-11" aria-disabled={isPending || undefined}>
          {text.unlockButton}
        </Button>
      </form>
    </details>
  );
}
