/** Where a patient is signed in: seen and ended by the patient, ended by the clinic. A login's id never leaves the server. */
import "server-only";
import { and, desc, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { appendAudit } from "./audit";
import { preTenantTransaction, withinClinic } from "./client";
import { endLoginsOn } from "./login";
import { closePatientTokens } from "./one-time-token";
import { login, membership } from "./schema/account";
import { patient } from "./schema/patient";
import type { Actor } from "./scope";

export type OwnLogin = { isThis: boolean; since: Date; lastSeenAt: Date; device: string | null };

const alive = and(
  isNull(login.revokedAt),
  gt(login.expiresAt, sql`now()`),
  sql`${login.lastSeenAt} + make_interval(mins => ${login.idleMinutes}) > now()`,
);
const ofMine = ({ userId, membershipId }: Actor) => and(eq(login.userId, userId), eq(login.membershipId, membershipId));

/** Live logins on this membership, the present one first, then by when they were last seen. */
export function ownLogins(actor: Actor): Promise<OwnLogin[]> {
  return preTenantTransaction(async (tx) => {
    const rows = await tx
      .select({ id: login.id, since: login.createdAt, lastSeenAt: login.lastSeenAt, device: login.device })
      .from(login)
      .where(and(ofMine(actor), alive))
      .orderBy(desc(login.lastSeenAt));
    const told = rows.map(({ id, ...row }) => ({ ...row, isThis: id === actor.loginId }));
    return [...told.filter(({ isThis }) => isThis), ...told.filter(({ isThis }) => !isThis)];
  });
}

/** Ends the logins on this membership, this one too unless it is to stay. */
export async function endOwnLogins(actor: Actor, which: "all" | "others"): Promise<void> {
  await preTenantTransaction((tx) =>
    tx
      .update(login)
      .set({ revokedAt: sql`now()` })
      .where(and(ofMine(actor), isNull(login.revokedAt), which === "others" ? ne(login.id, actor.loginId) : undefined)),
  );
}

/** The clinic's act, for a lost phone: every login of the patient ends and an open link is closed. False: no such patient. */
export function endPatientLogins(actor: Actor, patientId: string): Promise<boolean> {
  return preTenantTransaction(async (tx) => {
    const [known] = await withinClinic(tx, actor, () =>
      tx
        .select({ id: patient.id })
        .from(patient)
        .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, patientId))),
    );
    if (!known) return false;
    const members = await tx
      .select({ id: membership.id })
      .from(membership)
      .where(and(eq(membership.clinicId, actor.clinicId), eq(membership.patientId, patientId)));
    for (const { id } of members) await endLoginsOn(tx, id);
    await closePatientTokens(tx, actor.clinicId, patientId);
    await withinClinic(tx, actor, () =>
      appendAudit(tx, actor, { action: "patient.sign_out", objectKind: "membership", objectId: patientId, patientId }),
    );
    return true;
  });
}
