/** A few patients of the clinic by what their search says: for choosing one, not for reading about them. */
import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { transaction } from "./client";
import { matching, readSearch } from "./patient-search";
import { caseloadRow } from "./schema/caseload";
import type { Actor } from "./scope";

export type FoundPatient = {
  patientId: string;
  name: string;
  number: number;
  birthDate: string;
  /** Has an open episode, so that a visit can be started. */
  isOpen: boolean;
};

const columns = {
  patientId: caseloadRow.patientId,
  name: caseloadRow.name,
  number: caseloadRow.number,
  birthDate: caseloadRow.birthDate,
  episodeId: caseloadRow.episodeId,
};

/** By the beginning of a name, by record number or the end of a phone number; by family name, `atMost` of them. */
export async function findPatients(actor: Actor, text: string, atMost: number): Promise<FoundPatient[]> {
  const search = readSearch(text);
  if (search === null) return [];
  const rows = await transaction(actor, (tx) =>
    tx
      .select(columns)
      .from(caseloadRow)
      .where(and(eq(caseloadRow.clinicId, actor.clinicId), matching(actor, search)))
      .orderBy(asc(caseloadRow.familyKey), asc(caseloadRow.givenKey), asc(caseloadRow.patientId))
      .limit(atMost),
  );
  return rows.map(asFound);
}

/** One patient by id; null when there is none in this clinic. */
export async function findPatient(actor: Actor, patientId: string): Promise<FoundPatient | null> {
  const [row] = await transaction(actor, (tx) =>
    tx
      .select(columns)
      .from(caseloadRow)
      .where(and(eq(caseloadRow.clinicId, actor.clinicId), eq(caseloadRow.patientId, patientId))),
  );
  return row ? asFound(row) : null;
}

const asFound = ({ episodeId, ...row }: Omit<FoundPatient, "isOpen"> & { episodeId: string | null }): FoundPatient => ({
  ...row,
  isOpen: episodeId !== null,
});
