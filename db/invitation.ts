/** Invitations of staff and patients: a one-time link that opens a membership, made by the clinic and accepted once. */
import "server-only";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { emailKey } from "@/domain/email-key";
import { appendAudit } from "./audit";
import { preTenantTransaction, withinClinic } from "./client";
import { closePatientTokens, closeToken, issueToken } from "./one-time-token";
import { oneTimeToken, userAccount } from "./schema/account";
import { clinic, staffMember } from "./schema/clinic";
import { patient } from "./schema/patient";
import type { Actor, Role } from "./scope";

const STAFF_DAYS = 7;
const PATIENT_DAYS = 14;

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

/** As inviteStaff, for a patient of the actor's clinic; closes the patient's older link. null: no such patient. */
export function invitePatient(
  actor: Actor,
  patientId: string,
  tokenHash: string,
): Promise<(Issued & { name: string }) | null> {
  return preTenantTransaction(async (tx) => {
    const [invited] = await withinClinic(tx, actor, () =>
      tx
        .select({ givenName: patient.givenName, familyName: patient.familyName, email: patient.email })
        .from(patient)
        .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, patientId))),
    );
    if (!invited) return null;
    await closePatientTokens(tx, actor.clinicId, patientId);
    const name = `${invited.givenName} ${invited.familyName}`;
    const issued = await issueToken(tx, {
      kind: "patient_invitation",
      tokenHash,
      clinicId: actor.clinicId,
      patientId,
      invitation: {
        role: "patient",
        name,
        email: invited.email,
        expiresOn: null,
      },
      createdBy: actor.userId,
      days: PATIENT_DAYS,
    });
    await withinClinic(tx, actor, () =>
      appendAudit(tx, actor, {
        action: "patient.invite",
        objectKind: "invitation",
        objectId: issued.id,
        patientId,
      }),
    );
    return { ok: true, expiresAt: issued.expiresAt, name } as const;
  });
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
          and disabled_at is null) as has_joined,
        exists (select from membership m join login l on l.membership_id = m.id
          where m.clinic_id = ${actor.clinicId} and m.patient_id = ${patientId} and l.revoked_at is null
          and l.expires_at > now() and l.last_seen_at + make_interval(mins => l.idle_minutes) > now()) as is_signed_in`);
    const openUntil = row?.open_until ? new Date(row.open_until) : null;
    return { openUntil, hasJoined: row?.has_joined ?? false, isSignedIn: row?.is_signed_in ?? false };
  });
}

export type FoundInvitation =
  | { state: "unknown" | "used" | "expired" }
  | {
      state: "open";
      role: Role;
      name: string;
      email: string | null;
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
    if (token.usedAt) return { state: "used" };
    if (token.isOver) return { state: "expired" };
    const { role, name, email } = token.invitation;
    const { clinicName, clinicPhone, isDemo } = token;
    const [account] =
      email === null || role === "patient"
        ? []
        : await tx
            .select({ id: userAccount.id })
            .from(userAccount)
            .where(eq(userAccount.emailKey, emailKey(email)));
    return { state: "open", role, name, email, clinicName, clinicPhone, isDemo, hasAccount: account !== undefined };
  });
}
