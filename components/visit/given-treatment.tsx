/** One technique as given today: side, dose, exercises, and the consent it needs. */
"use client";

import { Button } from "@/components/ui/button";
import { SelectInput } from "@/components/ui/select-input";
import { NumberInput } from "@/components/ui/text-input";
import type { DraftValue } from "@/domain/visit/field-values";
import { draftPath } from "@/domain/visit/fields";
import { EXERCISE_IDS, EXERCISE_NAMES, type ExerciseId } from "@/domain/vocabulary/exercise-names";
import { type Treatment, treatmentFields } from "@/domain/vocabulary/treatments";
import text from "@/messages/en/visit.json";
import { ConsentRow } from "./consent-rows";
import { FieldNotes } from "./field-notes";
import { partName } from "./names";
import { ProseLine } from "./prose-area";
import { useField, useJudged } from "./use-draft";

type Value = DraftValue<"treatment">;
type Part = Exclude<keyof Value, "items" | "side" | "grade">;
const NUMBERS = ["minutes", "repetitions", "pressure_0_10"] as const;
const LINES = ["level", "muscle", "region", "topics", "which"] as const;

export function GivenTreatment({ treatment }: { treatment: Treatment }) {
  const path = draftPath.treatment(treatment.id);
  const [value, set] = useField<"treatment">(path);
  if (value === null) return null;
  const fields = treatmentFields(treatment);
  const change = (part: Partial<Value>) =>
    set((now) =>
      now === null
        ? now
        : (Object.fromEntries(
            Object.entries({ ...now, ...part }).filter(([, v]) => v !== undefined && v !== ""),
          ) as Value),
    );
  const name = (part: keyof typeof text.treatment.parts) => partName(text.treatment.parts[part], treatment.label);
  const typed = (part: Part) => ({
    name: `${path}.${part}`,
    label: text.treatment.parts[part],
    "aria-label": name(part),
    value: (value[part] as string | undefined) ?? "",
    onText: (said: string) => change({ [part]: said }),
  });
  const consent = "consent" in treatment ? treatment.consent : null;
  return (
    <fieldset className="min-w-0 rounded-card bg-sunken p-3">
      <legend className="sr-only">{treatment.label}</legend>
      <p aria-hidden="true" className="mb-1.5 text-secondary font-bold">
        {treatment.label}
      </p>
      <div className="flex flex-wrap items-end gap-2">
        {fields.includes("side") ? (
          <SelectInput
            name={`${path}.side`}
            label={text.treatment.parts.side}
            empty={text.notRecorded}
            options={(["L", "R", "both"] as const).map((side) => ({ value: side, label: text.treatment.sides[side] }))}
            value={value.side ?? null}
            onChange={(side) => change({ side: (side as Value["side"] | null) ?? undefined })}
          />
        ) : null}
        {fields.includes("grade") ? (
          <SelectInput
            name={`${path}.grade`}
            label={text.treatment.parts.grade}
            empty={text.notRecorded}
            options={(["I", "II", "III", "IV"] as const).map((grade) => ({ value: grade, label: grade }))}
            value={value.grade ?? null}
            onChange={(grade) => change({ grade: (grade as Value["grade"] | null) ?? undefined })}
          />
        ) : null}
        {NUMBERS.filter((part) => fields.includes(part)).map((part) => (
          <NumberInput
            key={part}
            name={`${path}.${part}`}
            label={text.treatment.parts[part]}
            aria-label={name(part)}
            value={value[part] ?? ""}
            onChange={(event) => change({ [part]: event.target.value })}
            fieldClassName="w-28"
          />
        ))}
        {LINES.filter((part) => fields.includes(part)).map((part) => (
          <ProseLine key={part} {...typed(part)} fieldClassName="min-w-40 flex-1" />
        ))}
        <ProseLine {...typed("note")} fieldClassName="min-w-40 flex-1" />
      </div>
      {fields.includes("items") ? (
        <Exercises value={value.items ?? []} onChange={(items) => change({ items })} />
      ) : null}
      {consent === null ? null : <ConsentPrompt path={path} id={consent} />}
      <FieldNotes path={path} />
    </fieldset>
  );
}

function Exercises({
  value,
  onChange,
}: {
  value: readonly ExerciseId[];
  onChange: (items: ExerciseId[] | undefined) => void;
}) {
  const left = EXERCISE_IDS.filter((id) => !value.includes(id));
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      {value.map((id) => (
        <Button
          key={id}
          size="sm"
          aria-label={partName(text.treatment.removeExercise, exerciseLabel(id))}
          onClick={() => {
            const rest = value.filter((each) => each !== id);
            onChange(rest.length > 0 ? rest : undefined);
          }}
        >
          {exerciseLabel(id)} ×
        </Button>
      ))}
      <SelectInput
        name="treatment.items"
        label={text.treatment.addExercise}
        labelHidden
        empty={text.treatment.addExercise}
        options={left.map((id) => ({ value: id, label: exerciseLabel(id) }))}
        value={null}
        onChange={(id) => id !== null && onChange([...value, id as ExerciseId])}
      />
    </div>
  );
}

const exerciseLabel = (id: ExerciseId): string => EXERCISE_NAMES[id];

/** Without the matching consent the treatment can't be recorded as given (CLINICAL 11.8): asked here, where it is missing. */
function ConsentPrompt({ path, id }: { path: string; id: Parameters<typeof ConsentRow>[0]["id"] }) {
  const isMissing = useJudged(({ completeness }) =>
    completeness.blocking.some((each) => each.path === path && each.code === "treatment_consent_missing"),
  );
  const [asked] = useField<"consent">(draftPath.consent(id));
  if (!isMissing && asked === null) return null;
  return (
    <div className="mt-2 rounded-card border border-warn-line bg-surface px-2.5 py-1.5">
      <ConsentRow id={id} />
    </div>
  );
}
