/** How a person likes to enter visits in one clinic: own phrases, own order of the measures. No clinical entry. */
import { pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { clinic } from "./clinic";
import { clinicId, createdAt, rowId } from "./columns";

/** A snippet: `;` and its trigger, then a space, writes its text. */
export const phrase = pgTable(
  "phrase",
  {
    clinicId: clinicId().references(() => clinic.id),
    id: rowId(),
    userId: uuid().notNull(),
    trigger: text().notNull(),
    /** With places such as {first name}. */
    text: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.clinicId, t.id] }), unique().on(t.clinicId, t.userId, t.trigger)],
);

/** Rows of the flowsheet in a person's own order, per profile; rows it doesn't name follow in the usual order. */
export const measureOrder = pgTable(
  "measure_order",
  {
    clinicId: clinicId().references(() => clinic.id),
    userId: uuid().notNull(),
    profile: text().notNull(),
    rows: text().array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.clinicId, t.userId, t.profile] })],
);
