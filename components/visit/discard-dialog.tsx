/** A draft begun by mistake: thrown away with all that was typed, once that was said. */
"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { useDraft } from "./use-draft";

export function DiscardDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { data, sync, acts } = useDraft();
  const router = useRouter();
  const [message, setMessage] = useState<string | null>(null);
  const [isPending, start] = useTransition();
  const discard = () =>
    start(async () => {
      const outcome = await acts.discard(data.visitId);
      if (!outcome.ok) return setMessage(outcome.message);
      await sync.discard();
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
      <p className="text-secondary">{parts.discard.lead}</p>
      {message === null ? null : (
        <p role="alert" className="mt-2 text-secondary text-bad">
          {message}
        </p>
      )}
    </Dialog>
  );
}
