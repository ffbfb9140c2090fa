/** Leaves the phone clean for the next person: what the clinic has is forgotten here, what it hasn't waits for its owner. */
"use client";

import { LogOut } from "lucide-react";
import type { Owner } from "@/components/outbox/device-store";
import { forgetReceived } from "@/components/outbox/session-outbox";
import { Button } from "@/components/ui/button";
import { forgetKeptPlan } from "./keep-plan";
import { useWaiting } from "./outbox-notice";

export function SignOut({
  owner,
  label,
  unsent,
  action,
}: {
  owner: Owner;
  label: string;
  unsent: string;
  action: () => Promise<void>;
}) {
  const waiting = useWaiting(owner);
  return (
    <form
      action={async () => {
        // A browser that keeps nothing has nothing to forget.
        await Promise.allSettled([forgetReceived(owner), forgetKeptPlan()]);
        await action();
      }}
    >
      {waiting !== null && waiting.unsent > 0 ? <p className="mb-2 text-body">{unsent}</p> : null}
      <Button type="submit" size="lg">
        <LogOut aria-hidden size={18} /> {label}
      </Button>
    </form>
  );
}
