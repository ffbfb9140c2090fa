/** Photos of a clinic's own exercises: for its staff, and for patients whose plan holds the exercise. */
import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { transaction } from "./client";
import { clinicItemVersion, exercisePhoto } from "./schema/clinic-item";
import { planItem } from "./schema/plan";
import type { Actor } from "./scope";

/** JPEG; null = no such photo, or not the actor's to see. */
export function openExercisePhoto(actor: Actor, photoId: string): Promise<Uint8Array | null> {
  return transaction(actor, async (tx) => {
    const onOwnPlan = sql`exists (select 1 from ${clinicItemVersion} v join ${planItem} i
      on i.clinic_id = v.clinic_id and i.exercise = 'clinic:' || v.id::text
      where v.clinic_id = ${actor.clinicId} and v.photo_id = ${exercisePhoto.id} and i.patient_id = ${actor.patientId})`;
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
