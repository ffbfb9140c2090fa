/** Writes and throws away the signed-in clinician's own phrases. */
"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { type FormState, readValues, refused } from "@/app/form-state";
import { requireClinician } from "@/auth/actor";
import { removePhrase, savePhrase } from "@/db/phrase";
import { phraseTrigger } from "@/domain/visit/phrase-trigger";
import { PHRASE_TEXT_MAX, unknownPlaces } from "@/domain/visit/phrases";
import { fill } from "@/messages/fill";
import { messagesFor } from "@/messages/rooms";

const { phrases: words } = messagesFor("en").settings;

const Id = z.uuid().optional().catch(undefined);

export async function savePhraseOf(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireClinician();
  const values = readValues(form);
  const trigger = phraseTrigger.safeParse(String(form.get("trigger") ?? "").replace(/^\s*;/, ""));
  const text = String(form.get("text") ?? "").trim();
  const unknown = unknownPlaces(text);
  const fields: Record<string, string> = {};
  if (!trigger.success) fields.trigger = words.badTrigger;
  if (text === "" || text.length > PHRASE_TEXT_MAX) fields.text = fill(words.badText, { max: PHRASE_TEXT_MAX });
  else if (unknown.length > 0) fields.text = fill(words.unknownPlace, { place: unknown.join(", ") });
  if (!trigger.success || Object.keys(fields).length > 0) {
    return { status: "invalid", fields, message: words.check, values };
  }
  const id = Id.parse(form.get("id") ?? undefined);
  const saved = await savePhrase(actor, { trigger: trigger.data, text, ...(id !== undefined && { id }) });
  revalidatePath("/settings/phrases");
  return saved.ok ? { status: "done", message: words.saved } : refused(words.refused[saved.reason], values);
}

export async function removePhraseOf(form: FormData): Promise<void> {
  const actor = await requireClinician();
  const id = z.uuid().safeParse(form.get("id"));
  if (id.success) await removePhrase(actor, id.data);
  revalidatePath("/settings/phrases");
}
