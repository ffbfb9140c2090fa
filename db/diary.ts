/** Days of a paper diary, or as remembered: entered by a clinician, marked as such, each change a row of its own. */
import "server-only";
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { addDays, type CalendarDay, daysBetween } from "@/domain/calendar-day";
import { type DiaryDay, type DiaryMark, type DiarySource, markOf, outcomeOf } from "@/domain/home-session/diary";
import { newId } from "@/domain/new-id";
import { isPrescribedDay, versionOn } from "@/domain/plan/adherence-count";
import { dueItems } from "@/domain/plan/schedule";
import type { PatientMode } from "@/domain/vocabulary/people";
import { appendAudit } from "./audit";
import { refreshCaseload } from "./caseload-refresh";
import { type Tx, transaction } from "./client";
import { planPlace } from "./plan-facts";
import { episodePlans, planHistory, type RunningPlan, runningOf, runningPlan } from "./plan-history";
import { homeSession, homeSessionItem } from "./schema/home-session";
import { episode, patient } from "./schema/patient";
import { visit } from "./schema/visit";
import type { Actor } from "./scope";

export type DiaryPageDay = {
  on: CalendarDay;
  isPlanned: boolean;
  /** Logged on the phone: shown, not entered again. */
  isLogged: boolean;
  entered: { mark: DiaryMark; painDuring: number | null; painWorst24h: number | null; source: DiarySource } | null;
};

export type DiaryPage = {
  mode: PatientMode;
  today: CalendarDay;
  /** First day that may be entered. */
  startedOn: CalendarDay;
  hasPlan: boolean;
  /** Oldest first, until today. */
  days: DiaryPageDay[];
};

const SHOWN_AT_LEAST = 7;
const SHOWN_AT_MOST = 91;

/** The days since `from`, else since the last signed visit; null without an open episode, or when it isn't the actor's. */
export function diaryPage(actor: Actor, patientId: string, from: CalendarDay | null): Promise<DiaryPage | null> {
  return transaction(actor, async (tx) => {
    const place = await planPlace(tx, actor, patientId);
    if (!place) return null;
    const { episodeId, today } = place;
    const [[about], [last], plans, rows] = await Promise.all([
      tx
        .select({ mode: patient.mode, startedOn: episode.startedOn })
        .from(episode)
        .innerJoin(patient, and(eq(patient.clinicId, episode.clinicId), eq(patient.id, episode.patientId)))
        .where(and(eq(episode.clinicId, actor.clinicId), eq(episode.id, episodeId))),
      tx
        .select({ on: visit.visitOn })
        .from(visit)
        .where(
          and(
            eq(visit.clinicId, actor.clinicId),
            eq(visit.episodeId, episodeId),
            eq(visit.state, "signed"),
            inArray(visit.kind, ["treatment", "decision"]),
          ),
        )
        .orderBy(desc(visit.visitOn))
        .limit(1),
      episodePlans(tx, actor, episodeId),
      sessionRows(tx, actor, patientId),
    ]);
    if (!about) return null;
    const wanted = from ?? last?.on ?? about.startedOn;
    const earliest = addDays(today, 1 - SHOWN_AT_MOST);
    const latest = addDays(today, 1 - SHOWN_AT_LEAST);
    // At least a week, at most a quarter, never before the episode.
    const shown = [wanted, latest].toSorted()[0] ?? latest;
    const first = [shown, earliest, about.startedOn].toSorted()[2] ?? shown;
    const history = plans.length === 0 ? null : await planHistory(tx, actor, plans, { patientId, episodeId });
    return {
      mode: about.mode,
      today,
      startedOn: about.startedOn,
      hasPlan: runningOf(plans) !== null,
      days: Array.from({ length: daysBetween(first, today) + 1 }, (_, k) => addDays(first, k)).map((on) => {
        const ofDay = rows.filter((row) => row.on === on);
        const entered = ofDay.find(({ source }) => source !== "phone");
        return {
          on,
          isPlanned: history !== null && isPrescribedDay(history, on),
          isLogged: ofDay.some(({ source }) => source === "phone"),
          entered: entered ? { ...entered, mark: markOf(entered), source: entered.source as DiarySource } : null,
        };
      }),
    };
  });
}

export type DiarySaved = { ok: true; changed: number } | { ok: false; reason: "not_found" | "outside" | "restricted" };

/**
 * Writes what differs from what stands. A changed day is a new row beside the voided one; days logged on the phone are
 * left as the patient told them.
 */
export function saveDiary(actor: Actor, patientId: string, days: readonly DiaryDay[]): Promise<DiarySaved> {
  return transaction(actor, async (tx) => {
    const place = await planPlace(tx, actor, patientId, true);
    if (!place) return { ok: false, reason: "not_found" };
    if (place.isRestricted) return { ok: false, reason: "restricted" };
    const { episodeId, today } = place;
    const [about] = await tx
      .select({ startedOn: episode.startedOn })
      .from(episode)
      .where(and(eq(episode.clinicId, actor.clinicId), eq(episode.id, episodeId)));
    if (!about || days.some(({ on }) => on > today || on < about.startedOn)) return { ok: false, reason: "outside" };
    const [running, rows] = await Promise.all([runningPlan(tx, actor, episodeId), sessionRows(tx, actor, patientId)]);
    let changed = 0;
    for (const day of days) {
      const ofDay = rows.filter(({ on }) => on === day.on);
      if (ofDay.some(({ source }) => source === "phone")) continue;
      const [standing] = ofDay;
      if (isSame(standing, day)) continue;
      changed += 1;
      if (standing) await voidDay(tx, actor, standing.id, place.now);
      if (day.mark !== null) await insertDay(tx, actor, { patientId, episodeId, running }, day, day.mark);
    }
    if (changed > 0) {
      await refreshCaseload(tx, actor, patientId, place.now);
      await appendAudit(tx, actor, {
        action: "diary.enter",
        objectKind: "episode",
        objectId: episodeId,
        patientId,
        detail: { days: changed },
      });
    }
    return { ok: true, changed };
  });
}

function sessionRows(tx: Tx, actor: Actor, patientId: string) {
  return tx
    .select({
      id: homeSession.id,
      on: homeSession.performedOn,
      source: homeSession.source,
      outcome: homeSession.outcome,
      stopReason: homeSession.stopReason,
      painDuring: homeSession.painDuring,
      painWorst24h: homeSession.painWorst24h,
    })
    .from(homeSession)
    .where(
      and(eq(homeSession.clinicId, actor.clinicId), eq(homeSession.patientId, patientId), isNull(homeSession.voidedAt)),
    )
    .orderBy(asc(homeSession.performedOn));
}

type SessionRow = Awaited<ReturnType<typeof sessionRows>>[number];

function isSame(standing: SessionRow | undefined, day: DiaryDay): boolean {
  if (standing === undefined) return day.mark === null;
  return (
    day.mark === markOf(standing) &&
    day.painDuring === standing.painDuring &&
    day.painWorst24h === standing.painWorst24h &&
    day.source === standing.source
  );
}

const voidDay = (tx: Tx, actor: Actor, id: string, at: Date) =>
  tx
    .update(homeSession)
    .set({ voidedAt: at, version: sql`${homeSession.version} + 1` })
    .where(and(eq(homeSession.clinicId, actor.clinicId), eq(homeSession.id, id)));

async function insertDay(
  tx: Tx,
  actor: Actor,
  place: { patientId: string; episodeId: string; running: RunningPlan | null },
  { on, painDuring, painWorst24h, source }: DiaryDay,
  mark: DiaryMark,
): Promise<void> {
  const { patientId, episodeId, running } = place;
  const version = running ? (versionOn(running.versions, on) as RunningPlan["versions"][number] | null) : null;
  const id = newId();
  await tx.insert(homeSession).values({
    clinicId: actor.clinicId,
    id,
    patientId,
    episodeId,
    planVersionId: version?.id ?? null,
    performedOn: on,
    source,
    ...outcomeOf(mark),
    painDuring,
    painWorst24h,
    enteredById: actor.membershipId,
  });
  // Only "all" says which exercises were done.
  const items = mark === "all" && version ? dueItems(version.items, on) : [];
  if (items.length === 0) return;
  await tx.insert(homeSessionItem).values(
    items.map((item) => ({
      clinicId: actor.clinicId,
      patientId,
      sessionId: id,
      itemKey: item.id,
      exercise: item.exercise,
      outcome: "done" as const,
    })),
  );
}
