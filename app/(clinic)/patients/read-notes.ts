/** Marks what the patient wrote as read. */
"use server";

import { revalidatePath } from "next/cache";
import { notFound } from "next/navigation";
import { requireClinician } from "@/auth/actor";
import { readNotes } from "@/db/session-log";
import { isUuid } from "@/domain/new-id";

export async function readNotesOf(patientId: string): Promise<void> {
  const actor = await requireClinician();
  if (!isUuid(patientId) || !(await readNotes(actor, patientId))) notFound();
  revalidatePath(`/patients/${patientId}`);
}
