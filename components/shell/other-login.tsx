/** Somebody else is signed in in this browser now: where to go from a page that is no longer theirs. */
"use client";

import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import text from "@/messages/en/device-questions.json";
import { fill } from "@/messages/fill";

const goOn = () => location.assign("/caseload");

export function OtherLogin({ clinicName, onStay }: { clinicName: string; onStay: () => void }) {
  return (
    <Dialog
      open
      // What was typed can be read and copied: the server refuses it in the other clinic.
      onClose={onStay}
      title={text.otherTitle}
      closeLabel={text.close}
      footer={
        <>
          <Button onClick={onStay}>{text.otherStay}</Button>
          <ButtonLink href="/sign-in" target="_blank">
            {text.otherBack}
          </ButtonLink>
          <Button variant="pri" onClick={goOn}>
            {text.otherGo}
          </Button>
        </>
      }
    >
      <p>{fill(text.otherLead, { clinic: clinicName })}</p>
    </Dialog>
  );
}
