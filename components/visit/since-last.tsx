/** What the patient tells: the whole history at a first visit, what is new at the next ones. */
"use client";

import { SegmentedRadio } from "@/components/ui/segmented-radio";
import { SelectInput } from "@/components/ui/select-input";
import { lastAttended } from "@/domain/attended";
import { draftPath, SPORT_GOALS, type SubjectiveKey } from "@/domain/visit/fields";
import { INTERPRETER_NEEDS } from "@/domain/vocabulary/people";
import text from "@/messages/en/visit.json";
import { AdverseResponse } from "./adverse-response";
import { CarriedKeys } from "./carried-keys";
import { Consents } from "./consents";
import { Section } from "./section";
import { SubjectiveField } from "./text-field";
import { useDraft, useField, useJudged } from "./use-draft";

const FIRST: readonly SubjectiveKey[] = [
  "complaint",
  "onset",
  "behaviour_24h",
  "history",
  "medication",
  "allergies",
  "work",
  "sport",
  "sport_goal",
  "goals",
  "beliefs",
];
const FOLLOW_UP: readonly SubjectiveKey[] = ["since_last", "anything_new"];

export function SinceLast() {
  const { data } = useDraft();
  const isFirst = lastAttended(data.earlier) === undefined;
  // What came back from earlier visits is seen before it is confirmed.
  const isCarried = useJudged(({ read }) => read.unconfirmed.some((path) => path.startsWith("subjective.")));
  return (
    <Section id="since_last" title={isFirst ? text.sections.subjective : text.sections.since_last}>
      {isFirst ? null : (
        <div className="mb-3 flex flex-wrap items-start gap-x-6 gap-y-2">
          <SinceLastWord />
          <AdverseResponse of="adverse_response" label={text.adverse.label} />
        </div>
      )}
      <div className="grid gap-3 md:grid-cols-2">
        {(isFirst ? FIRST : FOLLOW_UP).map((key) => (
          <Told key={key} of={key} />
        ))}
      </div>
      {isFirst ? null : (
        <details className="mt-2" open={isCarried || undefined}>
          <summary className="text-secondary font-strong text-brand-ink max-sm:min-h-11">
            {text.subjective.more}
          </summary>
          <div className="mt-2 grid gap-3 md:grid-cols-2">
            {FIRST.map((key) => (
              <Told key={key} of={key} rows={1} />
            ))}
          </div>
        </details>
      )}
      <div className="mt-3 grid gap-3 md:grid-cols-2">
        <Interpreter />
      </div>
      <Consents />
    </Section>
  );
}

function Told({ of, rows }: { of: SubjectiveKey; rows?: number }) {
  return of === "sport_goal" ? <SportGoal /> : <SubjectiveField of={of} rows={rows} />;
}

/** A plan is proposed by it, so it is chosen, not written. */
function SportGoal() {
  const path = draftPath.subjective("sport_goal");
  const [value, set] = useField<"subjective">(path);
  const label = text.subjective.sport_goal;
  return (
    <div data-path={path} data-carried={value?.carried || undefined}>
      <SelectInput
        name={path}
        label={label}
        empty={text.notRecorded}
        options={SPORT_GOALS.map((word) => ({ value: word, label: text.screening[word] }))}
        value={value?.text ?? null}
        onChange={(word) => set(word === null ? null : { text: word })}
      />
      {value?.carried ? (
        <CarriedKeys of={label} onConfirm={() => set({ text: value.text })} onClear={() => set(null)} />
      ) : null}
    </div>
  );
}

function SinceLastWord() {
  const path = draftPath.alone("since_last");
  const [value, set] = useField<"since_last">(path);
  return (
    <div data-path={path}>
      <p id="since-last-label" className="mb-1 text-secondary font-bold">
        {text.sinceLast.label}
      </p>
      <SegmentedRadio
        labelledBy="since-last-label"
        options={(["better", "same", "worse"] as const).map((word) => ({ value: word, label: text.sinceLast[word] }))}
        value={value}
        onChange={set}
      />
    </div>
  );
}

function Interpreter() {
  const path = draftPath.alone("interpreter");
  const [value, set] = useField<"interpreter">(path);
  return (
    <div data-path={path}>
      <SelectInput
        name={path}
        label={text.interpreter.label}
        empty={text.notRecorded}
        options={INTERPRETER_NEEDS.map((need) => ({ value: need, label: text.interpreter.needs[need] }))}
        value={value}
        onChange={(need) => set(need as (typeof INTERPRETER_NEEDS)[number] | null)}
      />
    </div>
  );
}
