/** Sign out: whoever has typed something that the clinic lacks is told before, and it stays on this device for them alone. */
"use client";

import { lazy, type ReactNode, Suspense, useState, useTransition } from "react";
import { createPortal } from "react-dom";
import type { Owner } from "@/components/outbox/device-store";
import { forgetRecent } from "@/components/palette/recent";

const Question = lazy(async () => ({ default: (await import("./sign-out-question")).SignOutQuestion }));
const pending = () => import("@/components/outbox/pending-words");
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
  const [isNotSent, setNotSent] = useState(false);
  const [isPending, start] = useTransition();

  /** Half-typed reasons and letters don't wait on a device that somebody else uses next. */
  async function leave() {
    await pending().then(
      ({ forgetAllPending }) => forgetAllPending(owner),
      () => undefined,
    );
    await action();
  }
  async function ask() {
    forgetRecent();
    const count = await unsentCount(owner, false);
    if (count === 0) return leave();
    setUnsent(count);
    setNotSent(false);
    setOpen(true);
  }
  const sendNow = () =>
    start(async () => {
      const count = await unsentCount(owner, true);
      if (count === 0) return leave();
      setUnsent(count);
      setNotSent(true);
    });
  return (
    <>
      <form action={ask}>
        <button type="submit" className={className}>
          {children}
        </button>
      </form>
      {isOpen
        ? // On a narrow screen the button stands in a menu that closes under the question, and would take it along.
          createPortal(
            <Suspense>
              <Question
                unsent={unsent}
                isNotSent={isNotSent}
                isPending={isPending}
                action={leave}
                onSend={sendNow}
                onStay={() => setOpen(false)}
              />
            </Suspense>,
            document.body,
          )
        : null}
    </>
  );
}
