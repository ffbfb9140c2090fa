/** Plans as they look some days later: begun, paused or ended in the past, for tests of what counts on which day. */
import { and, eq } from "drizzle-orm";
import { transaction } from "@/db/client";
import { planPlace } from "@/db/plan-facts";
import { patient } from "@/db/schema/patient";
import { plan, planItem, planPause, planVersion } from "@/db/schema/plan";
import type { Actor } from "@/db/scope";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { newId } from "@/domain/new-id";
import type { PatientMode } from "@/domain/vocabulary/people";
import { assignItems, patientInCare } from "./plan-desk";

export type DatedPlan = { patientId: string; episodeId: string; today: CalendarDay; began: CalendarDay };

/** In Release, with the proposed plan that began so many days ago. */
export async function planBegun(clinician: Actor, days = 10): Promise<DatedPlan> {
  const patientId = await patientInCare(clinician);
  const assigned = await assignItems(clinician, patientId, null);
  const place = await transaction(clinician, (tx) => planPlace(tx, clinician, patientId));
  if (!assigned.ok || !place) throw new Error(JSON.stringify(assigned));
  const began = addDays(place.today, -days);
  await transaction(clinician, async (tx) => {
    await tx.update(planVersion).set({ assignedOn: began }).where(eq(planVersion.patientId, patientId));
    await tx.update(planItem).set({ fromOn: began }).where(eq(planItem.patientId, patientId));
  });
  return { patientId, episodeId: place.episodeId, today: place.today, began };
}

export const planEnded = (clinician: Actor, patientId: string, on: CalendarDay) =>
  transaction(clinician, (tx) => tx.update(plan).set({ endedOn: on }).where(eq(plan.patientId, patientId)));

/** Every item set aside by itself since a day. */
export function itemsPaused(clinician: Actor, patientId: string, startedOn: CalendarDay) {
  const { clinicId } = clinician;
  return transaction(clinician, async (tx) => {
    const rows = await tx
      .select({ itemKey: planItem.itemKey, planId: planVersion.planId })
      .from(planItem)
      .innerJoin(
        planVersion,
        and(eq(planVersion.clinicId, planItem.clinicId), eq(planVersion.id, planItem.planVersionId)),
      )
      .where(eq(planItem.patientId, patientId));
    const pauses = rows.map((row) => ({
      ...row,
      clinicId,
      id: newId(),
      patientId,
      cause: "phase" as const,
      startedOn,
    }));
    await tx.insert(planPause).values(pauses);
  });
}

export const logsBy = (clinician: Actor, patientId: string, mode: PatientMode) =>
  transaction(clinician, (tx) => tx.update(patient).set({ mode }).where(eq(patient.id, patientId)));
