/** An episode's course as the rules read it: who the patient is, what earlier visits held, where the fold stands. */
import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { VisitAssessment } from "@/domain/assessment";
import { ageOn, type CalendarDay, daysBetween } from "@/domain/calendar-day";
import type { EpisodeRecord, PatientRecord, VisitRecord } from "@/domain/record";
import { type FoldState, openCourse } from "@/domain/rules/course";
import type { Tx } from "./client";
import { assessment, assessmentRecheck } from "./schema/assessment";
import { episode, patient } from "./schema/patient";
import { type VISIT_KINDS, visit, visitEvent } from "./schema/visit";
import type { Actor } from "./scope";
import { isNotVoided } from "./standing";

export type CourseVisit = {
  visitId: string;
  number: number | null;
  visitOn: string;
  seq: number;
  /** The fold takes a decision for a visit; nobody was examined at one. */
  kind: (typeof VISIT_KINDS)[number];
  /** The visit's record as it reads today: amended where it was amended. */
  record: VisitRecord;
  /** What was concluded at signing, or at the co-signature. */
  result: VisitAssessment;
  state: FoldState;
  /** Signed by a supervised clinician and not co-signed: its decision waits. */
  supervised: boolean;
};

/** Signed, not voided visits of the fold, in their order (visit_on, seq). */
export async function courseVisits(tx: Tx, actor: Actor, episodeId: string): Promise<CourseVisit[]> {
  const rows = await tx
    .select({
      visitId: visit.id,
      number: visit.number,
      visitOn: visit.visitOn,
      seq: visit.seq,
      kind: visit.kind,
      input: assessment.input,
      amended: sql<VisitRecord | null>`(select r.input from ${assessmentRecheck} r where r.clinic_id = ${visit.clinicId}
        and r.visit_id = ${visit.id} order by r.created_at desc, r.id desc limit 1)`,
      supervised: sql<boolean>`${visit.signedSupervised} and not exists (select 1 from ${visitEvent} e
        where e.clinic_id = ${visit.clinicId} and e.visit_id = ${visit.id} and e.kind = 'co_sign')`,
      cosigned: sql<{ result: VisitAssessment; state: FoldState } | null>`(select
        jsonb_build_object('result', r.result, 'state', r.fold_state) from ${assessmentRecheck} r
        where r.clinic_id = ${visit.clinicId} and r.visit_id = ${visit.id} and r.fold_state is not null
        order by r.created_at desc, r.id desc limit 1)`,
      result: assessment.result,
      state: assessment.foldState,
    })
    .from(assessment)
    .innerJoin(visit, and(eq(visit.clinicId, assessment.clinicId), eq(visit.id, assessment.visitId)))
    .where(and(eq(assessment.clinicId, actor.clinicId), eq(assessment.episodeId, episodeId), isNotVoided()))
    .orderBy(asc(visit.visitOn), asc(visit.seq));
  return rows.map(({ input, amended, cosigned, result, state, ...row }) => ({
    ...row,
    record: amended ?? input,
    result: cosigned?.result ?? result,
    state: cosigned?.state ?? (state as FoldState),
  }));
}

/** The facts of patient and episode that the fold starts from. */
export async function courseOrigin(tx: Tx, actor: Actor, episodeId: string) {
  const [row] = await tx
    .select({
      patientId: patient.id,
      birthDate: patient.birthDate,
      sex: patient.sex,
      dominantSide: patient.dominantSide,
      heightCm: patient.heightCm,
      dayZero: episode.dayZero,
      onsetOn: episode.onsetOn,
      initialState: episode.initialState,
      massKg: sql<number | null>`(select v.mass_kg from ${visit} v where v.clinic_id = ${episode.clinicId}
        and v.patient_id = ${episode.patientId} and v.state = 'signed' and v.mass_kg is not null
        order by v.visit_on desc, v.seq desc limit 1)`,
    })
    .from(episode)
    .innerJoin(patient, and(eq(patient.clinicId, episode.clinicId), eq(patient.id, episode.patientId)))
    .where(and(eq(episode.clinicId, actor.clinicId), eq(episode.id, episodeId)));
  return row;
}

export type CourseOrigin = NonNullable<Awaited<ReturnType<typeof courseOrigin>>>;

/** The state a visit starts from: that of the last fold visit before it, else the episode's beginning. */
export function stateBefore(origin: CourseOrigin, earlier: readonly CourseVisit[]): FoldState {
  const last = earlier.at(-1);
  return last ? last.state : openCourse(episodeOf(origin));
}

/** The episode without its visits; the patient as on day zero. */
export function episodeOf(origin: CourseOrigin): Omit<EpisodeRecord, "visits"> {
  return {
    patient: patientOn(origin, origin.dayZero),
    ...(origin.onsetOn !== null && { onset_day: daysBetween(origin.dayZero, origin.onsetOn) }),
    ...(origin.initialState !== null && { initial_state: origin.initialState }),
  };
}

/** Age is that of the day; body values are the last known. */
export function patientOn(origin: CourseOrigin, on: CalendarDay): PatientRecord {
  return {
    age: ageOn(origin.birthDate, on),
    sex: origin.sex,
    ...(origin.massKg !== null && { mass_kg: origin.massKg }),
    ...(origin.heightCm !== null && { height_cm: origin.heightCm }),
    ...((origin.dominantSide === "L" || origin.dominantSide === "R") && { dominant_side: origin.dominantSide }),
  };
}
