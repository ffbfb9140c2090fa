/** The audit chain of a clinic, and receipts that make a repeated write answer as the first did. */
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { clinic } from "./clinic";
import { clinicId, createdAt, rowId } from "./columns";

/** Ids, field names and keyed hashes only: never names or values, so that erasure stays possible. */
export const auditEvent = pgTable(
  "audit_event",
  {
    clinicId: clinicId().references(() => clinic.id),
    id: rowId(),
    seq: bigint({ mode: "number" }).notNull(),
    at: createdAt(),
    userId: uuid(),
    membershipId: uuid(),
    action: text().notNull(),
    patientId: uuid(),
    objectKind: text().notNull(),
    objectId: uuid(),
    fields: text().array().notNull(),
    detail: jsonb().$type<Record<string, string | number | boolean | null>>().notNull(),
    prevHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique().on(t.clinicId, t.seq),
    unique().on(t.clinicId, t.prevHash),
    index().on(t.clinicId, t.patientId, t.seq),
  ],
);

/** The chain's end; locked last in a transaction. */
export const auditHead = pgTable("audit_head", {
  clinicId: uuid()
    .primaryKey()
    .references(() => clinic.id),
  seq: bigint({ mode: "number" }).notNull(),
  hash: text().notNull(),
});

/** Same id + same body = same answer; same id + other body = 409. */
export const writeReceipt = pgTable(
  "write_receipt",
  {
    clinicId: clinicId(),
    id: rowId(),
    userId: uuid().notNull(),
    kind: text().notNull(),
    bodyHash: text().notNull(),
    status: integer().notNull(),
    answer: jsonb().$type<unknown>().notNull(),
    at: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.clinicId, t.id] }), index().on(t.clinicId, t.at)],
);
