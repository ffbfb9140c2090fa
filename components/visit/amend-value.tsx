/** The new value of one amended field, typed in the field's own terms beside what is recorded. */
"use client";

import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { PainKeys } from "@/components/ui/pain-keys";
import { SelectInput } from "@/components/ui/select-input";
import { NumberInput, TextArea, TextInput } from "@/components/ui/text-input";
import { newId } from "@/domain/new-id";
import { parseNumber } from "@/domain/typed-number";
import { type AnsweredBy, answeredHere } from "@/domain/visit/answered-by";
import text from "@/messages/en/visit.json";
import parts from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";
import { type Control, editorOf, storedAs } from "./amend-editors";

type Parts = Record<string, unknown>;
type Activity = { id: string; text: string; score?: string | number };

const partsOf = (value: unknown): Parts =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Parts) : {};

const fromHere = (value: unknown): Parts => answeredHere<Parts & AnsweredBy>(partsOf(value));

/**
 * The value with one part replaced; an empty part is not recorded. What was confirmed was said of the old value, and a
 * single value goes before the trials it replaces. What the patient had answered is the clinician's from then on.
 */
export function withAmendedPart(value: unknown, name: string, part: unknown): Parts {
  const { carried: _carried, confirmed: _confirmed, stands: _stands, [name]: _old, ...rest } = fromHere(value);
  if (name === "value") delete rest.trials;
  return part === null || part === "" ? rest : { ...rest, [name]: part };
}

/** @param value what would stand; what isn't edited here stays as it was */
export function AmendValue({
  path,
  value,
  onChange,
}: {
  path: string;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const editor = editorOf(path);
  if (editor === null) return null;
  if ("whole" in editor) return <Typed name="value" control={editor.whole} value={value} onChange={onChange} />;
  const now = partsOf(value ?? editor.base);
  return Object.entries(editor.parts).map(([name, control]) => (
    <Typed
      key={`${path} ${name}`}
      name={name}
      // The best of several trials stands until another value is typed.
      control={name === "value" && now.trials !== undefined ? { ...control, required: false } : control}
      value={now[name]}
      onChange={(part) => onChange(withAmendedPart(now, name, part))}
    />
  ));
}

type TypedProps = { name: string; control: Control; value: unknown; onChange: (value: unknown) => void };

function Typed({ name, control, value, onChange }: TypedProps) {
  const { label, required = false } = control;
  const typed = value === undefined || value === null ? "" : String(value);
  const shared = { name: `amend.${name}`, label, required };
  switch (control.as) {
    case "number":
      return <NumberInput {...shared} value={typed} onChange={(event) => onChange(event.target.value)} />;
    case "line":
      return <TextInput {...shared} value={typed} onChange={(event) => onChange(event.target.value)} />;
    case "prose":
      return <TextArea {...shared} rows={2} value={typed} onChange={(event) => onChange(event.target.value)} />;
    case "day":
      return <TextInput {...shared} type="date" value={typed} onChange={(event) => onChange(event.target.value)} />;
    case "pain": {
      const read = parseNumber(typed);
      return (
        <PainKeys
          legend={label}
          least={text.body.least}
          most={text.body.most}
          value={read.kind === "value" ? read.value : null}
          onChange={(score) => onChange(score === null ? null : String(score))}
        />
      );
    }
    case "choice":
      return (
        <SelectInput
          {...shared}
          empty={text.notRecorded}
          options={control.options}
          value={typed === "" ? null : typed}
          onChange={(chosen) => onChange(chosen === null ? null : storedAs(control, chosen))}
        />
      );
    case "many":
      return <Many control={control} value={Array.isArray(value) ? value : []} onChange={onChange} />;
    case "activities":
      return <Activities value={Array.isArray(value) ? (value as Activity[]) : []} onChange={onChange} />;
  }
}

function Many({
  control,
  value,
  onChange,
}: {
  control: Extract<Control, { as: "choice" | "many" }>;
  value: readonly unknown[];
  onChange: (value: unknown[]) => void;
}) {
  return (
    <fieldset className="max-h-72 min-w-0 overflow-y-auto rounded-card border border-line p-2">
      <legend className="text-secondary font-bold">{control.label}</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {control.options.map((option) => {
          const stored = storedAs(control, option.value);
          return (
            <Checkbox
              key={option.value}
              name={`amend.${option.value}`}
              label={option.label}
              checked={value.includes(stored)}
              onChange={(on) =>
                onChange(
                  control.options
                    .map((each) => storedAs(control, each.value))
                    .filter((each) => (each === stored ? on : value.includes(each))),
                )
              }
            />
          );
        })}
      </div>
    </fieldset>
  );
}

/** Own activities of the patient, each with its score. */
function Activities({ value, onChange }: { value: readonly Activity[]; onChange: (value: Activity[]) => void }) {
  const change = (id: string, part: Partial<Activity>) =>
    onChange(value.map((each) => (each.id === id ? { ...each, ...part } : each)));
  return (
    <div className="grid gap-2">
      {value.map(({ id, text: named, score }, index) => (
        <div key={id} className="flex flex-wrap items-end gap-2">
          <TextInput
            name={`amend.${id}.text`}
            label={fill(parts.questionnaires.activity, { number: index + 1 })}
            value={named}
            onChange={(event) => change(id, { text: event.target.value })}
            fieldClassName="min-w-48 flex-1"
          />
          <NumberInput
            name={`amend.${id}.score`}
            label={fill(parts.questionnaires.activityScore, { number: index + 1 })}
            decimals={false}
            value={score ?? ""}
            onChange={(event) => change(id, { score: event.target.value || undefined })}
            fieldClassName="w-28"
          />
        </div>
      ))}
      {value.length < 5 ? (
        <div>
          <Button size="sm" onClick={() => onChange([...value, { id: newId(), text: "" }])}>
            <Plus aria-hidden size={14} />
            {parts.questionnaires.addActivity}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
