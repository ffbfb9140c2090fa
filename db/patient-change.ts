/** When anything about a patient last changed: one row by its key, cheap enough to be asked every few seconds. */
import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { transaction } from "./client";
import { caseloadRow } from "./schema/caseload";
import type { Actor } from "./scope";

/** Opaque; two of them are compared as text. null: not there or not yours. */
export async function patientChangeStamp(actor: Actor, patientId: string): Promise<string | null> {
  const [row] = await transaction(actor, (tx) =>
    tx
      // The row is rewritten in each transaction that changes what it sums up: sessions, answers, visits, plans.
      .select({ stamp: sql<string>`(extract(epoch from ${caseloadRow.updatedAt}) * 1000)::bigint::text` })
      .from(caseloadRow)
      .where(and(eq(caseloadRow.clinicId, actor.clinicId), eq(caseloadRow.patientId, patientId))),
  );
  return row?.stamp ?? null;
}
