/** What the rules concluded at signing, what they would conclude since, and each change of phase. */
import { boolean, foreignKey, index, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import type { VisitAssessment } from "@/domain/assessment";
import type { VisitRecord } from "@/domain/record";
import { PHASES } from "@/domain/vocabulary/phases";
import { staffMember } from "./clinic";
import { clinicId, createdAt, day, rowId } from "./columns";
import { visit } from "./visit";

export const phaseEnum = pgEnum("phase", PHASES);
export const transitionKind = pgEnum("transition_kind", [
  "entry",
  "gate",
  "regress",
  "override",
  "hold",
  "clearance",
  "protect",
  "void",
]);

/** The result stored beside a signed visit; the next visit starts from its fold state. */
export const assessment = pgTable(
  "assessment",
  {
    clinicId: clinicId(),
    visitId: uuid().notNull(),
    patientId: uuid().notNull(),
    episodeId: uuid().notNull(),
    ruleSetVersion: text().notNull(),
    ruleSetAdopted: boolean().notNull(),
    /** What the rules read of the visit. Visits that don't enter the fold have no assessment. */
    input: jsonb().$type<VisitRecord>().notNull(),
    result: jsonb().$type<VisitAssessment>().notNull(),
    /** What each criterion rested on: value, day, threshold (the "why"). */
    evidence: jsonb().$type<unknown>().notNull(),
    foldState: jsonb().$type<unknown>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.visitId] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.episodeId, t.visitId],
      foreignColumns: [visit.clinicId, visit.patientId, visit.episodeId, visit.id],
    }),
    index().on(t.clinicId, t.episodeId),
  ],
);

/** After an amendment, a void, a late entry or a new rule set: flags differences and moves no phase. After a co-signature: what stands since. */
export const assessmentRecheck = pgTable(
  "assessment_recheck",
  {
    clinicId: clinicId(),
    id: rowId(),
    patientId: uuid().notNull(),
    visitId: uuid().notNull(),
    cause: text().notNull().$type<"amendment" | "late_entry" | "void" | "rule_set" | "co_sign">(),
    ruleSetVersion: text().notNull(),
    /** The visit as it reads since (amended); the newest counts for later visits. */
    input: jsonb().$type<VisitRecord>().notNull(),
    result: jsonb().$type<VisitAssessment>().notNull(),
    /** What each criterion of `result` rested on, where it stands (co-signature). */
    evidence: jsonb().$type<unknown>(),
    differs: boolean().notNull(),
    /** Of a co-signed visit itself: the state that the next visit starts from instead of the one at signing. */
    foldState: jsonb().$type<unknown>(),
    createdAt: createdAt(),
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

/** Phases change only by a signed decision: one row per change, naming the visit that made it. */
export const phaseTransition = pgTable(
  "phase_transition",
  {
    clinicId: clinicId(),
    id: rowId(),
    patientId: uuid().notNull(),
    episodeId: uuid().notNull(),
    visitId: uuid().notNull(),
    fromPhase: phaseEnum().notNull(),
    toPhase: phaseEnum().notNull(),
    movedOn: day().notNull(),
    kind: transitionKind().notNull(),
    reason: text(),
    byId: uuid().notNull(),
    secondClinician: text(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.episodeId, t.visitId],
      foreignColumns: [visit.clinicId, visit.patientId, visit.episodeId, visit.id],
    }),
    foreignKey({ columns: [t.clinicId, t.byId], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    index().on(t.clinicId, t.episodeId),
  ],
);
