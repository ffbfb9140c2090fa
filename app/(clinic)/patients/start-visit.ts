/** Starts a visit, or goes on with the draft that is there: one press from the caseload or the chart. */
"use server";

import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { requireClinician } from "@/auth/actor";
import { startVisit, type VisitKind } from "@/db/visit";

const Input = z.object({
  patientId: z.uuid(),
  kind: z.enum(["treatment", "decision", "contact", "did_not_attend"] satisfies VisitKind[]),
  /** Opens the visit with its override at hand. */
  override: z.literal("1").optional(),
});

export async function startVisitOf(form: FormData): Promise<void> {
  const actor = await requireClinician();
  const input = Input.safeParse(Object.fromEntries(form));
  if (!input.success) notFound();
  const { override, ...visit } = input.data;
  const started = await startVisit(actor, visit);
  if (started.ok) redirect(`/visits/${started.visitId}${override === undefined ? "" : "?override=1"}`);
  if (started.reason === "not_found") notFound();
  // The episode was closed meanwhile: the record says so and opens the next one.
  redirect(`/patients/${input.data.patientId}/record`);
}
