/** The items of PSFS, RMDQ and GROC, filled with the patient in the room, or taken over from the patient's own answers. */
"use client";

import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { SelectInput } from "@/components/ui/select-input";
import { NumberInput } from "@/components/ui/text-input";
import { newId } from "@/domain/new-id";
import { answeredHere } from "@/domain/visit/answered-by";
import type { DraftValue } from "@/domain/visit/field-values";
import { GROC, PSFS, RMDQ } from "@/domain/vocabulary/questionnaires";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";
import { FieldNotes } from "./field-notes";
import { ProseLine } from "./prose-area";
import { useDraft, useField } from "./use-draft";

export function QuestionnaireForms({ opened }: { opened: readonly ("psfs" | "rmdq" | "groc")[] }) {
  return (
    <div className="mt-3 grid gap-4">
      {opened.includes("psfs") ? <Psfs /> : null}
      {opened.includes("rmdq") ? <Rmdq /> : null}
      {opened.includes("groc") ? <GrocForm /> : null}
    </div>
  );
}

type PsfsValue = DraftValue<"psfs">;

function Psfs() {
  const { data } = useDraft();
  const [value, set] = useField<"psfs">("questionnaire.psfs");
  const activities: PsfsValue["activities"] =
    value?.activities ?? data.activities.map(({ id, text: named }) => ({ id, text: named }));
  const write = (next: PsfsValue["activities"]) => set((now) => answeredHere({ ...now, activities: next }));
  const change = (id: string, part: Partial<PsfsValue["activities"][number]>) =>
    write(activities.map((activity) => (activity.id === id ? { ...activity, ...part } : activity)));
  return (
    <fieldset data-path="questionnaire.psfs">
      <legend className="text-secondary font-bold">{text.forms.psfs}</legend>
      <p className="text-caption text-muted">{PSFS.first}</p>
      <ol className="mt-2 grid gap-2">
        {activities.map((activity, index) => (
          <li key={activity.id} className="flex flex-wrap items-end gap-2">
            <ProseLine
              name={`psfs.${activity.id}.text`}
              label={fill(parts.questionnaires.activity, { number: index + 1 })}
              value={activity.text}
              onText={(named) => change(activity.id, { text: named })}
              fieldClassName="min-w-48 flex-1"
            />
            <NumberInput
              name={`psfs.${activity.id}.score`}
              label={fill(parts.questionnaires.activityScore, { number: index + 1 })}
              decimals={false}
              value={activity.score ?? ""}
              onChange={(event) => change(activity.id, { score: event.target.value || undefined })}
              fieldClassName="w-28"
            />
          </li>
        ))}
      </ol>
      {activities.length < PSFS.activities_max ? (
        <Button size="sm" className="mt-2" onClick={() => write([...activities, { id: newId(), text: "" }])}>
          <Plus aria-hidden size={14} />
          {parts.questionnaires.addActivity}
        </Button>
      ) : null}
      <FieldNotes path="questionnaire.psfs" />
    </fieldset>
  );
}

function Rmdq() {
  const [value, set] = useField<"rmdq">("questionnaire.rmdq");
  const ticked = new Set(value?.ticked ?? []);
  const tick = (item: number, on: boolean) =>
    set((now) => {
      const next = new Set(now?.ticked ?? []);
      if (on) next.add(item);
      else next.delete(item);
      // Whatever changes, it is finished once that is said; nothing ticked and nothing said is no form.
      return next.size === 0
        ? null
        : answeredHere({ ...now, completed: false, ticked: [...next].sort((a, b) => a - b) });
    });
  const words = parts.questionnaires;
  const said =
    value === null ? words.notFilled : fill(value.completed ? words.total : words.unfinished, { score: ticked.size });
  return (
    <fieldset data-path="questionnaire.rmdq">
      <legend className="text-secondary font-bold">{text.forms.rmdq}</legend>
      <div className="flex flex-wrap items-center gap-3 text-secondary">
        <span aria-live="polite">{said}</span>
        {value?.completed ? null : (
          <Button size="sm" onClick={() => set((now) => ({ ticked: [], ...now, completed: true }))}>
            {value === null ? words.noneTicked : words.done}
          </Button>
        )}
        {value === null ? null : (
          <Button size="sm" variant="quiet" onClick={() => set(null)}>
            {words.clear}
          </Button>
        )}
      </div>
      <div className="mt-1 grid gap-x-6 md:grid-cols-2">
        {RMDQ.items.map((item, index) => (
          <Checkbox
            key={item}
            name={`rmdq.${index + 1}`}
            label={item}
            checked={ticked.has(index + 1)}
            onChange={(on) => tick(index + 1, on)}
          />
        ))}
      </div>
    </fieldset>
  );
}

const GROC_SCORES = Array.from({ length: 15 }, (_, index) => 7 - index);
const GROC_WORDS: Readonly<Record<string, string>> = GROC.anchors;

function GrocForm() {
  const [value, set] = useField<"groc">("questionnaire.groc");
  return (
    <div data-path="questionnaire.groc" className="max-w-96">
      <SelectInput
        name="questionnaire.groc"
        label={text.forms.groc}
        empty={text.notRecorded}
        options={GROC_SCORES.map((score) => ({
          value: String(score),
          label: `${score > 0 ? "+" : ""}${score} ${GROC_WORDS[String(score)] ?? ""}`.trim(),
        }))}
        value={value === null ? null : String(value.score)}
        onChange={(score) => set(score === null ? null : { score: Number(score) })}
      />
    </div>
  );
}
