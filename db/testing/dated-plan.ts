/** Plans as they look some days later: begun, paused or ended in the past, for tests of what counts on which day. */
import { and, eq } from "drizzle-orm";
import { refreshCaseload } from "@/db/caseload-refresh";
import { transaction } from "@/db/client";
import { assignPlanIn } from "@/db/plan";
import { planDesk } from "@/db/plan-desk";
import { planPlace } from "@/db/plan-facts";
import { patient } from "@/db/schema/patient";
import { plan, planItem, planPause, planVersion } from "@/db/schema/plan";
import type { Actor } from "@/db/scope";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { newId } from "@/domain/new-id";
import type { PatientMode } from "@/domain/vocabulary/people";
import { patientInCare } from "./plan-desk";

export type DatedPlan = { patientId: string; episodeId: string; today: CalendarDay; began: CalendarDay };

/** In Release, with the proposed plan that was assigned so many days ago: a version's dates can't be changed afterwards. */
export async function planBegun(clinician: Actor, days = 10): Promise<DatedPlan> {
  const patientId = await patientInCare(clinician);
  const items = (await planDesk(clinician, patientId))?.begin.items ?? [];
  return transaction(clinician, async (tx) => {
    const place = await planPlace(tx, clinician, patientId);
    if (!place) throw new Error("a patient without an episode");
    const began = addDays(place.today, -days);
    const input = {
      ...{ versionId: newId(), patientId, base: 0, template: null, ticks: [], note: null },
      items: items.map((item) => ({ ...item, from: began, override: null })),
    };
    const assigned = await assignPlanIn(tx, clinician, input, { at: new Date(`${began}T12:00:00Z`) });
    if (!assigned.ok) throw new Error(JSON.stringify(assigned));
    await refreshCaseload(tx, clinician, patientId);
    return { patientId, episodeId: place.episodeId, today: place.today, began };
  });
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
