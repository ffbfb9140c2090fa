/** Handing a clinic's tablet to a patient and taking it back: the login's lock and its trace in the audit chain. */
import "server-only";
import { and, eq } from "drizzle-orm";
import { appendAudit } from "./audit";
import { preTenantTransaction, transaction } from "./client";
import { handLogin } from "./login";
import { patient } from "./schema/patient";
import type { Actor } from "./scope";

/** From here on the login opens nothing but this patient's questionnaires. False: no such patient here. */
export async function handOverTablet(actor: Actor, patientId: string): Promise<boolean> {
  const isHere = await transaction(actor, async (tx) => {
    const [row] = await tx
      .select({ id: patient.id })
      .from(patient)
      .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, patientId)));
    if (!row) return false;
    await appendAudit(tx, actor, {
      action: "tablet.hand_over",
      objectKind: "patient",
      objectId: patientId,
      patientId,
    });
    return true;
  });
  if (isHere) await preTenantTransaction((tx) => handLogin(tx, actor.loginId, patientId));
  return isHere;
}

/** The caller has confirmed the clinician's password. */
export async function takeTabletBack(staff: Actor, patientId: string): Promise<void> {
  await preTenantTransaction((tx) => handLogin(tx, staff.loginId, null));
  await transaction(staff, (tx) =>
    appendAudit(tx, staff, { action: "tablet.unlock", objectKind: "patient", objectId: patientId, patientId }),
  );
}
