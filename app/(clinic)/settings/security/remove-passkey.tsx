/** Removing a passkey asks once more: it can't be taken back, only added anew. */
"use client";

import { useState } from "react";
import { useFormAction } from "@/app/use-form-action";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import text from "@/messages/en/passkey.json";
import { fill } from "@/messages/fill";
import { forgetPasskey } from "./passkey-actions";

export function RemovePasskey({ id, name }: { id: string; name: string }) {
  const [isOpen, setOpen] = useState(false);
  const [state, act] = useFormAction(forgetPasskey);
  return (
    <>
      <Button size="sm" variant="quiet" aria-label={fill(text.removeLabel, { name })} onClick={() => setOpen(true)}>
        {text.remove}
      </Button>
      <Dialog
        open={isOpen && state.status !== "done"}
        onClose={() => setOpen(false)}
        title={fill(text.removeTitle, { name })}
        closeLabel={text.close}
      >
        <p className="mb-3">{text.removeLead}</p>
        <FormMessage state={state} className="mb-3" />
        <form action={act} className="flex flex-wrap justify-end gap-2">
          <input type="hidden" name="passkey" value={id} />
          <Button onClick={() => setOpen(false)}>{text.cancel}</Button>
          <SubmitButton variant="danger" pendingLabel={text.removePending}>
            {text.removeConfirm}
          </SubmitButton>
        </form>
      </Dialog>
    </>
  );
}
