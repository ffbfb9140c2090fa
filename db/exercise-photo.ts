/** Photos of a clinic's own exercises: for its staff, and for patients whose plan holds the exercise or the one it is an easier step of. */
import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { transaction } from "./client";
import { clinicItemVersion, exercisePhoto } from "./schema/clinic-item";
import { planItem } from "./schema/plan";
import type { Actor } from "./scope";

/** JPEG; null = no such photo, or not the actor's to see. */
export function openExercisePhoto(actor: Actor, photoId: string): Promise<Uint8Array | null> {
  return transaction(actor, async (tx) => {
    // The exercise itself, or the easier one it names, in whichever version.
    const onOwnPlan = sql`exists (select 1 from ${planItem} i
      join ${clinicItemVersion} v on v.clinic_id = i.clinic_id and i.exercise = 'clinic:' || v.id::text
      join ${clinicItemVersion} shown on shown.clinic_id = v.clinic_id
        and (shown.id = v.id or v.content->>'easier' = 'clinic:' || shown.item_id::text)
      where i.clinic_id = ${actor.clinicId} and shown.photo_id = ${exercisePhoto.id} and i.patient_id = ${actor.patientId})`;
    const [row] = await tx
      .select({ bytes: exercisePhoto.bytes })
      .from(exercisePhoto)
      .where(
        and(
          eq(exercisePhoto.clinicId, actor.clinicId),
          eq(exercisePhoto.id, photoId),
          actor.role === "patient" ? onOwnPlan : undefined,
        ),
      );
    return row?.bytes ?? null;
  });
}
