/** The easier and harder step of a clinic's own exercise: what may be named, and that no step leads back to itself (CLINICAL 5.2). */
import { type CatalogueItem, isAllowedInPhase, isStep } from "@/domain/plan/catalogue";
import {
  type ClinicItem,
  type ClinicItemContent,
  clinicCatalogueItem,
  clinicItemKey,
  namedSteps,
  type StepRef,
} from "@/domain/plan/clinic-item";
import { type ExerciseId, isExerciseId } from "@/domain/vocabulary/exercise-names";
import { EXERCISES, exerciseById } from "@/domain/vocabulary/exercises";

export const STEP_FAULTS = [
  "easier_unknown",
  "harder_unknown",
  "easier_in_circle",
  "harder_in_circle",
  "easier_later",
  "later_than_harder",
] as const;
export type StepFault = (typeof STEP_FAULTS)[number];

export type OwnItem = ClinicItem & { isArchived: boolean };
/** The item as it would be saved; `itemId` is its own through all versions. */
export type Written = { itemId: string; content: ClinicItemContent; copiedFrom: ExerciseId | null };

/**
 * Faults of the steps that an item names, seen with all other items of the clinic in their newest version. An easier
 * step is open wherever the item is, since a step back is always allowed; a harder one may wait for its phase.
 */
export function stepFaults(written: Written, clinic: readonly OwnItem[]): StepFault[] {
  const others = clinic.filter(({ item_id }) => item_id !== written.itemId);
  const offered = new Map<StepRef, CatalogueItem>([
    ...EXERCISES.map((item) => [item.id, item] as const),
    ...others.filter(({ isArchived }) => !isArchived).map((item) => [clinicItemKey(item.item_id), item] as const),
  ]);
  const key = clinicItemKey(written.itemId);
  const { easier, harder } = namedSteps(written.content, written.copiedFrom);
  const faults: StepFault[] = [];
  const isUnknown = (step: StepRef | null): boolean => {
    const found = step === null || step === key ? null : offered.get(step);
    return found === undefined || (found !== null && !isStep(found));
  };
  if (isUnknown(easier)) faults.push("easier_unknown");
  if (isUnknown(harder)) faults.push("harder_unknown");
  if (leadsBack(key, [...others.map(nodeOf), { key, easier, harder: null }])) faults.push("easier_in_circle");
  else if (leadsBack(key, [...others.map(nodeOf), { key, easier, harder }])) faults.push("harder_in_circle");

  const below = easier === null ? undefined : offered.get(easier);
  if (below && written.content.phases.some((phase) => !isAllowedInPhase(below, phase))) faults.push("easier_later");
  const item = clinicCatalogueItem({ ...written, versionId: written.itemId, number: 0, photoId: null });
  const above = others.filter((other) => !other.isArchived && nodeOf(other).easier === key);
  if (above.some(({ phases }) => phases.some((phase) => !isAllowedInPhase(item, phase)))) {
    faults.push("later_than_harder");
  }
  return faults;
}

type Node = { key: StepRef; easier: StepRef | null; harder: StepRef | null };

const nodeOf = ({ item_id, content, copied_from }: ClinicItem): Node => ({
  key: clinicItemKey(item_id),
  ...namedSteps(content, copied_from ?? null),
});

/** Whether going down from an item, by what is easier and by whoever names a step as harder, comes back to it. */
function leadsBack(start: StepRef, own: readonly Node[]): boolean {
  const below = (key: StepRef): StepRef[] => {
    const easier = isExerciseId(key) ? exerciseById(key).regress_to : own.find((node) => node.key === key)?.easier;
    const named = own.filter((node) => node.harder === key).map((node) => node.key);
    return easier === null || easier === undefined ? named : [easier, ...named];
  };
  const seen = new Set<StepRef>();
  const open = below(start);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === start) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...below(next));
  }
  return false;
}
