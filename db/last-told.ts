/** What the episode's earlier visits told that today may take over. */
import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { type LastTold, lastTold, type ToldVisit } from "@/domain/visit/last-told";
import type { Tx } from "./client";
import { treatmentGiven } from "./schema/finding";
import { visit, visitEvent } from "./schema/visit";
import type { Actor } from "./scope";

/** @param visitIds signed, not voided visits, oldest first */
export async function lastToldIn(tx: Tx, actor: Actor, visitIds: readonly string[]): Promise<LastTold> {
  if (visitIds.length === 0) return lastTold([]);
  const [texts, treatments] = await Promise.all([
    tx
      .select({
        id: visit.id,
        subjective: sql<Record<string, string> | null>`${visit.narrative} -> 'subjective'`,
        amended: sql<ToldVisit["amended"] | null>`(select jsonb_agg(c order by e.at, e.id)
          from ${visitEvent} e, jsonb_array_elements(e.changes) c where e.clinic_id = ${visit.clinicId}
          and e.visit_id = ${visit.id} and e.kind = 'amend')`,
      })
      .from(visit)
      .where(and(eq(visit.clinicId, actor.clinicId), inArray(visit.id, [...visitIds]))),
    tx
      .select({ visitId: treatmentGiven.visitId, treatment: treatmentGiven.treatment, detail: treatmentGiven.detail })
      .from(treatmentGiven)
      .where(and(eq(treatmentGiven.clinicId, actor.clinicId), inArray(treatmentGiven.visitId, [...visitIds]))),
  ]);
  const told = new Map(texts.map((row) => [row.id, row]));
  return lastTold(
    visitIds.map((id) => ({
      subjective: told.get(id)?.subjective ?? {},
      amended: told.get(id)?.amended ?? [],
      treatments: treatments.filter((row) => row.visitId === id),
    })),
  );
}
