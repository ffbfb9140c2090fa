/** What patients consented to, declined or withdrew: each answer is a row, and stays. */
import { foreignKey, index, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { staffMember } from "./clinic";
import { clinicId, createdAt, day, rowId } from "./columns";
import { patient } from "./patient";
import { visit } from "./visit";

export const consentState = pgEnum("consent_state", ["given", "declined", "withdrawn"]);

export const consent = pgTable(
  "consent",
  {
    clinicId: clinicId(),
    id: rowId(),
    patientId: uuid().notNull(),
    item: text().notNull(),
    state: consentState().notNull(),
    consentedOn: day().notNull(),
    explainedById: uuid().notNull(),
    language: text().notNull(),
    /** Receiver, purpose, chaperone accepted / declined / name. */
    detail: text(),
    visitId: uuid(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({ columns: [t.clinicId, t.patientId], foreignColumns: [patient.clinicId, patient.id] }),
    foreignKey({ columns: [t.clinicId, t.explainedById], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    foreignKey({
      columns: [t.clinicId, t.patientId, t.visitId],
      foreignColumns: [visit.clinicId, visit.patientId, visit.id],
    }),
    index().on(t.clinicId, t.patientId, t.item),
  ],
);
