/** What a clinician does to a plan: assign a version, have the ticks reviewed, end it. */
"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { readId } from "@/app/form-id";
import { type FormState, invalid, readValues, refused } from "@/app/form-state";
import { requireClinician } from "@/auth/actor";
import type { AssignAnswer, Offered } from "@/components/plan/plan-data";
import { saveTemplate } from "@/db/clinic-template";
import { assignPlan, assignSchema, endPlan } from "@/db/plan";
import { planDesk } from "@/db/plan-desk";
import { CLINIC_TEMPLATE_NAME_MAX } from "@/domain/plan/clinic-template";
import { ASSIGN_TICKS } from "@/domain/vocabulary/contraindications";
import words from "@/messages/en/plan.json";
import { fill } from "@/messages/fill";
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

const Template = z.object({
  patient: z.uuid(),
  name: z
    .string(words.save_template.needed)
    .trim()
    .min(1, words.save_template.needed)
    .max(CLINIC_TEMPLATE_NAME_MAX, fill(words.save_template.too_long, { n: CLINIC_TEMPLATE_NAME_MAX })),
});

/** Keeps the running plan as a template of the clinic's. */
export async function keepAsTemplate(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireClinician();
  const values = readValues(form);
  const input = Template.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error, values);
  const saved = await saveTemplate(actor, { patientId: input.data.patient, name: input.data.name });
  if (!saved.ok) return refused(words.save_template.refused[saved.reason], values);
  revalidatePath("/library/templates");
  revalidatePath(`/patients/${input.data.patient}/plan`);
  return { status: "done", message: words.save_template.saved };
}
