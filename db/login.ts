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

/** The clinic in use, as every page's frame shows it. */
export type ClinicInUse = {
  id: string;
  name: string;
  /** IANA name. */
  timeZone: string;
  phone: string | null;
  emergencyNumber: string;
  isDemo: boolean;
  /** Only for the demo's staff, who are asked for it when they sign a visit. */
  demoPassword: string | null;
};

export type LiveLogin = {
  actor: Actor;
  personName: string;
  clinic: ClinicInUse;
  /** Memberships this person may switch between, this one included. */
  memberships: number;
};

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
    device: of.device?.slice(0, 200) ?? null,
  });
  return { id, expiresAt };
}

type LiveRow = {
  user_id: string;
  membership_id: string;
  clinic_id: string;
  role: Role;
  patient_id: string | null;
  aal: number;
  display_name: string;
  handed_patient_id: string | null;
  clinic_name: string;
  time_zone: string;
  phone: string | null;
  emergency_number: string;
  is_demo: boolean;
  demo_password: string | null;
  memberships: number;
};

/**
 * Who is behind a login, and where; null when the login, its membership or its account has ended, and while it is handed
 * over on a tablet. One statement, which also notes that the login was seen, at most once a minute.
 * @param unseen reads without noting it: what a page asks by itself must not keep an unattended login alive
 */
export async function readLogin(loginId: string, unseen: "unseen" | null = null): Promise<LiveLogin | null> {
  const row = await liveRow(loginId, { handed: false, unseen: unseen !== null });
  return row ? liveLogin(loginId, row) : null;
}

/** A login whose tablet was handed to a patient: who handed it over, and to whom. It opens nothing but the questionnaires. */
export async function readHandedLogin(loginId: string): Promise<{ staff: LiveLogin; patientId: string } | null> {
  const row = await liveRow(loginId, { handed: true, unseen: false });
  return row?.handed_patient_id ? { staff: liveLogin(loginId, row), patientId: row.handed_patient_id } : null;
}

/** Hands this login's browser to a patient, or takes it back with null. In the caller's pre-tenant transaction. */
export async function handLogin(tx: Tx, loginId: string, patientId: string | null): Promise<void> {
  await tx
    .update(login)
    .set({ handedPatientId: patientId })
    .where(and(eq(login.id, loginId), isNull(login.revokedAt)));
}

async function liveRow(loginId: string, of: { handed: boolean; unseen: boolean }): Promise<LiveRow | undefined> {
  const rows = await preTenantTransaction((tx) =>
    tx.execute<LiveRow>(sql`
      with live as (
        select l.id, l.user_id, l.membership_id, l.aal, l.last_seen_at, l.handed_patient_id, m.clinic_id, m.role, m.patient_id, u.display_name
        from login l
        join membership m on m.id = l.membership_id and m.user_id = l.user_id
        join user_account u on u.id = l.user_id
        where l.id = ${loginId} and l.revoked_at is null and l.expires_at > now()
          and l.last_seen_at + make_interval(mins => l.idle_minutes) > now()
          and m.disabled_at is null and (m.expires_at is null or m.expires_at > now())
          and u.disabled_at is null and (l.handed_patient_id is not null) = ${of.handed}
      ), seen as (
        update login set last_seen_at = now() from live
        where login.id = live.id and not ${of.unseen} and live.last_seen_at < now() - interval '1 minute'
      )
      select live.user_id, live.membership_id, live.clinic_id, live.role, live.patient_id, live.aal, live.display_name,
        live.handed_patient_id, c.name as clinic_name, c.time_zone, c.phone, c.emergency_number, c.is_demo,
        case when c.is_demo and live.role <> 'patient' then c.demo_password end as demo_password,
        (select count(*)::int from membership o where o.user_id = live.user_id and o.disabled_at is null
          and (o.expires_at is null or o.expires_at > now())) as memberships
      from live join clinic c on c.id = live.clinic_id`),
  );
  return rows[0];
}

function liveLogin(loginId: string, row: LiveRow): LiveLogin {
  return {
    actor: {
      userId: row.user_id,
      membershipId: row.membership_id,
      clinicId: row.clinic_id,
      role: row.role,
      loginId,
      patientId: row.patient_id,
      aal: row.aal === 2 ? 2 : 1,
    },
    personName: row.display_name,
    clinic: {
      id: row.clinic_id,
      name: row.clinic_name,
      timeZone: row.time_zone,
      phone: row.phone,
      emergencyNumber: row.emergency_number,
      isDemo: row.is_demo,
      demoPassword: row.demo_password,
    },
    memberships: row.memberships,
  };
}

/** Ends one login; the cookie that names it is worthless from here on. */
export async function revokeLogin(loginId: string): Promise<void> {
  await preTenantTransaction((tx) => endLogin(tx, loginId));
}

export async function endLogin(tx: Tx, loginId: string): Promise<void> {
  await tx
    .update(login)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(login.id, loginId), isNull(login.revokedAt)));
}

/** Ends all logins of a person, but for the one named; after a new password. In the caller's pre-tenant transaction. */
export async function endLoginsOf(tx: Tx, userId: string, except?: string): Promise<void> {
  await tx
    .update(login)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(login.userId, userId), isNull(login.revokedAt), except ? ne(login.id, except) : undefined));
}

/** Ends all logins on a membership that has ended. In the caller's pre-tenant transaction. */
export async function endLoginsOn(tx: Tx, membershipId: string): Promise<void> {
  await tx
    .update(login)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(login.membershipId, membershipId), isNull(login.revokedAt)));
}
