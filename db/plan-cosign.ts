/** Whether a supervised clinician's acts on a plan still wait for a co-signature (CLINICAL 11.9). */
import "server-only";
import { and, eq } from "drizzle-orm";
import type { Tx } from "./client";
import { visit, visitEvent } from "./schema/visit";
import type { Actor } from "./scope";

/** False for everyone else, and once the visit was signed by a clinician or co-signed by one. */
export async function isSupervisionPending(tx: Tx, actor: Actor, visitId: string | null): Promise<boolean> {
  if (actor.role !== "supervised_clinician") return false;
  if (visitId === null) return true;
  const [row] = await tx
    .select({ isSupervised: visit.signedSupervised, cosignedAt: visitEvent.at })
    .from(visit)
    .leftJoin(
      visitEvent,
      and(eq(visitEvent.clinicId, visit.clinicId), eq(visitEvent.visitId, visit.id), eq(visitEvent.kind, "co_sign")),
    )
    .where(and(eq(visit.clinicId, actor.clinicId), eq(visit.id, visitId)));
  return row === undefined || (row.isSupervised && row.cosignedAt === null);
}
