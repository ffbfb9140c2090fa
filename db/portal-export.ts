/** A patient's own record as one file: all that their rooms show, with the earlier answers, agreements and plans behind it. */
import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { CalendarDay } from "@/domain/calendar-day";
import type { Outcome, StopReason } from "@/domain/home-session/check-in";
import type { Done } from "@/domain/home-session/done";
import type { PlanItem } from "@/domain/plan/item";
import { saidTexts } from "@/domain/plan/verdict";
import type { Phase } from "@/domain/vocabulary/phases";
import { type Tx, transaction } from "./client";
import type { PatientActor } from "./portal-place";
import { type PortalProgress, portalProgress } from "./portal-progress";
import { type PortalConsent, type PortalPerson, personOf } from "./portal-record";
import { type SharedReport, sharedReports } from "./report-share";
import { consent } from "./schema/consent";
import { questionnaireResponse } from "./schema/finding";
import { homeSession, homeSessionItem, homeSessionRevision } from "./schema/home-session";
import { plan, planItem, planVersion } from "./schema/plan";

export type PortalExport = {
  person: PortalPerson;
  /** Every entry, oldest first; the last one of an item stands. */
  consents: PortalConsent[];
  sessions: {
    id: string;
    on: CalendarDay;
    /** null on a day written down afterwards. */
    performedAt: Date | null;
    receivedAt: Date;
    /** Logged on the phone, typed from a paper diary, or as remembered at a visit. */
    source: "phone" | "diary" | "recall";
    outcome: Outcome;
    /** Of 10; null: not told. */
    painDuring: number | null;
    painWorst24h: number | null;
    effort: number | null;
    settledNextMorning: "yes" | "no" | null;
    stopReason: StopReason | null;
    note: string | null;
  }[];
  /** `swappedFrom`: the planned exercise in whose place an easier one was done. */
  sessionItems: {
    sessionId: string;
    exercise: string;
    swappedFrom: string | null;
    outcome: Outcome;
    done: Done | null;
  }[];
  /** What stood before each change of answers, oldest first. */
  corrections: { sessionId: string; at: Date; before: unknown }[];
  plans: {
    version: number;
    phase: Phase;
    assignedOn: CalendarDay;
    /** The plan's last day; null: it runs. */
    endedOn: CalendarDay | null;
    items: {
      exercise: string;
      dose: unknown;
      from: CalendarDay;
      until: CalendarDay | null;
      painLimit: number;
      limit: string | null;
      cautions: string[];
      note: string | null;
      /** A smaller dose for some days. */
      reduced: PlanItem["reduced"];
    }[];
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
  /** Pain, function and stretch of the visits, as under Progress; null while exercises are paused. */
  progress: ExportedProgress | null;
  reports: Omit<SharedReport, "id">[];
};

type ExportedProgress = Pick<PortalProgress, "startedOn" | "stretch" | "sessionsDone"> & {
  /** `day`: days from the first day of care, which is 0; value null: not measured at that visit. */
  values: { measure: string; unit: string; points: { day: number; value: number | null }[] }[];
};

/** Everything of one's own that needs no clinician's review before it is handed out (CLINICAL 3.3.3). */
export async function portalExport(actor: PatientActor): Promise<PortalExport> {
  const [own, progress, reports] = await Promise.all([
    transaction(actor, async (tx) => ({
      person: await personOf(tx, actor),
      consents: await consentEntries(tx, actor),
      ...(await sessionsOf(tx, actor)),
      plans: await plansOf(tx, actor),
      questionnaires: await questionnairesOf(tx, actor),
    })),
    portalProgress(actor),
    sharedReports(actor),
  ]);
  return {
    ...own,
    progress: progress.kind === "hold" ? null : progressValues(progress),
    reports: reports.map(({ number, from, to, sharedAt }) => ({ number, from, to, sharedAt })),
  };
}

const progressValues = ({ startedOn, outcomes, stretch, sessionsDone }: PortalProgress): ExportedProgress => ({
  startedOn,
  values: outcomes.map(({ measure, unit, points }) => ({
    measure,
    unit,
    points: points.map(({ day, value }) => ({ day, value })),
  })),
  stretch,
  sessionsDone,
});

const consentEntries = (tx: Tx, actor: PatientActor) =>
  tx
    .select({ item: consent.item, state: consent.state, on: consent.consentedOn })
    .from(consent)
    .where(and(eq(consent.clinicId, actor.clinicId), eq(consent.patientId, actor.patientId)))
    .orderBy(asc(consent.consentedOn), asc(consent.createdAt)) as Promise<PortalConsent[]>;

async function sessionsOf(tx: Tx, actor: PatientActor) {
  const sessions = await tx
    .select({
      id: homeSession.id,
      on: homeSession.performedOn,
      performedAt: homeSession.performedAt,
      receivedAt: homeSession.receivedAt,
      source: homeSession.source,
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
    .orderBy(asc(homeSession.performedOn), asc(homeSession.receivedAt));
  const sessionItems = await tx
    .select({
      sessionId: homeSessionItem.sessionId,
      exercise: homeSessionItem.exercise,
      swappedFrom: homeSessionItem.swappedFrom,
      outcome: homeSessionItem.outcome,
      done: homeSessionItem.done,
    })
    .from(homeSessionItem)
    .where(and(eq(homeSessionItem.clinicId, actor.clinicId), eq(homeSessionItem.patientId, actor.patientId)));
  const corrections = await tx
    .select({
      sessionId: homeSessionRevision.sessionId,
      at: homeSessionRevision.at,
      before: homeSessionRevision.before,
    })
    .from(homeSessionRevision)
    .where(and(eq(homeSessionRevision.clinicId, actor.clinicId), eq(homeSessionRevision.patientId, actor.patientId)))
    .orderBy(asc(homeSessionRevision.at), asc(homeSessionRevision.version));
  return { sessions, sessionItems, corrections };
}

async function plansOf(tx: Tx, actor: PatientActor): Promise<PortalExport["plans"]> {
  const rows = await tx
    .select({
      planId: plan.id,
      endedOn: plan.endedOn,
      version: planVersion.number,
      phase: planVersion.phase,
      assignedOn: planVersion.assignedOn,
      exercise: planItem.exercise,
      dose: planItem.dose,
      from: planItem.fromOn,
      until: planItem.untilOn,
      painLimit: planItem.painLimit,
      limit: planItem.limitText,
      said: planItem.cautions,
      note: planItem.note,
      reduced: planItem.reduced,
    })
    .from(planItem)
    .innerJoin(
      planVersion,
      and(eq(planVersion.clinicId, planItem.clinicId), eq(planVersion.id, planItem.planVersionId)),
    )
    .innerJoin(plan, and(eq(plan.clinicId, planVersion.clinicId), eq(plan.id, planVersion.planId)))
    .where(and(eq(planItem.clinicId, actor.clinicId), eq(planItem.patientId, actor.patientId)))
    .orderBy(asc(plan.createdAt), asc(planVersion.number), asc(planItem.position));
  const plans = new Map<string, PortalExport["plans"][number]>();
  for (const { planId, version, phase, assignedOn, endedOn, said, ...item } of rows) {
    const key = `${planId} ${version}`;
    const told = plans.get(key) ?? { version, phase, assignedOn, endedOn, items: [] };
    told.items.push({ ...item, cautions: saidTexts(said) });
    plans.set(key, told);
  }
  return [...plans.values()];
}

const questionnairesOf = (tx: Tx, actor: PatientActor): Promise<PortalExport["questionnaires"]> =>
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
    .orderBy(asc(questionnaireResponse.filledAt));
