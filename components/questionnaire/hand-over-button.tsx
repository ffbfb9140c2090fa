/** Hands the tablet to the patient; a whole new page opens, so that nothing of the clinic stays in its memory. */
"use client";

import { TabletSmartphone } from "lucide-react";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import words from "@/messages/en/patient.json";

export type HandOverButtonProps = {
  /** The server action, bound to the patient. */
  action: () => Promise<void>;
  /** Where unlocking leads back to, when that isn't the chart: a visit's id. */
  visitId?: string;
  /** Sends what was typed ahead; false keeps the page. */
  before?: () => Promise<boolean>;
  size?: "sm" | "md";
};

export function HandOverButton({ action, visitId, before, size = "md" }: HandOverButtonProps) {
  const [isPending, start] = useTransition();
  const handOver = () =>
    start(async () => {
      if (before !== undefined && !(await before())) return;
      await action();
      window.location.replace(visitId === undefined ? "/tablet" : `/tablet?visit=${visitId}`);
    });
  return (
    <Button size={size} aria-disabled={isPending || undefined} onClick={() => (isPending ? undefined : handOver())}>
      <TabletSmartphone aria-hidden size={16} />
      {words.chart.handOver}
    </Button>
  );
}
