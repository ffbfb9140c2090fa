/** Gives people of a seeded clinic an account and a membership: staff beside the owner, and a patient with a phone. */
import "server-only";
import { sql } from "drizzle-orm";
import { emailKey } from "@/domain/email-key";
import { newId } from "@/domain/new-id";
import { fullName } from "@/domain/patient-name";
import { type Tx, withinClinic } from "../client";
import { membership, userAccount } from "../schema/account";
import { staffMember } from "../schema/clinic";
import type { Actor, Role } from "../scope";

export type SeedStaff = {
  name: string;
  email: string;
  role: Exclude<Role, "patient">;
  passwordHash: string;
  supervisorId?: string;
};

/** In the caller's pre-tenant transaction. Returns who they act as; no login is opened. */
export async function seedStaff(tx: Tx, owner: Actor, member: SeedStaff): Promise<Actor> {
  const { clinicId } = owner;
  const { name, email, role, passwordHash, supervisorId } = member;
  const [userId, membershipId] = [newId(), newId()];
  await tx.insert(userAccount).values({
    ...{ id: userId, email, emailKey: emailKey(email), passwordHash, displayName: name },
    passwordChangedAt: sql`now()`,
  });
  await tx.insert(membership).values({ id: membershipId, clinicId, userId, role });
  const actor: Actor = { userId, membershipId, clinicId, role, loginId: "", patientId: null, aal: 1 };
  await withinClinic(tx, actor, async () => {
    await tx
      .insert(staffMember)
      .values({ clinicId, id: membershipId, userId, role, displayName: name, supervisorId: supervisorId ?? null });
  });
  return actor;
}

/** In the caller's pre-tenant transaction: the patient's own way in, without a password. Returns the membership's id. */
export async function seedPatientLogin(
  tx: Tx,
  clinicId: string,
  patientId: string,
  person: { givenName: string; familyName: string },
): Promise<string> {
  const [userId, id] = [newId(), newId()];
  await tx.insert(userAccount).values({ id: userId, displayName: fullName(person) });
  await tx.insert(membership).values({ id, clinicId, userId, role: "patient", patientId });
  return id;
}
