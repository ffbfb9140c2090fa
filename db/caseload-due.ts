/** Lets caseload rows be computed anew, by the next list that is asked for, when what they read changed for many at once. */
import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "./client";
import { caseloadRow } from "./schema/caseload";
import type { Actor } from "./scope";

/** Every open episode of the clinic, or only those that one clinician is responsible for; within the change's transaction. */
export async function markCaseloadDue(tx: Tx, actor: Actor, responsibleId?: string): Promise<void> {
  await tx
    .update(caseloadRow)
    .set({ nextChangeAt: new Date() })
    .where(
      and(
        eq(caseloadRow.clinicId, actor.clinicId),
        isNotNull(caseloadRow.episodeId),
        responsibleId === undefined ? undefined : eq(caseloadRow.responsibleId, responsibleId),
      ),
    );
}
