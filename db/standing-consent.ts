/** Consents in force: the newest entry of each item decides. */
import "server-only";
import { and, desc, eq } from "drizzle-orm";
import type { ConsentId } from "@/domain/vocabulary/consent";
import type { Tx } from "./client";
import { consent } from "./schema/consent";
import type { Actor } from "./scope";

/** Items whose newest entry is "given". */
export async function standingConsents(tx: Tx, actor: Actor, patientId: string): Promise<ConsentId[]> {
  const rows = await tx
    .selectDistinctOn([consent.item], { item: consent.item, state: consent.state })
    .from(consent)
    .where(and(eq(consent.clinicId, actor.clinicId), eq(consent.patientId, patientId)))
    .orderBy(consent.item, desc(consent.consentedOn), desc(consent.createdAt));
  return rows.filter((row) => row.state === "given").map((row) => row.item as ConsentId);
}
