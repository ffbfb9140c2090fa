/** A patient's own record: details, what was agreed to, sessions logged, and all of it as one file. */
import "server-only";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { CalendarDay } from "@/domain/calendar-day";
import type { Outcome, StopReason } from "@/domain/home-session/check-in";
import type { Done } from "@/domain/home-session/done";
import { type Tx, transaction } from "./client";
import { isPaused, type PatientActor, placeOf } from "./portal-place";
import { staffMember } from "./schema/clinic";
import { questionnaireResponse } from "./schema/finding";
import { homeSession, homeSessionItem } from "./schema/home-session";
import { consent, episode, patient } from "./schema/patient";
import { plan, planItem, planVersion } from "./schema/plan";

export type PortalPerson = {
  number: number;
  givenName: string;
  familyName: string;
  birthDate: CalendarDay;
  phone: string | null;
  email: string | null;
  address: string | null;
  guardianName: string | null;
};
export type PortalConsent = { item: string; state: "given" | "declined" | "withdrawn"; on: CalendarDay };
export type LoggedSession = {
  id: string;
  on: CalendarDay;
  outcome: Outcome;
  painDuring: number | null;
  painWorst24h: number | null;
  effort: number | null;
  settledNextMorning: "yes" | "no" | null;
  stopReason: StopReason | null;
  note: string | null;
};
export type PortalRecord = {
  person: PortalPerson;
  care: { startedOn: CalendarDay; nextReviewOn: CalendarDay | null; clinician: string | null } | null;
  consents: PortalConsent[];
  /** Newest first; empty on hold, when nothing about exercises is shown. */
  sessions: LoggedSession[];
  isPaused: boolean;
};

const SHOWN_SESSIONS = 30;

export function portalRecord(actor: PatientActor, now = new Date()): Promise<PortalRecord> {
  return transaction(actor, async (tx) => {
    const place = await placeOf(tx, actor, now);
    const paused = await isPaused(tx, actor, place);
    const [person, care, consents, sessions] = await Promise.all([
      personOf(tx, actor),
      careOf(tx, actor, place.episodeId),
      consentsOf(tx, actor),
      paused ? [] : sessionsOf(tx, actor, SHOWN_SESSIONS),
    ]);
    return { person, care, consents, sessions, isPaused: paused };
  });
}

export type PortalExport = Pick<PortalRecord, "person" | "consents" | "sessions"> & {
  plans: { version: number; assignedOn: CalendarDay; items: { exercise: string; dose: unknown }[] }[];
  /** `swappedFrom`: the planned exercise in whose place an easier one was done. */
  sessionItems: {
    sessionId: string;
    exercise: string;
    swappedFrom: string | null;
    outcome: Outcome;
    done: Done | null;
  }[];
  /** Oldest first. An item without an answer isn't among the answers; score null: none was reached, 0 is a score. */
  questionnaires: {
    instrument: string;
    version: string;
    language: string;
    filledBy: "patient" | "clinician" | "guardian";
    filledAt: Date;
    completed: boolean;
    score: number | null;
    answers: Record<string, unknown>;
  }[];
};

/** Everything of one's own that needs no clinician's review before it is handed out (CLINICAL 3.3.3). */
export function portalExport(actor: PatientActor): Promise<PortalExport> {
  return transaction(actor, async (tx) => {
    const [person, consents, sessions, sessionItems, questionnaires, items] = await Promise.all([
      personOf(tx, actor),
      consentsOf(tx, actor),
      sessionsOf(tx, actor),
      tx
        .select({
          sessionId: homeSessionItem.sessionId,
          exercise: homeSessionItem.exercise,
          swappedFrom: homeSessionItem.swappedFrom,
          outcome: homeSessionItem.outcome,
          done: homeSessionItem.done,
        })
        .from(homeSessionItem)
        .where(and(eq(homeSessionItem.clinicId, actor.clinicId), eq(homeSessionItem.patientId, actor.patientId))),
      tx
        .select({
          instrument: questionnaireResponse.instrument,
          version: questionnaireResponse.instrumentVersion,
          language: questionnaireResponse.language,
          filledBy: questionnaireResponse.filledBy,
          filledAt: questionnaireResponse.filledAt,
          completed: questionnaireResponse.completed,
          score: questionnaireResponse.score,
          answers: questionnaireResponse.answers,
        })
        .from(questionnaireResponse)
        .where(
          and(eq(questionnaireResponse.clinicId, actor.clinicId), eq(questionnaireResponse.patientId, actor.patientId)),
        )
        .orderBy(asc(questionnaireResponse.filledAt)),
      tx
        .select({
          planId: plan.id,
          version: planVersion.number,
          assignedOn: planVersion.assignedOn,
          exercise: planItem.exercise,
          dose: planItem.dose,
        })
        .from(planItem)
        .innerJoin(
          planVersion,
          and(eq(planVersion.clinicId, planItem.clinicId), eq(planVersion.id, planItem.planVersionId)),
        )
        .innerJoin(plan, and(eq(plan.clinicId, planVersion.clinicId), eq(plan.id, planVersion.planId)))
        .where(and(eq(planItem.clinicId, actor.clinicId), eq(planItem.patientId, actor.patientId)))
        .orderBy(asc(plan.createdAt), asc(planVersion.number), asc(planItem.position)),
    ]);
    const plans = new Map<string, PortalExport["plans"][number]>();
    for (const { planId, version, assignedOn, exercise, dose } of items) {
      const key = `${planId} ${version}`;
      const told = plans.get(key) ?? { version, assignedOn, items: [] };
      told.items.push({ exercise, dose });
      plans.set(key, told);
    }
    return { person, consents, sessions, sessionItems, questionnaires, plans: [...plans.values()] };
  });
}

async function personOf(tx: Tx, actor: PatientActor): Promise<PortalPerson> {
  const [row] = await tx
    .select({
      number: patient.number,
      givenName: patient.givenName,
      familyName: patient.familyName,
      birthDate: patient.birthDate,
      phone: patient.phone,
      email: patient.email,
      address: patient.address,
      guardianName: patient.guardianName,
    })
    .from(patient)
    .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, actor.patientId)));
  if (!row) throw new Error("A patient's login without its patient");
  return row;
}

async function careOf(tx: Tx, actor: PatientActor, episodeId: string | null): Promise<PortalRecord["care"]> {
  if (episodeId === null) return null;
  const [row] = await tx
    .select({
      startedOn: episode.startedOn,
      nextReviewOn: episode.nextReviewOn,
      clinician: staffMember.displayName,
    })
    .from(episode)
    .leftJoin(staffMember, and(eq(staffMember.clinicId, episode.clinicId), eq(staffMember.id, episode.responsibleId)))
    .where(and(eq(episode.clinicId, actor.clinicId), eq(episode.id, episodeId)));
  return row ?? null;
}

/** The newest entry of each item. */
function consentsOf(tx: Tx, actor: PatientActor): Promise<PortalConsent[]> {
  return tx
    .selectDistinctOn([consent.item], { item: consent.item, state: consent.state, on: consent.consentedOn })
    .from(consent)
    .where(and(eq(consent.clinicId, actor.clinicId), eq(consent.patientId, actor.patientId)))
    .orderBy(consent.item, desc(consent.consentedOn), desc(consent.createdAt)) as Promise<PortalConsent[]>;
}

function sessionsOf(tx: Tx, actor: PatientActor, limit?: number): Promise<LoggedSession[]> {
  const rows = tx
    .select({
      id: homeSession.id,
      on: homeSession.performedOn,
      outcome: homeSession.outcome,
      painDuring: homeSession.painDuring,
      painWorst24h: homeSession.painWorst24h,
      effort: homeSession.effort,
      settledNextMorning: homeSession.settledNextMorning,
      stopReason: homeSession.stopReason,
      note: homeSession.note,
    })
    .from(homeSession)
    .where(
      and(
        eq(homeSession.clinicId, actor.clinicId),
        eq(homeSession.patientId, actor.patientId),
        isNull(homeSession.voidedAt),
      ),
    )
    .orderBy(desc(homeSession.performedOn), desc(sql`${homeSession.receivedAt}`));
  return limit === undefined ? rows : rows.limit(limit);
}
