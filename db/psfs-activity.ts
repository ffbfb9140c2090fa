/** The patient's own activities: named once, asked again at every visit under the same id (CLINICAL 8, PSFS). */
import "server-only";
import { and, asc, eq, isNull, notInArray, sql } from "drizzle-orm";
import type { VisitEntries } from "@/domain/visit/visit-entries";
import type { Tx } from "./client";
import { psfsActivity } from "./schema/finding";
import type { Actor } from "./scope";

/** The episode's activities that are still asked, in the patient's order. */
export const askedActivities = (tx: Tx, actor: Actor, episodeId: string) =>
  tx
    .select({ id: psfsActivity.id, text: psfsActivity.activity })
    .from(psfsActivity)
    .where(
      and(
        eq(psfsActivity.clinicId, actor.clinicId),
        eq(psfsActivity.episodeId, episodeId),
        isNull(psfsActivity.retiredOn),
      ),
    )
    .orderBy(asc(psfsActivity.position));

/** Takes over what the signed visit names: new activities are added, words may be mended, what was left out is retired. */
export async function keepActivities(
  tx: Tx,
  actor: Actor,
  place: { patientId: string; episodeId: string; visitOn: string },
  entries: VisitEntries,
): Promise<void> {
  const psfs = entries.questionnaires.find(({ instrument }) => instrument === "psfs");
  const named = (psfs?.activities ?? []).filter(({ text }) => text !== "");
  if (named.length === 0) return;
  const ids = named.map(({ id }) => id);
  await tx
    .insert(psfsActivity)
    .values(
      named.map(({ id, text }, position) => ({
        clinicId: actor.clinicId,
        id,
        patientId: place.patientId,
        episodeId: place.episodeId,
        activity: text,
        position,
      })),
    )
    .onConflictDoUpdate({
      target: [psfsActivity.clinicId, psfsActivity.id],
      set: { activity: sql`excluded.activity`, position: sql`excluded.position`, retiredOn: null },
      // An id that belongs to another episode is not taken over.
      setWhere: eq(psfsActivity.episodeId, place.episodeId),
    });
  await tx
    .update(psfsActivity)
    .set({ retiredOn: place.visitOn })
    .where(
      and(
        eq(psfsActivity.clinicId, actor.clinicId),
        eq(psfsActivity.episodeId, place.episodeId),
        isNull(psfsActivity.retiredOn),
        notInArray(psfsActivity.id, ids),
      ),
    );
}
