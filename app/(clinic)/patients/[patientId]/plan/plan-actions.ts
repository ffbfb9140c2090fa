/** What a clinician does to a plan: assign a version, have the ticks reviewed, end it. */
"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { readId } from "@/app/form-id";
import { type FormState, readValues, refused } from "@/app/form-state";
import { requireClinician } from "@/auth/actor";
import type { AssignAnswer, Offered } from "@/components/plan/plan-data";
import { assignPlan, assignSchema, endPlan } from "@/db/plan";
import { planDesk } from "@/db/plan-desk";
import { ASSIGN_TICKS } from "@/domain/vocabulary/contraindications";
import words from "@/messages/en/plan.json";
import { offeredBy } from "./offered";

/** Answers only when refused; an assigned plan is shown by the page. */
export async function assign(input: unknown): Promise<AssignAnswer> {
  const actor = await requireClinician();
  const parsed = assignSchema.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "invalid" };
  const outcome = await assignPlan(actor, parsed.data);
  if (!outcome.ok) return outcome;
  revalidatePath(`/patients/${parsed.data.patientId}`, "layout");
  redirect(`/patients/${parsed.data.patientId}/plan?assigned=${outcome.number}`);
}

const Review = z.strictObject({
  patientId: z.uuid(),
  template: z.string().max(80).nullable(),
  ticks: z.array(z.enum(ASSIGN_TICKS.map(({ id }) => id))),
});

/** The exercises and the proposal under other answers; null when there is no such patient in care. */
export async function review(input: unknown): Promise<Offered | null> {
  const actor = await requireClinician();
  const parsed = Review.safeParse(input);
  if (!parsed.success) return null;
  const { patientId, template, ticks } = parsed.data;
  const desk = await planDesk(actor, patientId, { ticks, ...(template !== null && { template }) });
  return desk && offeredBy(desk);
}

export async function end(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireClinician();
  const patientId = readId(form, "patient");
  const base = Number(form.get("base"));
  const ended =
    patientId === null || !Number.isInteger(base)
      ? ({ ok: false, reason: "not_found" } as const)
      : await endPlan(actor, patientId, base);
  if (!ended.ok) return refused(words.refused[ended.reason === "no_plan" ? "stale" : ended.reason], readValues(form));
  revalidatePath(`/patients/${patientId}`, "layout");
  return { status: "done" };
}
