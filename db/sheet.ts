/** What the self-management sheet and the discharge read: the newest episode's last plan, its first and last values, who came. */
import "server-only";
import { and, desc, eq, ne, sql } from "drizzle-orm";
import { type CalendarDay, daysBetween } from "@/domain/calendar-day";
import { dayIn } from "@/domain/clinic-clock";
import type { PlanExerciseId } from "@/domain/plan/catalogue";
import type { Dose } from "@/domain/plan/dose";
import { type DischargeReached, dischargeOffer } from "@/domain/progress/discharge-offer";
import { type Outcome, outcomesOf } from "@/domain/progress/outcomes";
import type { Phase } from "@/domain/vocabulary/phases";
import { type Tx, transaction } from "./client";
import { namedClinicItems, type OwnItems } from "./clinic-item";
import { courseVisits } from "./course";
import { newestEpisodeFirst } from "./episode-list";
import { exercisePhotos } from "./exercise-photo";
import { openBlocks } from "./hold";
import { isMissed } from "./missed-visit";
import { askedActivities } from "./psfs-activity";
import { currentRuleSetIn } from "./rule-set";
import { phaseTransition } from "./schema/assessment";
import { clinic } from "./schema/clinic";
import { episode, patient } from "./schema/patient";
import { plan, planItem, planVersion } from "./schema/plan";
import { visit } from "./schema/visit";
import type { Actor } from "./scope";
import { isNotVoided } from "./standing";

export type SheetSource = {
  givenName: string;
  familyName: string;
  language: string;
  today: CalendarDay;
  isClosed: boolean;
  clinic: { name: string; phone: string | null; hours: string | null; emergency: string };
  goals: string[];
  outcomes: Outcome[];
  /** For which discharge is offered; nothing once care has ended. */
  offer: DischargeReached[];
  phase: Phase | null;
  /** On hold at the last visit, or by a block in a draft: no exercise is named. */
  isHeld: boolean;
  /** Of the last plan: what was not paused and not over. */
  items: { exercise: PlanExerciseId; dose: Dose }[];
  own: OwnItems;
  /** JPEGs of the clinic's own exercises, by photo. */
  photos: ReadonlyMap<string, Uint8Array>;
  values: Awaited<ReturnType<typeof currentRuleSetIn>>["values"];
  overrides: number;
  attended: number;
  missed: number;
};

/** The newest episode, the open one first. null = no such patient, not the actor's, or no episode. */
export function sheetSource(actor: Actor, patientId: string): Promise<SheetSource | null> {
  return transaction(actor, async (tx) => {
    const [row] = await tx
      .select({
        givenName: patient.givenName,
        familyName: patient.familyName,
        language: patient.language,
        episodeId: episode.id,
        closedOn: episode.closedOn,
        dayZero: episode.dayZero,
        initialState: episode.initialState,
        timeZone: clinic.timeZone,
        name: clinic.name,
        phone: clinic.phone,
        hours: clinic.hours,
        emergency: clinic.emergencyNumber,
      })
      .from(patient)
      .innerJoin(clinic, eq(clinic.id, patient.clinicId))
      .innerJoin(episode, and(eq(episode.clinicId, patient.clinicId), eq(episode.patientId, patient.id)))
      .where(
        and(
          eq(patient.clinicId, actor.clinicId),
          eq(patient.id, patientId),
          // A patient's sheet is their own.
          actor.role === "patient" ? eq(patient.id, actor.patientId ?? "") : undefined,
        ),
      )
      .orderBy(...newestEpisodeFirst)
      .limit(1);
    if (!row) return null;
    const { episodeId, closedOn, dayZero, initialState, timeZone, givenName, familyName, language, ...ofClinic } = row;
    const until = closedOn ?? dayIn(timeZone, new Date());
    const [course, items, activities, rules, counts, overlays] = await Promise.all([
      courseVisits(tx, actor, episodeId),
      lastItems(tx, actor, episodeId, until),
      askedActivities(tx, actor, episodeId),
      currentRuleSetIn(tx, actor),
      countsOf(tx, actor, episodeId),
      openBlocks(tx, actor, episodeId),
    ]);
    const last = course.at(-1);
    const own = await namedClinicItems(
      tx,
      actor,
      items.map(({ exercise }) => exercise),
    );
    const visits = course.map(({ record, result }) => ({ visit: record, assessment: result }));
    const phase = last?.result.phase_after ?? initialState?.phase ?? null;
    const moved = course.findLast(({ result }) => result.phase_before !== result.phase_after);
    const phaseSince = moved?.record.day ?? initialState?.phase_since_day ?? null;
    const asked = { visits, phase: phase ?? "none", phaseSince, today: daysBetween(dayZero, until), rules } as const;
    const isHeld = last?.result.phase_after === "hold" || overlays.length > 0;
    return {
      ...{ givenName, familyName, language, isHeld, ...counts },
      goals: activities.map(({ text }) => text),
      items: isHeld ? [] : items,
      today: until,
      isClosed: closedOn !== null,
      clinic: ofClinic,
      outcomes: outcomesOf(visits, rules),
      offer: closedOn === null && !isHeld ? dischargeOffer(asked) : [],
      phase,
      own,
      photos: await exercisePhotos(
        tx,
        actor,
        [...own.values()].flatMap(({ photo_id }) => photo_id ?? []),
      ),
      values: rules.values,
    };
  });
}

async function lastItems(tx: Tx, actor: Actor, episodeId: string, on: CalendarDay) {
  const [version] = await tx
    .select({ id: planVersion.id, planId: plan.id })
    .from(planVersion)
    .innerJoin(plan, and(eq(plan.clinicId, planVersion.clinicId), eq(plan.id, planVersion.planId)))
    .where(and(eq(planVersion.clinicId, actor.clinicId), eq(plan.episodeId, episodeId)))
    .orderBy(desc(planVersion.assignedAt))
    .limit(1);
  if (!version) return [];
  const rows = await tx
    .select({ exercise: planItem.exercise, dose: planItem.dose, until: planItem.untilOn })
    .from(planItem)
    .where(
      and(
        eq(planItem.clinicId, actor.clinicId),
        eq(planItem.planVersionId, version.id),
        sql`not exists (select 1 from plan_pause q where q.clinic_id = ${actor.clinicId} and q.plan_id = ${version.planId}
          and q.ended_at is null and (q.item_key is null or q.item_key = ${planItem.itemKey}))`,
      ),
    )
    .orderBy(planItem.position);
  return rows
    .filter(({ until }) => until === null || until >= on)
    .map(({ exercise, dose }) => ({ exercise: exercise as PlanExerciseId, dose }));
}

async function countsOf(tx: Tx, actor: Actor, episodeId: string) {
  const [[visits], [moves]] = await Promise.all([
    tx
      .select({
        attended: sql<number>`count(*) filter (where ${visit.state} = 'signed')::int`,
        missed: sql<number>`count(*) filter (where ${isMissed()})::int`,
      })
      .from(visit)
      .where(
        and(
          eq(visit.clinicId, actor.clinicId),
          eq(visit.episodeId, episodeId),
          ne(visit.kind, "contact"),
          isNotVoided(),
        ),
      ),
    tx
      .select({ overrides: sql<number>`count(*) filter (where ${phaseTransition.kind} = 'override')::int` })
      .from(phaseTransition)
      .where(and(eq(phaseTransition.clinicId, actor.clinicId), eq(phaseTransition.episodeId, episodeId))),
  ]);
  return { attended: visits?.attended ?? 0, missed: visits?.missed ?? 0, overrides: moves?.overrides ?? 0 };
}
