/**
 * Reminders by email: whom one is due now, claimed before it is sent. A day's claim stands in the database before
 * anything leaves, so a crash or a second server costs at most that day's reminder and never makes two.
 */
import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { CalendarDay } from "@/domain/calendar-day";
import { isPrescribedDay } from "@/domain/plan/adherence-count";
import { preTenantTransaction, transaction } from "./client";
import { planHistory, runningPlan } from "./plan-history";
import { isPaused, type PatientActor, placeOf } from "./portal-place";
import { membership, type reminderFailure, subscription, userAccount } from "./schema/account";
import { clinic } from "./schema/clinic";
import { patient } from "./schema/patient";
import { isLive, isRunning } from "./subscription";

/** `no_address`, `refused` and `unsure` end the day's try; `unreachable` is tried again. */
export type ReminderFailure = (typeof reminderFailure.enumValues)[number];

export type Reminders = {
  /** null: switched off. */
  hour: number | null;
  /** Where they go: the account's own address, else the one the clinic has. */
  address: string | null;
  lastSentOn: CalendarDay | null;
  /** Of the day last tried, where it isn't known to have gone out. */
  failure: { kind: ReminderFailure; on: CalendarDay; isTriedAgain: boolean } | null;
};

const mine = (actor: PatientActor): SQL | undefined =>
  and(eq(subscription.membershipId, actor.membershipId), eq(subscription.kind, "reminder"));

export async function remindersOf(actor: PatientActor): Promise<Reminders> {
  const [running, address] = await Promise.all([
    preTenantTransaction((tx) =>
      tx
        .select({
          hour: subscription.hour,
          lastSentOn: subscription.lastSentOn,
          failure: subscription.failure,
          triedOn: subscription.triedOn,
          retryAt: subscription.retryAt,
        })
        .from(subscription)
        .where(and(mine(actor), isRunning)),
    ),
    addressOf(actor),
  ]);
  const [row] = running;
  if (!row) return { hour: null, address, lastSentOn: null, failure: null };
  const { hour, lastSentOn, failure, triedOn, retryAt } = row;
  return {
    ...{ hour, address, lastSentOn },
    failure:
      failure === null || triedOn === null ? null : { kind: failure, on: triedOn, isTriedAgain: retryAt !== null },
  };
}

async function addressOf(actor: PatientActor): Promise<string | null> {
  const [account] = await preTenantTransaction((tx) =>
    tx.select({ email: userAccount.email }).from(userAccount).where(eq(userAccount.id, actor.userId)),
  );
  if (account?.email) return account.email;
  const [contact] = await transaction(actor, (tx) =>
    tx
      .select({ email: patient.email })
      .from(patient)
      .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, actor.patientId))),
  );
  return contact?.email || null;
}

/**
 * Switches reminders on, or moves them to another hour. The first is that of the next time the hour comes; a day that
 * was tried before stays tried.
 */
export function startReminders(
  actor: PatientActor,
  wanted: { id: string; tokenHash: string; hour: number; language: string },
  now = new Date(),
): Promise<void> {
  return preTenantTransaction(async (tx) => {
    const [place] = await tx
      .select({
        day: sql<CalendarDay>`(${now.toISOString()}::timestamptz at time zone ${clinic.timeZone})::date::text`,
        hour: sql<number>`extract(hour from ${now.toISOString()}::timestamptz at time zone ${clinic.timeZone})::int`,
      })
      .from(clinic)
      .where(eq(clinic.id, actor.clinicId));
    if (!place) throw new Error("The actor's clinic is missing");
    const { id, tokenHash, hour, language } = wanted;
    const passedOn = place.hour >= hour ? place.day : null;
    const moved = await tx
      .update(subscription)
      .set({ hour, language, triedOn: sql`greatest(${subscription.triedOn}, ${passedOn}::date)`, retryAt: null })
      .where(and(mine(actor), isRunning))
      .returning({ id: subscription.id });
    if (moved.length > 0) return;
    const earlier = sql`(select max(s.tried_on) from ${subscription} s
      where s.membership_id = ${actor.membershipId} and s.kind = 'reminder')`;
    await tx.insert(subscription).values({
      ...{
        id,
        kind: "reminder",
        clinicId: actor.clinicId,
        membershipId: actor.membershipId,
        tokenHash,
        hour,
        language,
      },
      ...{ userId: actor.userId, patientId: actor.patientId },
      triedOn: sql`greatest(${earlier}, ${passedOn}::date)`,
    });
  });
}

/** Hours after the chosen one in which a reminder may still come, after a failure or a server that was down. */
const LATE_HOURS = 3;

export type ClaimedReminder = {
  id: string;
  actor: PatientActor;
  language: string;
  tokenHash: string;
  clinicName: string;
  /** The clinic's day it is for. */
  on: CalendarDay;
  /** 1 = the first of the day. */
  tries: number;
};

/** Takes one reminder whose hour has come, so that nobody else does; null when none is left. */
export async function claimReminder(now = new Date()): Promise<ClaimedReminder | null> {
  const local = sql`(${now.toISOString()}::timestamptz at time zone c.time_zone)`;
  const [row] = await preTenantTransaction((tx) =>
    tx.execute<{
      id: string;
      language: string;
      token_hash: string;
      clinic_id: string;
      membership_id: string;
      user_id: string;
      patient_id: string;
      clinic_name: string;
      tried_on: CalendarDay;
      tries: number;
    }>(sql`
      update subscription s set tried_on = due.day, retry_at = null, failure = null,
        tries = case when s.tried_on = due.day then s.tries + 1 else 1 end
      from (
        select s.id, c.name as clinic_name, ${local}::date as day
        from ${subscription} s
        join ${membership} on ${membership.id} = s.membership_id
        join ${userAccount} on ${userAccount.id} = s.user_id
        join ${clinic} c on c.id = s.clinic_id
        where s.kind = 'reminder' and s.ended_at is null and ${isLive}
          and extract(hour from ${local}) between s.hour and s.hour + ${LATE_HOURS - 1}
          and (s.tried_on is null or s.tried_on < ${local}::date or s.retry_at <= ${now.toISOString()}::timestamptz)
        order by s.id limit 1 for update of s skip locked
      ) due
      where s.id = due.id
      returning s.id, s.language, s.token_hash, s.clinic_id, s.membership_id, s.user_id, s.patient_id, due.clinic_name,
        s.tried_on::text as tried_on, s.tries`),
  );
  if (!row) return null;
  return {
    ...{ id: row.id, language: row.language, tokenHash: row.token_hash, clinicName: row.clinic_name },
    ...{ on: row.tried_on, tries: row.tries },
    actor: {
      ...{ clinicId: row.clinic_id, membershipId: row.membership_id, userId: row.user_id, patientId: row.patient_id },
      ...{ role: "patient", loginId: row.id, aal: 1 },
    },
  };
}

/** The secret that the mail about to be sent carries, where the server's own has changed since the last. */
export async function renewReminderSecret(id: string, tokenHash: string): Promise<void> {
  await preTenantTransaction((tx) => tx.update(subscription).set({ tokenHash }).where(eq(subscription.id, id)));
}

/** Where today's reminder goes; null: none is wanted, by what the record says at this moment. */
export async function reminderWanted(
  actor: PatientActor,
  on: CalendarDay,
  now = new Date(),
): Promise<{ address: string | null } | null> {
  const isWanted = await transaction(actor, async (tx) => {
    const place = await placeOf(tx, actor, now);
    const { episodeId, isClosed, mode } = place;
    if (episodeId === null || isClosed || mode !== "phone" || place.today !== on) return false;
    if (await isPaused(tx, actor, place)) return false;
    const running = await runningPlan(tx, actor, episodeId);
    if (running === null) return false;
    const history = await planHistory(tx, actor, [running], { patientId: actor.patientId, episodeId });
    return isPrescribedDay(history, on) && !history.sessions.some((session) => session.on === on);
  });
  return isWanted ? { address: await addressOf(actor) } : null;
}

/** Minutes until the next try on the same day, after the first, second and third that surely didn't go out. */
const PATIENCE_MINUTES = [5, 15, 45];

/** What became of a claim: the mail server took it, or why not. */
export async function settleReminder(
  { id, on, tries }: Pick<ClaimedReminder, "id" | "on" | "tries">,
  outcome: "sent" | ReminderFailure,
  now = new Date(),
): Promise<void> {
  const wait = outcome === "unreachable" ? PATIENCE_MINUTES[tries - 1] : undefined;
  await preTenantTransaction((tx) =>
    tx
      .update(subscription)
      .set(
        outcome === "sent"
          ? { lastSentOn: on, failure: null }
          : { failure: outcome, retryAt: wait === undefined ? null : new Date(now.getTime() + wait * 60_000) },
      )
      // A claim of another day or a later try is not this one's to settle.
      .where(and(eq(subscription.id, id), eq(subscription.triedOn, on), eq(subscription.tries, tries))),
  );
}
