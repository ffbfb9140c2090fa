/** Logins (signed-in browsers): opened at sign-in, read on every request, revoked at sign-out. The row decides, never the cookie. */
import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { preTenantTransaction, type Tx } from "./client";
import { login } from "./schema/account";
import type { Actor, Role } from "./scope";

const MINUTES_PER_DAY = 24 * 60;
/** Idle and absolute life in minutes. A patient's phone is their own; a clinic's computer is shared. */
const LIFE = {
  staff: { idle: 30, absolute: 12 * 60 },
  patient: { idle: 30 * MINUTES_PER_DAY, absolute: 90 * MINUTES_PER_DAY },
} as const;

export type OpenedLogin = { id: string; expiresAt: Date };

/** Opens a login on a membership inside the caller's pre-tenant transaction. `until` caps its life (a switch of clinic doesn't prolong it). */
export async function openLogin(
  tx: Tx,
  of: { userId: string; membershipId: string; role: Role; aal?: 1 | 2; device?: string | null; until?: Date },
): Promise<OpenedLogin> {
  const life = of.role === "patient" ? LIFE.patient : LIFE.staff;
  const full = new Date(Date.now() + life.absolute * 60_000);
  const expiresAt = of.until && of.until < full ? of.until : full;
  // Random throughout: the id is what the cookie proves, so it must not be guessable from the time.
  const id = randomUUID();
  await tx.insert(login).values({
    id,
    userId: of.userId,
    membershipId: of.membershipId,
    aal: of.aal ?? 1,
    idleMinutes: life.idle,
    expiresAt,
    device: of.device ?? null,
  });
  return { id, expiresAt };
}

/**
 * The actor behind a login, or null when the login, its membership or its account has ended. One statement; notes that
 * the login was seen, at most once a minute.
 */
export async function readLogin(loginId: string): Promise<Actor | null> {
  const rows = await preTenantTransaction((tx) =>
    tx.execute<{
      user_id: string;
      membership_id: string;
      clinic_id: string;
      role: Role;
      patient_id: string | null;
      aal: number;
    }>(sql`
      with live as (
        select l.id, l.user_id, l.membership_id, l.aal, l.last_seen_at, m.clinic_id, m.role, m.patient_id
        from login l
        join membership m on m.id = l.membership_id and m.user_id = l.user_id
        join user_account u on u.id = l.user_id
        where l.id = ${loginId} and l.revoked_at is null and l.expires_at > now()
          and l.last_seen_at + make_interval(mins => l.idle_minutes) > now()
          and m.disabled_at is null and (m.expires_at is null or m.expires_at > now())
          and u.disabled_at is null
      ), seen as (
        update login set last_seen_at = now() from live
        where login.id = live.id and live.last_seen_at < now() - interval '1 minute'
      )
      select user_id, membership_id, clinic_id, role, patient_id, aal from live`),
  );
  const row = rows[0];
  if (!row) return null;
  return {
    userId: row.user_id,
    membershipId: row.membership_id,
    clinicId: row.clinic_id,
    role: row.role,
    loginId,
    patientId: row.patient_id,
    aal: row.aal === 2 ? 2 : 1,
  };
}

/** Ends one login; the cookie that names it is worthless from here on. */
export async function revokeLogin(loginId: string): Promise<void> {
  await preTenantTransaction((tx) =>
    tx
      .update(login)
      .set({ revokedAt: sql`now()` })
      .where(and(eq(login.id, loginId), isNull(login.revokedAt))),
  );
}

/** Ends all logins of a person, but for the one named; after a new password. In the caller's pre-tenant transaction. */
export async function revokeLoginsOf(tx: Tx, userId: string, except?: string): Promise<void> {
  await tx
    .update(login)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(login.userId, userId), isNull(login.revokedAt), except ? ne(login.id, except) : undefined));
}

/** Ends all logins on a membership that has ended. In the caller's pre-tenant transaction. */
export async function revokeLoginsOn(tx: Tx, membershipId: string): Promise<void> {
  await tx
    .update(login)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(login.membershipId, membershipId), isNull(login.revokedAt)));
}
