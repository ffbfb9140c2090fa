/** Adherence since the last visit, from the plan and the log (CLINICAL 7). */
import "server-only";
import { and, eq } from "drizzle-orm";
import { adherenceSince as countSince } from "@/domain/plan/adherence-count";
import type { VisitRecord } from "@/domain/record";
import type { Tx } from "./client";
import { episodePlans, planHistory } from "./plan-history";
import { patient } from "./schema/patient";
import type { Actor } from "./scope";

/**
 * @param visit.since day of the last fold visit; without one there is nothing to count
 * @returns undefined when nothing was prescribed
 */
export async function adherenceSince(
  tx: Tx,
  actor: Actor,
  visit: { patientId: string; episodeId: string; visitOn: string; since: string | null },
): Promise<VisitRecord["adherence"]> {
  if (visit.since === null) return undefined;
  const [plans, [person]] = await Promise.all([
    episodePlans(tx, actor, visit.episodeId),
    tx
      .select({ mode: patient.mode })
      .from(patient)
      .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, visit.patientId))),
  ]);
  if (plans.length === 0 || !person) return undefined;
  const history = await planHistory(tx, actor, plans, visit);
  return countSince(history, visit.since, visit.visitOn, person.mode);
}
