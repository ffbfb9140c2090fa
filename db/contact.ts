/** What reception may see and keep of a patient: name, next review, how to reach them. No notes, nothing that tells of them. */
import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Reason } from "@/domain/caseload/caseload";
import type { CaseloadReasonId } from "@/domain/vocabulary/caseload-reasons";
import { PAGE_ROWS } from "./caseload";
import { transaction } from "./client";
import { pageRead } from "./page-read";
import type { PatientData } from "./patient";
import { matching, readSearch } from "./patient-search";
import { caseloadRow } from "./schema/caseload";
import { patient } from "./schema/patient";
import type { Actor } from "./scope";

/** Reasons that say nothing about anybody's health. */
const OFFICE_REASONS: readonly CaseloadReasonId[] = ["review_overdue", "not_attending", "membership_expiring"];

export type ContactRow = {
  patientId: string;
  number: number;
  name: string;
  birthDate: string;
  phone: string | null;
  nextReviewOn: string | null;
  reasons: Reason[];
};

/** By family name, 25 rows at a time; the order of need would tell who is ill. */
export async function listContacts(
  actor: Actor,
  { search: text, after }: { search?: string | undefined; after?: string | undefined },
): Promise<{ rows: ContactRow[]; next: string | null; hasMore: boolean }> {
  const search = readSearch(text);
  const cursor = search === null ? readCursor(after) : null;
  const { familyKey, patientId } = caseloadRow;
  const found = await transaction(actor, (tx) =>
    tx
      .select({
        patientId,
        number: caseloadRow.number,
        name: caseloadRow.name,
        birthDate: caseloadRow.birthDate,
        phone: caseloadRow.phone,
        nextReviewOn: caseloadRow.nextReviewOn,
        reasons: caseloadRow.reasons,
        familyKey,
      })
      .from(caseloadRow)
      .where(
        and(
          eq(caseloadRow.clinicId, actor.clinicId),
          search === null ? undefined : matching(actor, search),
          cursor === null
            ? undefined
            : sql`(${familyKey} ~>=~ ${cursor.familyKey} and (${familyKey} ~>~ ${cursor.familyKey} or ${patientId} > ${cursor.patientId}::uuid))`,
        ),
      )
      .orderBy(sql`${familyKey} using ~<~`, patientId)
      .limit(PAGE_ROWS + 1),
  );
  const page = found.slice(0, PAGE_ROWS);
  const last = page.at(-1);
  const hasMore = found.length > PAGE_ROWS;
  return {
    rows: page.map(({ familyKey: _, reasons, ...row }) => ({
      ...row,
      reasons: reasons.filter(({ id }) => OFFICE_REASONS.includes(id)),
    })),
    next: hasMore && last && search === null ? `${last.patientId}${last.familyKey}` : null,
    hasMore,
  };
}

const UUID_LENGTH = 36;

function readCursor(after: string | undefined): { patientId: string; familyKey: string } | null {
  const patientId = after?.slice(0, UUID_LENGTH) ?? "";
  return /^[0-9a-f-]{36}$/.test(patientId) ? { patientId, familyKey: after?.slice(UUID_LENGTH) ?? "" } : null;
}

const contact = {
  phone: patient.phone,
  email: patient.email,
  address: patient.address,
  nextOfKin: patient.nextOfKin,
  language: patient.language,
  interpreter: patient.interpreter,
  guardianName: patient.guardianName,
  guardianPhone: patient.guardianPhone,
  guardianRelation: patient.guardianRelation,
};

export type Contact = Pick<PatientData, keyof typeof contact> & {
  number: number;
  givenName: string;
  familyName: string;
  birthDate: string;
  version: number;
};

export async function readContact(actor: Actor, patientId: string): Promise<Contact | null> {
  const [row] = await pageRead(actor, (tx) =>
    tx
      .select({
        ...contact,
        number: patient.number,
        givenName: patient.givenName,
        familyName: patient.familyName,
        birthDate: patient.birthDate,
        version: patient.version,
      })
      .from(patient)
      .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, patientId))),
  );
  return row ?? null;
}
