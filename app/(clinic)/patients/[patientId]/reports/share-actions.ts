"use server";
/** Shares a report with its patient, and takes it back. */
import { revalidatePath } from "next/cache";
import { requireClinician } from "@/auth/actor";
import { shareReport, takeReportBack } from "@/db/report-share";
import { isUuid } from "@/domain/new-id";

export async function share(patientId: string, reportId: string): Promise<void> {
  const actor = await requireClinician();
  if (isUuid(patientId) && isUuid(reportId)) await shareReport(actor, patientId, reportId);
  revalidatePath(`/patients/${patientId}/reports`);
}

export async function takeBack(patientId: string, reportId: string): Promise<void> {
  const actor = await requireClinician();
  if (isUuid(patientId) && isUuid(reportId)) await takeReportBack(actor, patientId, reportId);
  revalidatePath(`/patients/${patientId}/reports`);
}
