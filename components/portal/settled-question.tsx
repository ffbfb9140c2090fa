/** Asked once, the morning after: whether the pain is back to usual. Kept on the phone until the clinic has it. */
"use client";

import { useState } from "react";
import type { Owner } from "@/components/outbox/device-store";
import { saveSession, sendSessions } from "@/components/outbox/session-outbox";
import { Button } from "@/components/ui/button";
import { newId } from "@/domain/new-id";
import type { Messages } from "@/messages/rooms";

export type SettledQuestionProps = {
  owner: Owner;
  sessionId: string;
  text: Messages["portal"]["settled"];
  /** Said when this browser keeps nothing. */
  noStore: string;
};

export function SettledQuestion({ owner, sessionId, text, noStore }: SettledQuestionProps) {
  const [said, setSaid] = useState<string | null>(null);
  async function answer(settled: boolean) {
    try {
      await saveSession(owner, { id: newId(), kind: "session.settled", body: { sessionId, settled } });
      setSaid(settled ? text.thanks : text.doLess);
      await sendSessions(owner);
    } catch {
      setSaid(noStore);
    }
  }
  return (
    <section className="mb-4 rounded-card border border-line bg-surface p-4">
      <h2 className="text-section">{text.title}</h2>
      {said === null ? (
        <>
          <p className="mt-1">{text.question}</p>
          <div className="mt-3 grid grid-cols-2 gap-2.5">
            <Button size="lg" onClick={() => void answer(true)}>
              {text.yes}
            </Button>
            <Button size="lg" onClick={() => void answer(false)}>
              {text.no}
            </Button>
          </div>
        </>
      ) : null}
      <p role="status" className="mt-1">
        {said}
      </p>
    </section>
  );
}
