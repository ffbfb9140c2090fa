/** Invitations of staff and patients: a one-time link that opens a membership, made by the clinic and accepted once. */
import "server-only";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { dayIn, endOfDay } from "@/domain/clinic-clock";
import { emailKey } from "@/domain/email-key";
import { guardianUntil } from "@/domain/guardian-age";
import { appendAudit } from "./audit";
import { preTenantTransaction, type Tx, withinClinic } from "./client";
import { closePatientTokens, closeToken, issueToken } from "./one-time-token";
import { oneTimeToken, userAccount } from "./schema/account";
import { clinic, staffMember } from "./schema/clinic";
import { patient } from "./schema/patient";
import type { Actor, Role } from "./scope";
import { standingConsents } from "./standing-consent";

const STAFF_DAYS = 7;
const PATIENT_DAYS = 14;
const MS_PER_DAY = 86_400_000;

export type StaffInvitation = {
  role: Exclude<Role, "patient">;
  name: string;
  email: string;
  /** A locum's last day in the clinic's zone (YYYY-MM-DD); null = open. */
  expiresOn: string | null;
  /** A supervised clinician's supervisor, a clinician of the clinic. */
  supervisorId: string | null;
};

export type Issued = { ok: true; expiresAt: Date };

/** Makes the link's row; only the hash of its token is kept. The owner's act. */
export function inviteStaff(
  actor: Actor,
  invitation: StaffInvitation,
  tokenHash: string,
): Promise<Issued | { ok: false; reason: "no-such-supervisor" }> {
  return preTenantTransaction(async (tx) => {
    const { supervisorId } = invitation;
    if (supervisorId !== null) {
      const [supervisor] = await withinClinic(tx, actor, () =>
        tx
          .select({ role: staffMember.role })
          .from(staffMember)
          .where(
            and(eq(staffMember.clinicId, actor.clinicId), eq(staffMember.id, supervisorId), isNull(staffMember.leftAt)),
          ),
      );
      if (supervisor?.role !== "owner" && supervisor?.role !== "clinician") {
        return { ok: false, reason: "no-such-supervisor" } as const;
      }
    }
    const issued = await issueToken(tx, {
      kind: "staff_invitation",
      tokenHash,
      clinicId: actor.clinicId,
      invitation,
      createdBy: actor.userId,
      days: STAFF_DAYS,
    });
    await withinClinic(tx, actor, () =>
      appendAudit(tx, actor, {
        action: "team.invite",
        objectKind: "invitation",
        objectId: issued.id,
        detail: { role: invitation.role },
      }),
    );
    return { ok: true, expiresAt: issued.expiresAt } as const;
  });
}

export type PatientIssued =
  /** `guardian`: who holds the login of a patient too young for an own one. */
  | (Issued & { name: string; guardian: string | null })
  | { ok: false; reason: "not-found" | "no-guardian" | "no-guardian-consent" };

/**
 * As inviteStaff, for a patient of the actor's clinic; closes the patient's older link. Below the clinic's age for an own
 * login it is the guardian's, who must be on record and have consented (CLINICAL 3.5), and ends with the day before it.
 */
export function invitePatient(actor: Actor, patientId: string, tokenHash: string): Promise<PatientIssued> {
  return preTenantTransaction(async (tx): Promise<PatientIssued> => {
    const invited = await withinClinic(tx, actor, () => invitedPatient(tx, actor, patientId));
    if (!invited.ok) return invited;
    const { name, email, guardian, until } = invited;
    await closePatientTokens(tx, actor.clinicId, patientId);
    const issued = await issueToken(tx, {
      kind: "patient_invitation",
      tokenHash,
      clinicId: actor.clinicId,
      patientId,
      invitation: {
        role: "patient",
        name,
        email,
        expiresOn: until?.day ?? null,
        ...(guardian === null ? {} : { guardian }),
      },
      createdBy: actor.userId,
      days: until === null ? PATIENT_DAYS : Math.min(PATIENT_DAYS, until.days),
    });
    await withinClinic(tx, actor, () =>
      appendAudit(tx, actor, {
        action: "patient.invite",
        objectKind: "invitation",
        objectId: issued.id,
        patientId,
      }),
    );
    return { ok: true, expiresAt: issued.expiresAt, name, guardian };
  });
}

async function invitedPatient(tx: Tx, actor: Actor, patientId: string) {
  const [row] = await tx
    .select({
      givenName: patient.givenName,
      familyName: patient.familyName,
      email: patient.email,
      birthDate: patient.birthDate,
      guardian: patient.guardianName,
      guardianPhone: patient.guardianPhone,
      ownLoginAge: clinic.ownLoginAge,
      timeZone: clinic.timeZone,
    })
    .from(patient)
    .innerJoin(clinic, eq(clinic.id, patient.clinicId))
    .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, patientId)));
  if (!row) return { ok: false, reason: "not-found" } as const;
  const { birthDate, email, guardian, timeZone } = row;
  const name = `${row.givenName} ${row.familyName}`;
  const now = new Date();
  const day = guardianUntil(birthDate, dayIn(timeZone, now), row.ownLoginAge);
  if (day === null) return { ok: true, name, email, guardian: null, until: null } as const;
  if (guardian === null || row.guardianPhone === null) return { ok: false, reason: "no-guardian" } as const;
  if (!(await standingConsents(tx, actor, patientId)).includes("guardian")) {
    return { ok: false, reason: "no-guardian-consent" } as const;
  }
  const days = (endOfDay(timeZone, day).getTime() - now.getTime()) / MS_PER_DAY;
  return { ok: true, name, email, guardian, until: { day, days } } as const;
}

export type OpenInvitation = { id: string; name: string; role: Role; expiresAt: Date };

/** The clinic's staff invitations that nobody has accepted yet. */
export function listInvitations(actor: Actor): Promise<OpenInvitation[]> {
  return preTenantTransaction(async (tx) => {
    const rows = await tx
      .select({ id: oneTimeToken.id, invitation: oneTimeToken.invitation, expiresAt: oneTimeToken.expiresAt })
      .from(oneTimeToken)
      .where(
        and(
          eq(oneTimeToken.clinicId, actor.clinicId),
          eq(oneTimeToken.kind, "staff_invitation"),
          isNull(oneTimeToken.usedAt),
          gt(oneTimeToken.expiresAt, sql`now()`),
        ),
      )
      .orderBy(asc(oneTimeToken.expiresAt));
    return rows.flatMap(({ invitation, ...row }) =>
      invitation ? [{ ...row, name: invitation.name, role: invitation.role }] : [],
    );
  });
}

/** Closes an invitation that nobody has accepted yet; false when there is none. */
export function withdrawInvitation(actor: Actor, id: string): Promise<boolean> {
  return preTenantTransaction(async (tx) => {
    if (!(await closeToken(tx, actor.clinicId, id))) return false;
    await withinClinic(tx, actor, () =>
      appendAudit(tx, actor, { action: "team.withdraw", objectKind: "invitation", objectId: id }),
    );
    return true;
  });
}

/** Is a patient's link open, and does the patient have a login already? For the chart's invite button. */
export type PatientAccess = { openUntil: Date | null; hasJoined: boolean; isSignedIn: boolean };

export function patientAccess(actor: Actor, patientId: string): Promise<PatientAccess> {
  return preTenantTransaction(async (tx) => {
    const [row] = await tx.execute<{
      open_until: Date | string | null;
      has_joined: boolean;
      is_signed_in: boolean;
    }>(sql`
      select (select max(expires_at) from one_time_token where clinic_id = ${actor.clinicId} and patient_id = ${patientId}
          and kind = 'patient_invitation' and used_at is null and expires_at > now()) as open_until,
        exists (select from membership where clinic_id = ${actor.clinicId} and patient_id = ${patientId}
          and disabled_at is null and (expires_at is null or expires_at > now())) as has_joined,
        exists (select from membership m join login l on l.membership_id = m.id
          where m.clinic_id = ${actor.clinicId} and m.patient_id = ${patientId} and l.revoked_at is null
          and l.expires_at > now() and l.last_seen_at + make_interval(mins => l.idle_minutes) > now()) as is_signed_in`);
    const openUntil = row?.open_until ? new Date(row.open_until) : null;
    return { openUntil, hasJoined: row?.has_joined ?? false, isSignedIn: row?.is_signed_in ?? false };
  });
}

export type FoundInvitation =
  | { state: "unknown" }
  /** Whom to ask for a new one: whoever has the link was sent it by this clinic. */
  | { state: "used" | "expired"; role: Role; clinicName: string; clinicPhone: string | null }
  | {
      state: "open";
      role: Role;
      name: string;
      email: string | null;
      /** Whom a young patient's link is for; null: the invited person. */
      guardian: string | null;
      clinicName: string;
      clinicPhone: string | null;
      isDemo: boolean;
      /** The invited email has an account: it is joined with that account's own password. */
      hasAccount: boolean;
    };

/** What the link's page shows. Looking spends nothing: scanners of mail open links too. */
export function findInvitation(tokenHash: string): Promise<FoundInvitation> {
  return preTenantTransaction(async (tx): Promise<FoundInvitation> => {
    const [token] = await tx
      .select({
        invitation: oneTimeToken.invitation,
        usedAt: oneTimeToken.usedAt,
        isOver: sql<boolean>`${oneTimeToken.expiresAt} <= now()`,
        clinicName: clinic.name,
        clinicPhone: clinic.phone,
        isDemo: clinic.isDemo,
      })
      .from(oneTimeToken)
      .innerJoin(clinic, eq(clinic.id, oneTimeToken.clinicId))
      .where(eq(oneTimeToken.tokenHash, tokenHash));
    if (!token?.invitation) return { state: "unknown" };
    const { role, name, email, guardian = null } = token.invitation;
    const { clinicName, clinicPhone, isDemo } = token;
    if (token.usedAt) return { state: "used", role, clinicName, clinicPhone };
    if (token.isOver) return { state: "expired", role, clinicName, clinicPhone };
    const [account] =
      email === null || role === "patient"
        ? []
        : await tx
            .select({ id: userAccount.id })
            .from(userAccount)
            .where(eq(userAccount.emailKey, emailKey(email)));
    const hasAccount = account !== undefined;
    return { state: "open", role, name, email, guardian, clinicName, clinicPhone, isDemo, hasAccount };
  });
}
