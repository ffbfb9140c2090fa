/** How it went: what was done, pain during and in 24 hours (chosen, never assumed), effort and a note. */
"use client";

import { ChevronLeft, CircleAlert } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { PainKeys } from "@/components/ui/pain-keys";
import { SegmentedRadio } from "@/components/ui/segmented-radio";
import { EFFORTS, OUTCOMES, type Outcome } from "@/domain/home-session/check-in";
import { fill } from "@/messages/fill";
import { DoneNumbers } from "./done-numbers";
import type { PlayedItem } from "./room-item";
import type { Answers } from "./session-draft";
import type { SessionRoomProps } from "./session-room";

type FinishFormProps = Pick<SessionRoomProps, "beside" | "text" | "urgent"> & {
  items: readonly PlayedItem[];
  answers: Answers;
  stopped: boolean;
  isChange: boolean;
  keep: (answers: Answers) => void;
  /** null where the session is over. */
  goBack: (() => void) | null;
  finish: (answers: Answers) => Promise<void>;
};

export function FinishForm({
  answers,
  items,
  beside,
  stopped,
  isChange,
  text: all,
  urgent,
  keep,
  goBack,
  finish,
}: FinishFormProps) {
  const text = all.finish;
  const [isAsked, setAsked] = useState(false);
  const [isSending, setSending] = useState(false);
  const { outcomes, painDuring, painWorst24h } = answers;
  const isEachTold = items.every(({ key }) => outcomes[key] !== undefined);
  const isReady = isEachTold && painDuring !== null && painWorst24h !== null;
  const change = (part: Partial<Answers>) => keep({ ...answers, ...part });
  const tell = (key: string, outcome: Outcome | null) => {
    const { [key]: _former, ...others } = outcomes;
    change({ outcomes: outcome === null ? others : { ...others, [key]: outcome } });
  };
  const rows = [...items.map((item) => ({ ...item, item })), ...beside.map((one) => ({ ...one, item: null }))];
  const options = OUTCOMES.map((value) => ({ value, label: text.outcome[value] }));
  // What is missing is said once something was answered or the button pressed, not before.
  const isMissing = (answer: number | null, other: number | null) => answer === null && (isAsked || other !== null);

  return (
    <>
      {goBack === null ? null : (
        <button
          type="button"
          aria-label={text.back}
          onClick={goBack}
          className="-ml-3 grid size-11 place-items-center rounded-card"
        >
          <ChevronLeft aria-hidden size={24} />
        </button>
      )}
      <h1 className="text-display">{stopped ? text.stoppedTitle : text.title}</h1>
      {stopped ? <p className="mt-1">{text.stoppedText}</p> : null}
      <section className="mt-3">
        <div className="mb-1 flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-section">{text.items}</h2>
          {stopped ? null : (
            <Button
              className="min-h-11"
              onClick={() =>
                change({ outcomes: Object.fromEntries([...items, ...beside].map(({ key }) => [key, "done"])) })
              }
            >
              {text.didAll}
            </Button>
          )}
        </div>
        <ul className="grid gap-2.5">
          {rows.map(({ key, name, item }) => {
            return (
              <li key={key}>
                <p id={`did-${key}`} className="mb-1 text-body font-semi">
                  {name}
                  {item?.isSwapped ? (
                    <span className="block text-secondary font-normal text-muted">
                      {fill(all.session.inPlaceOf, { name: item.planned })}
                    </span>
                  ) : null}
                </p>
                <SegmentedRadio
                  labelledBy={`did-${key}`}
                  options={options}
                  size="touch"
                  className="flex w-full [&>label]:flex-1"
                  value={outcomes[key] ?? null}
                  onChange={(outcome) => tell(key, outcome)}
                />
                {item !== null && (outcomes[key] === "done" || outcomes[key] === "partly") ? (
                  <DoneNumbers
                    name={name}
                    done={answers.done?.[key] ?? item.filledIn}
                    isTold={outcomes[key] === "done" || answers.done?.[key] !== undefined}
                    text={text}
                    change={(done) => change({ done: { ...answers.done, [key]: done } })}
                  />
                ) : null}
              </li>
            );
          })}
        </ul>
        {isAsked && !isEachTold ? <Missing>{text.items}</Missing> : null}
      </section>
      <PainKeys
        className="mt-4"
        layout="keys"
        legend={text.painDuring}
        least=""
        most=""
        value={painDuring}
        onChange={(pain) => change({ painDuring: pain })}
      />
      {isMissing(painDuring, painWorst24h) ? <Missing>{text.choose}</Missing> : null}
      <PainKeys
        className="mt-4"
        layout="keys"
        legend={text.painWorst}
        least={text.scale}
        most=""
        value={painWorst24h}
        onChange={(pain) => change({ painWorst24h: pain })}
      />
      {isMissing(painWorst24h, painDuring) ? <Missing>{text.choose}</Missing> : null}
      <fieldset className="mt-4">
        <legend className="mb-1 text-section">{text.effort}</legend>
        <div className="flex flex-wrap gap-1.5">
          {EFFORTS.map((effort) => (
            <label
              key={effort}
              className={classNames(
                "relative flex min-h-11.5 flex-1 items-center justify-center rounded-touch border border-field px-2.5 text-center text-body font-bold whitespace-nowrap has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-1",
                answers.effort === effort
                  ? "bg-brand text-on-brand forced-colors:bg-[Highlight]"
                  : "bg-surface text-ink",
              )}
            >
              <input
                type="radio"
                name="effort"
                value={effort}
                checked={answers.effort === effort}
                onChange={() => change({ effort })}
                onClick={() => {
                  if (answers.effort === effort) change({ effort: null });
                }}
                className="absolute inset-0 size-full cursor-pointer appearance-none rounded-[inherit] outline-none"
              />
              <span className="pointer-events-none relative">{text.efforts[effort]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="mt-4">
        <label htmlFor="session-note" className="mb-1 block text-section">
          {text.note} <span className="font-normal text-muted">{text.optional}</span>
        </label>
        <textarea
          id="session-note"
          rows={2}
          maxLength={1000}
          value={answers.note}
          placeholder={text.noteExample}
          aria-describedby="session-note-hint"
          onChange={(event) => change({ note: event.target.value })}
          className="block w-full rounded-touch border border-field bg-surface px-3 py-2.5"
        />
        <p id="session-note-hint" className="mt-1 text-secondary text-muted">
          {urgent}
        </p>
      </div>
      <Button
        variant="pri"
        size="lg"
        className="mt-4"
        aria-disabled={!isReady || isSending || undefined}
        onClick={() => {
          setAsked(true);
          if (!isReady || isSending) return;
          setSending(true);
          void finish(answers).finally(() => setSending(false));
        }}
      >
        {isChange ? text.submitChange : text.submit}
      </Button>
    </>
  );
}

function Missing({ children }: { children: string }) {
  return (
    <p role="status" className="mt-1 flex items-center gap-1.5 font-semi">
      <CircleAlert aria-hidden size={17} className="shrink-0" /> {children}
    </p>
  );
}
