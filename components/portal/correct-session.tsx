/** Other answers to a session that the clinic has: the same questions as at its end, filled in with what was said. */
"use client";

import { useState } from "react";
import type { Owner } from "@/components/outbox/device-store";
import { saveSession, sendSessions } from "@/components/outbox/session-outbox";
import { newId } from "@/domain/new-id";
import { FinishForm } from "./finish-form";
import { type PlayedItem, playedItem, type RoomItem } from "./room-item";
import { SavedView } from "./saved-view";
import { correctionBody } from "./session-body";
import type { Answers } from "./session-draft";
import type { SessionRoomProps } from "./session-room";

export type CorrectSessionProps = Pick<
  SessionRoomProps,
  "beside" | "limits" | "clinicPhone" | "urgent" | "day" | "text"
> & {
  owner: Owner;
  sessionId: string;
  /** `easier` only where it was done in the planned one's place. */
  items: readonly RoomItem[];
  stopped: boolean;
  answers: Answers;
};

export function CorrectSession(props: CorrectSessionProps) {
  const { owner, sessionId, items, stopped, text } = props;
  const [answers, setAnswers] = useState(props.answers);
  const [lastWrite, setLastWrite] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const played: PlayedItem[] = items.map((item) => playedItem(item, item.easier !== null));

  async function finish(changed: Answers) {
    const entry = {
      id: newId(),
      kind: "session.correct",
      body: correctionBody({ sessionId, answers: changed }, played),
    } as const;
    try {
      await saveSession(owner, entry);
    } catch {
      return setFault(text.outbox.noStore);
    }
    setLastWrite(entry.id);
    await sendSessions(owner).catch(() => {});
  }

  return (
    <>
      <p role="alert" className="font-bold text-bad">
        {fault}
      </p>
      {lastWrite === null ? (
        <FinishForm
          {...props}
          items={played}
          answers={answers}
          isChange
          stopped={stopped}
          keep={setAnswers}
          goBack={null}
          finish={finish}
        />
      ) : (
        <SavedView {...props} answers={answers} lastWrite={lastWrite} change={() => setLastWrite(null)} />
      )}
    </>
  );
}
