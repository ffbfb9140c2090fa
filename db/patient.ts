/** Patients: registering one with the first episode, warning of twins, and the head of the chart. */
import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { CalendarDay } from "@/domain/calendar-day";
import { newId } from "@/domain/new-id";
import { fullName, nameKey } from "@/domain/patient-name";
import type { LimbSide, Sex } from "@/domain/record";
import type { InterpreterNeed, PatientMode } from "@/domain/vocabulary/people";
import { appendAudit } from "./audit";
import { refreshCaseload } from "./caseload-refresh";
import { type Tx, transaction } from "./client";
import { type ConsentEntry, recordConsents } from "./consent";
import { insertEpisode, isClinician, type NewEpisode } from "./episode";
import { clinicToday } from "./hold";
import { patient } from "./schema/patient";
import type { Actor } from "./scope";

/** What is written about a person; null = not recorded. */
export type PatientData = {
  givenName: string;
  familyName: string;
  birthDate: CalendarDay;
  sex: Sex;
  pronouns: string | null;
  occupation: string | null;
  phone: string | null;
  email: string | null;
  address: string | null;
  nextOfKin: string | null;
  /** BCP 47. */
  language: string;
  interpreter: InterpreterNeed;
  mode: PatientMode;
  guardianName: string | null;
  guardianPhone: string | null;
  guardianRelation: string | null;
  dominantSide: LimbSide | null;
  heightCm: number | null;
};

export type NewPatient = {
  /** Made with the form, so that a repeated send registers nobody twice. */
  id: string;
  person: PatientData;
  episode: NewEpisode;
  consents: readonly ConsentEntry[];
  /** The person was shown to be somebody else than those of the same name and birth date. */
  isAnother: boolean;
};

export type Twin = { patientId: string; name: string; number: number };

/** Prefix search reads both orders of a name. */
export function nameKeys({ givenName, familyName }: Pick<PatientData, "givenName" | "familyName">) {
  return { familyKey: nameKey(familyName, givenName), givenKey: nameKey(givenName, familyName) };
}

export type Registered =
  | { ok: true; patientId: string }
  | { ok: false; reason: "no_clinician" }
  | { ok: false; reason: "same_person"; twins: Twin[] };

/** Patient, episode, consents, caseload row and audit in one transaction; the record number counts up in the clinic. */
export async function registerPatient(actor: Actor, input: NewPatient): Promise<Registered> {
  return transaction(actor, async (tx) => {
    // Held until commit: two registrations never take one number, nor overlook each other as twins.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('patient:' || ${actor.clinicId}, 0))`);
    const keys = nameKeys(input.person);
    const twins = await findTwins(tx, actor, { ...keys, birthDate: input.person.birthDate });
    if (twins.some(({ patientId }) => patientId === input.id)) return { ok: true, patientId: input.id };
    if (twins.length > 0 && !input.isAnother) return { ok: false, reason: "same_person", twins };
    if (!(await isClinician(tx, actor, input.episode.responsibleId))) return { ok: false, reason: "no_clinician" };
    // A form that was gone back to and filled in for somebody else still holds the id of the first.
    const patientId = (await exists(tx, actor, input.id)) ? newId() : input.id;
    await tx.insert(patient).values({
      ...input.person,
      ...keys,
      clinicId: actor.clinicId,
      id: patientId,
      number: sql`(select coalesce(max(p.number), 0) + 1 from ${patient} p where p.clinic_id = ${actor.clinicId})`,
      createdById: actor.membershipId,
    });
    await appendAudit(tx, actor, { action: "patient.create", objectKind: "patient", objectId: patientId, patientId });
    await insertEpisode(tx, actor, patientId, input.episode);
    const on = await clinicToday(tx, actor);
    await recordConsents(tx, actor, patientId, input.consents, { on, language: input.person.language });
    await refreshCaseload(tx, actor, patientId);
    return { ok: true, patientId };
  });
}

async function exists(tx: Tx, actor: Actor, patientId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: patient.id })
    .from(patient)
    .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, patientId)));
  return row !== undefined;
}

/** Same folded name, in either order, and same birth date. */
async function findTwins(
  tx: Tx,
  actor: Actor,
  { familyKey, givenKey, birthDate }: { familyKey: string; givenKey: string; birthDate: CalendarDay },
): Promise<Twin[]> {
  const rows = await tx
    .select({
      patientId: patient.id,
      number: patient.number,
      givenName: patient.givenName,
      familyName: patient.familyName,
    })
    .from(patient)
    .where(
      and(
        eq(patient.clinicId, actor.clinicId),
        sql`${patient.familyKey} in (${familyKey}, ${givenKey})`,
        eq(patient.birthDate, birthDate),
      ),
    )
    .orderBy(patient.number)
    .limit(5);
  return rows.map(({ patientId, number, ...name }) => ({ patientId, number, name: fullName(name) }));
}
