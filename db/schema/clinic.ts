/** The clinic, its people as the record names them, and the rule set it judges by. */
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { ThresholdId } from "@/domain/vocabulary/thresholds";
import { ROLES } from "../scope";
import { clinicId, createdAt, day, instant, rowId } from "./columns";

export const roleEnum = pgEnum("role", ROLES);

export const clinic = pgTable("clinic", {
  id: uuid().primaryKey(),
  name: text().notNull(),
  timeZone: text().notNull(),
  /** ISO 3166-1 alpha-2. */
  country: text().notNull(),
  emergencyNumber: text().notNull(),
  phone: text(),
  hours: text(),
  isDemo: boolean().notNull().default(false),
  /** Generated, shown in the demo's banner, never set for a real clinic. */
  demoPassword: text(),
  /** Age from which a young person may hold the login with the guardian's consent. */
  ownLoginAge: integer().notNull().default(16),
  version: integer().notNull().default(1),
  createdAt: createdAt(),
});

/** A clinician, owner or receptionist as the record names them; id = membership id. Kept after they leave. */
export const staffMember = pgTable(
  "staff_member",
  {
    clinicId: clinicId().references(() => clinic.id),
    id: rowId(),
    userId: uuid().notNull(),
    role: roleEnum().notNull(),
    displayName: text().notNull(),
    registrationNumber: text(),
    supervisorId: uuid(),
    expiresAt: instant(),
    leftAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({ columns: [t.clinicId, t.supervisorId], foreignColumns: [t.clinicId, t.id] }),
  ],
);

/** A version of the clinic's thresholds; adopted when someone has put name and date to it. */
export const ruleSet = pgTable(
  "rule_set",
  {
    clinicId: clinicId().references(() => clinic.id),
    id: rowId(),
    number: integer().notNull(),
    /** Version of the shipped thresholds it starts from. */
    baseVersion: text().notNull(),
    /** Only what the clinic changed. */
    changes: jsonb().$type<Partial<Record<ThresholdId, number>>>().notNull(),
    adoptedOn: day(),
    adoptedName: text(),
    adoptedById: uuid(),
    adoptedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique().on(t.clinicId, t.number),
    foreignKey({ columns: [t.clinicId, t.adoptedById], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    index().on(t.clinicId, t.adoptedAt),
  ],
);
