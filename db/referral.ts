/** What a referral letter says of patient and clinic beyond the visit. */
import "server-only";
import { and, eq } from "drizzle-orm";
import { transaction } from "./client";
import { clinic } from "./schema/clinic";
import { patient } from "./schema/patient";
import type { Actor } from "./scope";

/** null when it isn't the actor's to see. */
export async function referralFacts(actor: Actor, patientId: string) {
  const [row] = await transaction(actor, (tx) =>
    tx
      .select({
        address: patient.address,
        phone: patient.phone,
        interpreter: patient.interpreter,
        nextOfKin: patient.nextOfKin,
        guardianName: patient.guardianName,
        guardianPhone: patient.guardianPhone,
        clinicPhone: clinic.phone,
      })
      .from(patient)
      .innerJoin(clinic, eq(clinic.id, patient.clinicId))
      .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, patientId))),
  );
  return row ?? null;
}
