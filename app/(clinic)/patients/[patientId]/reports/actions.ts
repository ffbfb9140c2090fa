"use server";
/** Makes a progress report: a snapshot of the record that never changes afterwards. */
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { type FormState, invalid, readValues, refused } from "@/app/form-state";
import { requireClinician } from "@/auth/actor";
import { progressOf } from "@/db/progress";
import { storeReport } from "@/db/report";
import { staffName } from "@/db/staff";
import { episodeAdditions } from "@/db/visit-event";
import { calendarDay } from "@/domain/calendar-day-schema";
import words from "@/messages/en/progress.json";
import { buildSnapshot } from "@/report/build-snapshot";
import { reportInput } from "./report-source";

const Period = z
  .object({ from: calendarDay, to: calendarDay })
  .refine(({ from, to }) => from <= to, { path: ["to"], error: words.reports.invalid_period });

/** @param episodeId a closed episode; the open one, else the newest, unless given */
export async function createReport(
  patientId: string,
  episodeId: string | null,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const actor = await requireClinician();
  const values = readValues(form);
  const period = Period.safeParse(
    { from: form.get("from"), to: form.get("to") },
    { error: () => words.reports.invalid_date },
  );
  if (!period.success) return invalid(period.error, values);
  const progress = await progressOf(actor, patientId, episodeId ?? undefined);
  const maker = await staffName(actor);
  if (!progress || !maker) return refused(words.reports.not_found, values);
  const additions = await episodeAdditions(actor, progress.episodeId);
  const input = reportInput(progress, additions, period.data, { ...maker, at: new Date() });
  if (!input) return refused(words.reports.no_visits, values);
  const stored = await storeReport(actor, {
    patientId: progress.patientId,
    episodeId: progress.episodeId,
    ...period.data,
    snapshot: buildSnapshot(input),
  });
  if (!stored) return refused(words.reports.not_found, values);
  // The address stays the same but for its hash: without this the list would not show the new report.
  revalidatePath(`/patients/${progress.patientId}/reports`);
  const of = episodeId === null ? "" : `?episode=${episodeId}`;
  redirect(`/patients/${progress.patientId}/reports${of}#report-${stored.reportId}`);
}
