/** What changed between two versions of a plan, line by line, for clinician and patient. */
import type { PlanExerciseId } from "@/domain/plan/catalogue";
import type { Dose } from "@/domain/plan/dose";
import type { PlanItem } from "@/domain/plan/item";

export type DoseChange = { part: keyof Dose; from: Dose[keyof Dose]; to: Dose[keyof Dose] };
export type PlanChange =
  | { kind: "added" | "removed" | "paused" | "resumed"; item: string; exercise: PlanExerciseId }
  | { kind: "swapped"; item: string; exercise: PlanExerciseId; from: PlanExerciseId }
  | { kind: "dose"; item: string; exercise: PlanExerciseId; parts: DoseChange[] }
  | { kind: "reduced"; item: string; exercise: PlanExerciseId; until: string }
  | { kind: "former_dose"; item: string; exercise: PlanExerciseId }
  | { kind: "dates"; item: string; exercise: PlanExerciseId; from: string; until: string | null }
  | { kind: "words"; item: string; exercise: PlanExerciseId }
  | { kind: "order" };

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function changedParts(before: Dose, after: Dose): DoseChange[] {
  const parts = Object.keys(after) as (keyof Dose)[];
  return parts
    .filter((part) => !isSame(before[part], after[part]))
    .map((part) => ({ part, from: before[part], to: after[part] }));
}

function changesOf(before: PlanItem, after: PlanItem): PlanChange[] {
  const at = { item: after.id, exercise: after.exercise };
  const changes: PlanChange[] = [];
  if (before.exercise !== after.exercise) changes.push({ ...at, kind: "swapped", from: before.exercise });
  const parts = changedParts(before.dose, after.dose);
  if (parts.length > 0) changes.push({ ...at, kind: "dose", parts });
  if (after.reduced !== null && !isSame(before.reduced, after.reduced)) {
    changes.push({ ...at, kind: "reduced", until: after.reduced.until });
  }
  if (before.reduced !== null && after.reduced === null) changes.push({ ...at, kind: "former_dose" });
  if (before.from !== after.from || before.until !== after.until) {
    changes.push({ ...at, kind: "dates", from: after.from, until: after.until });
  }
  if (before.paused === null && after.paused !== null) changes.push({ ...at, kind: "paused" });
  if (before.paused !== null && after.paused === null) changes.push({ ...at, kind: "resumed" });
  const words = (item: PlanItem) => [item.note, item.limit_text, item.pain_limit];
  if (!isSame(words(before), words(after))) changes.push({ ...at, kind: "words" });
  return changes;
}

/** Empty when nothing changed. In the order of the new version; removed items last. */
export function planDifference(before: readonly PlanItem[], after: readonly PlanItem[]): PlanChange[] {
  const old = new Map(before.map((item) => [item.id, item]));
  const kept = new Set(after.map((item) => item.id));
  const changes = after.flatMap((item): PlanChange[] => {
    const former = old.get(item.id);
    return former ? changesOf(former, item) : [{ kind: "added", item: item.id, exercise: item.exercise }];
  });
  const removed = before
    .filter((item) => !kept.has(item.id))
    .map((item): PlanChange => ({ kind: "removed", item: item.id, exercise: item.exercise }));
  const common = (items: readonly PlanItem[]) =>
    items.map((item) => item.id).filter((id) => old.has(id) && kept.has(id));
  const order: PlanChange[] = isSame(common(before), common(after)) ? [] : [{ kind: "order" }];
  return [...changes, ...removed, ...order];
}
