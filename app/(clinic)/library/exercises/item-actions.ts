/** What a clinician does to the library: save an exercise of the clinic's own, archive it, mark favourites. */
"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { readId } from "@/app/form-id";
import { type FormState, invalid, readValues, refused } from "@/app/form-state";
import { requireClinician } from "@/auth/actor";
import { archiveClinicItem, type ClinicItemInput, saveClinicItem } from "@/db/clinic-item";
import { setFavourite } from "@/db/favourite";
import type { ClinicItemFault } from "@/domain/plan/clinic-item";
import type { StepFault } from "@/domain/plan/own-steps";
import { isExerciseId } from "@/domain/vocabulary/exercise-names";
import library from "@/messages/en/library.json";
import { cleanPhoto } from "./clean-photo";
import { itemEntries, itemFields } from "./item-fields";

const words = library.own;

/** The field that a fault is said beside. */
const AT: Record<ClinicItemFault | StepFault, string> = {
  strengthen_before_gate: "phases",
  phase_outside_original: "phases",
  kind_of_original: "kind",
  no_dose: "reps",
  easier_unknown: "easier",
  harder_unknown: "harder",
  easier_in_circle: "easier",
  harder_in_circle: "harder",
  easier_later: "easier",
  later_than_harder: "phases",
};

export async function saveItem(_: FormState, form: FormData): Promise<FormState> {
  const actor = await requireClinician();
  const values = readValues(form);
  const fields = itemFields.safeParse(itemEntries(form));
  if (!fields.success) return invalid(fields.error, values, words.check);
  const photo = await sentPhoto(form);
  if (photo === "too_large" || photo === "not_a_photo") {
    return { status: "invalid", fields: { photo: words.faults[photo] }, message: words.check, values };
  }
  const itemId = readId(form, "item");
  const copiedFrom = String(form.get("copiedFrom") ?? "");
  const saved = await saveClinicItem(actor, {
    item: itemId === null ? null : { id: itemId, base: Number(form.get("base")) },
    copiedFrom: isExerciseId(copiedFrom) ? copiedFrom : null,
    content: fields.data,
    photo,
  });
  if (!saved.ok) {
    if (saved.reason !== "faults") return refused(saved.reason === "stale" ? words.stale : words.gone, values);
    const faults = Object.fromEntries(saved.faults.map((fault) => [AT[fault], words.faults[fault]]));
    return { status: "invalid", fields: faults, message: words.check, values };
  }
  revalidatePath("/library/exercises", "layout");
  redirect(`/library/exercises/own/${saved.itemId}?saved=${saved.number}`);
}

async function sentPhoto(form: FormData): Promise<ClinicItemInput["photo"] | "too_large" | "not_a_photo"> {
  const file = form.get("photo");
  if (file instanceof File && file.size > 0) return cleanPhoto(new Uint8Array(await file.arrayBuffer()));
  return form.get("photoRemove") === "on" ? "none" : "keep";
}

export async function archiveItem(form: FormData): Promise<void> {
  const actor = await requireClinician();
  const itemId = readId(form, "item");
  if (itemId !== null) await archiveClinicItem(actor, itemId, form.get("archive") === "yes");
  revalidatePath("/library/exercises", "layout");
}

const Favourite = z.object({
  exercise: z.string().refine((id) => isExerciseId(id) || /^clinic:[0-9a-f-]{36}$/.test(id)),
  on: z.enum(["yes", "no"]),
});

export async function markFavourite(form: FormData): Promise<void> {
  const actor = await requireClinician();
  const input = Favourite.safeParse(Object.fromEntries(form));
  if (input.success) await setFavourite(actor, input.data.exercise, input.data.on === "yes");
  revalidatePath("/library/exercises");
}
