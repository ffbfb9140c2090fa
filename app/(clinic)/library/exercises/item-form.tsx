/** The form of a clinic's own exercise: text, dose, phases, contraindications and a photo. */
"use client";

import { useState } from "react";
import { fieldError, typedValue } from "@/app/form-state";
import { useFormAction } from "@/app/use-form-action";
import { Checkbox } from "@/components/ui/checkbox";
import { Disclosure } from "@/components/ui/disclosure";
import { Field, FieldError } from "@/components/ui/field";
import { FormMessage } from "@/components/ui/form-message";
import { SelectInput } from "@/components/ui/select-input";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberInput, TextArea, TextInput } from "@/components/ui/text-input";
import type { ClinicItemContent } from "@/domain/plan/clinic-item";
import library from "@/messages/en/library.json";
import { saveItem } from "./item-actions";

const words = library.own;
const { trait } = library.exercises;

type Options = readonly { value: string; label: string }[];
export type ItemFormProps = {
  /** null = a new exercise. */
  item: { id: string; base: number; hasPhoto: boolean } | null;
  copiedFrom: string | null;
  content: ClinicItemContent | null;
  kinds: Options;
  /** Only those the item may have. */
  phases: Options;
  conditions: Options;
  /** What may be named as its easier or harder step. */
  chain: Options;
  photoMaxBytes: number;
};

const WHOLE = ["sets", "reps", "time_s", "hold_s", "rest_s", "per_week"] as const;
const STEPS = ["easier", "harder"] as const;
const TRAITS = ["active", "quad_length", "quad_strength"] as const;
const EFFECTS: Options = Object.entries(words.effects).map(([value, label]) => ({ value, label }));

const shown = (value: number | null | undefined): string =>
  value === null || value === undefined ? "" : String(value);

export function ItemForm({
  item,
  copiedFrom,
  content,
  kinds,
  phases,
  conditions,
  chain,
  photoMaxBytes,
}: ItemFormProps) {
  const [state, save] = useFormAction(saveItem);
  const field = (name: string, start: string | null | undefined) => ({
    name,
    error: fieldError(state, name),
    defaultValue: typedValue(state, name) ?? start ?? "",
  });
  const dose = content?.dose;
  return (
    <form action={save} noValidate className="grid max-w-180 gap-4">
      <FormMessage state={state} />
      {item === null ? null : (
        <>
          <input type="hidden" name="item" value={item.id} />
          <input type="hidden" name="base" value={item.base} />
        </>
      )}
      {copiedFrom === null ? null : <input type="hidden" name="copiedFrom" value={copiedFrom} />}
      <TextInput {...field("name", content?.name)} label={words.name} maxLength={120} required />
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectInput
          name="kind"
          label={words.kind}
          empty=""
          options={kinds}
          defaultValue={content?.kind ?? (kinds.length === 1 ? (kinds[0]?.value ?? null) : null)}
          error={fieldError(state, "kind")}
        />
        <TextInput {...field("targets", content?.targets)} label={words.targets} maxLength={200} required />
        <TextInput
          {...field("equipment", content?.equipment ?? "none")}
          label={words.equipment}
          hint={words.equipment_hint}
          maxLength={200}
        />
      </div>
      <fieldset aria-describedby={fieldError(state, "phases") ? "phases-error" : undefined}>
        <legend className="mb-1 text-secondary font-bold">{words.phases}</legend>
        <p className="text-caption text-muted">{copiedFrom === null ? words.phases_hint : words.phases_copy_hint}</p>
        <div className="grid gap-x-4 sm:grid-cols-3">
          {phases.map(({ value, label }) => (
            <Checkbox
              key={value}
              name="phases"
              value={value}
              label={label}
              defaultChecked={content?.phases.some((phase) => phase === value) ?? false}
            />
          ))}
        </div>
        {fieldError(state, "phases") ? <FieldError id="phases-error">{fieldError(state, "phases")}</FieldError> : null}
      </fieldset>
      <fieldset>
        <legend className="mb-1 text-secondary font-bold">{words.dose}</legend>
        <div className="grid grid-cols-[repeat(auto-fill,minmax(7rem,1fr))] items-end gap-3">
          {WHOLE.map((part) => (
            <NumberInput key={part} {...field(part, shown(dose?.[part]))} label={words[part]} decimals={false} />
          ))}
          <NumberInput {...field("pain_limit", shown(content?.pain_limit))} label={words.pain_limit} decimals={false} />
          <TextInput {...field("tempo", dose?.tempo)} label={words.tempo} maxLength={80} />
        </div>
        <Checkbox name="per_side" label={words.per_side} defaultChecked={dose?.per_side ?? false} />
      </fieldset>
      <fieldset>
        <legend className="mb-1 text-secondary font-bold">{words.counts}</legend>
        <div className="grid gap-x-4 sm:grid-cols-3">
          {TRAITS.map((name) => (
            <Checkbox key={name} name={name} label={trait[name]} defaultChecked={content?.[name] ?? false} />
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-1 text-secondary font-bold">{words.chain}</legend>
        <p className="mb-2 text-caption text-muted">{words.chain_hint}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          {STEPS.map((name) => (
            <SelectInput
              key={name}
              name={name}
              label={words[name]}
              empty={words.no_step}
              options={chain}
              defaultValue={content?.[name] ?? null}
              error={fieldError(state, name)}
            />
          ))}
        </div>
      </fieldset>
      <TextArea {...field("steps", content?.steps.join("\n"))} label={words.steps} hint={words.steps_hint} rows={5} />
      <TextArea
        {...field("cautions", content?.cautions)}
        label={words.cautions}
        optional={words.optional}
        maxLength={500}
        rows={2}
      />
      <PhotoField item={item} error={fieldError(state, "photo")} maxBytes={photoMaxBytes} />
      <Disclosure summary={words.conditions} open={(content?.contraindications.length ?? 0) > 0}>
        <p className="mb-2 text-secondary text-muted">{words.conditions_lead}</p>
        <div className="grid gap-3 sm:grid-cols-2">
          {conditions.map(({ value, label }) => (
            <SelectInput
              key={value}
              name={`effect.${value}`}
              label={label}
              options={EFFECTS}
              defaultValue={content?.contraindications.find(({ condition }) => condition === value)?.effect ?? "none"}
            />
          ))}
        </div>
      </Disclosure>
      <div>
        <SubmitButton pendingLabel={words.saving}>{words.save}</SubmitButton>
      </div>
    </form>
  );
}

type PhotoFieldProps = { item: ItemFormProps["item"]; error: string | undefined; maxBytes: number };

function PhotoField({ item, error, maxBytes }: PhotoFieldProps) {
  const [isTooLarge, setTooLarge] = useState(false);
  const said = isTooLarge ? words.faults.too_large : error;
  return (
    <div>
      <Field id="photo" label={words.photo} optional={words.optional} hint={words.photo_hint} error={said}>
        <input
          id="photo"
          name="photo"
          type="file"
          accept="image/jpeg,image/png,image/webp"
          aria-invalid={said ? true : undefined}
          aria-describedby={said ? "photo-error photo-hint" : "photo-hint"}
          // A photo that the server would refuse isn't sent at all.
          onChange={(event) => {
            const isOver = (event.target.files?.[0]?.size ?? 0) > maxBytes;
            setTooLarge(isOver);
            if (isOver) event.target.value = "";
          }}
          className="block w-full min-h-11 text-secondary file:mr-3 file:min-h-9 file:rounded-card file:border file:border-line-2 file:bg-surface file:px-3 file:text-ink"
        />
      </Field>
      <p className="mt-1 text-caption text-muted">{words.photo_consent}</p>
      {item?.hasPhoto === true ? <Checkbox name="photoRemove" label={words.photo_remove} /> : null}
    </div>
  );
}
