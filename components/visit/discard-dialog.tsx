/** A draft begun by mistake: thrown away with all that was typed, once that was said. */
"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { forgetPendingOfVisit } from "@/components/outbox/pending-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { ActAnswer } from "./act-answer";
import { useDraft } from "./use-draft";
import type { ActRefusal } from "./visit-data";

/** It may have been discarded all the same: only the page can say. */
const answerLost = (): ActRefusal => ({ ok: false, message: parts.discard.unknown, stale: true });

export function DiscardDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { data, sync, acts } = useDraft();
  const router = useRouter();
  const [refusal, setRefusal] = useState<ActRefusal | null>(null);
  const [isPending, start] = useTransition();
  const discard = () =>
    start(async () => {
      setRefusal(null);
      const outcome = await acts.discard(data.visitId).catch(answerLost);
      if (!outcome.ok) return setRefusal(outcome);
      await Promise.all([sync.discard(), forgetPendingOfVisit({ ...data.owner, visitId: data.visitId })]);
      router.push(`/patients/${data.patientId}`);
    });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={parts.discard.title}
      closeLabel={text.close}
      footer={
        <>
          <Button onClick={onClose}>{parts.discard.cancel}</Button>
          <Button variant="danger" aria-disabled={isPending || undefined} onClick={discard}>
            {parts.discard.button}
          </Button>
        </>
      }
    >
      <ActAnswer refusal={refusal} onSignedIn={() => setRefusal(null)} />
      <p className="text-secondary">{parts.discard.lead}</p>
    </Dialog>
  );
}
