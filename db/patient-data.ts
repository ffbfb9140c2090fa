/** What is written about a patient, read and changed; a change names the version it started from. */
import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { appendAudit } from "./audit";
import { refreshCaseload } from "./caseload-refresh";
import { transaction } from "./client";
import { type ConsentEntry, recordConsents } from "./consent";
import { clinicToday } from "./hold";
import { pageRead } from "./page-read";
import { nameKeys, type PatientData } from "./patient";
import { auditEvent } from "./schema/audit";
import { staffMember } from "./schema/clinic";
import { consent } from "./schema/consent";
import { careTeam, episode, patient } from "./schema/patient";
import type { Actor } from "./scope";

const data = {
  givenName: patient.givenName,
  familyName: patient.familyName,
  birthDate: patient.birthDate,
  sex: patient.sex,
  pronouns: patient.pronouns,
  occupation: patient.occupation,
  phone: patient.phone,
  email: patient.email,
  address: patient.address,
  nextOfKin: patient.nextOfKin,
  language: patient.language,
  interpreter: patient.interpreter,
  mode: patient.mode,
  guardianName: patient.guardianName,
  guardianPhone: patient.guardianPhone,
  guardianRelation: patient.guardianRelation,
  dominantSide: sql<"L" | "R" | null>`${patient.dominantSide}`,
  heightCm: patient.heightCm,
};

export type StoredPatient = PatientData & { version: number };

export async function readPatient(actor: Actor, patientId: string): Promise<StoredPatient | null> {
  const [row] = await pageRead(actor, (tx) =>
    tx
      .select({ ...data, version: patient.version })
      .from(patient)
      .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, patientId))),
  );
  return row ?? null;
}

export type PatientUpdate =
  | { ok: true }
  | { ok: false; reason: "not_found" }
  /** Somebody saved in between: what stands now, to be compared with what was typed. */
  | { ok: false; reason: "changed"; stands: StoredPatient };

/** Writes the fields given, unless the patient was changed since `version`. Audits the names of the fields that changed. */
export function updatePatient(
  actor: Actor,
  patientId: string,
  { version, ...next }: Partial<PatientData> & { version: number },
): Promise<PatientUpdate> {
  return transaction(actor, async (tx) => {
    const mine = and(eq(patient.clinicId, actor.clinicId), eq(patient.id, patientId));
    const [stands] = await tx
      .select({ ...data, version: patient.version })
      .from(patient)
      .where(mine)
      .for("update");
    if (!stands) return { ok: false, reason: "not_found" };
    if (stands.version !== version) return { ok: false, reason: "changed", stands };
    const fields = (Object.keys(next) as (keyof PatientData)[]).filter((field) => next[field] !== stands[field]);
    if (fields.length === 0) return { ok: true };
    const keys = nameKeys({ ...stands, ...next });
    await tx
      .update(patient)
      .set({ ...next, ...keys, version: sql`${patient.version} + 1` })
      .where(mine);
    await refreshCaseload(tx, actor, patientId);
    const object = { objectKind: "patient", objectId: patientId, patientId };
    await appendAudit(tx, actor, { action: "patient.update", ...object, fields });
    return { ok: true };
  });
}

/** Every consent entry of a patient, newest first, with who explained it. */
export function listConsents(actor: Actor, patientId: string) {
  return pageRead(actor, (tx) =>
    tx
      .select({
        id: consent.id,
        item: consent.item,
        state: consent.state,
        consentedOn: consent.consentedOn,
        language: consent.language,
        detail: consent.detail,
        explainedBy: staffMember.displayName,
      })
      .from(consent)
      .innerJoin(
        staffMember,
        and(eq(staffMember.clinicId, consent.clinicId), eq(staffMember.id, consent.explainedById)),
      )
      .where(and(eq(consent.clinicId, actor.clinicId), eq(consent.patientId, patientId)))
      .orderBy(desc(consent.consentedOn), desc(consent.createdAt)),
  );
}

/** Adds an entry dated today, explained by the actor; false when the patient isn't theirs. */
export function addConsent(actor: Actor, patientId: string, entry: ConsentEntry): Promise<boolean> {
  return transaction(actor, async (tx) => {
    const [row] = await tx
      .select({ language: patient.language })
      .from(patient)
      .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, patientId)));
    if (!row) return false;
    await recordConsents(tx, actor, patientId, [entry], { on: await clinicToday(tx, actor), ...row });
    await refreshCaseload(tx, actor, patientId);
    return true;
  });
}

/** Of the patient's open episode. */
export function listCareTeam(actor: Actor, patientId: string) {
  return pageRead(actor, (tx) =>
    tx
      .select({ memberId: careTeam.memberId, name: staffMember.displayName })
      .from(careTeam)
      .innerJoin(staffMember, and(eq(staffMember.clinicId, careTeam.clinicId), eq(staffMember.id, careTeam.memberId)))
      .innerJoin(episode, and(eq(episode.clinicId, careTeam.clinicId), eq(episode.id, careTeam.episodeId)))
      .where(and(eq(careTeam.clinicId, actor.clinicId), eq(episode.patientId, patientId), isNull(episode.closedOn)))
      .orderBy(staffMember.displayName),
  );
}

const TRAIL_ROWS = 50;

/** What was done to this patient's record, newest first, 50 at a time. @param before the `seq` to go on behind */
export function patientTrail(actor: Actor, patientId: string, before?: number) {
  return pageRead(actor, (tx) =>
    tx
      .select({
        seq: auditEvent.seq,
        at: auditEvent.at,
        action: auditEvent.action,
        fields: auditEvent.fields,
        detail: auditEvent.detail,
        byName: staffMember.displayName,
      })
      .from(auditEvent)
      .leftJoin(
        staffMember,
        and(eq(staffMember.clinicId, auditEvent.clinicId), eq(staffMember.id, auditEvent.membershipId)),
      )
      .where(
        and(
          eq(auditEvent.clinicId, actor.clinicId),
          eq(auditEvent.patientId, patientId),
          before === undefined ? undefined : sql`${auditEvent.seq} < ${before}`,
        ),
      )
      .orderBy(desc(auditEvent.seq))
      .limit(TRAIL_ROWS),
  );
}
