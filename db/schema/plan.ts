/** Plans in versions, their items, and pauses that leave the versions as they were. */
import { sql } from "drizzle-orm";
import {
  boolean,
  date,
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
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Dose } from "@/domain/plan/dose";
import type { PlanItem } from "@/domain/plan/item";
import { phaseEnum } from "./assessment";
import { staffMember } from "./clinic";
import { clinicId, createdAt, day, instant, rowId } from "./columns";
import { episode } from "./patient";
import { visit } from "./visit";

export const pauseCause = pgEnum("pause_cause", ["hold", "phase", "clinician"]);

export const plan = pgTable(
  "plan",
  {
    clinicId: clinicId(),
    id: rowId(),
    patientId: uuid().notNull(),
    episodeId: uuid().notNull(),
    /** "Own plan, outside the model": labelled everywhere, no gate. */
    outsideModel: boolean().notNull().default(false),
    endedOn: day(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique().on(t.clinicId, t.patientId, t.id),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.episodeId],
      foreignColumns: [episode.clinicId, episode.patientId, episode.id],
    }),
    uniqueIndex("plan_one_running").on(t.clinicId, t.episodeId).where(sql`ended_on is null`),
  ],
);

/** Each change of a plan makes a version; the newest is in force. */
export const planVersion = pgTable(
  "plan_version",
  {
    clinicId: clinicId(),
    id: rowId(),
    patientId: uuid().notNull(),
    planId: uuid().notNull(),
    number: integer().notNull(),
    phase: phaseEnum().notNull(),
    templateId: text(),
    /** Conditions ticked when assigning, or [] for "None of these". */
    ticks: text().array().notNull(),
    tickedOn: day().notNull(),
    /** What was left out and why, as shown when assigning. */
    leftOut: jsonb().$type<{ exercise: string; condition: string; replacedBy?: string }[]>().notNull(),
    note: text(),
    /** The visit whose assessment it was made from. */
    visitId: uuid(),
    assignedById: uuid().notNull(),
    /** In force from this day. */
    assignedOn: day().notNull(),
    assignedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique().on(t.clinicId, t.patientId, t.id),
    unique().on(t.clinicId, t.planId, t.number),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.planId],
      foreignColumns: [plan.clinicId, plan.patientId, plan.id],
    }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.visitId],
      foreignColumns: [visit.clinicId, visit.patientId, visit.id],
    }),
    foreignKey({ columns: [t.clinicId, t.assignedById], foreignColumns: [staffMember.clinicId, staffMember.id] }),
  ],
);

export const planItem = pgTable(
  "plan_item",
  {
    clinicId: clinicId(),
    id: rowId(),
    patientId: uuid().notNull(),
    planVersionId: uuid().notNull(),
    /** The same in every version, so that a session can name what it did. */
    itemKey: uuid().notNull(),
    exercise: text().notNull(),
    position: integer().notNull(),
    dose: jsonb().$type<Dose>().notNull(),
    fromOn: date({ mode: "string" }).notNull(),
    /** Last day it is due; null = open. */
    untilOn: date({ mode: "string" }),
    /** Pain in this exercise at which one stops to progress, 0–10. */
    painLimit: smallint().notNull(),
    /** The limit a surgeon or a protocol set, where a condition asks for it in words. */
    limitText: text(),
    note: text(),
    /** A flare's smaller dose, until the former one is confirmed. */
    reduced: jsonb().$type<PlanItem["reduced"]>(),
    /** Texts of limits and cautions that stood when it was assigned. */
    cautions: jsonb().$type<{ condition: string; effect: "limit" | "caution"; text: string }[]>().notNull(),
    /** Assigned against a hidden condition: which, and why. */
    overriddenCondition: text(),
    overrideReason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique().on(t.clinicId, t.planVersionId, t.itemKey),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.planVersionId],
      foreignColumns: [planVersion.clinicId, planVersion.patientId, planVersion.id],
    }),
  ],
);

/** A pause of the whole plan (hold) or of one item (its phase closed). Ends, never edited away. */
export const planPause = pgTable(
  "plan_pause",
  {
    clinicId: clinicId(),
    id: rowId(),
    patientId: uuid().notNull(),
    planId: uuid().notNull(),
    /** null = the whole plan. */
    itemKey: uuid(),
    cause: pauseCause().notNull(),
    visitId: uuid(),
    startedAt: createdAt(),
    startedOn: day().notNull(),
    endedAt: instant(),
    endedOn: day(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.planId],
      foreignColumns: [plan.clinicId, plan.patientId, plan.id],
    }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.visitId],
      foreignColumns: [visit.clinicId, visit.patientId, visit.id],
    }),
    index().on(t.clinicId, t.planId),
  ],
);
