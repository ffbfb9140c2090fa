/** Where a patient's phone stands: whose it is, the episode and day that count, and whether exercises are paused. */
import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { dayIn } from "@/domain/clinic-clock";
import type { PatientMode } from "@/domain/vocabulary/people";
import type { Phase } from "@/domain/vocabulary/phases";
import { type Tx, transaction } from "./client";
import { clinic } from "./schema/clinic";
import { episode, patient } from "./schema/patient";
import type { Actor } from "./scope";

export type Portal<Open> = { kind: "hold" } | ({ kind: "open" } & Open);
export type PatientActor = Actor & { patientId: string };

export type Place = {
  episodeId: string | null;
  isClosed: boolean;
  dayZero: CalendarDay;
  startedOn: CalendarDay;
  birthDate: CalendarDay;
  givenName: string;
  initialPhase: Phase | null;
  mode: PatientMode;
  today: CalendarDay;
  timeZone: string;
};

/** How many days a phone may exercise by a plan it keeps (CLINICAL 3.3.2: 72 h). */
const DAYS_AHEAD = 3;

/** `ahead`: a coming day to be kept for flight mode, as it will be if nothing changes; any other day is today. */
export const onDay = (place: Place, ahead: CalendarDay | null): Place =>
  ahead !== null && ahead > place.today && ahead <= addDays(place.today, DAYS_AHEAD)
    ? { ...place, today: ahead }
    : place;

/** Whether exercises are paused now: asked by each page and again while a session runs. */
export function arePaused(actor: PatientActor): Promise<boolean> {
  return transaction(actor, async (tx) => isPaused(tx, actor, await placeOf(tx, actor, new Date())));
}

/** The open episode, else the newest one, with what the pages need of the person. */
export async function placeOf(tx: Tx, actor: PatientActor, now: Date): Promise<Place> {
  const [row] = await tx
    .select({
      givenName: patient.givenName,
      birthDate: patient.birthDate,
      mode: patient.mode,
      timeZone: clinic.timeZone,
      episodeId: episode.id,
      dayZero: episode.dayZero,
      startedOn: episode.startedOn,
      closedOn: episode.closedOn,
      initialPhase: sql<Phase | null>`${episode.initialState}->>'phase'`,
    })
    .from(patient)
    .innerJoin(clinic, eq(clinic.id, patient.clinicId))
    .leftJoin(episode, and(eq(episode.clinicId, patient.clinicId), eq(episode.patientId, patient.id)))
    .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, actor.patientId)))
    .orderBy(sql`${episode.closedOn} desc nulls first`, desc(episode.startedOn))
    .limit(1);
  if (!row) throw new Error("A patient's login without its patient");
  const today = dayIn(row.timeZone, now);
  return {
    episodeId: row.episodeId,
    isClosed: row.episodeId !== null && row.closedOn !== null,
    dayZero: row.dayZero ?? today,
    startedOn: row.startedOn ?? today,
    birthDate: row.birthDate,
    givenName: row.givenName,
    initialPhase: row.initialPhase,
    mode: row.mode,
    today,
    timeZone: row.timeZone,
  };
}

/** On hold by a draft's block, by the last signed visit, or with the whole plan paused until one is assigned again. */
export async function isPaused(tx: Tx, actor: PatientActor, place: Place): Promise<boolean> {
  const { episodeId } = place;
  if (episodeId === null || place.isClosed) return false;
  const [row] = await tx.execute<{ paused: boolean }>(sql`
    select exists (select 1 from hold_overlay o where o.clinic_id = ${actor.clinicId} and o.episode_id = ${episodeId}
        and o.unset_at is null and o.signed_at is null)
      or exists (select 1 from plan_pause q join plan p on p.clinic_id = q.clinic_id and p.id = q.plan_id
        where p.clinic_id = ${actor.clinicId} and p.episode_id = ${episodeId} and p.ended_on is null
        and q.item_key is null and q.ended_at is null)
      or coalesce((select a.result->>'phase_after' from assessment a
        join visit v on v.clinic_id = a.clinic_id and v.id = a.visit_id
        where a.clinic_id = ${actor.clinicId} and a.episode_id = ${episodeId} and not exists (
          select 1 from visit_event e where e.clinic_id = v.clinic_id and e.visit_id = v.id and e.kind = 'void')
        order by v.visit_on desc, v.seq desc limit 1), ${place.initialPhase}, 'none') = 'hold' as paused`);
  return row?.paused === true;
}
