/** What a plan is proposed and checked by: phase now, findings, ticks, strain, body mass; gathered once for page and server check. */
import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { lastConclusion, sinceLifted, standingVisits } from "@/domain/attended";
import { addDays, ageOn, type CalendarDay, daysBetween } from "@/domain/calendar-day";
import { dayIn } from "@/domain/clinic-clock";
import type { AssignContext } from "@/domain/plan/checks";
import type { ClinicItem } from "@/domain/plan/clinic-item";
import { activeConditions, type ConditionFacts, isBlocked } from "@/domain/plan/conditions";
import type { ProposalInput } from "@/domain/plan/propose";
import { restartsAtHalf, templateFacts } from "@/domain/plan/template-facts";
import { isUnderAge } from "@/domain/plan/template-match";
import { flagsInForce } from "@/domain/rules/safety";
import { isSportGoal } from "@/domain/visit/last-told";
import type { AssignTickId } from "@/domain/vocabulary/contraindications";
import { type FlagId, isFlagId } from "@/domain/vocabulary/flags";
import type { Phase } from "@/domain/vocabulary/phases";
import type { Tx } from "./client";
import { currentClinicItems, type OwnItems } from "./clinic-item";
import { type CourseOrigin, type CourseVisit, courseOrigin, courseVisits, patientOn } from "./course";
import { openBlocks } from "./hold";
import { lastToldIn } from "./last-told";
import { type RunningPlan, runningPlan } from "./plan-history";
import { type CurrentRuleSet, currentRuleSetIn } from "./rule-set";
import { clinic } from "./schema/clinic";
import { episode, patient } from "./schema/patient";
import { plan, planVersion } from "./schema/plan";
import { visit, visitDraftField } from "./schema/visit";
import type { Actor } from "./scope";

export type PlanPlace = {
  patientId: string;
  episodeId: string;
  number: number;
  givenName: string;
  familyName: string;
  isRestricted: boolean;
  now: Date;
  /** In the clinic's zone. */
  today: CalendarDay;
};

/** The patient's open episode; with `lock` writers of its plan take turns. undefined = none, or not the actor's. */
export async function planPlace(
  tx: Tx,
  actor: Actor,
  patientId: string,
  lock = false,
  now = new Date(),
): Promise<PlanPlace | undefined> {
  // Whoever calls: a plan is written by clinicians alone.
  if (lock && (actor.role === "patient" || actor.role === "reception")) return undefined;
  const rows = tx
    .select({
      patientId: patient.id,
      episodeId: episode.id,
      number: patient.number,
      givenName: patient.givenName,
      familyName: patient.familyName,
      restrictedAt: patient.restrictedAt,
      timeZone: clinic.timeZone,
    })
    .from(episode)
    .innerJoin(patient, and(eq(patient.clinicId, episode.clinicId), eq(patient.id, episode.patientId)))
    .innerJoin(clinic, eq(clinic.id, episode.clinicId))
    .where(and(eq(episode.clinicId, actor.clinicId), eq(episode.patientId, patientId), isNull(episode.closedOn)));
  const [row] = await (lock ? rows.for("update", { of: episode }) : rows);
  if (!row) return undefined;
  const { restrictedAt, timeZone, ...place } = row;
  return { ...place, isRestricted: restrictedAt !== null, now, today: dayIn(timeZone, now) };
}

export type GivenTicks = { ids: readonly AssignTickId[]; on: CalendarDay };

export type PlanFacts = {
  origin: CourseOrigin;
  course: CourseVisit[];
  /** What a version is made from. */
  basis: CourseVisit | undefined;
  running: RunningPlan | null;
  rules: CurrentRuleSet;
  /** As the last signed visit left it. */
  signedPhase: Phase;
  /** With a draft's hold on top. */
  phase: Phase;
  phaseSince: CalendarDay | null;
  outsideModel: boolean;
  flags: FlagId[];
  /** Answered within the days an acknowledgement lasts; null = to be asked. */
  ticks: GivenTicks | null;
  /** For the proposal; with other ticks, ask `withTicks`. */
  proposing: Omit<ProposalInput, "own"> & { own: OwnItems };
  /** The clinic's own items offered now. */
  ownNow: readonly ClinicItem[];
  conditionFacts: ConditionFacts;
};

export async function planFacts(tx: Tx, actor: Actor, place: PlanPlace): Promise<PlanFacts> {
  const { episodeId, patientId, today } = place;
  const [origin, course, running, rules, overlays, draftFlags, given, ownNow] = await Promise.all([
    courseOrigin(tx, actor, episodeId),
    courseVisits(tx, actor, episodeId),
    runningPlan(tx, actor, episodeId),
    currentRuleSetIn(tx, actor),
    openBlocks(tx, actor, episodeId),
    flagsInDrafts(tx, actor, episodeId),
    newestTicks(tx, actor, patientId),
    currentClinicItems(tx, actor),
  ]);
  if (!origin) throw new Error("An episode without its patient");
  const basis = lastConclusion(course);
  const signedPhase = course.at(-1)?.result.phase_after ?? origin.initialState?.phase ?? "none";
  const phase: Phase = overlays.length > 0 ? "hold" : signedPhase;
  const flags = [...new Set([...recordedFlags(origin, course, rules, today), ...draftFlags])];
  const age = ageOn(origin.birthDate, today);
  const told = await lastToldIn(
    tx,
    actor,
    course.map(({ visitId }) => visitId),
  );
  const sport_goal = isSportGoal(told);
  const facts = templateFacts(course, { age, flags, sport_goal, rules });
  // Old values are no finding: an own plan stays one until a visit enters the model.
  const staysOutside = signedPhase === "none" && running?.outsideModel === true;
  const outside_model = (facts?.outside_model ?? false) || staysOutside;
  const ticks = given && daysBetween(given.on, today) <= rules.values.ack_valid_days ? given : null;
  const conditionFacts: ConditionFacts = {
    today,
    flags,
    signs: course.flatMap(({ record, visitOn }) => record.signs.map((sign) => ({ ...sign, on: visitOn }))),
    strain: facts?.strain ?? {},
    nprs_exercise: exercisePain(course),
    ticks: ticks?.ids.map((id) => ({ id, on: ticks.on })) ?? [],
    rules,
  };
  // The half dose after a long hold is for the plan that restarts, not for each version after it.
  const restarts =
    basis !== undefined && restartsAtHalf(basis.result) && running?.versions.at(-1)?.visitId !== basis.visitId;
  return {
    origin,
    course,
    basis,
    running,
    rules,
    signedPhase,
    phase,
    phaseSince: overlays.length > 0 ? dayOfHold(overlays) : phaseSince(course, origin),
    outsideModel: outside_model || (isUnderAge({ age, rules }) && phase !== "protect"),
    flags,
    ticks,
    conditionFacts,
    ownNow,
    proposing: {
      own: new Map([...(running?.own ?? []), ...ownNow.map((item) => [item.id, item] as const)]),
      ...(facts ?? { entered_from: null, statements: {}, strain: {}, flare: false }),
      ...{ age, flags, sport_goal, rules, phase, outside_model },
      conditions: activeConditions(conditionFacts),
      blocked: overlays.length > 0 || isBlocked(flags),
      acknowledged: acknowledged(course, today, rules),
      from: today,
      onset_on: strainOnset(course, origin),
      mass_kg: origin.massKg,
      restart_half_dose: restarts,
      current: running?.versions.at(-1)?.items ?? [],
    },
  };
}

/** The same facts under other answers to the list of ticks. */
export function withTicks(facts: PlanFacts, ticks: GivenTicks | null): PlanFacts {
  const conditionFacts = { ...facts.conditionFacts, ticks: ticks?.ids.map((id) => ({ id, on: ticks.on })) ?? [] };
  return {
    ...facts,
    ticks,
    conditionFacts,
    proposing: { ...facts.proposing, conditions: activeConditions(conditionFacts) },
  };
}

export function assignContext({ proposing, phase, outsideModel }: PlanFacts): Omit<AssignContext, "waived"> {
  const { conditions, blocked, acknowledged: known, mass_kg, own, from: today, onset_on, current } = proposing;
  const plan = { today, onset_on, current };
  return { conditions, blocked, acknowledged: known ?? [], mass_kg, own, ...plan, phase, outside_model: outsideModel };
}

/** A decision is made without the patient (CLINICAL 11.4): only a treatment visit says which flags ended by not being set. */
function recordedFlags(
  origin: CourseOrigin,
  course: readonly CourseVisit[],
  rules: CurrentRuleSet,
  today: CalendarDay,
): FlagId[] {
  const standing = standingVisits(course, isExamined);
  const blocking = sinceLifted(standing);
  return standing.length === 0
    ? flagsInForce(patientOn(origin, today), { visit: 0, day: 0, flags: [], signs: [], measures: [] }, rules.values)
    : standing.flatMap((visit) =>
        flagsInForce(patientOn(origin, today), visit.record, rules.values).filter(
          (flag) => blocking.includes(visit) || !isBlocked([flag]),
        ),
      );
}

const isExamined = ({ kind }: CourseVisit): boolean => kind === "treatment";

function exercisePain(course: readonly CourseVisit[]): number | null {
  const scores =
    course
      .findLast(isExamined)
      ?.record.measures.filter(({ id }) => id === "nprs_exercise")
      .map(({ value }) => value) ?? [];
  return scores.length === 0 ? null : Math.max(...scores);
}

function strainOnset(course: readonly CourseVisit[], origin: CourseOrigin): CalendarDay | null {
  const days = course.flatMap(({ record }) => record.signs.flatMap((sign) => sign.onset_day ?? []));
  return days.length === 0 ? origin.onsetOn : addDays(origin.dayZero, Math.max(...days));
}

function acknowledged(course: readonly CourseVisit[], today: CalendarDay, rules: CurrentRuleSet): string[] {
  return course
    .filter(({ visitOn }) => daysBetween(visitOn, today) <= rules.values.ack_valid_days)
    .flatMap(({ record }) => record.acks ?? []);
}

function phaseSince(course: readonly CourseVisit[], origin: CourseOrigin): CalendarDay | null {
  // A block entered late holds since the visit that met it first.
  const moved = course.findLast(({ record, result }) => record.late_hold || result.phase_before !== result.phase_after);
  if (moved) return moved.visitOn;
  return origin.initialState ? addDays(origin.dayZero, origin.initialState.phase_since_day) : null;
}

const dayOfHold = (overlays: readonly { setOn: string }[]): CalendarDay | null =>
  overlays.map(({ setOn }) => setOn).sort()[0] ?? null;

/** A flag set in an open draft acts at once; one taken back there acts when that visit is signed. */
async function flagsInDrafts(tx: Tx, actor: Actor, episodeId: string): Promise<FlagId[]> {
  const rows = await tx
    .select({ path: visitDraftField.path })
    .from(visitDraftField)
    .innerJoin(visit, and(eq(visit.clinicId, visitDraftField.clinicId), eq(visit.id, visitDraftField.visitId)))
    .where(
      and(
        eq(visitDraftField.clinicId, actor.clinicId),
        eq(visit.episodeId, episodeId),
        eq(visit.state, "draft"),
        sql`${visitDraftField.path} like 'flag.%' and ${visitDraftField.value}->>'set' = 'true'`,
      ),
    );
  return rows.map(({ path }) => path.slice("flag.".length)).filter(isFlagId);
}

async function newestTicks(tx: Tx, actor: Actor, patientId: string): Promise<GivenTicks | null> {
  const [row] = await tx
    .select({ ids: planVersion.ticks, on: planVersion.tickedOn })
    .from(planVersion)
    .innerJoin(plan, and(eq(plan.clinicId, planVersion.clinicId), eq(plan.id, planVersion.planId)))
    .where(and(eq(planVersion.clinicId, actor.clinicId), eq(planVersion.patientId, patientId)))
    .orderBy(desc(planVersion.assignedAt))
    .limit(1);
  return row ? { ...row, ids: row.ids as AssignTickId[] } : null;
}
