/** Changing and archiving a template of the clinic's own. */
"use server";

import { revalidatePath } from "next/cache";
import { readId } from "@/app/form-id";
import { type FormState, readValues, refused } from "@/app/form-state";
import { requireClinician } from "@/auth/actor";
import { archiveTemplate, changeTemplate, listClinicTemplates } from "@/db/clinic-template";
import { CLINIC_TEMPLATE_NAME_MAX, type ClinicTemplateItem } from "@/domain/plan/clinic-template";
import { doseSchema } from "@/domain/plan/dose";
import library from "@/messages/en/library.json";
import { fill } from "@/messages/fill";
import { TEMPLATE_PARTS, TEMPO_MAX, type TemplatePart } from "./template-parts";

const words = library.templates;

export async function saveTemplateChange(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireClinician();
  const values = readValues(form);
  const key = readId(form, "template");
  const { templates } = await listClinicTemplates(actor);
  const stands = templates.find((template) => template.key === key);
  if (key === null || stands === undefined) return refused(words.gone, values);
  const base = Number(form.get("base"));
  if (base !== stands.version) return refused(words.stale, values);
  const fields: Record<string, string> = {};
  const name = String(form.get("name") ?? "").trim();
  if (name === "") fields.name = words.needed;
  else if (name.length > CLINIC_TEMPLATE_NAME_MAX) fields.name = words.too_long;
  const items = stands.items.flatMap((item, index) => {
    if (form.get(`${index}.remove`) === "on") return [];
    const read = readDose(item, index, form);
    Object.assign(fields, read.faults);
    return [{ ...item, dose: read.dose }];
  });
  if (Object.keys(fields).length > 0) return { status: "invalid", fields, message: words.check, values };
  if (items.length === 0) return refused(words.left, values);
  const changed = await changeTemplate(actor, key, base, { name, items });
  if (!changed.ok) return refused(changed.reason === "stale" ? words.stale : words.gone, values);
  revalidatePath("/library/templates");
  return { status: "done", message: words.saved };
}

/** The parts that the item has; an item without repetitions is given none here. */
function readDose(item: ClinicTemplateItem, index: number, form: FormData) {
  const faults: Record<string, string> = {};
  const dose = { ...item.dose };
  for (const part of Object.keys(TEMPLATE_PARTS) as TemplatePart[]) {
    if (item.dose[part] === null) continue;
    const typed = String(form.get(`${index}.${part}`) ?? "").trim();
    const value = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
    if (doseSchema.shape[part].safeParse(value).success) dose[part] = value;
    else faults[`${index}.${part}`] = fill(words.whole, TEMPLATE_PARTS[part]);
  }
  const tempo = String(form.get(`${index}.tempo`) ?? "").trim();
  if (tempo.length > TEMPO_MAX) faults[`${index}.tempo`] = words.too_long;
  else dose.tempo = tempo === "" ? null : tempo;
  return { dose, faults };
}

export async function archiveTemplateOf(form: FormData): Promise<void> {
  const actor = await requireClinician();
  const key = readId(form, "template");
  if (key !== null) await archiveTemplate(actor, key, form.get("archive") === "yes");
  revalidatePath("/library/templates");
}
