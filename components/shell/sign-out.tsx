/** Sign out: whoever has typed something that the clinic lacks is told before, and it stays on this device for them alone. */
"use client";

import { type ReactNode, useState, useTransition } from "react";
import { createPortal } from "react-dom";
import type { Owner } from "@/components/outbox/device-store";
import { forgetRecent } from "@/components/palette/recent";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormMessage } from "@/components/ui/form-message";
import text from "@/messages/en/device.json";
import { saidChanges } from "./device-drafts";

const drafts = () => import("@/components/outbox/unsent-drafts");

/** How many changes the clinic lacks; none where the browser keeps nothing. */
async function unsentCount(owner: Owner, send: boolean): Promise<number> {
  try {
    const { countOf, sendDrafts, unsentDrafts } = await drafts();
    return countOf(await (send ? sendDrafts(owner) : unsentDrafts(owner)));
  } catch {
    return 0;
  }
}

export type SignOutProps = {
  owner: Owner;
  action: () => Promise<void>;
  /** The button's content and look. */
  children: ReactNode;
  className: string;
};

export function SignOut({ owner, action, children, className }: SignOutProps) {
  const [unsent, setUnsent] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const [isPending, start] = useTransition();

  async function ask() {
    forgetRecent();
    const count = await unsentCount(owner, false);
    if (count === 0) return action();
    setUnsent(count);
    setMessage(null);
    setOpen(true);
  }
  const sendNow = () =>
    start(async () => {
      const count = await unsentCount(owner, true);
      if (count === 0) return action();
      setUnsent(count);
      setMessage(text.notSent);
    });
  // On a narrow screen the button stands in a menu that closes under the question, and would take it along.
  const question = (
    <div lang="en">
      <Dialog open onClose={() => setOpen(false)} title={text.title} closeLabel={text.close}>
        <p className="mb-1 font-strong">{saidChanges(unsent)}</p>
        <p className="mb-3 text-muted">{text.lead}</p>
        {message === null ? null : <FormMessage state={{ status: "refused", message }} className="mb-3" />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={() => setOpen(false)}>{text.stay}</Button>
          <form action={action}>
            <Button type="submit">{text.signOutAnyway}</Button>
          </form>
          <Button variant="pri" onClick={sendNow} aria-disabled={isPending || undefined}>
            {isPending ? text.sending : text.sendNow}
          </Button>
        </div>
      </Dialog>
    </div>
  );
  return (
    <>
      <form action={ask}>
        <button type="submit" className={className}>
          {children}
        </button>
      </form>
      {isOpen ? createPortal(question, document.body) : null}
    </>
  );
}
