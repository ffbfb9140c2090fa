/** Plans as a clinician's page makes them: a patient in care, what the page would send, and lines to add to it. */
import { type AssignInput, assignPlan } from "@/db/plan";
import { type PlanDesk, planDesk } from "@/db/plan-desk";
import type { Actor } from "@/db/scope";
import { newId } from "@/domain/new-id";
import type { PlanExerciseId } from "@/domain/plan/catalogue";
import { startDose } from "@/domain/plan/dose";
import type { PlanItem } from "@/domain/plan/item";
import type { VisitRecord } from "@/domain/record";
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";
import { exerciseById } from "@/domain/vocabulary/exercises";
import { createPatientOf, draftVisit, signDraft, workedCases } from "./worked-case";

export const C01 = workedCases().find(({ case_id }) => case_id === "C01")!;
export const FIRST = C01.visits[0]!;

let number = 5_000;

/** C01 after the visits given, its first one unless told: in Release with quadriceps dominance. */
export async function patientInCare(
  clinician: Actor,
  visits: readonly VisitRecord[] = [FIRST],
  { by = clinician, of = C01 } = {},
): Promise<string> {
  number += 1;
  const { patientId } = await createPatientOf(clinician, of, number);
  for (const [index, record] of visits.entries()) {
    const { visitId } = await draftVisit(by, patientId, record, index === 0 ? 64 : undefined);
    const signed = await signDraft(by, visitId);
    if (!signed.ok) throw new Error(JSON.stringify(signed));
  }
  return patientId;
}

export async function deskOf(clinician: Actor, patientId: string): Promise<PlanDesk> {
  const read = await planDesk(clinician, patientId);
  if (!read) throw new Error("no desk");
  return read;
}

/** What the page sends when nothing is changed: the items it began with, "None of these". */
export function asProposed(read: PlanDesk, changes: Partial<AssignInput> = {}): AssignInput {
  return {
    versionId: newId(),
    patientId: read.patientId,
    base: read.running?.number ?? 0,
    template: read.proposal?.template ?? null,
    ticks: read.ticks === null ? [] : null,
    note: null,
    items: read.begin.items.map((item) => ({ ...item, override: null })),
    ...changes,
  };
}

type Line = AssignInput["items"][number];

export const lineOf = (
  { id: exercise, dose, pain_limit }: { id: PlanExerciseId; dose: Parameters<typeof startDose>[0]; pain_limit: number },
  more: Partial<Line> = {},
): Line => ({
  id: newId(),
  exercise,
  dose: startDose(dose),
  from: "2026-01-05",
  until: null,
  pain_limit,
  limit_text: null,
  note: null,
  paused: null,
  reduced: null,
  override: null,
  ...more,
});
export const line = (exercise: ExerciseId, more: Partial<Line> = {}): Line => lineOf(exerciseById(exercise), more);

/** Assigns the items, or what the desk begins with, over whatever runs; "None of these". */
export async function assignItems(
  clinician: Actor,
  patientId: string,
  items: readonly PlanItem[] | null,
  more: Partial<AssignInput> = {},
) {
  const desk = await planDesk(clinician, patientId);
  return assignPlan(clinician, {
    versionId: newId(),
    patientId,
    base: desk?.running?.number ?? 0,
    template: null,
    ticks: [],
    note: null,
    items: (items ?? desk?.begin.items ?? []).map((item) => ({ ...item, override: null })),
    ...more,
  });
}
