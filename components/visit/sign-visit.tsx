/** Sign visit, always in sight; what it asks is fetched when it is pressed. */
"use client";

import { PenLine } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import text from "@/messages/en/visit.json";
import { OnDemand, partOf } from "./on-demand";
import { useDraft } from "./use-draft";

const signDialog = partOf(async () => (await import("./sign-dialog")).SignDialog, { quiet: true });

export function SignVisit() {
  const { sync, live } = useDraft();
  // null until it is opened for the first time; from then on it stays, so that focus returns when it closes.
  const [isOpen, setOpen] = useState<boolean | null>(null);
  function open() {
    live.refresh();
    setOpen(true);
    void sync.flush();
  }
  return (
    <>
      <Button variant="pri" data-sign aria-keyshortcuts="Control+Enter" onClick={open} className="max-sm:flex-1">
        <PenLine aria-hidden size={16} />
        {text.signVisit}
      </Button>
      {isOpen === null ? null : <OnDemand part={signDialog} open={isOpen} onClose={() => setOpen(false)} />}
    </>
  );
}
