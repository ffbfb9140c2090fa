/** First run: is there a clinic yet, founding one with its owner, and the end of the demo when the real one begins. */
import "server-only";
import { eq, inArray, sql } from "drizzle-orm";
import { emailKey } from "@/domain/email-key";
import { newId } from "@/domain/new-id";
import { appendAudit, openAuditChain } from "./audit";
import { preTenantTransaction, type Tx, withinClinic } from "./client";
import { type OpenedLogin, openLogin } from "./login";
import { login, membership, userAccount } from "./schema/account";
import { clinic, staffMember } from "./schema/clinic";
import type { Actor } from "./scope";

/** "empty" opens /setup, "demo" still does, "founded" closes it. */
export type FirstRun = "empty" | "demo" | "founded";

export function firstRun(): Promise<FirstRun> {
  return preTenantTransaction(readFirstRun);
}

async function readFirstRun(tx: Tx): Promise<FirstRun> {
  const [row] = await tx.execute<{ founded: boolean; demo: boolean }>(sql`
    select exists (select from clinic where not is_demo) as founded, exists (select from clinic where is_demo) as demo`);
  if (row?.founded) return "founded";
  return row?.demo ? "demo" : "empty";
}

export type NewClinic = {
  name: string;
  timeZone: string;
  country: string;
  emergencyNumber: string;
  /** Asked for at set-up: patients are told to call it. */
  phone?: string | null;
  hours?: string | null;
  owner: { name: string; email: string; passwordHash: string };
};

export type Founded = { ok: true; opened: OpenedLogin } | { ok: false; reason: "already-founded" | "email-taken" };

/** Founds the first real clinic, signs its owner in and ends the demo's sign-in; once, however many try at the same time. */
export function foundFirstClinic(input: NewClinic, device: string | null): Promise<Founded> {
  return preTenantTransaction(async (tx): Promise<Founded> => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('counterpoise.first-run'))`);
    if ((await readFirstRun(tx)) === "founded") return { ok: false, reason: "already-founded" };
    const taken = await tx
      .select({ id: userAccount.id })
      .from(userAccount)
      .where(eq(userAccount.emailKey, emailKey(input.owner.email)));
    if (taken.length > 0) return { ok: false, reason: "email-taken" };
    await endDemo(tx);
    const owner = await foundClinic(tx, input);
    return { ok: true, opened: await openLogin(tx, { ...owner, device }) };
  });
}

/** Writes the clinic, its owner's account, membership and staff row, and opens its audit chain. Pre-tenant. */
export async function foundClinic(tx: Tx, input: NewClinic, demo?: { password: string }): Promise<Actor> {
  const { owner, ...described } = input;
  const [clinicId, userId, membershipId] = [newId(), newId(), newId()];
  const actor: Actor = { userId, membershipId, clinicId, role: "owner", loginId: "", patientId: null, aal: 1 };
  await tx.insert(clinic).values({
    ...described,
    id: clinicId,
    isDemo: demo !== undefined,
    demoPassword: demo?.password ?? null,
  });
  await tx.insert(userAccount).values({
    id: userId,
    email: owner.email,
    emailKey: emailKey(owner.email),
    passwordHash: owner.passwordHash,
    passwordChangedAt: sql`now()`,
    displayName: owner.name,
  });
  await tx.insert(membership).values({ id: membershipId, clinicId, userId, role: "owner" });
  await withinClinic(tx, actor, async () => {
    await tx.insert(staffMember).values({ clinicId, id: membershipId, userId, role: "owner", displayName: owner.name });
    await openAuditChain(tx, clinicId);
    await appendAudit(tx, actor, { action: "clinic.found", objectKind: "clinic", objectId: clinicId });
  });
  return actor;
}

/** The demo's people can't sign in any more: logins, memberships and the accounts that belong nowhere else. */
async function endDemo(tx: Tx): Promise<void> {
  const demoMemberships = tx
    .select({ id: membership.id })
    .from(membership)
    .innerJoin(clinic, eq(clinic.id, membership.clinicId))
    .where(eq(clinic.isDemo, true));
  const now = sql`now()`;
  await tx.update(login).set({ revokedAt: now }).where(inArray(login.membershipId, demoMemberships));
  await tx.execute(sql`
    update user_account set disabled_at = now() where disabled_at is null
      and exists (select from membership m join clinic c on c.id = m.clinic_id where m.user_id = user_account.id and c.is_demo)
      and not exists (select from membership m join clinic c on c.id = m.clinic_id
        where m.user_id = user_account.id and not c.is_demo)`);
  await tx.update(membership).set({ disabledAt: now }).where(inArray(membership.id, demoMemberships));
}
