/** All questionnaires of one sitting: which are open, begun, sent; answers are kept on the device and sent exactly once. */
"use client";

import { ChevronLeft, CircleCheck, Smartphone } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Owner } from "@/components/outbox/device-store";
import {
  onSessionsChange,
  type SentState,
  saveSession,
  sendSessions,
  sentState,
} from "@/components/outbox/session-outbox";
import { Button } from "@/components/ui/button";
import { newId } from "@/domain/new-id";
import { INSTRUMENTS, type InstrumentId } from "@/domain/vocabulary/questionnaires";
import { fill } from "@/messages/fill";
import type { InstrumentWords } from "@/messages/instrument-words";
import type { Messages } from "@/messages/rooms";
import { type AnswersDraft, answersOf, hasBegun, keepAnswers, NO_ANSWERS, readAnswers } from "./answers-draft";
import { ActivitiesForm, BackForm, ChangeForm, PainForm } from "./instrument-forms";

export type QuestionRoomProps = {
  owner: Owner;
  patientId: string;
  due: readonly InstrumentId[];
  activities: readonly { id: string; text: string }[];
  thighs: readonly ("L" | "R")[];
  language: string;
  words: InstrumentWords;
  text: Messages["questionnaire"];
  /** Shown once everything was sent. */
  after?: ReactNode;
};

const MINUTES: Record<InstrumentId, number> = { nprs: 1, psfs: 2, rmdq: 4, groc: 1 };

export function QuestionRoom(props: QuestionRoomProps) {
  const { owner, patientId, due, activities, thighs, language, words, text, after } = props;
  const { userId, membershipId } = owner;
  const [draft, setDraft] = useState<AnswersDraft | null>(null);
  const [open, setOpen] = useState<InstrumentId | null>(null);
  const [isAsked, setAsked] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [states, setStates] = useState<Partial<Record<InstrumentId, SentState>>>({});
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    void readAnswers({ userId, membershipId }, patientId)
      .catch(() => NO_ANSWERS)
      .then(setDraft);
    void sendSessions({ userId, membershipId }).catch(() => {});
  }, [userId, membershipId, patientId]);

  const sentIds = JSON.stringify(draft?.sent ?? {});
  useEffect(() => {
    const sent = JSON.parse(sentIds) as AnswersDraft["sent"];
    let isHere = true;
    const look = async () => {
      const found: Partial<Record<InstrumentId, SentState>> = {};
      for (const [instrument, id] of Object.entries(sent)) {
        const state = await sentState({ userId, membershipId }, id).catch(() => null);
        if (state !== null) found[instrument as InstrumentId] = state;
      }
      if (isHere) setStates(found);
    };
    void look();
    const stop = onSessionsChange(() => void look());
    return () => {
      isHere = false;
      stop();
    };
  }, [sentIds, userId, membershipId]);

  if (draft === null) return <p className="py-6 text-muted">{text.loading}</p>;

  function keep(next: AnswersDraft) {
    const saved = { ...next, savedAt: Date.now() };
    setDraft(saved);
    keepAnswers(owner, patientId, saved).catch(() => setFault(text.noStore));
  }

  function show(instrument: InstrumentId | null) {
    setOpen(instrument);
    setAsked(false);
    requestAnimationFrame(() => heading.current?.focus());
    if (instrument !== "psfs" || draft === null || draft.psfs.length > 0) return;
    const known = activities.map((activity) => ({ ...activity, score: null, isNew: false }));
    keep({ ...draft, psfs: known.length > 0 ? known : [{ id: newId(), text: "", score: null, isNew: true }] });
  }

  function change(instrument: InstrumentId, part: Partial<AnswersDraft>) {
    if (draft === null) return;
    keep({ ...draft, ...part, ids: { ...draft.ids, [instrument]: draft.ids[instrument] ?? newId() } });
  }

  async function send(instrument: InstrumentId) {
    if (draft === null || draft.sent[instrument] !== undefined) return;
    const answers = answersOf(draft, instrument, thighs);
    if (answers === null) return setAsked(true);
    const id = draft.ids[instrument] ?? newId();
    const { version } = INSTRUMENTS[instrument];
    const body = { instrument, version, language, filledAt: new Date().toISOString(), answers };
    try {
      await saveSession(owner, { id, kind: "questionnaire.fill", body });
      keep({ ...draft, ids: { ...draft.ids, [instrument]: id }, sent: { ...draft.sent, [instrument]: id } });
      show(null);
      await sendSessions(owner);
    } catch {
      setFault(text.noStore);
    }
  }

  if (open !== null) {
    const form = { draft, isAsked, words, text, change: (part: Partial<AnswersDraft>) => change(open, part) };
    return (
      <section>
        <Button variant="quiet" className="-ml-3 min-h-11" onClick={() => show(null)}>
          <ChevronLeft aria-hidden size={20} /> {text.close}
        </Button>
        <h2 ref={heading} tabIndex={-1} className="mb-2 text-title outline-none">
          {text.names[open]}
        </h2>
        <Fault>{fault}</Fault>
        {open === "nprs" ? <PainForm {...form} thighs={thighs} /> : null}
        {open === "psfs" ? <ActivitiesForm {...form} /> : null}
        {open === "rmdq" ? <BackForm {...form} /> : null}
        {open === "groc" ? <ChangeForm {...form} /> : null}
        <Button variant="pri" size="lg" className="mt-5" onClick={() => void send(open)}>
          {text.send}
        </Button>
      </section>
    );
  }

  const isAllSent = due.every((instrument) => draft.sent[instrument] !== undefined);
  return (
    <>
      <Fault>{fault}</Fault>
      <h2 ref={heading} tabIndex={-1} className="sr-only">
        {text.title}
      </h2>
      <ul className="grid gap-2.5">
        {due.map((instrument) => {
          const isSent = draft.sent[instrument] !== undefined;
          return (
            <li
              key={instrument}
              className="flex flex-wrap items-center justify-between gap-3 rounded-card border border-line bg-surface px-4 py-3"
            >
              <div className="min-w-0">
                <p className="text-section">{text.names[instrument]}</p>
                <p className="text-body text-muted">
                  {isSent
                    ? null
                    : hasBegun(draft, instrument)
                      ? text.begun
                      : fill(text.minutes, { n: MINUTES[instrument] })}
                </p>
                {isSent ? <Sent state={states[instrument]} text={text} /> : null}
              </div>
              {isSent ? null : (
                <Button
                  variant="pri"
                  className="min-h-11"
                  aria-label={`${hasBegun(draft, instrument) ? text.goOn : text.open}: ${text.names[instrument]}`}
                  onClick={() => show(instrument)}
                >
                  {hasBegun(draft, instrument) ? text.goOn : text.open}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {isAllSent && due.length > 0 ? (
        <div role="status" className="mt-4">
          <p className="text-section">{text.allDone}</p>
          {after}
        </div>
      ) : null}
    </>
  );
}

function Sent({ state, text }: { state: SentState | undefined; text: Messages["questionnaire"] }) {
  const isReceived = state?.kind === "received";
  const Icon = isReceived ? CircleCheck : Smartphone;
  return (
    <p role="status" className="flex items-center gap-1.5 text-body">
      <Icon aria-hidden size={17} className="shrink-0" />
      {isReceived ? text.sentNow : state?.kind === "refused" ? text.refused : text.onDevice}
    </p>
  );
}

function Fault({ children }: { children: string | null }) {
  return (
    <p role="alert" className="font-bold text-bad">
      {children}
    </p>
  );
}
