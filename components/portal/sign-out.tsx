/**
 * Leaves the phone clean for the next person: what the clinic has is forgotten here; what it hasn't waits for its owner,
 * who is asked before.
 */
"use client";

import { LogOut } from "lucide-react";
import { useState, useTransition } from "react";
import type { Owner } from "@/components/outbox/device-store";
import { forgetReceived, sendSessions, waitingSessions } from "@/components/outbox/session-outbox";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Messages } from "@/messages/rooms";
import { forgetKeptPlan } from "./keep-plan";

export type SignOutProps = {
  owner: Owner;
  label: string;
  text: Messages["portal"]["record"]["signOutAsk"];
  action: () => Promise<void>;
};

/** Whether the clinic lacks anything of this person's; nothing where the browser keeps nothing. */
async function hasUnsent(owner: Owner, send: boolean): Promise<boolean> {
  try {
    if (send) await sendSessions(owner);
    const { unsent, refused } = await waitingSessions(owner);
    return unsent + refused > 0;
  } catch {
    return false;
  }
}

export function SignOut({ owner, label, text, action }: SignOutProps) {
  const { title, lead, sendNow, sending, notSent, anyway, stay } = text;
  const [isOpen, setOpen] = useState(false);
  const [isUnsent, setUnsent] = useState(false);
  const [isPending, start] = useTransition();

  async function leave() {
    // A browser that keeps nothing has nothing to forget.
    await Promise.allSettled([forgetReceived(owner), forgetKeptPlan()]);
    await action();
  }
  async function ask() {
    if (!(await hasUnsent(owner, false))) return leave();
    setUnsent(false);
    setOpen(true);
  }
  const send = () =>
    start(async () => {
      if (!(await hasUnsent(owner, true))) return leave();
      setUnsent(true);
    });

  return (
    <>
      <form action={ask}>
        <Button type="submit" size="lg">
          <LogOut aria-hidden size={18} /> {label}
        </Button>
      </form>
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={title} closeLabel={stay}>
        <p className="mb-3">{lead}</p>
        <p role="status" className="mb-3 font-semi">
          {isUnsent ? notSent : null}
        </p>
        <div className="grid gap-2">
          <Button variant="pri" size="lg" onClick={send} aria-disabled={isPending || undefined}>
            {isPending ? sending : sendNow}
          </Button>
          <Button size="lg" onClick={() => setOpen(false)}>
            {stay}
          </Button>
          <form action={leave}>
            <Button type="submit" variant="quiet" size="lg">
              {anyway}
            </Button>
          </form>
        </div>
      </Dialog>
    </>
  );
}
