/** What was answered, and where it is now: on this phone, or with the clinic. */
"use client";

import { CircleCheck, Smartphone, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useCallback } from "react";
import type { Owner } from "@/components/outbox/device-store";
import { type SentState, sentState } from "@/components/outbox/session-outbox";
import { Button, buttonClass } from "@/components/ui/button";
import { fill } from "@/messages/fill";
import { EPISODE_CLOSED } from "./outbox-notice";
import type { RoomItem } from "./room-item";
import type { Answers } from "./session-draft";
import type { SessionRoomProps } from "./session-room";
import { SignInAgain } from "./sign-in-again";
import { TrafficLightWords } from "./traffic-light";
import { useOutbox } from "./use-outbox";

type SavedViewProps = Pick<SessionRoomProps, "owner" | "day" | "limits" | "clinicPhone" | "text"> & {
  items: readonly Pick<RoomItem, "key">[];
  answers: Answers;
  lastWrite: string;
  change: () => void;
};
type SavedAnswersProps = Omit<SavedViewProps, "owner" | "lastWrite"> & { sent: SentState | null };

export function SavedView({ owner, lastWrite, ...props }: SavedViewProps) {
  const read = useCallback((of: Owner) => sentState(of, lastWrite), [lastWrite]);
  return <SavedAnswers {...props} sent={useOutbox(owner, read)} />;
}

export function SavedAnswers({ sent, answers, items, day, limits, clinicPhone, text: all, change }: SavedAnswersProps) {
  const { saved: text, finish } = all;
  // What the clinic's server will never take can't be changed there either.
  const isRefused = sent?.kind === "refused";
  const told = items.filter(({ key }) => answers.outcomes[key] !== "skipped").length;
  const rows = [
    [text.during, answers.painDuring ?? text.notAnswered],
    [text.worst, answers.painWorst24h ?? text.notAnswered],
    [text.effort, answers.effort === null ? text.notAnswered : finish.efforts[answers.effort]],
  ] as const;
  return (
    <>
      <h1 className="mt-4 text-display">{isRefused ? text.refusedTitle : text.title}</h1>
      <p className="text-body text-muted">{told === 0 ? day : fill(text.meta, { count: told, day })}</p>
      <div role="status" className="mt-4 flex gap-3.5 rounded-card border border-brand-mid bg-brand-wash px-4 py-3.5">
        <Receipt sent={sent} text={text} />
      </div>
      {sent?.kind === "on_phone" && sent.why === "signed_out" ? (
        <SignInAgain clinicPhone={clinicPhone} text={all.outbox} />
      ) : null}
      <dl className="mt-3 rounded-card border border-line bg-surface px-4">
        {rows.map(([label, value]) => (
          <div
            key={label}
            className="flex items-baseline justify-between gap-4 border-b border-line py-2.5 last:border-b-0"
          >
            <dt>{label}</dt>
            <dd className="font-bold">{value}</dd>
          </div>
        ))}
      </dl>
      {answers.painDuring === null ? null : (
        <section className="mt-4">
          <h2 className="mb-2 text-section">{all.light.yours}</h2>
          <TrafficLightWords limits={limits} text={all.light} pain={answers.painDuring} />
        </section>
      )}
      <Link href="/my" prefetch={false} className={buttonClass("pri", "lg", "mt-4")}>
        {all.session.toToday}
      </Link>
      {isRefused ? null : (
        <>
          <Button variant="quiet" size="lg" className="mt-1" onClick={change}>
            {text.change}
          </Button>
          <p className="text-center text-secondary text-muted">{text.changeUntil}</p>
        </>
      )}
    </>
  );
}

function Receipt({ sent, text }: { sent: SentState | null; text: SavedViewProps["text"]["saved"] }) {
  const [Icon, title, detail] =
    sent?.kind === "received"
      ? ([CircleCheck, text.received, fill(text.receivedText, { time: clockTime(sent.at) })] as const)
      : sent?.kind === "refused"
        ? ([TriangleAlert, text.refused, sent.why === EPISODE_CLOSED ? text.closedText : text.refusedText] as const)
        : sent?.kind === "on_phone" && sent.why === "signed_out"
          ? ([Smartphone, text.onPhone, text.signedOutText] as const)
          : ([Smartphone, text.onPhone, text.onPhoneText] as const);
  return (
    <>
      <Icon aria-hidden size={22} className="mt-0.5 shrink-0 text-brand-ink" />
      <p>
        <strong className="block">{title}</strong>
        {detail}
      </p>
    </>
  );
}

/** By the clock the patient reads: the phone's own. */
const clockTime = (at: string): string =>
  new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" }).format(new Date(at));
