/** One act on a signed visit: a button, what it means, a reason where it needs one, and the password or a passkey. */
"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState, useTransition } from "react";
import type { PendingPlace } from "@/components/outbox/pending-words";
import { isText, usePending } from "@/components/outbox/use-pending";
import { UsePasskey } from "@/components/passkey/use-passkey";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { PasswordInput } from "@/components/ui/password-input";
import { TextArea } from "@/components/ui/text-input";
import type { Proof } from "@/domain/confirmation";
import text from "@/messages/en/record.json";
import { ActAnswer } from "./act-answer";
import type { ActOutcome, ActRefusal } from "./visit-data";

type Words = { button: string; title: string; lead: string; submit: string };

/** It may have been done all the same: only the record can say. */
const answerLost = (): ActRefusal => ({ ok: false, message: text.refused.unknown, stale: true });

export function SignedAct({
  words,
  children,
  asksReason = true,
  primary = false,
  reasonAt,
  act,
}: {
  words: Words;
  /** Between what the act means and the reason. */
  children?: ReactNode;
  asksReason?: boolean;
  primary?: boolean;
  /** Where the reason is kept until the act is done. */
  reasonAt: PendingPlace;
  act: (reason: string, proof: Proof) => Promise<ActOutcome>;
}) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason, forgetReason] = usePending(reasonAt, "", isText);
  const [refusal, setRefusal] = useState<ActRefusal | null>(null);
  const [isPending, start] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    confirm({ password: String(form.get("password") ?? "") });
  }
  function confirm(proof: Proof) {
    if (isPending) return;
    start(async () => {
      setRefusal(null);
      const outcome = await act(reason, proof).catch(answerLost);
      if (!outcome.ok) return setRefusal(outcome);
      forgetReason();
      setOpen(false);
      router.refresh();
    });
  }
  return (
    <>
      <Button variant={primary ? "pri" : undefined} onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={words.title} closeLabel={text.close} wide>
        <ActAnswer refusal={refusal} onSignedIn={() => setRefusal(null)} />
        <form onSubmit={submit} className="grid gap-3">
          <p className="text-secondary text-muted">{words.lead}</p>
          {children}
          {asksReason ? (
            <TextArea
              name="reason"
              label={text.reason}
              hint={text.reasonHint}
              required
              minLength={10}
              rows={2}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          ) : null}
          <PasswordInput name="password" label={text.password} showLabel={text.show} required />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => setOpen(false)}>{text.cancel}</Button>
            <UsePasskey
              onProof={confirm}
              onFault={(message, signedOut) => setRefusal({ ok: false, message, signedOut })}
              busy={isPending}
            />
            <Button type="submit" variant="pri" aria-disabled={isPending || undefined}>
              {isPending ? text.pending : words.submit}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
