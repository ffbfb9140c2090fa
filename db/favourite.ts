/** A clinician's favourite exercises: found first, kept for nobody else. */
import "server-only";
import { and, eq } from "drizzle-orm";
import { type Tx, transaction } from "./client";
import { favouriteExercise } from "./schema/clinic-item";
import type { Actor } from "./scope";

/** Ids of the library and `clinic:<item>` of the clinic's own, whatever their version. */
export async function favouritesIn(tx: Tx, actor: Actor): Promise<string[]> {
  const rows = await tx
    .select({ exercise: favouriteExercise.exercise })
    .from(favouriteExercise)
    .where(and(eq(favouriteExercise.clinicId, actor.clinicId), eq(favouriteExercise.memberId, actor.membershipId)));
  return rows.map(({ exercise }) => exercise);
}

export const favourites = (actor: Actor): Promise<string[]> => transaction(actor, (tx) => favouritesIn(tx, actor));

export function setFavourite(actor: Actor, exercise: string, on: boolean): Promise<void> {
  const { clinicId, membershipId: memberId } = actor;
  return transaction(actor, async (tx) => {
    if (on) await tx.insert(favouriteExercise).values({ clinicId, memberId, exercise }).onConflictDoNothing();
    else {
      await tx
        .delete(favouriteExercise)
        .where(
          and(
            eq(favouriteExercise.clinicId, clinicId),
            eq(favouriteExercise.memberId, memberId),
            eq(favouriteExercise.exercise, exercise),
          ),
        );
    }
  });
}
