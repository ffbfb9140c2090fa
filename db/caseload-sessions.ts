/** What the sessions at home say for the caseload: a red stop, a note nobody read, a flare in the diary. */
import "server-only";
import { and, asc, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { CalendarDay } from "@/domain/calendar-day";
import { diaryFlare } from "@/domain/caseload/diary-flare";
import type { PatientFacts } from "@/domain/caseload/facts";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { Tx } from "./client";
import { homeSession } from "./schema/home-session";
import type { Actor } from "./scope";

export async function sessionFacts(tx: Tx, actor: Actor, patientId: string, since: CalendarDay) {
  const mine = and(
    eq(homeSession.clinicId, actor.clinicId),
    eq(homeSession.patientId, patientId),
    isNull(homeSession.voidedAt),
  );
  const moment = { on: homeSession.performedOn, at: homeSession.receivedAt };
  const [[stop], [note], days] = await Promise.all([
    tx
      .select({ ...moment, what: homeSession.stopReason })
      .from(homeSession)
      .where(and(mine, isNotNull(homeSession.stopReason)))
      .orderBy(desc(homeSession.performedOn), desc(homeSession.receivedAt))
      .limit(1),
    tx
      .select(moment)
      .from(homeSession)
      .where(and(mine, isNotNull(homeSession.note), isNull(homeSession.noteReadAt)))
      .orderBy(asc(homeSession.receivedAt))
      .limit(1),
    tx
      .select({
        on: homeSession.performedOn,
        painDuring: homeSession.painDuring,
        painWorst24h: homeSession.painWorst24h,
        settled: homeSession.settledNextMorning,
      })
      .from(homeSession)
      .where(and(mine, sql`${homeSession.performedOn} >= ${since}`))
      .orderBy(asc(homeSession.performedOn)),
  ]);
  return {
    redStop: stop?.what ? { on: stop.on, at: stop.at.toISOString(), what: stop.what } : null,
    unreadNote: note ? { on: note.on, at: note.at.toISOString() } : null,
    days,
    receivedAt: days.length > 0 ? new Date().toISOString() : null,
  };
}

export function diaryFlareOf(
  { days }: Awaited<ReturnType<typeof sessionFacts>>,
  today: CalendarDay,
  rules: RuleSet,
): PatientFacts["diary_flare"] {
  const flare = diaryFlare(
    days.map(({ on, painDuring, painWorst24h, settled }) => ({
      on,
      pain_during: painDuring,
      pain_24h: painWorst24h,
      settled: settled === null ? null : settled === "yes",
    })),
    today,
    rules,
  );
  return flare && { ...flare, at: `${flare.on}T23:59:59.999Z` };
}
