/** What the form of a clinic's own exercise offers: for a copy, only the kind and the phases of its original; no step to itself. */
import "server-only";
import { conditionName } from "@/components/plan/catalogue-names";
import { isStep } from "@/domain/plan/catalogue";
import { CLINIC_ITEM_KINDS, clinicItemKey } from "@/domain/plan/clinic-item";
import type { OwnItem } from "@/domain/plan/own-steps";
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";
import { EXERCISES, exerciseById } from "@/domain/vocabulary/exercises";
import { TREATMENT_PHASES } from "@/domain/vocabulary/phases";
import library from "@/messages/en/library.json";
import { fill } from "@/messages/fill";
import { PHOTO_MAX_BYTES } from "./clean-photo";
import { CONDITION_IDS } from "./item-fields";

/** @param others the clinic's own exercises, archived ones too; the one that is edited is left out by its id */
export function formChoices(copiedFrom: ExerciseId | null, others: readonly OwnItem[], itemId: string | null = null) {
  const original = copiedFrom === null ? null : exerciseById(copiedFrom);
  return {
    kinds: CLINIC_ITEM_KINDS.filter((kind) => original === null || original.kind === kind).map((kind) => ({
      value: kind,
      label: library.own.kinds[kind],
    })),
    phases: TREATMENT_PHASES.filter(({ id }) => original === null || original.phases.includes(id)).map(
      ({ id, label }) => ({ value: id, label }),
    ),
    conditions: CONDITION_IDS.map((id) => ({ value: id, label: conditionName(id) })).sort((a, b) =>
      a.label.localeCompare(b.label),
    ),
    chain: [
      ...others
        .filter((item) => isStep(item) && !item.isArchived && item.item_id !== itemId)
        .map((item) => ({
          value: clinicItemKey(item.item_id),
          label: fill(library.own.own_step, { name: item.name }),
        })),
      ...EXERCISES.filter(isStep).map(({ id, name }) => ({ value: id, label: name })),
    ],
    photoMaxBytes: PHOTO_MAX_BYTES,
  };
}
