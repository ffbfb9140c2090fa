/** Signs a patient's phones out, for a lost one; whoever may send the link may end what it opened. */
"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { requireStaff } from "@/auth/actor";
import { endPatientLogins } from "@/db/own-logins";

export async function signPatientOut(patientId: string): Promise<void> {
  const actor = await requireStaff();
  if (!z.uuid().safeParse(patientId).success) return;
  await endPatientLogins(actor, patientId);
  revalidatePath(`/patients/${patientId}`);
}
