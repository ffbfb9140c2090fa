/** One browser, one login: a page that was opened for another clinic or person says so instead of taking more text. */
"use client";

import { useEffect, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import text from "@/messages/en/device.json";
import { fill } from "@/messages/fill";
import { guardActions } from "./action-guard";

const KEY = "counterpoise.membership";

/** The page that loaded last knows who is signed in now; the others hear of it at once, or when they are looked at. */
const goOn = () => location.assign("/caseload");

export function LoginGuard({ membershipId, clinicName }: { membershipId: string; clinicName: string }) {
  const [isOther, setOther] = useState(false);
  useEffect(() => guardActions(membershipId, () => setOther(true)), [membershipId]);
  useEffect(() => {
    const look = () => {
      const inUse = readInUse();
      setOther(inUse !== null && inUse !== membershipId);
    };
    try {
      localStorage.setItem(KEY, membershipId);
    } catch {
      // Without storage each tab only learns it from the server's refusals.
    }
    look();
    window.addEventListener("storage", look);
    document.addEventListener("visibilitychange", look);
    return () => {
      window.removeEventListener("storage", look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [membershipId]);
  return (
    <Dialog
      open={isOther}
      // What was typed can be read and copied: the server refuses it in the other clinic.
      onClose={() => setOther(false)}
      title={text.otherTitle}
      closeLabel={text.close}
      footer={
        <>
          <Button onClick={() => setOther(false)}>{text.otherStay}</Button>
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

function readInUse(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
