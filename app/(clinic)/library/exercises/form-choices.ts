/** What the form of a clinic's own exercise offers: for a copy, only the kind and the phases of its original. */
import "server-only";
import { conditionName } from "@/components/plan/catalogue-names";
import { CLINIC_ITEM_KINDS } from "@/domain/plan/clinic-item";
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";
import { exerciseById } from "@/domain/vocabulary/exercises";
import { TREATMENT_PHASES } from "@/domain/vocabulary/phases";
import library from "@/messages/en/library.json";
import { PHOTO_MAX_BYTES } from "./clean-photo";
import { CONDITION_IDS } from "./item-fields";

export function formChoices(copiedFrom: ExerciseId | null) {
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
    photoMaxBytes: PHOTO_MAX_BYTES,
  };
}
