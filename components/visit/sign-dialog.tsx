/** Sign visit: what still blocks is listed with a way to each field; then the password once more or a passkey, and the server decides. */
"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState, useTransition } from "react";
import { UsePasskey } from "@/components/passkey/use-passkey";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormMessage } from "@/components/ui/form-message";
import { PasswordInput } from "@/components/ui/password-input";
import type { Proof } from "@/domain/confirmation";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { Blockers, RetestsAsked, Unconfirmed } from "./blockers";
import { useDraft, useJudged } from "./use-draft";
import type { ActOutcome } from "./visit-data";

/** It may have been signed all the same: only the record can say. */
const answerLost = (): ActOutcome => ({ ok: false, message: parts.sign.unknown, stale: true });

export function SignDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { sync, data, acts } = useDraft();
  const router = useRouter();
  const [message, setMessage] = useState<string | null>(null);
  const [isStale, setStale] = useState(false);
  const [isPending, start] = useTransition();
  // Two presses within one frame are one: the state is not drawn yet.
  const underWay = useRef(false);
  const blocked = useJudged(({ completeness }) => completeness.blocking.length);
  const words = parts.sign;
  // Opened again, it no longer says what an earlier attempt was answered.
  const [wasOpen, setWasOpen] = useState(open);
  if (open !== wasOpen) {
    setWasOpen(open);
    setMessage(null);
    setStale(false);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    sign({ password: String(new FormData(event.currentTarget).get("password") ?? "") });
  }
  function sign(proof: Proof) {
    if (underWay.current) return;
    underWay.current = true;
    start(async () => {
      await sendAndSign(proof);
      underWay.current = false;
    });
  }
  async function sendAndSign(proof: Proof) {
    setMessage(null);
    // What is signed is what the server holds: everything typed goes first.
    if (!(await sync.flush())) return setMessage(words.notSaved);
    const outcome = await acts.sign(data.visitId, sync.version, proof).catch(answerLost);
    if (outcome.ok) {
      onClose();
      router.refresh();
      return;
    }
    setStale(outcome.stale === true);
    setMessage(outcome.message);
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={blocked > 0 ? words.blockedTitle : words.title}
      closeLabel={text.close}
    >
      {blocked > 0 ? (
        <Blockers onGo={onClose} />
      ) : (
        <form onSubmit={submit} className="grid gap-3">
          <p className="text-secondary text-muted">{words.lead}</p>
          <RetestsAsked onGo={onClose} />
          <Unconfirmed />
          {message === null ? null : <FormMessage state={{ status: "refused", message }} />}
          {isStale ? <Button onClick={() => location.reload()}>{words.reload}</Button> : null}
          <PasswordInput name="password" label={words.password} showLabel={words.show} required data-autofocus />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={onClose}>{words.cancel}</Button>
            <UsePasskey onProof={sign} onFault={setMessage} busy={isPending} />
            <Button type="submit" variant="pri" aria-disabled={isPending || undefined}>
              {isPending ? words.pending : words.button}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
