/** Visits and their drafts, what was added to a signed visit, and holds that act before signing. */
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
import { staffMember } from "./clinic";
import { clinicId, createdAt, day, instant, rowId } from "./columns";
import { episode, patient } from "./patient";

export const VISIT_KINDS = ["treatment", "decision", "contact", "did_not_attend"] as const;
export const visitKind = pgEnum("visit_kind", VISIT_KINDS);
export const visitState = pgEnum("visit_state", ["draft", "signed", "discarded"]);
export const visitEventKind = pgEnum("visit_event_kind", ["amend", "void", "co_sign", "return"]);

/** A signed visit's row never changes: amendments, voids and co-signatures are rows of visit_event. */
export const visit = pgTable(
  "visit",
  {
    clinicId: clinicId(),
    id: rowId(),
    patientId: uuid().notNull(),
    episodeId: uuid().notNull(),
    kind: visitKind().notNull(),
    state: visitState().notNull().default("draft"),
    visitOn: day().notNull(),
    /** Order within a day; visits of an episode order by (visit_on, seq). */
    seq: integer().notNull(),
    /** Counts treatment and decision visits as people number them: 1, 2, 3 …; null for the others and when discarded. */
    number: integer(),
    /** Rises with every accepted change of the draft. */
    version: integer().notNull().default(1),
    massKg: doublePrecision(),
    heightCm: doublePrecision(),
    /** Complaint, history, since last time, adverse response, advice, note, contact: by draft path. */
    narrative: jsonb().$type<Record<string, unknown>>(),
    decision: jsonb().$type<{ choice: "advance" | "keep" | "protect"; reason?: string }>(),
    override: jsonb().$type<{ to_phase: string; listed: string; reason: string; second_clinician?: string }>(),
    cannotTest: jsonb().$type<{ id: string; reason: string }[]>(),
    nextReviewOn: day(),
    nextReviewOpen: boolean().notNull().default(false),
    createdById: uuid().notNull(),
    createdAt: createdAt(),
    signedAt: instant(),
    signedById: uuid(),
    /** Signed by a supervised clinician: until co-signed the fold keeps the phase (CLINICAL 11.9). */
    signedSupervised: boolean().notNull().default(false),
    /** Canonical JSON of visit, measures, assessment and decision, as hashed. */
    signedText: text(),
    signedHash: text(),
    signedMac: text(),
    signedKey: text(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique().on(t.clinicId, t.patientId, t.id),
    unique().on(t.clinicId, t.patientId, t.episodeId, t.id),
    unique().on(t.clinicId, t.episodeId, t.visitOn, t.seq),
    unique().on(t.clinicId, t.episodeId, t.number),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.episodeId],
      foreignColumns: [episode.clinicId, episode.patientId, episode.id],
    }),
    foreignKey({ columns: [t.clinicId, t.createdById], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    foreignKey({ columns: [t.clinicId, t.signedById], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    index().on(t.clinicId, t.patientId, t.visitOn, t.seq),
    index("visit_drafts").on(t.clinicId, t.createdById).where(sql`state = 'draft'`),
  ],
);

/** One row per field of a draft, each with its own version: independent fields never overwrite each other. */
export const visitDraftField = pgTable(
  "visit_draft_field",
  {
    clinicId: clinicId(),
    visitId: uuid().notNull(),
    patientId: uuid().notNull(),
    path: text().notNull(),
    /** JSON null = cleared again (missing). */
    value: jsonb().$type<unknown>(),
    version: integer().notNull().default(1),
    updatedById: uuid().notNull(),
    updatedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.visitId, t.path] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.visitId],
      foreignColumns: [visit.clinicId, visit.patientId, visit.id],
    }),
    foreignKey({ columns: [t.clinicId, t.updatedById], foreignColumns: [staffMember.clinicId, staffMember.id] }),
  ],
);

/** Amend, void, co-sign, return: appended to a signed visit, signed like one. */
export const visitEvent = pgTable(
  "visit_event",
  {
    clinicId: clinicId(),
    id: rowId(),
    patientId: uuid().notNull(),
    visitId: uuid().notNull(),
    kind: visitEventKind().notNull(),
    reason: text(),
    /** amend: what stood and what stands now, by draft path. */
    changes: jsonb().$type<{ path: string; old: unknown; new: unknown }[]>(),
    byId: uuid().notNull(),
    at: createdAt(),
    signedText: text().notNull(),
    signedHash: text().notNull(),
    signedMac: text().notNull(),
    signedKey: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.visitId],
      foreignColumns: [visit.clinicId, visit.patientId, visit.id],
    }),
    foreignKey({ columns: [t.clinicId, t.byId], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    index().on(t.clinicId, t.visitId),
    uniqueIndex("visit_event_one_void").on(t.clinicId, t.visitId).where(sql`kind = 'void'`),
  ],
);

/** A blocking flag set in a draft pauses the plan at once, before signing (CLINICAL 3.3). */
export const holdOverlay = pgTable(
  "hold_overlay",
  {
    clinicId: clinicId(),
    id: rowId(),
    patientId: uuid().notNull(),
    episodeId: uuid().notNull(),
    visitId: uuid().notNull(),
    flag: text().notNull(),
    setById: uuid().notNull(),
    setAt: createdAt(),
    unsetById: uuid(),
    unsetAt: instant(),
    unsetReason: text(),
    /** Set when the visit was signed: from then on the fold's hold rules. */
    signedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.episodeId, t.visitId],
      foreignColumns: [visit.clinicId, visit.patientId, visit.episodeId, visit.id],
    }),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patient.clinicId, patient.id] }),
    foreignKey({ columns: [t.clinicId, t.setById], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    foreignKey({ columns: [t.clinicId, t.unsetById], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    uniqueIndex("hold_overlay_one_open")
      .on(t.clinicId, t.visitId, t.flag)
      .where(sql`unset_at is null and signed_at is null`),
    index().on(t.clinicId, t.patientId),
  ],
);
