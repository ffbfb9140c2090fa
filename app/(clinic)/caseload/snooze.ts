/** Puts a reason of the caseload to sleep, and wakes it. */
"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { type FormState, invalid, readValues, refused } from "@/app/form-state";
import { requireClinician } from "@/auth/actor";
import { dayText } from "@/components/chart/value-text";
import { snoozeReason, wakeReason } from "@/db/snooze";
import { isCalendarDay } from "@/domain/calendar-day";
import { CASELOAD_REASONS } from "@/domain/vocabulary/caseload-reasons";
import words from "@/messages/en/caseload.json";
import { fill } from "@/messages/fill";

const REASON_IDS = CASELOAD_REASONS.map(({ id }) => id);
const standing = {
  patientId: z.uuid(),
  reason: z.enum(REASON_IDS),
  since: z.string().refine(isCalendarDay),
};
const NewSnooze = z.object({
  ...standing,
  until: z.string({ error: words.snooze.date }).refine(isCalendarDay, words.snooze.date),
  why: z
    .string()
    .trim()
    .max(300)
    .default("")
    .transform((why) => (why === "" ? null : why)),
});

export async function saveSnooze(_: unknown, form: FormData): Promise<FormState> {
  const actor = await requireClinician();
  const values = readValues(form);
  const input = NewSnooze.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error, values);
  const saved = await snoozeReason(actor, input.data);
  if (!saved.ok && saved.reason === "needs_why") {
    return { status: "invalid", fields: { why: words.snooze.whyMissing }, values };
  }
  if (!saved.ok && saved.reason === "out_of_range") {
    return { status: "invalid", fields: { until: fill(words.snooze.tooLate, { date: dayText(saved.limit) }) }, values };
  }
  if (!saved.ok) return refused(words.snooze.gone, values);
  revalidatePath("/caseload");
  return { status: "done" };
}

export async function wake(form: FormData): Promise<void> {
  const actor = await requireClinician();
  const input = z.object(standing).safeParse(Object.fromEntries(form));
  if (input.success) await wakeReason(actor, input.data);
  revalidatePath("/caseload");
}
