/** What the progress page and the report are made of: one episode's course, plan, log and visits, in one go. */
import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { addDays, ageOn, daysBetween } from "@/domain/calendar-day";
import { dayIn } from "@/domain/clinic-clock";
import { countWeeks } from "@/domain/plan/adherence-count";
import type { PlanExerciseId } from "@/domain/plan/catalogue";
import type { Tx } from "./client";
import { namedClinicItems } from "./clinic-item";
import { courseOrigin, courseVisits } from "./course";
import { newestEpisodeFirst } from "./episode-list";
import { pageRead } from "./page-read";
import { episodePlans, planHistory, runningOf } from "./plan-history";
import { currentRuleSetIn } from "./rule-set";
import { clinic, staffMember } from "./schema/clinic";
import { episode, patient } from "./schema/patient";
import { visit } from "./schema/visit";
import type { Actor } from "./scope";
import { sessionLog } from "./session-log";
import { isNotVoided, newestEvidence, visitsReadingDifferently } from "./standing";

/**
 * @param episodeId a closed episode, where the page looks back; the open one, else the newest, unless given
 * @returns null when there is no such patient or episode, or it isn't the actor's to see
 */
export function progressOf(actor: Actor, patientId: string, episodeId?: string) {
  return pageRead(actor, (tx) => progressIn(tx, actor, patientId, episodeId));
}

export async function progressIn(tx: Tx, actor: Actor, patientId: string, episodeId?: string) {
  const [head] = await tx
    .select({
      patientId: patient.id,
      givenName: patient.givenName,
      familyName: patient.familyName,
      number: patient.number,
      birthDate: patient.birthDate,
      language: patient.language,
      mode: patient.mode,
      episodeId: episode.id,
      dayZero: episode.dayZero,
      startedOn: episode.startedOn,
      complaint: episode.complaint,
      closedOn: episode.closedOn,
      nextReviewOn: episode.nextReviewOn,
      initialState: episode.initialState,
      clinicName: clinic.name,
      clinicPhone: clinic.phone,
      timeZone: clinic.timeZone,
    })
    .from(patient)
    .innerJoin(clinic, eq(clinic.id, patient.clinicId))
    .innerJoin(episode, and(eq(episode.clinicId, patient.clinicId), eq(episode.patientId, patient.id)))
    .where(
      and(
        eq(patient.clinicId, actor.clinicId),
        eq(patient.id, patientId),
        episodeId === undefined ? undefined : eq(episode.id, episodeId),
      ),
    )
    .orderBy(...newestEpisodeFirst)
    .limit(1);
  if (!head) return null;
  const [course, origin, plans, rules, visits, evidence, differing, log] = await Promise.all([
    courseVisits(tx, actor, head.episodeId),
    courseOrigin(tx, actor, head.episodeId),
    episodePlans(tx, actor, head.episodeId),
    currentRuleSetIn(tx, actor),
    episodeVisits(tx, actor, head.episodeId),
    newestEvidence(tx, actor, head.episodeId),
    visitsReadingDifferently(tx, actor, head.episodeId),
    sessionLog(tx, actor, head),
  ]);
  const own = await namedClinicItems(
    tx,
    actor,
    log.flatMap(({ items }) => items.map(({ exercise }) => exercise as PlanExerciseId)),
  );
  const running = runningOf(plans);
  const history = plans.length === 0 ? null : await planHistory(tx, actor, plans, head);
  const today = dayIn(head.timeZone, new Date());
  const began = plans[0]?.versions[0]?.effective_from;
  // After the end of the episode no day is counted.
  const until = head.closedOn ?? addDays(today, -1);
  const lastOn = course.at(-1)?.visitOn ?? today;
  return {
    ...head,
    today,
    age: ageOn(head.birthDate, lastOn),
    origin,
    course,
    evidence,
    /** Visits that ask for a new decision. */
    differing,
    rules,
    running,
    /** Ended ones too, in their order. */
    plans,
    /** The clinic's own exercises that a version of the plan or the log names. */
    own: new Map([...plans.flatMap((each) => [...each.own]), ...own]),
    history,
    weeks: history && began !== undefined && began <= until ? countWeeks(history, began, until) : [],
    visits,
    log,
    missed: visits
      .filter(({ kind, noShow }) => kind === "did_not_attend" && (noShow === null || noShow === "did_not_attend"))
      .map(({ visitOn }) => daysBetween(head.dayZero, visitOn)),
  };
}

export type Progress = NonNullable<Awaited<ReturnType<typeof progressOf>>>;

/** Every visit of the episode that was not discarded or voided, with who signed it and what was decided. */
function episodeVisits(tx: Tx, actor: Actor, episodeId: string) {
  return tx
    .select({
      id: visit.id,
      kind: visit.kind,
      state: visit.state,
      number: visit.number,
      visitOn: visit.visitOn,
      signedBy: staffMember.displayName,
      signedAt: visit.signedAt,
      override: visit.override,
      noShow: sql<string | null>`(select f.value->>'kind' from visit_draft_field f where f.clinic_id = ${visit.clinicId}
        and f.visit_id = ${visit.id} and f.path = 'no_show')`,
    })
    .from(visit)
    .leftJoin(staffMember, and(eq(staffMember.clinicId, visit.clinicId), eq(staffMember.id, visit.signedById)))
    .where(
      and(
        eq(visit.clinicId, actor.clinicId),
        eq(visit.episodeId, episodeId),
        sql`${visit.state} <> 'discarded'`,
        isNotVoided(),
      ),
    )
    .orderBy(asc(visit.visitOn), asc(visit.seq));
}
