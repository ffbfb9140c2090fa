/** Reports as stored snapshots: the writers read only these, so they can't disagree. */
import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { staffMember } from "./clinic";
import { clinicId, createdAt, day, instant, rowId } from "./columns";
import { episode } from "./patient";

export const reportSnapshot = pgTable(
  "report_snapshot",
  {
    clinicId: clinicId(),
    id: rowId(),
    patientId: uuid().notNull(),
    episodeId: uuid().notNull(),
    kind: text().notNull().$type<"progress">(),
    number: integer().notNull(),
    fromOn: day().notNull(),
    toOn: day().notNull(),
    sections: text().array().notNull(),
    snapshot: jsonb().$type<unknown>().notNull(),
    snapshotHash: text().notNull(),
    createdById: uuid().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique().on(t.clinicId, t.patientId, t.id),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.episodeId],
      foreignColumns: [episode.clinicId, episode.patientId, episode.id],
    }),
    foreignKey({ columns: [t.clinicId, t.createdById], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    index().on(t.clinicId, t.patientId, t.createdAt),
  ],
);

/** A report a clinician meant for the patient: until taken back it can be downloaded on the phone. */
export const reportShare = pgTable(
  "report_share",
  {
    clinicId: clinicId(),
    id: rowId(),
    patientId: uuid().notNull(),
    reportId: uuid().notNull(),
    sharedById: uuid().notNull(),
    sharedAt: createdAt(),
    endedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.reportId],
      foreignColumns: [reportSnapshot.clinicId, reportSnapshot.patientId, reportSnapshot.id],
    }),
    foreignKey({ columns: [t.clinicId, t.sharedById], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    uniqueIndex("report_share_one_running").on(t.clinicId, t.reportId).where(sql`ended_at is null`),
  ],
);
