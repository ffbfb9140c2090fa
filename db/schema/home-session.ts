/** Exercises done at home: one row per session with the patient's check-in, corrections kept beside it. */
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { Done } from "@/domain/home-session/done";
import { staffMember } from "./clinic";
import { clinicId, createdAt, day, instant, rowId } from "./columns";
import { episode } from "./patient";
import { planVersion } from "./plan";

export const sessionSource = pgEnum("session_source", ["phone", "diary", "recall"]);
export const itemOutcome = pgEnum("item_outcome", ["done", "partly", "skipped"]);
export const stopReason = pgEnum("stop_reason", ["pain", "tingling", "giving_way"]);
export const settledAnswer = pgEnum("settled_answer", ["yes", "no"]);

/** The id is made on the phone: a retry names the same session. */
export const homeSession = pgTable(
  "home_session",
  {
    clinicId: clinicId(),
    id: rowId(),
    patientId: uuid().notNull(),
    episodeId: uuid().notNull(),
    planVersionId: uuid(),
    performedOn: day().notNull(),
    /** By the phone's clock, corrected by the offset; null on a diary day. */
    performedAt: instant(),
    sentAt: instant(),
    receivedAt: createdAt(),
    /** Server minus phone, in ms; both clocks are kept. */
    clockOffsetMs: integer(),
    source: sessionSource().notNull().default("phone"),
    outcome: itemOutcome().notNull(),
    painDuring: smallint(),
    painWorst24h: smallint(),
    effort: smallint(),
    settledNextMorning: settledAnswer(),
    stopReason: stopReason(),
    note: text(),
    noteReadAt: instant(),
    noteReadById: uuid(),
    enteredById: uuid(),
    /** A diary day entered by mistake: kept, and counted by nothing. */
    voidedAt: instant(),
    version: integer().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique().on(t.clinicId, t.patientId, t.id),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.episodeId],
      foreignColumns: [episode.clinicId, episode.patientId, episode.id],
    }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.planVersionId],
      foreignColumns: [planVersion.clinicId, planVersion.patientId, planVersion.id],
    }),
    foreignKey({ columns: [t.clinicId, t.noteReadById], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    foreignKey({ columns: [t.clinicId, t.enteredById], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    index().on(t.clinicId, t.patientId, t.performedOn),
  ],
);

export const homeSessionItem = pgTable(
  "home_session_item",
  {
    clinicId: clinicId(),
    patientId: uuid().notNull(),
    sessionId: uuid().notNull(),
    itemKey: uuid().notNull(),
    exercise: text().notNull(),
    /** The easier item done in its place. */
    swappedFrom: text(),
    outcome: itemOutcome().notNull(),
    /** Sets, repetitions, seconds, load as done. */
    done: jsonb().$type<Done>(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.sessionId, t.itemKey] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.sessionId],
      foreignColumns: [homeSession.clinicId, homeSession.patientId, homeSession.id],
    }),
  ],
);

/** What stood before a correction. */
export const homeSessionRevision = pgTable(
  "home_session_revision",
  {
    clinicId: clinicId(),
    id: rowId(),
    patientId: uuid().notNull(),
    sessionId: uuid().notNull(),
    version: integer().notNull(),
    before: jsonb().$type<unknown>().notNull(),
    at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.sessionId],
      foreignColumns: [homeSession.clinicId, homeSession.patientId, homeSession.id],
    }),
    index().on(t.clinicId, t.sessionId),
  ],
);
