/** Questionnaires a patient fills before a visit: which are due, and what was sent, kept until a clinician takes it in. */
import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { isAttended } from "@/domain/attended";
import { ageOn, type CalendarDay } from "@/domain/calendar-day";
import { dayIn } from "@/domain/clinic-clock";
import { onServerClock } from "@/domain/home-session/phone-clock";
import { type Due, dueQuestionnaires } from "@/domain/questionnaire/due";
import { isAskedAs, type QuestionnaireFill, scoreOf } from "@/domain/questionnaire/fill";
import { SCORED_MEASURE } from "@/domain/visit/read-questionnaire";
import type { InstrumentId } from "@/domain/vocabulary/questionnaires";
import { refreshCaseload } from "./caseload-refresh";
import { type Tx, transaction } from "./client";
import { type CourseVisit, courseVisits } from "./course";
import { isPaused, type PatientActor, type Place, type Portal, placeOf } from "./portal-place";
import { askedActivities } from "./psfs-activity";
import { clinic } from "./schema/clinic";
import { questionnaireResponse } from "./schema/finding";
import { episode, patient } from "./schema/patient";
import type { Answer } from "./write-receipt";

export type Questions = {
  givenName: string;
  today: CalendarDay;
  nextReviewOn: CalendarDay | null;
  /** No open episode: nothing is asked. */
  isEnded: boolean;
  due: Due;
  /** Sent, not yet taken into a visit. */
  waiting: { instrument: InstrumentId; on: CalendarDay }[];
  /** The patient's own, asked again under the same ids; earlier scores stay in the clinic (CLINICAL 8). */
  activities: { id: string; text: string }[];
  /** Thighs with pain or a strain on record. */
  thighs: ("L" | "R")[];
};

/** As the phone asks: nothing on hold. */
export function portalQuestions(actor: PatientActor, language: string, now = new Date()): Promise<Portal<Questions>> {
  return transaction(actor, async (tx) => {
    const place = await placeOf(tx, actor, now);
    if (await isPaused(tx, actor, place)) return { kind: "hold" };
    return { kind: "open", ...(await questionsOf(tx, actor, place, language)) };
  });
}

/** As the clinic's tablet asks: the clinician has decided that now is the time. */
export function tabletQuestions(actor: PatientActor, language: string, now = new Date()): Promise<Questions> {
  return transaction(actor, async (tx) => {
    const found = await questionsOf(tx, actor, await placeOf(tx, actor, now), language);
    return { ...found, due: { ...found.due, opensOn: null } };
  });
}

/** BCP 47, as the record has it. */
export function patientLanguage(actor: PatientActor): Promise<string> {
  return transaction(actor, async (tx) => {
    const [row] = await tx
      .select({ language: patient.language })
      .from(patient)
      .where(and(eq(patient.clinicId, actor.clinicId), eq(patient.id, actor.patientId)));
    return row?.language ?? "en";
  });
}

async function questionsOf(tx: Tx, actor: PatientActor, place: Place, language: string): Promise<Questions> {
  const { episodeId, today, givenName, timeZone } = place;
  if (episodeId === null || place.isClosed) {
    const due = { opensOn: null, instruments: [], untranslated: [] };
    return { givenName, today, nextReviewOn: null, isEnded: true, due, waiting: [], activities: [], thighs: [] };
  }
  const ofEpisode = and(
    eq(questionnaireResponse.clinicId, actor.clinicId),
    eq(questionnaireResponse.patientId, actor.patientId),
    eq(questionnaireResponse.episodeId, episodeId),
  );
  const [visits, [review], responses, activities] = await Promise.all([
    courseVisits(tx, actor, episodeId),
    tx
      .select({ on: episode.nextReviewOn })
      .from(episode)
      .where(and(eq(episode.clinicId, actor.clinicId), eq(episode.id, episodeId))),
    tx
      .select({
        instrument: questionnaireResponse.instrument,
        filledAt: questionnaireResponse.filledAt,
        filledBy: questionnaireResponse.filledBy,
      })
      .from(questionnaireResponse)
      .where(and(ofEpisode, isNull(questionnaireResponse.acceptedAt)))
      .orderBy(asc(questionnaireResponse.filledAt)),
    askedActivities(tx, actor, episodeId),
  ]);
  // Nothing is asked at a contact: the visit before it is the last one.
  const course = visits.filter(({ record }) => isAttended(record));
  const last = course.at(-1);
  const sent = responses.map(({ instrument, filledAt }) => ({
    instrument: instrument as InstrumentId,
    on: dayIn(timeZone, filledAt),
  }));
  // What was sent before the last visit and not taken in then is history, no answer for the next one.
  const waiting = sent.filter(({ on }) => last === undefined || on >= last.visitOn);
  return {
    givenName,
    today,
    nextReviewOn: review?.on ?? null,
    isEnded: false,
    due: dueQuestionnaires({
      today,
      nextReview: review?.on ?? null,
      firstVisitOn: course[0]?.visitOn ?? null,
      lastVisitOn: last?.visitOn ?? null,
      answeredOn: answeredAtVisits(course),
      waiting: waiting.map(({ instrument }) => instrument),
      language,
    }),
    waiting,
    activities,
    thighs: (["L", "R"] as const).filter((side) => isThighAsked(last, side)),
  };
}

function answeredAtVisits(course: readonly CourseVisit[]): Partial<Record<InstrumentId, CalendarDay>> {
  const lastWith = (measure: string) =>
    course.findLast(({ record }) => record.measures.some(({ id }) => id === measure))?.visitOn;
  return Object.fromEntries(
    Object.entries(SCORED_MEASURE).flatMap(([instrument, measure]) => {
      const on = lastWith(measure);
      return on === undefined ? [] : [[instrument, on]];
    }),
  );
}

function isThighAsked(last: CourseVisit | undefined, side: "L" | "R"): boolean {
  if (last === undefined) return false;
  const strain = last.result.pattern?.[side].strain;
  if (strain === "confirmed" || strain === "suspected" || strain === "resolving") return true;
  return last.record.measures.some(
    ({ id, side: of, value }) => id.startsWith("nprs_thigh_") && of === side && value > 0,
  );
}

const NOT_FOUND = { status: 404, answer: { error: "not-found" } } as const;

export type SentFill = {
  id: string;
  body: QuestionnaireFill;
  sentAt: Date;
  receivedAt: Date;
  /** The clinician who handed over the tablet; null from the patient's own phone. */
  handedById: string | null;
};

/** Stores one answered questionnaire under the device's id; the same again is answered as stored. */
export async function storeFill(tx: Tx, actor: PatientActor, sent: SentFill): Promise<Answer<unknown>> {
  const { id, body, sentAt, receivedAt, handedById } = sent;
  if (!isAskedAs(body)) return { status: 400, answer: { error: "malformed" } };
  const place = await placeOf(tx, actor, receivedAt);
  if (place.episodeId === null || place.isClosed) return NOT_FOUND;
  const { at } = onServerClock({ happenedAt: new Date(body.filledAt), sentAt, receivedAt });
  const stored = await tx
    .insert(questionnaireResponse)
    .values({
      clinicId: actor.clinicId,
      id,
      patientId: actor.patientId,
      episodeId: place.episodeId,
      instrument: body.instrument,
      instrumentVersion: body.version,
      language: body.language,
      filledBy: handedById === null && (await answersForChild(tx, actor, place)) ? "guardian" : "patient",
      filledById: handedById === null ? actor.membershipId : null,
      handedById,
      answers: body.answers,
      score: scoreOf(body),
      completed: true,
      filledAt: at,
    })
    .onConflictDoNothing()
    .returning({ id: questionnaireResponse.id });
  if (stored.length > 0) await refreshCaseload(tx, actor, actor.patientId, receivedAt);
  return { status: 200, answer: { responseId: id } };
}

/** Below the clinic's age for an own login the phone is the guardian's. */
async function answersForChild(tx: Tx, actor: PatientActor, { birthDate, today }: Place): Promise<boolean> {
  const [row] = await tx.select({ age: clinic.ownLoginAge }).from(clinic).where(eq(clinic.id, actor.clinicId));
  return row !== undefined && ageOn(birthDate, today) < row.age;
}
