/** One summary row per patient, rewritten in the transaction that changes what it sums up; and snoozes of reasons. */
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import type { Reason } from "@/domain/caseload/caseload";
import { phaseEnum } from "./assessment";
import { staffMember } from "./clinic";
import { clinicId, createdAt, day, instant, rowId } from "./columns";
import { episode, patient } from "./patient";
import { visit } from "./visit";

export const caseloadRow = pgTable(
  "caseload_row",
  {
    clinicId: clinicId(),
    patientId: uuid().notNull(),
    episodeId: uuid(),
    number: integer().notNull(),
    /** As shown; the keys are folded for search and order. */
    name: text().notNull(),
    familyKey: text().notNull(),
    givenKey: text().notNull(),
    birthDate: day().notNull(),
    phone: text(),
    /** Digits of the phone from the end, for search with or without the country's prefix. */
    phoneKey: text(),
    responsibleId: uuid(),
    phase: phaseEnum().notNull(),
    phaseSince: day(),
    /** Newest first, at most 8: {on, worst}; null where it was not recorded. */
    pain: jsonb().$type<{ on: string; worst: number | null }[]>().notNull(),
    lastPain: smallint(),
    lastVisitOn: day(),
    nextReviewOn: day(),
    draftVisitId: uuid(),
    /** Fourteen days, oldest first: done, partly, due and not reported, nothing due. */
    fortnight: text(),
    /** All reasons of CLINICAL 13 that hold, highest first. */
    reasons: jsonb().$type<Reason[]>().notNull(),
    snoozed: jsonb().$type<(Reason & { until: string })[]>().notNull(),
    /** Priority of the highest reason not snoozed; 99 when there is none. */
    needRank: smallint().notNull(),
    /** Trigger of that reason; 9999-12-31 when there is none, so that such rows stand last. */
    needSince: day().notNull(),
    /** The reason's place in the table of reasons. */
    needOrder: smallint().notNull(),
    /** One bit per reason that holds, by its place in the table of reasons. */
    reasonBits: integer().notNull().default(0),
    /** When a reason may come true by time alone, clinic-local midnight. */
    nextChangeAt: instant(),
    updatedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.patientId] }),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patient.clinicId, patient.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.episodeId],
      foreignColumns: [episode.clinicId, episode.patientId, episode.id],
    }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.draftVisitId],
      foreignColumns: [visit.clinicId, visit.patientId, visit.id],
    }),
    foreignKey({ columns: [t.clinicId, t.responsibleId], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    index("caseload_need").on(
      t.clinicId,
      t.needRank,
      t.needSince,
      t.needOrder,
      t.familyKey,
      t.patientId,
      // Counted without a look at the rows.
      t.reasonBits,
    ),
    index("caseload_mine").on(
      t.clinicId,
      t.responsibleId,
      t.needRank,
      t.needSince,
      t.needOrder,
      t.familyKey,
      t.patientId,
    ),
    index("caseload_phase").on(t.clinicId, t.phase, t.needRank, t.needSince, t.needOrder, t.familyKey, t.patientId),
    index("caseload_family").on(t.clinicId, t.familyKey.op("text_pattern_ops")),
    index("caseload_given").on(t.clinicId, t.givenKey.op("text_pattern_ops")),
    index("caseload_phone").on(t.clinicId, t.phoneKey.op("text_pattern_ops")),
    index("caseload_number").on(t.clinicId, t.number),
    index("caseload_due").on(t.clinicId, t.nextChangeAt),
  ],
);

export const snooze = pgTable(
  "snooze",
  {
    clinicId: clinicId(),
    id: rowId(),
    patientId: uuid().notNull(),
    reasonId: text().notNull(),
    /** The trigger it hides; a new trigger ends it. */
    triggerOn: day().notNull(),
    until: day().notNull(),
    why: text(),
    /** Reasons of higher priority that stood then; another one ends the snooze. */
    above: text().array().notNull(),
    byId: uuid().notNull(),
    at: createdAt(),
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patient.clinicId, patient.id] }),
    foreignKey({ columns: [t.clinicId, t.byId], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    index().on(t.clinicId, t.patientId),
  ],
);
