/** Somebody else is signed in in this browser now: where to go from a page that is no longer theirs. */
"use client";

import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import staff from "@/messages/en/device-questions.json";
import en from "@/messages/en/other-person.json";
import es from "@/messages/es/other-person.json";
import { fill } from "@/messages/fill";

const STAFF: typeof en = {
  title: staff.otherTitle,
  lead: staff.otherLead,
  close: staff.close,
  stay: staff.otherStay,
  back: staff.otherBack,
  go: staff.otherGo,
};
const OTHER_LOGIN_WORDS = { staff: STAFF, en, es };

/** Whoever is in use by now starts in the room that is theirs. */
const goOn = () => location.assign("/");

export type OtherLoginProps = {
  clinicName: string;
  /** Staff, or the language that a patient reads. */
  reader: keyof typeof OTHER_LOGIN_WORDS;
  onStay: () => void;
};

export function OtherLogin({ clinicName, reader, onStay }: OtherLoginProps) {
  const text = OTHER_LOGIN_WORDS[reader];
  return (
    <Dialog
      open
      // What was typed can be read and copied: the server refuses it in the other clinic.
      onClose={onStay}
      title={text.title}
      closeLabel={text.close}
      footer={
        <>
          <Button onClick={onStay}>{text.stay}</Button>
          <ButtonLink href="/sign-in" target="_blank">
            {text.back}
          </ButtonLink>
          <Button variant="pri" onClick={goOn}>
            {text.go}
          </Button>
        </>
      }
    >
      <p>{fill(text.lead, { clinic: clinicName })}</p>
    </Dialog>
  );
}
