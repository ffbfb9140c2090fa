/** A running plan as rows, and the patient who signs in to see it: for tests of what follows from a plan. */
import { transaction } from "@/db/client";
import { plan, planItem, planVersion } from "@/db/schema/plan";
import type { Actor } from "@/db/scope";
import type { CalendarDay } from "@/domain/calendar-day";
import { newId } from "@/domain/new-id";
import { templateDose } from "@/domain/plan/dose";
import { isExerciseId } from "@/domain/vocabulary/exercise-names";
import { exerciseById } from "@/domain/vocabulary/exercises";
import type { TreatmentPhase } from "@/domain/vocabulary/phases";
import { PLAN_TEMPLATES } from "@/domain/vocabulary/templates";

export type PatientActor = Actor & { patientId: string };

/** The patient's own scope in the clinician's clinic; nothing is stored about the login. */
export const patientActor = (clinician: Actor, patientId: string): PatientActor => ({
  ...clinician,
  userId: newId(),
  membershipId: newId(),
  loginId: newId(),
  role: "patient",
  patientId,
});

export type AssignedItem = { key: string; exercise: string };
export type AssignedPlan = { planId: string; versionId: string; number: number; items: AssignedItem[] };

/** A template's items as version 1, or as the next version of a plan already there. */
export async function assignRows(
  clinician: Actor,
  place: { patientId: string; episodeId: string },
  template: { id: string; phase: TreatmentPhase; on: CalendarDay },
  after?: AssignedPlan,
): Promise<AssignedPlan> {
  const found = PLAN_TEMPLATES.find(({ id }) => id === template.id);
  if (!found) throw new Error(`No template ${template.id}`);
  const { clinicId } = clinician;
  const { patientId, episodeId } = place;
  const planId = after?.planId ?? newId();
  const versionId = newId();
  const number = (after?.number ?? 0) + 1;
  const items = found.items.map(({ exercise }) => ({
    key: after?.items.find((item) => item.exercise === exercise)?.key ?? newId(),
    exercise,
  }));
  await transaction(clinician, async (tx) => {
    if (!after) await tx.insert(plan).values({ clinicId, id: planId, patientId, episodeId });
    await tx.insert(planVersion).values({
      clinicId,
      id: versionId,
      patientId,
      planId,
      number,
      phase: template.phase,
      templateId: template.id,
      ticks: [],
      tickedOn: template.on,
      leftOut: [],
      assignedById: clinician.membershipId,
      assignedOn: template.on,
    });
    await tx.insert(planItem).values(
      found.items.map((item, position) => {
        if (!isExerciseId(item.exercise)) throw new Error(item.exercise);
        const library = exerciseById(item.exercise);
        return {
          clinicId,
          id: newId(),
          patientId,
          planVersionId: versionId,
          itemKey: items[position]?.key ?? newId(),
          exercise: item.exercise,
          position,
          dose: templateDose(library.dose, item),
          fromOn: template.on,
          painLimit: library.pain_limit,
          cautions: [{ condition: "osteoporosis", effect: "caution" as const, text: "Light pressure." }],
        };
      }),
    );
  });
  return { planId, versionId, number, items };
}
