/** Between which days a visit can lie: the clinic's today, and where its episode and its patient begin. */
import "server-only";
import { and, eq } from "drizzle-orm";
import { dayIn } from "@/domain/clinic-clock";
import type { DayBounds } from "@/domain/visit/visit-day";
import type { Tx } from "./client";
import { clinic } from "./schema/clinic";
import { episode, patient } from "./schema/patient";
import type { Actor } from "./scope";

export async function dayBounds(
  tx: Tx,
  actor: Actor,
  { episodeId }: { episodeId: string },
  now = new Date(),
): Promise<DayBounds> {
  const [row] = await tx
    .select({ birthDate: patient.birthDate, startedOn: episode.startedOn, timeZone: clinic.timeZone })
    .from(episode)
    .innerJoin(patient, and(eq(patient.clinicId, episode.clinicId), eq(patient.id, episode.patientId)))
    .innerJoin(clinic, eq(clinic.id, episode.clinicId))
    .where(and(eq(episode.clinicId, actor.clinicId), eq(episode.id, episodeId)));
  if (!row) throw new Error("A visit without its episode");
  const { timeZone, ...bounds } = row;
  return { ...bounds, today: dayIn(timeZone, now) };
}
