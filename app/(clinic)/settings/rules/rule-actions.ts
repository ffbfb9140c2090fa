/** The owner's acts on the rules: keep changed thresholds as a version, adopt a version. */
"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { type FormState, invalid, readValues, refused } from "@/app/form-state";
import { requireLogin, requireOwner } from "@/auth/actor";
import { adoptRuleSet, listRuleSets, saveRuleSet, type ThresholdChanges } from "@/db/rule-set";
import { isCalendarDay } from "@/domain/calendar-day";
import { dayIn } from "@/domain/clinic-clock";
import { DEFAULT_RULES } from "@/domain/rules/rule-set";
import { thresholdFaults } from "@/domain/rules/threshold-limits";
import { parseNumber } from "@/domain/typed-number";
import { THRESHOLDS } from "@/domain/vocabulary/thresholds";
import settings from "@/messages/en/settings.json";
import { faultWords } from "./threshold-words";

const text = settings.rules;

export async function saveThresholds(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireOwner();
  const values = readValues(form);
  const fields: Record<string, string> = {};
  const changes: ThresholdChanges = {};
  for (const { id, value: shipped, editable } of THRESHOLDS) {
    const typed = form.get(id);
    if (!editable || typeof typed !== "string") continue;
    const read = parseNumber(typed);
    if (read.kind !== "value") fields[id] = text.number;
    else if (read.value !== shipped) changes[id] = read.value;
  }
  for (const [id, fault] of Object.entries(thresholdFaults({ ...DEFAULT_RULES.values, ...changes }))) {
    fields[id] ??= faultWords(fault);
  }
  if (Object.keys(fields).length > 0) return { status: "invalid", fields, message: text.check, values };
  const [latest] = await listRuleSets(actor);
  if (isSame(latest?.changes ?? {}, changes)) return refused(text.nothingChanged, values);
  await saveRuleSet(actor, changes);
  revalidatePath("/settings/rules");
  return { status: "done", message: text.savedAs };
}

const Adoption = z.object({
  name: z.string({ error: text.nameMissing }).trim().min(1, text.nameMissing).max(120),
  on: z.string({ error: text.badDate }).refine(isCalendarDay, text.badDate),
  number: z.coerce.number().int().min(1).optional(),
});

export async function adopt(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireOwner();
  const { clinic } = await requireLogin();
  const values = readValues(form);
  const input = Adoption.safeParse(Object.fromEntries(form));
  if (!input.success) return invalid(input.error, values, text.check);
  const { name, on, number } = input.data;
  if (on > dayIn(clinic.timeZone, new Date())) {
    return { status: "invalid", fields: { on: text.future }, message: text.check, values };
  }
  const adopted = await adoptRuleSet(actor, number ?? null, { name, on });
  revalidatePath("/", "layout");
  if (adopted.ok) return { status: "done", message: text.adopted };
  return refused(adopted.reason === "not-found" ? text.notFound : text.alreadyAdopted, values);
}

function isSame(one: ThresholdChanges, other: ThresholdChanges): boolean {
  return THRESHOLDS.every(({ id }) => one[id] === other[id]);
}
