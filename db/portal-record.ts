/** A patient's own record: details, what was agreed to, sessions logged. */
import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { CalendarDay } from "@/domain/calendar-day";
import type { Outcome, StopReason } from "@/domain/home-session/check-in";
import { type Tx, transaction } from "./client";
import { isPaused, type PatientActor, placeOf } from "./portal-place";
import { staffMember } from "./schema/clinic";
import { consent } from "./schema/consent";
import { homeSession } from "./schema/home-session";
import { episode, patient } from "./schema/patient";

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

export async function personOf(tx: Tx, actor: PatientActor): Promise<PortalPerson> {
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

function sessionsOf(tx: Tx, actor: PatientActor, limit: number): Promise<LoggedSession[]> {
  return tx
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
    .orderBy(desc(homeSession.performedOn), desc(sql`${homeSession.receivedAt}`))
    .limit(limit);
}
