/** Photos of a clinic's own exercises: for its staff, and for patients whose plan holds the exercise or the one it is an easier step of. */
import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { type Tx, transaction } from "./client";
import { clinicItemVersion, exercisePhoto } from "./schema/clinic-item";
import { planItem } from "./schema/plan";
import type { Actor } from "./scope";

/** JPEG; null = no such photo, or not the actor's to see. */
export async function openExercisePhoto(actor: Actor, photoId: string): Promise<Uint8Array | null> {
  const found = await transaction(actor, (tx) => exercisePhotos(tx, actor, [photoId]));
  return found.get(photoId) ?? null;
}

/** JPEGs by their id, as many as there are and the actor may see. */
export async function exercisePhotos(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, Uint8Array>> {
  if (ids.length === 0) return new Map();
  // The exercise itself, or the easier one it names, in whichever version.
  const onOwnPlan = sql`exists (select 1 from ${planItem} i
      join ${clinicItemVersion} v on v.clinic_id = i.clinic_id and i.exercise = 'clinic:' || v.id::text
      join ${clinicItemVersion} shown on shown.clinic_id = v.clinic_id
        and (shown.id = v.id or v.content->>'easier' = 'clinic:' || shown.item_id::text)
      where i.clinic_id = ${actor.clinicId} and shown.photo_id = ${exercisePhoto.id} and i.patient_id = ${actor.patientId})`;
  const rows = await tx
    .select({ id: exercisePhoto.id, bytes: exercisePhoto.bytes })
    .from(exercisePhoto)
    .where(
      and(
        eq(exercisePhoto.clinicId, actor.clinicId),
        inArray(exercisePhoto.id, [...ids]),
        actor.role === "patient" ? onOwnPlan : undefined,
      ),
    );
  return new Map(rows.map(({ id, bytes }) => [id, bytes]));
}
