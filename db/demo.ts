/** Signing in to the demo clinic: as its clinician or as its first patient, with one click and no password. */
import "server-only";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { preTenantTransaction, type Tx } from "./client";
import { endLogin, type OpenedLogin, openLogin } from "./login";
import { membership, userAccount } from "./schema/account";
import { clinic } from "./schema/clinic";
import type { Role } from "./scope";

/** The people of the demo that a visitor may be; the patient is null until the demo has patients. */
export type DemoClinic = { clinicId: string; clinicianMembershipId: string; patientMembershipId: string | null };

/** The demo clinic whose sign-in is still open, or null. */
export function findDemoClinic(): Promise<DemoClinic | null> {
  return preTenantTransaction(readDemoClinic);
}

/** As findDemoClinic, inside the caller's pre-tenant transaction. */
export async function readDemoClinic(tx: Tx): Promise<DemoClinic | null> {
  const people = await tx
    .select({ clinicId: clinic.id, membershipId: membership.id, role: membership.role })
    .from(membership)
    .innerJoin(clinic, eq(clinic.id, membership.clinicId))
    .where(and(eq(clinic.isDemo, true), isNull(membership.disabledAt), inArray(membership.role, ["owner", "patient"])))
    .orderBy(asc(membership.createdAt), asc(membership.id));
  const clinician = people.find(({ role }) => role === "owner");
  if (!clinician) return null;
  const patient = people.find(({ role, clinicId }) => role === "patient" && clinicId === clinician.clinicId);
  return {
    clinicId: clinician.clinicId,
    clinicianMembershipId: clinician.membershipId,
    patientMembershipId: patient?.membershipId ?? null,
  };
}

/** Signs in as the demo's clinician or patient; null when the demo has ended or has no such person. */
export function openDemoLogin(
  as: "clinician" | "patient",
  device: string | null,
  replaces: string | null,
): Promise<{ opened: OpenedLogin; role: Role } | null> {
  return preTenantTransaction(async (tx) => {
    const demo = await readDemoClinic(tx);
    const membershipId = as === "patient" ? demo?.patientMembershipId : demo?.clinicianMembershipId;
    if (!membershipId) return null;
    const [person] = await tx
      .select({ userId: membership.userId, role: membership.role })
      .from(membership)
      .innerJoin(userAccount, eq(userAccount.id, membership.userId))
      .where(and(eq(membership.id, membershipId), isNull(userAccount.disabledAt)));
    if (!person) return null;
    if (replaces) await endLogin(tx, replaces);
    return { opened: await openLogin(tx, { ...person, membershipId, device }), role: person.role };
  });
}
