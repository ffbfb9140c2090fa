/** Ending a membership asks once more, since it signs the person out everywhere. */
"use client";

import { useState } from "react";
import { useFormAction } from "@/app/use-form-action";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormMessage } from "@/components/ui/form-message";
import { SubmitButton } from "@/components/ui/submit-button";
import settings from "@/messages/en/settings.json";
import { fill } from "@/messages/fill";
import { end } from "./team-actions";

const text = settings.team;

type Props = {
  membershipId: string;
  name: string;
  /** Open episodes they are responsible for. */
  patients: number;
};

export function EndMembership({ membershipId, name, patients }: Props) {
  const [open, setOpen] = useState(false);
  const [state, act] = useFormAction(end);
  return (
    <>
      <Button size="sm" variant="quiet" aria-label={`${text.end}: ${name}`} onClick={() => setOpen(true)}>
        {text.end}
      </Button>
      <Dialog
        open={open && state.status !== "done"}
        onClose={() => setOpen(false)}
        title={fill(text.endTitle, { name })}
        closeLabel={text.close}
      >
        <p className="mb-3">{fill(text.endLead, { name })}</p>
        {patients === 0 ? null : (
          <Banner tone="warn" className="mb-3">
            {fill(patients === 1 ? text.endPatient : text.endPatients, { name, n: patients })}
          </Banner>
        )}
        <FormMessage state={state} className="mb-3" />
        <form action={act} className="flex flex-wrap justify-end gap-2">
          <input type="hidden" name="membership" value={membershipId} />
          <input type="hidden" name="name" value={name} />
          <Button onClick={() => setOpen(false)}>{text.cancel}</Button>
          <SubmitButton variant="danger" pendingLabel={text.endPending}>
            {text.endConfirm}
          </SubmitButton>
        </form>
      </Dialog>
    </>
  );
}
