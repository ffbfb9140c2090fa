/** Hands this browser to the patient: from here on it shows the questionnaires and nothing else. */
"use server";

import { notFound } from "next/navigation";
import { requireClinician } from "@/auth/actor";
import { handOverTablet } from "@/db/tablet";
import { isUuid } from "@/domain/new-id";

export async function handOver(patientId: string): Promise<void> {
  const actor = await requireClinician();
  if (!isUuid(patientId) || !(await handOverTablet(actor, patientId))) notFound();
}
