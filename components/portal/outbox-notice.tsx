/** Says what still waits on this phone, and what to do where it can't be sent. */
"use client";

import { Smartphone, TriangleAlert } from "lucide-react";
import type { Owner } from "@/components/outbox/device-store";
import { waitingSessions } from "@/components/outbox/session-outbox";
import type { Messages } from "@/messages/rooms";
import { SignInAgain } from "./sign-in-again";
import { useOutbox } from "./use-outbox";

/** The server's word for a session done after care had ended. */
export const EPISODE_CLOSED = "episode-closed";

export type OutboxNoticeProps = { owner: Owner; clinicPhone: string | null; text: Messages["portal"]["outbox"] };

export function OutboxNotice({ owner, clinicPhone, text }: OutboxNoticeProps) {
  const waiting = useOutbox(owner, waitingSessions);
  const words =
    waiting === null
      ? null
      : waiting.refused > 0
        ? waiting.refusedFor === EPISODE_CLOSED
          ? text.closed
          : text.refused
        : waiting.unsent > 0
          ? waiting.isSignedOut
            ? text.signedOut
            : text.waiting
          : null;
  const Icon = waiting !== null && waiting.refused > 0 ? TriangleAlert : Smartphone;
  return (
    <div role="status">
      {words === null ? null : (
        <p className="mb-3 flex items-start gap-2.5 rounded-card border border-brand-mid bg-brand-wash px-3 py-2.5 text-body text-brand-ink">
          <Icon aria-hidden size={18} className="mt-0.5 shrink-0" />
          {words}
        </p>
      )}
      {words === text.signedOut ? <SignInAgain clinicPhone={clinicPhone} text={text} /> : null}
    </div>
  );
}
