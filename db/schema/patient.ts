/** Patients, their episodes of care and who is responsible. */
import { sql } from "drizzle-orm";
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
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { InitialState } from "@/domain/record";
import { INTERPRETER_NEEDS, PATIENT_MODES } from "@/domain/vocabulary/people";
import { clinic, staffMember } from "./clinic";
import { clinicId, createdAt, day, instant, rowId } from "./columns";

export const sexEnum = pgEnum("sex", ["M", "F", "X"]);
export const patientMode = pgEnum("patient_mode", PATIENT_MODES);
export const interpreterNeed = pgEnum("interpreter_need", INTERPRETER_NEEDS);

export const patient = pgTable(
  "patient",
  {
    clinicId: clinicId().references(() => clinic.id),
    id: rowId(),
    /** Counts up within the clinic; shown as the record number. */
    number: integer().notNull(),
    givenName: text().notNull(),
    familyName: text().notNull(),
    /** Folded names for prefix search, "family given" and "given family" (see domain/patient-name). */
    familyKey: text().notNull(),
    givenKey: text().notNull(),
    birthDate: day().notNull(),
    sex: sexEnum().notNull(),
    pronouns: text(),
    phone: text(),
    email: text(),
    address: text(),
    /** BCP 47. */
    language: text().notNull().default("en"),
    interpreter: interpreterNeed().notNull().default("not_needed"),
    mode: patientMode().notNull().default("phone"),
    occupation: text(),
    guardianName: text(),
    guardianPhone: text(),
    guardianRelation: text(),
    nextOfKin: text(),
    dominantSide: text(),
    heightCm: doublePrecision(),
    /** Restricted on request: readable, nothing new is written. */
    restrictedAt: instant(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
    createdById: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique().on(t.clinicId, t.number),
    foreignKey({ columns: [t.clinicId, t.createdById], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    index().on(t.clinicId, t.familyKey.op("text_pattern_ops")),
    index().on(t.clinicId, t.givenKey.op("text_pattern_ops")),
  ],
);

/** At most one open episode per patient; baselines, look-backs and gates never cross episodes. */
export const episode = pgTable(
  "episode",
  {
    clinicId: clinicId(),
    id: rowId(),
    patientId: uuid().notNull(),
    /** The fold's day 0. */
    dayZero: day().notNull(),
    startedOn: day().notNull(),
    complaint: text(),
    onsetOn: day(),
    /** Set when the patient was transferred in mid-course. */
    initialState: jsonb().$type<InitialState>(),
    responsibleId: uuid().notNull(),
    nextReviewOn: day(),
    /** true: "open", decided so at signing; false with no date: not set yet. */
    nextReviewOpen: boolean().notNull().default(false),
    closedOn: day(),
    closingReason: text(),
    closingNote: text(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique().on(t.clinicId, t.patientId, t.id),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patient.clinicId, patient.id] }),
    foreignKey({ columns: [t.clinicId, t.responsibleId], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    uniqueIndex("episode_one_open").on(t.clinicId, t.patientId).where(sql`closed_on is null`),
  ],
);

export const careTeam = pgTable(
  "care_team",
  {
    clinicId: clinicId(),
    patientId: uuid().notNull(),
    episodeId: uuid().notNull(),
    memberId: uuid().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.episodeId, t.memberId] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.episodeId],
      foreignColumns: [episode.clinicId, episode.patientId, episode.id],
    }),
    foreignKey({ columns: [t.clinicId, t.memberId], foreignColumns: [staffMember.clinicId, staffMember.id] }),
  ],
);

/** The responsible clinician changes only by hand-over. */
export const handover = pgTable(
  "handover",
  {
    clinicId: clinicId(),
    id: rowId(),
    patientId: uuid().notNull(),
    episodeId: uuid().notNull(),
    fromId: uuid().notNull(),
    toId: uuid().notNull(),
    handedOn: day().notNull(),
    note: text(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.episodeId],
      foreignColumns: [episode.clinicId, episode.patientId, episode.id],
    }),
    foreignKey({ columns: [t.clinicId, t.fromId], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    foreignKey({ columns: [t.clinicId, t.toId], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    index().on(t.clinicId, t.episodeId),
  ],
);
