/** Staff as the record names them. */
import "server-only";
import { and, eq } from "drizzle-orm";
import { transaction } from "./client";
import { staffMember } from "./schema/clinic";
import type { Actor } from "./scope";

/** How the acting member of staff is named and registered; null when they left the clinic. */
export async function staffName(actor: Actor): Promise<{ name: string; registration: string | null } | null> {
  const [row] = await transaction(actor, (tx) =>
    tx
      .select({ name: staffMember.displayName, registration: staffMember.registrationNumber })
      .from(staffMember)
      .where(and(eq(staffMember.clinicId, actor.clinicId), eq(staffMember.id, actor.membershipId))),
  );
  return row ?? null;
}
