/** Hands the tablet to the patient; a whole new page opens, so that nothing of the clinic stays in its memory. */
"use client";

import { TabletSmartphone } from "lucide-react";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";

export type HandOverButtonProps = {
  /** The server action, bound to the patient. */
  action: () => Promise<void>;
  label: string;
  /** Where unlocking leads back to, when that isn't the chart: a visit's id. */
  visitId?: string;
  /** Sends what was typed ahead; where that fails the page stays, and says why. */
  before?: { send: () => Promise<boolean>; failed: string };
  size?: "sm" | "md";
};

export function HandOverButton({ action, label, visitId, before, size = "md" }: HandOverButtonProps) {
  const [isKept, setKept] = useState(false);
  const [isPending, start] = useTransition();
  const handOver = () =>
    start(async () => {
      const isSent = before === undefined || (await before.send());
      setKept(!isSent);
      if (!isSent) return;
      await action();
      window.location.replace(visitId === undefined ? "/tablet" : `/tablet?visit=${visitId}`);
    });
  return (
    <>
      <Button size={size} aria-disabled={isPending || undefined} onClick={() => (isPending ? undefined : handOver())}>
        <TabletSmartphone aria-hidden size={16} />
        {label}
      </Button>
      <span role="alert" className="text-secondary font-semi text-bad empty:hidden">
        {isKept ? before?.failed : null}
      </span>
    </>
  );
}
