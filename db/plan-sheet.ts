/** The plan in force as a printed sheet needs it; on hold there is nothing to print. */
import "server-only";
import { and, eq } from "drizzle-orm";
import type { CalendarDay } from "@/domain/calendar-day";
import { fullName } from "@/domain/patient-name";
import type { Easier } from "@/domain/plan/easier";
import { isActiveOn } from "@/domain/plan/item";
import { isExerciseId } from "@/domain/vocabulary/exercise-names";
import { transaction } from "./client";
import type { OwnItems } from "./clinic-item";
import { exercisePhotos } from "./exercise-photo";
import { runningPlan } from "./plan-history";
import { isPaused, placeOf } from "./portal-place";
import { forPhone, type PortalItem } from "./portal-plan";
import { currentRuleSetIn } from "./rule-set";
import { clinic } from "./schema/clinic";
import { patient } from "./schema/patient";
import type { Actor } from "./scope";
import { easierItems } from "./session-item-facts";

export type PlanSheet =
  | { kind: "hold" }
  | { kind: "none" }
  | {
      kind: "plan";
      items: PortalItem[];
      own: OwnItems;
      /** The easier exercise that may stand in, by item. */
      easier: ReadonlyMap<string, Easier>;
      /** JPEGs of the clinic's own exercises, by item. */
      photos: ReadonlyMap<string, Uint8Array>;
      today: CalendarDay;
      patientName: string;
      /** BCP 47. */
      language: string;
      clinic: { name: string; phone: string | null; emergencyNumber: string };
      limits: { progress: number; stop: number };
    };

/** null: not there or not yours. */
export function planSheet(actor: Actor, patientId: string, now = new Date()): Promise<PlanSheet | null> {
  return transaction(actor, async (tx) => {
    const [head] = await tx
      .select({
        givenName: patient.givenName,
        familyName: patient.familyName,
        language: patient.language,
        clinicName: clinic.name,
        phone: clinic.phone,
        emergencyNumber: clinic.emergencyNumber,
      })
      .from(patient)
      .innerJoin(clinic, eq(clinic.id, patient.clinicId))
      .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, patientId)));
    if (!head) return null;
    const of = { ...actor, patientId };
    const place = await placeOf(tx, of, now);
    if (await isPaused(tx, of, place)) return { kind: "hold" };
    const running = place.episodeId === null || place.isClosed ? null : await runningPlan(tx, actor, place.episodeId);
    const version = running?.versions.findLast(({ effective_from }) => effective_from <= place.today);
    const items = (version?.items ?? []).filter((item) => item.paused === null && isActiveOn(item, place.today));
    if (!running || items.length === 0) return { kind: "none" };
    const { values } = await currentRuleSetIn(tx, actor);
    const easier = await easierItems(tx, of, items, running.own, place.today);
    const shown = items.flatMap(({ id, exercise }) => {
      const photo = isExerciseId(exercise) ? null : (running.own.get(exercise)?.photo_id ?? null);
      return photo === null ? [] : [{ id, photo }];
    });
    const found = await exercisePhotos(
      tx,
      actor,
      shown.map(({ photo }) => photo),
    );
    return {
      kind: "plan",
      items: items.map((item) => forPhone(item, version?.said ?? new Map())),
      easier,
      photos: new Map(
        shown.flatMap(({ id, photo }) => {
          const bytes = found.get(photo);
          return bytes === undefined ? [] : [[id, bytes] as const];
        }),
      ),
      own: running.own,
      today: place.today,
      patientName: fullName(head),
      language: head.language,
      clinic: { name: head.clinicName, phone: head.phone, emergencyNumber: head.emergencyNumber },
      limits: { progress: values.nprs_exercise_progress, stop: values.nprs_exercise_stop },
    };
  });
}
