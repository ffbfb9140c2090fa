/** Another member of a test clinic's staff, to act as. */
import { transaction } from "@/db/client";
import { staffMember } from "@/db/schema/clinic";
import type { Actor } from "@/db/scope";
import { newId } from "@/domain/new-id";

export async function newColleague(owner: Actor, role: "clinician" | "supervised_clinician", name: string) {
  const actor: Actor = { ...owner, userId: newId(), membershipId: newId(), role };
  await transaction(owner, (tx) =>
    tx.insert(staffMember).values({
      clinicId: owner.clinicId,
      id: actor.membershipId,
      userId: actor.userId,
      role,
      displayName: name,
    }),
  );
  return actor;
}
