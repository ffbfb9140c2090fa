/** A clinic with its owner and people to act as, made the way the first run makes them. */
import { preTenantTransaction, withinClinic } from "@/db/client";
import { clinic, staffMember } from "@/db/schema/clinic";
import type { Actor } from "@/db/scope";
import { newId } from "@/domain/new-id";

/** Someone in a clinic; nothing is stored about them. */
export function anActor(changes: Partial<Actor> = {}): Actor {
  return {
    userId: newId(),
    membershipId: newId(),
    clinicId: newId(),
    role: "owner",
    loginId: newId(),
    patientId: null,
    aal: 1,
    ...changes,
  };
}

/** Stores a clinic and its owner as staff; returns the owner. */
export async function createClinic(name = "Quayside Physiotherapy"): Promise<Actor> {
  const owner = anActor();
  await preTenantTransaction(async (tx) => {
    await tx
      .insert(clinic)
      .values({ id: owner.clinicId, name, timeZone: "Europe/London", country: "GB", emergencyNumber: "999" });
    await withinClinic(tx, owner, async () => {
      await tx.insert(staffMember).values({
        clinicId: owner.clinicId,
        id: owner.membershipId,
        userId: owner.userId,
        role: "owner",
        displayName: "Aled Whitby",
      });
    });
  });
  return owner;
}
