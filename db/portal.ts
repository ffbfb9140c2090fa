/**
 * What a patient's phone may show: today, the session, whether exercises are paused. Flags, screening and patterns
 * leave nothing here; on hold nothing but the hold itself leaves (CLINICAL 3.3.3).
 */
import "server-only";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { addDays, ageOn, type CalendarDay, isoWeekStart } from "@/domain/calendar-day";
import { dayIn } from "@/domain/clinic-clock";
import { type TodaysItems, todaysItems } from "@/domain/home-session/todays-items";
import { isPrescribedDay } from "@/domain/plan/adherence-count";
import { type PlanChange, planDifference } from "@/domain/plan/difference";
import type { Easier } from "@/domain/plan/easier";
import type { PlanItem } from "@/domain/plan/item";
import type { Phase } from "@/domain/vocabulary/phases";
import { type Tx, transaction } from "./client";
import type { OwnItems } from "./clinic-item";
import { courseVisits } from "./course";
import { planHistory, type RunningPlan, runningPlan } from "./plan-history";
import { currentRuleSetIn } from "./rule-set";
import { phaseTransition } from "./schema/assessment";
import { clinic } from "./schema/clinic";
import { homeSession } from "./schema/home-session";
import { episode, patient } from "./schema/patient";
import type { Actor } from "./scope";
import { easierItems, type LastTime, lastTimes } from "./session-item-facts";

export type Portal<Open> = { kind: "hold" } | ({ kind: "open" } & Open);
export type PatientActor = Actor & { patientId: string };

/** An item as the phone gets it: the condition behind a limit stays in the clinic. */
export type PortalItem = Pick<
  PlanItem,
  "id" | "exercise" | "dose" | "pain_limit" | "limit_text" | "note" | "reduced" | "until"
>;
export type PortalPlan = {
  versionId: string;
  number: number;
  assignedOn: CalendarDay;
  phase: Phase;
  /** The clinician's own plan, without a gate. */
  outsideModel: boolean;
  session: PortalItem[];
  beside: PortalItem[];
  /** The clinic's own exercises among them. */
  own: OwnItems;
  dueOn: CalendarDay | null;
  minutes: number;
};

export type CalendarMark = "done" | "partly" | "unreported" | "planned" | "free";
export type CalendarCell = { on: CalendarDay; mark: CalendarMark };

/** The front of the thigh, the one thing of the next phase's gate that a patient is told (CLINICAL 5.2.4). */
export type Elasticity = {
  needed: number;
  sides: { side: "L" | "R"; degrees: number }[];
  /** The gate was met once and is checked again. */
  isMetOnce: boolean;
};

export type PortalToday = {
  givenName: string;
  today: CalendarDay;
  /** null: nothing assigned yet; "ended": care at this clinic has ended. */
  plan: PortalPlan | "ended" | null;
  calendar: CalendarCell[];
  next: Elasticity | null;
  changes: PlanChange[];
  /** The present stage was entered although its gate wasn't met. */
  isMovedOn: boolean;
  doneToday: boolean;
  /** Today's session ended by the red stop. */
  stoppedToday: boolean;
  /** Yesterday's session with pain, whose next morning hasn't been asked about. */
  toSettle: { sessionId: string; painDuring: number | null } | null;
  /** Days that a plan on this phone may be older than, and pain limits of the traffic light. */
  limits: { progress: number; stop: number };
};

const CALENDAR_WEEKS = 4;

export type Place = {
  episodeId: string | null;
  isClosed: boolean;
  dayZero: CalendarDay;
  startedOn: CalendarDay;
  birthDate: CalendarDay;
  givenName: string;
  initialPhase: Phase | null;
  today: CalendarDay;
  timeZone: string;
};

/** How many days a phone may exercise by a plan it keeps (CLINICAL 3.3.2: 72 h). */
const DAYS_AHEAD = 3;

/** `ahead`: a coming day to be kept for flight mode, as it will be if nothing changes; any other day is today. */
const onDay = (place: Place, ahead: CalendarDay | null): Place =>
  ahead !== null && ahead > place.today && ahead <= addDays(place.today, DAYS_AHEAD)
    ? { ...place, today: ahead }
    : place;

export function portalToday(
  actor: PatientActor,
  now = new Date(),
  ahead: CalendarDay | null = null,
): Promise<Portal<PortalToday>> {
  return transaction(actor, async (tx) => {
    const place = onDay(await placeOf(tx, actor, now), ahead);
    if (await isPaused(tx, actor, place)) return { kind: "hold" };
    const rules = await currentRuleSetIn(tx, actor);
    const running = place.episodeId === null || place.isClosed ? null : await runningPlan(tx, actor, place.episodeId);
    const recent = await recentSessions(tx, actor, place.today);
    const yesterday = addDays(place.today, -1);
    const asked = recent.find(
      ({ on, settled, painDuring, painWorst24h }) =>
        on === yesterday && settled === null && (painDuring ?? 0) + (painWorst24h ?? 0) > 0,
    );
    return {
      kind: "open",
      givenName: place.givenName,
      today: place.today,
      plan: place.isClosed ? "ended" : newestPlan(running, place.today),
      calendar: running === null ? [] : await calendarOf(tx, actor, running, place),
      next: running === null ? null : await elasticity(tx, actor, place, rules.values),
      changes: running === null ? [] : unseenChanges(running, recent),
      isMovedOn: running !== null && (await isMovedOn(tx, actor, place)),
      stoppedToday: recent.some(({ on, stopReason }) => on === place.today && stopReason !== null),
      doneToday: recent.some(({ on, outcome }) => on === place.today && outcome !== "skipped"),
      toSettle: asked ? { sessionId: asked.id, painDuring: asked.painDuring } : null,
      limits: { progress: rules.values.nprs_exercise_progress, stop: rules.values.nprs_exercise_stop },
    };
  });
}

export type PortalSession = {
  plan: PortalPlan | null;
  /** By item of the session. */
  easier: ReadonlyMap<string, Easier>;
  lastTimes: ReadonlyMap<string, LastTime>;
  /** The day whose items these are: today, or that of the session under way. */
  on: CalendarDay;
  limits: { progress: number; stop: number };
};

/** What the player does today; `begun` names the version and day of a session under way, which finishes as it began. */
export function portalSession(
  actor: PatientActor,
  begun: { versionId: string; on: CalendarDay } | null,
  now = new Date(),
  ahead: CalendarDay | null = null,
): Promise<Portal<PortalSession>> {
  return transaction(actor, async (tx) => {
    const place = onDay(await placeOf(tx, actor, now), begun === null ? ahead : null);
    if (await isPaused(tx, actor, place)) return { kind: "hold" };
    const { values } = await currentRuleSetIn(tx, actor);
    const running = place.episodeId === null || place.isClosed ? null : await runningPlan(tx, actor, place.episodeId);
    const version = running?.versions.find(({ id }) => id === begun?.versionId);
    const isRecent = begun !== null && begun.on >= addDays(place.today, -1) && begun.on <= place.today;
    const on = version && isRecent ? begun.on : place.today;
    const plan = running && version && isRecent ? planOf(running, version, on) : newestPlan(running, place.today);
    const items = plan?.session ?? [];
    const keys = items.map(({ id }) => id);
    return {
      kind: "open",
      on,
      plan,
      easier: plan === null ? new Map() : await easierItems(tx, actor, items, plan.own, on),
      lastTimes: await lastTimes(tx, actor, keys),
      limits: { progress: values.nprs_exercise_progress, stop: values.nprs_exercise_stop },
    };
  });
}

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

const forPhone = ({ id, exercise, dose, pain_limit, limit_text, note, reduced, until }: PlanItem): PortalItem => ({
  id,
  exercise,
  dose,
  pain_limit,
  limit_text,
  note,
  reduced,
  until,
});

function planOf(
  { outsideModel, own }: RunningPlan,
  version: RunningPlan["versions"][number],
  on: CalendarDay,
): PortalPlan {
  const found: TodaysItems = todaysItems(version.items, on, own);
  return {
    versionId: version.id,
    number: version.number,
    assignedOn: version.effective_from,
    phase: version.phase as Phase,
    outsideModel,
    session: found.session.map(forPhone),
    beside: found.beside.map(forPhone),
    own,
    dueOn: found.dueOn,
    minutes: found.minutes,
  };
}

function newestPlan(running: RunningPlan | null, today: CalendarDay): PortalPlan | null {
  const newest = running?.versions.findLast(({ effective_from }) => effective_from <= today);
  return running && newest ? planOf(running, newest, today) : null;
}

/** The difference of the newest version to the one before, until a session was logged on it. */
function unseenChanges(running: RunningPlan, recent: readonly { versionId: string | null }[]): PlanChange[] {
  const newest = running.versions.at(-1);
  const before = running.versions.at(-2);
  if (!newest || !before || recent.some(({ versionId }) => versionId === newest.id)) return [];
  return planDifference(before.items, newest.items);
}

/** Whether the last move of the phase was an override of the gate (CLINICAL 5.2). */
async function isMovedOn(tx: Tx, actor: PatientActor, { episodeId }: Place): Promise<boolean> {
  if (episodeId === null) return false;
  const [last] = await tx
    .select({ kind: phaseTransition.kind })
    .from(phaseTransition)
    .where(
      and(
        eq(phaseTransition.clinicId, actor.clinicId),
        eq(phaseTransition.episodeId, episodeId),
        sql`not exists (select 1 from visit_event e where e.clinic_id = ${phaseTransition.clinicId}
          and e.visit_id = ${phaseTransition.visitId} and e.kind = 'void')`,
      ),
    )
    .orderBy(desc(phaseTransition.movedOn), desc(phaseTransition.createdAt))
    .limit(1);
  return last?.kind === "override";
}

const SHOWN_DAYS = CALENDAR_WEEKS * 7;

/** Four ISO weeks, this one last. */
async function calendarOf(tx: Tx, actor: PatientActor, running: RunningPlan, place: Place): Promise<CalendarCell[]> {
  const { patientId } = actor;
  const history = await planHistory(tx, actor, running, { patientId, episodeId: place.episodeId ?? "" });
  const first = addDays(isoWeekStart(place.today), 7 - SHOWN_DAYS);
  return Array.from({ length: SHOWN_DAYS }, (_, k) => addDays(first, k)).map((on) => {
    const sessions = history.sessions.filter((session) => session.on === on);
    if (sessions.some(({ completion }) => completion === "done")) return { on, mark: "done" };
    if (sessions.some(({ completion }) => completion === "partly")) return { on, mark: "partly" };
    if (!isPrescribedDay(history, on)) return { on, mark: "free" };
    return { on, mark: on < place.today ? "unreported" : "planned" };
  });
}

function recentSessions(tx: Tx, actor: PatientActor, today: CalendarDay) {
  return tx
    .select({
      id: homeSession.id,
      on: homeSession.performedOn,
      outcome: homeSession.outcome,
      versionId: homeSession.planVersionId,
      painDuring: homeSession.painDuring,
      painWorst24h: homeSession.painWorst24h,
      settled: homeSession.settledNextMorning,
      stopReason: homeSession.stopReason,
    })
    .from(homeSession)
    .where(
      and(
        eq(homeSession.clinicId, actor.clinicId),
        eq(homeSession.patientId, actor.patientId),
        isNull(homeSession.voidedAt),
        sql`${homeSession.performedOn} >= ${addDays(today, -SHOWN_DAYS)}`,
      ),
    )
    .orderBy(asc(homeSession.performedOn), asc(homeSession.receivedAt));
}

/** In Release only, for adults only, and of sides whose knee bend is a length test at present. */
async function elasticity(
  tx: Tx,
  actor: PatientActor,
  place: Place,
  rules: { ely_tight: number; adult_age: number },
): Promise<Elasticity | null> {
  if (place.episodeId === null || ageOn(place.birthDate, place.today) < rules.adult_age) return null;
  const course = await courseVisits(tx, actor, place.episodeId);
  const last = course.at(-1);
  if (last?.result.phase_after !== "release") return null;
  const sides = (["L", "R"] as const).flatMap((side) => {
    if (last.result.notices.includes(`ely_not_judged:${side}`)) return [];
    const measured = course
      .flatMap(({ record }) => record.measures)
      .findLast(({ id, side: of, quality }) => id === "ely_angle_deg" && of === side && quality !== "invalid");
    return measured ? [{ side, degrees: measured.value }] : [];
  });
  const { gate } = last.result;
  return { needed: rules.ely_tight, sides, isMetOnce: gate?.id === "G2" && gate.status === "provisional" };
}
