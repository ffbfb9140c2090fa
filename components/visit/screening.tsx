/** Screening by topic or question by question; a Yes asks for the clinician's judgement, and "suspected" acts at once. */
"use client";

import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { RadioCards } from "@/components/ui/radio-cards";
import { SegmentedRadio } from "@/components/ui/segmented-radio";
import { TextInput } from "@/components/ui/text-input";
import { lastAttended } from "@/domain/attended";
import type { DraftValue } from "@/domain/visit/field-values";
import { draftPath } from "@/domain/visit/fields";
import { type FlagId, flagById, isBlocking, SCREENED } from "@/domain/vocabulary/flags";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { answerNo, goOn } from "./commands";
import { FieldNotes } from "./field-notes";
import { partName, screeningName } from "./names";
import { OnDemand, partOf } from "./on-demand";
import { ProseArea } from "./prose-area";
import { ReferralLink } from "./rail";
import { Section } from "./section";
import { TakeBackHold } from "./take-back-hold";
import { useDraft, useField, useJudged } from "./use-draft";

const questionsInFull = partOf(async () => (await import("./questions-in-full")).QuestionsInFull);

const ANSWERS = [
  { value: "no", label: text.screening.no, hotkey: "n" },
  { value: "yes", label: text.screening.yes, hotkey: "y" },
] as const;

/** A first visit asks every question word for word; later ones show their topics, and the words on demand. */
export function Screening() {
  const draft = useDraft();
  const { data } = draft;
  const [inFull, setInFull] = useState(lastAttended(data.earlier) === undefined);
  const answered = useJudged(({ read }) => read.entries.screening.length);
  const unanswered = SCREENED.length - answered;
  function allNo() {
    answerNo(draft);
    goOn(draft);
  }
  return (
    <Section
      id="screening"
      aside={
        <>
          <span aria-live="polite">
            {unanswered > 0 ? fill(text.screening.left, { count: unanswered }) : text.screening.allAsked}
          </span>
          <Button size="sm" variant="quiet" aria-pressed={inFull} onClick={() => setInFull(!inFull)}>
            {text.screening.inFull}
          </Button>
          <Button size="sm" aria-keyshortcuts="a" onClick={allNo} disabled={unanswered <= 0}>
            {text.screening.allNo}
          </Button>
        </>
      }
    >
      <div className="grid gap-x-6 lg:grid-cols-2">
        {SCREENED.map((flag) => (
          <Question key={flag} flag={flag} inFull={inFull} />
        ))}
      </div>
    </Section>
  );
}

/** "Not asked" is the untouched state: pressing it clears the answer. A Yes always shows what was asked. */
function Question({ flag, inFull }: { flag: FlagId; inFull: boolean }) {
  const path = draftPath.screening(flag);
  const [value, set] = useField<"screening">(path);
  const options = [
    ...ANSWERS,
    { value: "not_asked", label: text.screening.notAsked, hotkey: "-", hatch: true },
  ] as const;
  const isInFull = inFull || value?.answer === "yes";
  const name = screeningName(flag);
  const wordsId = `${path}.words`;
  return (
    <div data-path={path} className="border-b border-line py-1.5 last:border-b-0">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <div className="min-w-0 flex-1 basis-52 text-secondary">
          <p className={isInFull ? "text-caption text-muted" : undefined}>{name}</p>
          {isInFull ? <OnDemand part={questionsInFull} id={wordsId} flag={flag} /> : null}
        </div>
        <SegmentedRadio<"no" | "yes" | "not_asked">
          label={name}
          describedBy={isInFull ? wordsId : undefined}
          size="grid"
          className="max-sm:w-full"
          options={options}
          clearable={value !== null}
          value={value?.answer ?? "not_asked"}
          onChange={(answer) =>
            set((now) =>
              answer === "no" || answer === "yes"
                ? now?.answer === answer
                  ? now
                  : { ...(answer === "yes" && now), answer }
                : null,
            )
          }
        />
      </div>
      {value?.answer === "yes" ? <Judge flag={flag} value={value} set={set} /> : null}
      <TakeBackHold flag={flag} />
    </div>
  );
}

type Answer = DraftValue<"screening">;

function Judge({
  flag,
  value,
  set,
}: {
  flag: FlagId;
  value: Answer;
  set: (next: (now: Answer | null) => Answer | null) => void;
}) {
  const path = draftPath.screening(flag);
  const words = text.screening;
  const { name } = flagById(flag);
  const change = (part: Partial<Answer>) => set((now) => (now === null ? now : { ...now, ...part }));
  return (
    <div className="mt-2 rounded-card bg-sunken p-3">
      <RadioCards
        legend={fill(words.judge, { flag: name })}
        name={path}
        options={[
          { value: "not_concerned", label: words.notConcerned },
          { value: "safety_net", label: words.safetyNet },
          {
            value: "suspected",
            label: isBlocking(flagById(flag)) ? words.suspected : words.suspectedNoHold,
            tone: "bad",
          },
        ]}
        value={value.decision ?? null}
        onChange={(decision) => change({ decision: decision ?? undefined })}
      />
      {value.decision === "suspected" && isBlocking(flagById(flag)) ? (
        // On a phone the assessment lies far below: what acts at once is said where it was set.
        <Banner tone="bad" className="mt-2 md:hidden">
          {flagById(flag).action}. {text.rail.noExercises} <ReferralLink />
        </Banner>
      ) : null}
      {value.decision === undefined ? null : (
        <ProseArea
          fieldClassName="mt-2"
          name={`${path}.reason`}
          label={partName(words.reason, name)}
          rows={1}
          value={value.reason ?? ""}
          onText={(typed) => change({ reason: typed || undefined })}
          className="min-h-9!"
        />
      )}
      {value.decision === "safety_net" ? (
        <TextInput
          type="date"
          fieldClassName="mt-2 max-w-48"
          name={`${path}.recheck`}
          label={partName(words.recheck, name)}
          value={value.recheck_on ?? ""}
          onChange={(event) => change({ recheck_on: event.target.value || undefined })}
        />
      ) : null}
      <FieldNotes path={path} reserved />
    </div>
  );
}
