/** Sign visit: what still blocks is listed with a way to each field; then the password once more or a passkey, and the server decides. */
"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState, useTransition } from "react";
import { forgetPendingOfVisit } from "@/components/outbox/pending-words";
import { UsePasskey } from "@/components/passkey/use-passkey";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { PasswordInput } from "@/components/ui/password-input";
import type { Proof } from "@/domain/confirmation";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { ActAnswer } from "./act-answer";
import { BlockedBy, Blockers, RetestsAsked, Unconfirmed } from "./blockers";
import { StandsBeside } from "./stands-beside";
import { useDraft, useJudged } from "./use-draft";
import type { ActRefusal } from "./visit-data";

/** It may have been signed all the same: only the record can say. */
const answerLost = (): ActRefusal => ({ ok: false, message: parts.sign.unknown, stale: true });

export function SignDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { sync, data, acts } = useDraft();
  const router = useRouter();
  const [refusal, setRefusal] = useState<ActRefusal | null>(null);
  const [isPending, start] = useTransition();
  // Two presses within one frame are one: the state is not drawn yet.
  const underWay = useRef(false);
  const blocked = useJudged(({ completeness }) => completeness.blocking.length);
  const words = parts.sign;
  // What others wrote while it is open lies behind it, unread.
  const [read, setRead] = useState(sync.fields.news);
  // Opened again, it no longer says what an earlier attempt was answered.
  const [wasOpen, setWasOpen] = useState(open);
  if (open !== wasOpen) {
    setWasOpen(open);
    setRefusal(null);
    setRead(sync.fields.news);
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
    setRefusal(null);
    // What is signed is what the server holds: everything typed goes first.
    if (!(await sync.flush())) return setRefusal(unsent());
    if (sync.fields.news !== read) return setRefusal({ ok: false, message: words.news });
    const outcome = await acts.sign(data.visitId, sync.version, data.basis, proof).catch(answerLost);
    if (outcome.ok) {
      void forgetPendingOfVisit({ ...data.owner, visitId: data.visitId });
      onClose();
      router.refresh();
      return;
    }
    setRefusal(outcome);
  }
  function unsent(): ActRefusal {
    const { state } = sync;
    if (state.kind === "on_device" && state.why === "signed_out") {
      return { ok: false, message: parts.signIn.ended, signedOut: true };
    }
    if (state.kind !== "not_saved") return { ok: false, message: words.notSaved };
    // Two texts of one field stand behind this dialog; whatever else was refused, the latest shows it.
    return state.why === "conflict"
      ? { ok: false, message: words.conflict }
      : { ok: false, message: words.notSaved, stale: true };
  }
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={blocked > 0 ? words.blockedTitle : words.title}
      closeLabel={text.close}
    >
      <ActAnswer refusal={refusal} onSignedIn={() => setRefusal(null)} />
      {refusal?.blocking === undefined || blocked > 0 ? null : <BlockedBy blocking={refusal.blocking} onGo={onClose} />}
      {blocked > 0 ? (
        <Blockers onGo={onClose} />
      ) : (
        <form onSubmit={submit} className="grid gap-3">
          <p className="text-secondary text-muted">{words.lead}</p>
          <StandsBeside later={data.later} blocks={data.blocks} />
          <RetestsAsked onGo={onClose} />
          <Unconfirmed />
          <PasswordInput name="password" label={words.password} showLabel={words.show} required data-autofocus />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={onClose}>{words.cancel}</Button>
            <UsePasskey
              onProof={sign}
              onFault={(message, signedOut) => setRefusal({ ok: false, message, signedOut })}
              busy={isPending}
            />
            <Button type="submit" variant="pri" aria-disabled={isPending || undefined}>
              {isPending ? words.pending : words.button}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
