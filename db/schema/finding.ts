/** What was found, answered, judged and done at a signed visit. Written at signing, never changed. */
import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { SIDES } from "@/domain/record";
import { SIGN_GRADES } from "@/domain/vocabulary/signs";
import { staffMember } from "./clinic";
import { clinicId, createdAt, day, instant, rowId } from "./columns";
import { episode } from "./patient";
import { visit } from "./visit";

export const sideEnum = pgEnum("side", SIDES);
export const gradeEnum = pgEnum("sign_grade", SIGN_GRADES);
export const qualityEnum = pgEnum("measure_quality", ["ok", "invalid"]);
export const answerEnum = pgEnum("screening_answer_value", ["yes", "no"]);
export const screeningDecision = pgEnum("screening_decision", ["not_concerned", "safety_net", "suspected"]);
export const clearanceKind = pgEnum("clearance_kind", ["medical_clearance", "flag_entered_in_error"]);

const ofVisit = () => ({ clinicId: clinicId(), id: rowId(), patientId: uuid().notNull(), visitId: uuid().notNull() });

/** A sign with its grade. No row = not recorded, which is not "absent". */
export const finding = pgTable(
  "finding",
  {
    ...ofVisit(),
    sign: text().notNull(),
    side: sideEnum().notNull(),
    grade: gradeEnum().notNull(),
    onsetOn: day(),
    painful: boolean(),
    count: smallint(),
    lengthCm: doublePrecision(),
    note: text(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.visitId],
      foreignColumns: [visit.clinicId, visit.patientId, visit.id],
    }),
    index().on(t.clinicId, t.visitId),
  ],
);

export const neurologicalFinding = pgTable(
  "neurological_finding",
  {
    ...ofVisit(),
    /** Such as L4.dermatome, S1.reflex, babinski. */
    key: text().notNull(),
    side: sideEnum().notNull(),
    state: text().notNull(),
    change: text(),
    age: text(),
    note: text(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.visitId],
      foreignColumns: [visit.clinicId, visit.patientId, visit.id],
    }),
    index().on(t.clinicId, t.visitId),
  ],
);

/** The body chart: one row per region and side. */
export const painArea = pgTable(
  "pain_area",
  {
    ...ofVisit(),
    region: text().notNull(),
    side: sideEnum().notNull(),
    qualities: text().array().notNull(),
    intensity: smallint(),
    note: text(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.visitId],
      foreignColumns: [visit.clinicId, visit.patientId, visit.id],
    }),
    index().on(t.clinicId, t.visitId),
  ],
);

export const measurement = pgTable(
  "measurement",
  {
    ...ofVisit(),
    measure: text().notNull(),
    side: sideEnum().notNull(),
    value: doublePrecision().notNull(),
    unit: text().notNull(),
    trials: jsonb().$type<number[]>(),
    method: text(),
    leverM: doublePrecision(),
    pelvisStabilised: boolean(),
    /** Staff member id, or the device's operator in words. */
    rater: text(),
    device: text(),
    quality: qualityEnum().notNull().default("ok"),
    note: text(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.visitId],
      foreignColumns: [visit.clinicId, visit.patientId, visit.id],
    }),
    index().on(t.clinicId, t.visitId),
    index().on(t.clinicId, t.patientId, t.measure),
  ],
);

/** What the patient answered, and what the clinician judged of a yes. */
export const screeningAnswer = pgTable(
  "screening_answer",
  {
    ...ofVisit(),
    flag: text().notNull(),
    answer: answerEnum().notNull(),
    decision: screeningDecision(),
    reason: text(),
    recheckOn: day(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.visitId],
      foreignColumns: [visit.clinicId, visit.patientId, visit.id],
    }),
    index().on(t.clinicId, t.visitId),
  ],
);

/** A flag is the clinician's judgement. Only flags act. */
export const visitFlag = pgTable("visit_flag", { ...ofVisit(), flag: text().notNull(), note: text() }, (t) => [
  primaryKey({ columns: [t.clinicId, t.id] }),
  foreignKey({
    columns: [t.clinicId, t.patientId, t.visitId],
    foreignColumns: [visit.clinicId, visit.patientId, visit.id],
  }),
  index().on(t.clinicId, t.visitId),
]);

/** One acknowledgement per precaution is valid 90 days; a limit written with it stays with it. */
export const acknowledgement = pgTable(
  "acknowledgement",
  { ...ofVisit(), item: text().notNull(), limitText: text() },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.visitId],
      foreignColumns: [visit.clinicId, visit.patientId, visit.id],
    }),
    index().on(t.clinicId, t.visitId),
  ],
);

/** What may lift a hold: a doctor's clearance, or a flag entered in error. */
export const clearance = pgTable(
  "clearance",
  {
    ...ofVisit(),
    kind: clearanceKind().notNull(),
    flag: text(),
    clearedBy: text(),
    clearedOn: day(),
    what: text(),
    reason: text(),
    secondClinician: text(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.visitId],
      foreignColumns: [visit.clinicId, visit.patientId, visit.id],
    }),
    index().on(t.clinicId, t.visitId),
  ],
);

export const treatmentGiven = pgTable(
  "treatment_given",
  { ...ofVisit(), treatment: text().notNull(), detail: jsonb().$type<Record<string, unknown>>().notNull() },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.visitId],
      foreignColumns: [visit.clinicId, visit.patientId, visit.id],
    }),
    index().on(t.clinicId, t.visitId),
  ],
);

/** A re-test right after treatment: never compared with the MDC, never in a gate. */
export const immediateRetest = pgTable(
  "immediate_retest",
  {
    ...ofVisit(),
    measure: text().notNull(),
    side: sideEnum().notNull(),
    before: doublePrecision(),
    after: doublePrecision().notNull(),
    /** null = not said. */
    sameRater: boolean(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.visitId],
      foreignColumns: [visit.clinicId, visit.patientId, visit.id],
    }),
    index().on(t.clinicId, t.visitId),
  ],
);

/** A filled questionnaire. `completed` is stored apart from the score: untouched is not 0. */
export const questionnaireResponse = pgTable(
  "questionnaire_response",
  {
    clinicId: clinicId(),
    id: rowId(),
    patientId: uuid().notNull(),
    episodeId: uuid().notNull(),
    visitId: uuid(),
    instrument: text().notNull(),
    instrumentVersion: text().notNull(),
    language: text().notNull(),
    filledBy: text().notNull().$type<"patient" | "clinician" | "guardian">(),
    /** The login it was filled in under: a patient's membership, or staff's. */
    filledById: uuid(),
    /** Who handed over the clinic's tablet that it was filled on. */
    handedById: uuid(),
    answers: jsonb().$type<Record<string, unknown>>().notNull(),
    score: doublePrecision(),
    completed: boolean().notNull(),
    filledAt: createdAt(),
    acceptedAt: instant(),
    acceptedById: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.episodeId],
      foreignColumns: [episode.clinicId, episode.patientId, episode.id],
    }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.episodeId, t.visitId],
      foreignColumns: [visit.clinicId, visit.patientId, visit.episodeId, visit.id],
    }),
    foreignKey({ columns: [t.clinicId, t.handedById], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    foreignKey({ columns: [t.clinicId, t.acceptedById], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    index().on(t.clinicId, t.patientId, t.instrument),
    index().on(t.clinicId, t.visitId),
  ],
);

/** The patient's own activities, with ids that stay the same from visit to visit. */
export const psfsActivity = pgTable(
  "psfs_activity",
  {
    clinicId: clinicId(),
    id: rowId(),
    patientId: uuid().notNull(),
    episodeId: uuid().notNull(),
    activity: text().notNull(),
    position: integer().notNull(),
    retiredOn: day(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.episodeId],
      foreignColumns: [episode.clinicId, episode.patientId, episode.id],
    }),
    index().on(t.clinicId, t.episodeId),
  ],
);
