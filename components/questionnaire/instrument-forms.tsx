/** One questionnaire each: pain per area, own activities, the 24 sentences, the change overall. Nothing is chosen beforehand. */
"use client";

import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { PainKeys } from "@/components/ui/pain-keys";
import { TextInput } from "@/components/ui/text-input";
import { newId } from "@/domain/new-id";
import { PAIN_PARTS } from "@/domain/questionnaire/asked";
import { INSTRUMENTS, PSFS, RMDQ } from "@/domain/vocabulary/questionnaires";
import { fill } from "@/messages/fill";
import type { InstrumentWords } from "@/messages/instrument-words";
import type { Messages } from "@/messages/rooms";
import type { AnswersDraft, PainArea } from "./answers-draft";

type Text = Messages["questionnaire"];
type FormProps = {
  draft: AnswersDraft;
  change: (part: Partial<AnswersDraft>) => void;
  /** "Send" was pressed with something missing. */
  isAsked: boolean;
  words: InstrumentWords;
  text: Text;
};

export function PainForm({ draft, change, isAsked, words, text, thighs }: FormProps & { thighs: readonly PainArea[] }) {
  const areas: readonly PainArea[] = ["M", ...thighs];
  return (
    <>
      <p>{words.nprs.lead}</p>
      {areas.map((area) => {
        const title = area === "M" ? words.nprs.back : words.nprs.areas[area];
        const said = draft.nprs[area] ?? {};
        return (
          <section key={area} className="mt-4 grid gap-4">
            <h2 className="text-section">{title}</h2>
            {PAIN_PARTS.map((part) => (
              <PainKeys
                key={part}
                layout="keys"
                legend={areas.length === 1 ? words.nprs.questions[part] : `${title}: ${words.nprs.questions[part]}`}
                least={text.least}
                most={text.most}
                value={said[part] ?? null}
                error={isAsked && said[part] === undefined ? text.missing : undefined}
                onChange={(score) => {
                  const { [part]: _former, ...others } = said;
                  change({ nprs: { ...draft.nprs, [area]: score === null ? others : { ...others, [part]: score } } });
                }}
              />
            ))}
          </section>
        );
      })}
    </>
  );
}

type Activity = AnswersDraft["psfs"][number];

export function ActivitiesForm({ draft, change, isAsked, words, text }: FormProps) {
  const activities = draft.psfs;
  const write = (id: string, part: Partial<Activity>) =>
    change({ psfs: activities.map((activity) => (activity.id === id ? { ...activity, ...part } : activity)) });
  const hasKnown = activities.some(({ isNew }) => !isNew);
  const mayAdd = activities.length < (hasKnown ? PSFS.activities_max : PSFS.activities_asked);
  return (
    <>
      {hasKnown ? null : <p>{words.psfs.first}</p>}
      <ol className="mt-3 grid gap-5">
        {activities.map((activity, index) => {
          const { id, text: named, score, isNew } = activity;
          const question = isNew
            ? `${fill(text.activity, { n: index + 1 })}: ${text.activityScore}`
            : fill(words.psfs.followUp, { activity: named });
          const isNamed = named.trim() !== "";
          return (
            <li key={id} className="grid gap-3">
              {isNew ? (
                <div className="flex items-end gap-2">
                  <TextInput
                    name={`activity-${id}`}
                    label={fill(text.activity, { n: index + 1 })}
                    placeholder={text.activityExample}
                    maxLength={200}
                    value={named}
                    onChange={(event) => write(id, { text: event.target.value })}
                    error={isAsked && !isNamed && (index === 0 || score !== null) ? text.missing : undefined}
                    fieldClassName="min-w-0 flex-1"
                  />
                  {activities.length > 1 ? (
                    <Button
                      aria-label={fill(text.takeOut, { n: index + 1 })}
                      className="min-h-11 min-w-11"
                      onClick={() => change({ psfs: activities.filter((other) => other.id !== id) })}
                    >
                      <X aria-hidden size={18} />
                    </Button>
                  ) : null}
                </div>
              ) : null}
              <PainKeys
                layout="keys"
                legend={question}
                least={text.cannot}
                most={text.asBefore}
                value={score}
                error={isAsked && isNamed && score === null ? text.missing : undefined}
                onChange={(next) => write(id, { score: next })}
              />
            </li>
          );
        })}
      </ol>
      {mayAdd ? (
        <Button
          className="mt-4 min-h-11"
          onClick={() => change({ psfs: [...activities, { id: newId(), text: "", score: null, isNew: true }] })}
        >
          <Plus aria-hidden size={18} /> {text.addActivity}
        </Button>
      ) : null}
    </>
  );
}

/** The published form, its items unaltered. That none was ticked is said, so that an untouched form is no score of 0. */
export function BackForm({ draft, change, isAsked, text }: FormProps) {
  const { ticked, noneTicked } = draft.rmdq;
  const tick = (item: number, on: boolean) => {
    const next = on ? [...ticked, item].sort((a, b) => a - b) : ticked.filter((other) => other !== item);
    change({ rmdq: { ticked: next, noneTicked: noneTicked && next.length === 0 } });
  };
  return (
    <div lang="en">
      <p>{RMDQ.instruction}</p>
      <ul className="mt-3 grid border-t border-line">
        {RMDQ.items.map((item, index) => (
          <li key={item} className="border-b border-line">
            <Checkbox
              name={`rmdq-${index + 1}`}
              label={item}
              checked={ticked.includes(index + 1)}
              onChange={(on) => tick(index + 1, on)}
              className="min-h-11 py-2.5"
            />
          </li>
        ))}
      </ul>
      <p role="status" className="mt-2 text-muted">
        {fill(text.ticked, { n: ticked.length })}
      </p>
      {ticked.length === 0 ? (
        <Checkbox
          name="rmdq-none"
          label={<strong>{text.noneTicked}</strong>}
          checked={noneTicked}
          onChange={(on) => change({ rmdq: { ticked, noneTicked: on } })}
          error={isAsked && !noneTicked ? text.missing : undefined}
          className="min-h-11 py-2.5"
        />
      ) : null}
      <p className="mt-2 text-secondary text-muted">{fill(text.source, { citation: INSTRUMENTS.rmdq.citation })}</p>
    </div>
  );
}

const CHANGES = Array.from({ length: 15 }, (_, k) => 7 - k);

export function ChangeForm({ draft, change, isAsked, words, text }: FormProps) {
  const anchors: Record<number, string> = { 7: words.groc.best, 0: words.groc.same, [-7]: words.groc.worst };
  return (
    <fieldset aria-describedby={isAsked && draft.groc === null ? "groc-missing" : undefined}>
      <legend className="mb-2 text-section">{words.groc.question}</legend>
      <div className="grid gap-1.5">
        {CHANGES.map((score) => (
          <label
            key={score}
            className="flex min-h-11 items-center gap-3 rounded-touch border border-field px-3 has-checked:border-brand has-checked:bg-brand-wash has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="groc"
              value={score}
              checked={draft.groc === score}
              onChange={() => change({ groc: score })}
              className="size-5 accent-brand"
            />
            <span className="w-8 font-bold">{score > 0 ? `+${score}` : `${score}`.replace("-", "−")}</span>
            <span className="min-w-0">{anchors[score]}</span>
          </label>
        ))}
      </div>
      {isAsked && draft.groc === null ? (
        <p id="groc-missing" role="alert" className="mt-1 font-semi text-bad">
          {text.missing}
        </p>
      ) : null}
    </fieldset>
  );
}
