/** Who belongs to which clinic as what: the clinics a person may choose, the clinic's team, and the end of a membership. */
import "server-only";
import { and, asc, eq, gt, isNull, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { appendAudit } from "./audit";
import { markCaseloadDue } from "./caseload-due";
import { preTenantTransaction, type Tx, withinClinic } from "./client";
import { endLogin, endLoginsOn, type OpenedLogin, openLogin } from "./login";
import { pageRead } from "./page-read";
import { login, membership } from "./schema/account";
import { caseloadRow } from "./schema/caseload";
import { clinic, staffMember } from "./schema/clinic";
import type { Actor, Role } from "./scope";

export type MembershipChoice = { membershipId: string; clinicName: string; isDemo: boolean; role: Role };

const isCurrent = and(
  isNull(membership.disabledAt),
  or(isNull(membership.expiresAt), gt(membership.expiresAt, sql`now()`)),
);

/** A person's current memberships, the one used last first. */
export function membershipsOf(userId: string): Promise<MembershipChoice[]> {
  return preTenantTransaction((tx) => currentMemberships(tx, userId));
}

async function currentMemberships(tx: Tx, userId: string): Promise<MembershipChoice[]> {
  const lastUse = sql`(select max(${login.lastSeenAt}) from ${login} where ${login.membershipId} = ${membership.id})`;
  return tx
    .select({ membershipId: membership.id, clinicName: clinic.name, isDemo: clinic.isDemo, role: membership.role })
    .from(membership)
    .innerJoin(clinic, eq(clinic.id, membership.clinicId))
    .where(and(eq(membership.userId, userId), isCurrent))
    .orderBy(sql`${lastUse} desc nulls last`, asc(clinic.name), asc(membership.role));
}

/** Opens a login on the membership used last; null when the person belongs nowhere (any more). */
export function openLatestMembership(userId: string, device: string | null, replaces: string | null) {
  return preTenantTransaction(async (tx): Promise<{ opened: OpenedLogin; memberships: number } | null> => {
    const choices = await currentMemberships(tx, userId);
    const [choice] = choices;
    if (!choice) return null;
    // A browser that signs in anew keeps nothing of the login it had.
    if (replaces) await endLogin(tx, replaces);
    const { membershipId, role } = choice;
    return { opened: await openLogin(tx, { userId, membershipId, role, device }), memberships: choices.length };
  });
}

/** Exchanges the actor's login for one in another clinic of theirs, with the same end; null when it isn't theirs. */
export function switchMembership(actor: Actor, membershipId: string) {
  return preTenantTransaction(async (tx): Promise<{ opened: OpenedLogin; role: Role } | null> => {
    const [target] = await tx
      .select({ role: membership.role })
      .from(membership)
      .where(and(eq(membership.id, membershipId), eq(membership.userId, actor.userId), isCurrent));
    const [current] = await tx
      .select({ expiresAt: login.expiresAt, device: login.device })
      .from(login)
      .where(eq(login.id, actor.loginId));
    if (!target || !current) return null;
    await endLogin(tx, actor.loginId);
    const { aal, userId } = actor;
    const { expiresAt: until, device } = current;
    return { opened: await openLogin(tx, { userId, membershipId, role: target.role, aal, device, until }), ...target };
  });
}

export type TeamMember = {
  membershipId: string;
  name: string;
  role: Role;
  supervisorName: string | null;
  /** A locum's last moment; null = open. */
  expiresAt: Date | null;
  /** Open episodes they are responsible for. */
  patients: number;
};

/** The clinic's staff who have not left, by name. */
export function listTeam(actor: Actor): Promise<TeamMember[]> {
  const supervisor = alias(staffMember, "supervisor");
  return pageRead(actor, (tx) =>
    tx
      .select({
        membershipId: staffMember.id,
        name: staffMember.displayName,
        role: staffMember.role,
        supervisorName: supervisor.displayName,
        expiresAt: staffMember.expiresAt,
        patients: sql<number>`(select count(*)::int from ${caseloadRow} where ${caseloadRow.clinicId} = ${actor.clinicId}
          and ${caseloadRow.responsibleId} = ${staffMember.id})`,
      })
      .from(staffMember)
      .leftJoin(
        supervisor,
        and(eq(supervisor.clinicId, staffMember.clinicId), eq(supervisor.id, staffMember.supervisorId)),
      )
      .where(and(eq(staffMember.clinicId, actor.clinicId), isNull(staffMember.leftAt)))
      .orderBy(asc(staffMember.displayName), asc(staffMember.id)),
  );
}

export type EndedMembership = { ok: true } | { ok: false; reason: "not-found" | "last-owner" | "supervises" };

/** Ends a staff membership with all its logins. What the person wrote stays theirs. The last owner can't be ended. */
export function endMembership(actor: Actor, membershipId: string): Promise<EndedMembership> {
  return preTenantTransaction(async (tx) => {
    const ofClinic = and(eq(membership.clinicId, actor.clinicId), ne(membership.role, "patient"), isCurrent);
    // All staff rows, locked: two owners can't end each other at the same time.
    const staff = await tx
      .select({ id: membership.id, role: membership.role, expiresAt: membership.expiresAt })
      .from(membership)
      .where(ofClinic)
      .orderBy(asc(membership.id))
      .for("update");
    const leaving = staff.find((member) => member.id === membershipId);
    if (!leaving) return { ok: false, reason: "not-found" } as const;
    const ownersLeft = staff.filter(({ id, role, expiresAt }) => role === "owner" && !expiresAt && id !== membershipId);
    if (leaving.role === "owner" && ownersLeft.length === 0) return { ok: false, reason: "last-owner" } as const;

    const leftAt = new Date();
    const supervises = await withinClinic(tx, actor, async () => {
      const current = and(eq(staffMember.clinicId, actor.clinicId), isNull(staffMember.leftAt));
      const [supervised] = await tx
        .select({ id: staffMember.id })
        .from(staffMember)
        .where(and(current, eq(staffMember.supervisorId, membershipId)))
        .limit(1);
      if (supervised) return true;
      await tx
        .update(staffMember)
        .set({ leftAt })
        .where(and(current, eq(staffMember.id, membershipId)));
      // Ending access never waits for the hand-over: the caseload names each patient left behind instead.
      await markCaseloadDue(tx, actor, membershipId);
      return false;
    });
    if (supervises) return { ok: false, reason: "supervises" } as const;
    await tx.update(membership).set({ disabledAt: leftAt }).where(eq(membership.id, membershipId));
    await endLoginsOn(tx, membershipId);
    await withinClinic(tx, actor, () =>
      appendAudit(tx, actor, { action: "team.end", objectKind: "membership", objectId: membershipId }),
    );
    return { ok: true } as const;
  });
}
