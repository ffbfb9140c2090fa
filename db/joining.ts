/** Accepting an invitation: token spent, account, membership, the clinic's own row and the first login, all or nothing. */
import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { endOfDay } from "@/domain/clinic-clock";
import { emailKey } from "@/domain/email-key";
import { newId } from "@/domain/new-id";
import { appendAudit } from "./audit";
import { markCaseloadDue } from "./caseload-due";
import { preTenantTransaction, type Tx, withinClinic } from "./client";
import { endLoginsOn, type OpenedLogin, openLogin } from "./login";
import { consumeToken } from "./one-time-token";
import { membership, userAccount } from "./schema/account";
import { clinic, staffMember } from "./schema/clinic";
import type { Actor, Role } from "./scope";

/** Who accepts: someone new, or someone who has just proven their account's password. */
export type Joiner =
  | { kind: "new"; name: string; email: string | null; passwordHash: string | null }
  | { kind: "known"; userId: string };

export type Joined =
  | { ok: true; opened: OpenedLogin; role: Role }
  | { ok: false; reason: "link-spent" | "email-taken" | "wrong-account" };

export class JoiningRefused extends Error {
  constructor(readonly reason: "email-taken" | "wrong-account") {
    super(reason);
  }
}

/** `joiner.email` counts for a patient only: staff join with the email they were invited by. */
export async function acceptInvitation(tokenHash: string, joiner: Joiner, device: string | null): Promise<Joined> {
  try {
    return await preTenantTransaction(async (tx): Promise<Joined> => {
      const token = await consumeToken(tx, tokenHash);
      if (!token?.invitation) return { ok: false, reason: "link-spent" };
      const { clinicId, patientId, invitation } = token;
      const member =
        patientId === null
          ? await joinStaff(tx, clinicId, invitation, joiner)
          : await joinPatient(tx, clinicId, { patientId, expiresOn: invitation.expiresOn }, joiner);
      const { role } = invitation;
      const opened = await openLogin(tx, { ...member, role, device });
      const actor: Actor = { ...member, clinicId, role, patientId, loginId: opened.id, aal: 1 };
      await withinClinic(tx, actor, async () => {
        if (role !== "patient") await nameStaffMember(tx, actor, invitation, joiner, member.expiresAt);
        await appendAudit(tx, actor, {
          action: role === "patient" ? "patient.join" : "team.join",
          objectKind: "membership",
          objectId: member.membershipId,
          patientId,
        });
      });
      return { ok: true, opened, role };
    });
  } catch (error) {
    // Thrown, not returned, so that the token isn't spent.
    if (error instanceof JoiningRefused) return { ok: false, reason: error.reason };
    throw error;
  }
}

type Invitation = NonNullable<NonNullable<Awaited<ReturnType<typeof consumeToken>>>["invitation"]>;
type Member = { userId: string; membershipId: string; expiresAt: Date | null };

async function joinStaff(tx: Tx, clinicId: string, invitation: Invitation, joiner: Joiner): Promise<Member> {
  const owner = await accountOf(tx, invitation.email);
  // The link shows itself to the owner who made it, so an account is joined only by whoever knows its password.
  if (joiner.kind === "known" && owner?.id !== joiner.userId) throw new JoiningRefused("wrong-account");
  const userId = joiner.kind === "known" ? joiner.userId : await createAccount(tx, joiner, invitation.email);
  const { expiresOn, role } = invitation;
  const expiresAt = await lastMoment(tx, clinicId, expiresOn);
  const [row] = await tx
    .insert(membership)
    .values({ id: newId(), clinicId, userId, role, expiresAt })
    // Someone who comes back takes up the membership they had.
    .onConflictDoUpdate({
      target: [membership.clinicId, membership.userId, membership.role],
      set: { disabledAt: null, expiresAt },
    })
    .returning({ id: membership.id });
  if (!row) throw new Error("the membership was not written");
  return { userId, membershipId: row.id, expiresAt };
}

/** The end of a day in the clinic's zone; null = open. */
async function lastMoment(tx: Tx, clinicId: string, day: string | null): Promise<Date | null> {
  const [zone] = await tx.select({ timeZone: clinic.timeZone }).from(clinic).where(eq(clinic.id, clinicId));
  return day === null || !zone ? null : endOfDay(zone.timeZone, day);
}

type Invited = {
  patientId: string;
  /** The last day of a guardian, who holds a young patient's login; null: the patient's own, without an end. */
  expiresOn: string | null;
};

/**
 * Who has joined before (a new phone) gets a login of the same account. Guardian and patient never share one: when the
 * link is for the other of them, what the first had ends here.
 */
async function joinPatient(
  tx: Tx,
  clinicId: string,
  { patientId, expiresOn }: Invited,
  joiner: Joiner,
): Promise<Member> {
  const expiresAt = await lastMoment(tx, clinicId, expiresOn);
  const [current] = await tx
    .select({
      membershipId: membership.id,
      userId: membership.userId,
      expiresAt: membership.expiresAt,
      passwordHash: userAccount.passwordHash,
    })
    .from(membership)
    .innerJoin(userAccount, eq(userAccount.id, membership.userId))
    .where(
      and(
        eq(membership.clinicId, clinicId),
        eq(membership.patientId, patientId),
        eq(membership.role, "patient"),
        isNull(membership.disabledAt),
      ),
    );
  if (current && (current.expiresAt === null) !== (expiresAt === null)) {
    await tx.update(membership).set({ disabledAt: sql`now()` }).where(eq(membership.id, current.membershipId));
    await endLoginsOn(tx, current.membershipId);
  } else if (current) {
    if (joiner.kind === "known" && joiner.userId !== current.userId) throw new JoiningRefused("wrong-account");
    // A link from the clinic may give a first password, never replace one the person has chosen.
    if (joiner.kind === "new" && joiner.passwordHash !== null && current.passwordHash === null) {
      await choosePassword(tx, current.userId, joiner);
    }
    // The clinic may have set another age since.
    await tx.update(membership).set({ expiresAt }).where(eq(membership.id, current.membershipId));
    return { userId: current.userId, membershipId: current.membershipId, expiresAt };
  }
  const userId = joiner.kind === "known" ? joiner.userId : await createAccount(tx, joiner, joiner.email);
  const id = newId();
  const inserted = await tx
    .insert(membership)
    .values({ id, clinicId, userId, role: "patient", patientId, expiresAt })
    .onConflictDoNothing()
    .returning({ id: membership.id });
  // The account is another patient's of this clinic.
  if (inserted.length === 0) throw new JoiningRefused("wrong-account");
  return { userId, membershipId: id, expiresAt };
}

type Newcomer = Extract<Joiner, { kind: "new" }>;

async function createAccount(tx: Tx, joiner: Newcomer, email: string | null): Promise<string> {
  // An email without a password would let whoever comes next claim the address.
  const own = joiner.passwordHash === null ? null : email;
  if (await accountOf(tx, own)) throw new JoiningRefused("email-taken");
  const id = newId();
  const inserted = await tx
    .insert(userAccount)
    .values({
      id,
      email: own,
      emailKey: own === null ? null : emailKey(own),
      passwordHash: joiner.passwordHash,
      passwordChangedAt: joiner.passwordHash === null ? null : sql`now()`,
      displayName: joiner.name,
    })
    .onConflictDoNothing()
    .returning({ id: userAccount.id });
  if (inserted.length === 0) throw new JoiningRefused("email-taken");
  return id;
}

/** False where the account has one already: it stays. */
export async function choosePassword(
  tx: Tx,
  userId: string,
  { email, passwordHash }: Pick<Newcomer, "email" | "passwordHash">,
): Promise<boolean> {
  const owner = await accountOf(tx, email);
  if (owner && owner.id !== userId) throw new JoiningRefused("email-taken");
  const chosen = await tx
    .update(userAccount)
    .set({ email, emailKey: email === null ? null : emailKey(email), passwordHash, passwordChangedAt: sql`now()` })
    .where(and(eq(userAccount.id, userId), isNull(userAccount.passwordHash)))
    .returning({ id: userAccount.id });
  return chosen.length > 0;
}

async function accountOf(tx: Tx, email: string | null): Promise<{ id: string } | undefined> {
  if (email === null) return undefined;
  const [row] = await tx
    .select({ id: userAccount.id })
    .from(userAccount)
    .where(eq(userAccount.emailKey, emailKey(email)));
  return row;
}

async function nameStaffMember(
  tx: Tx,
  actor: Actor,
  invitation: Invitation,
  joiner: Joiner,
  expiresAt: Date | null,
): Promise<void> {
  const named = {
    displayName: joiner.kind === "new" ? joiner.name : invitation.name,
    supervisorId: invitation.supervisorId ?? null,
    expiresAt,
    leftAt: null,
  };
  await tx
    .insert(staffMember)
    .values({ ...named, clinicId: actor.clinicId, id: actor.membershipId, userId: actor.userId, role: actor.role })
    .onConflictDoUpdate({ target: [staffMember.clinicId, staffMember.id], set: named });
  // Whoever comes back, or stays longer, is no longer leaving their patients.
  await markCaseloadDue(tx, actor, actor.membershipId);
}
