/** What a clinic adds to the library: its own exercises in versions, their photos, its plan templates, and favourites. */
import {
  boolean,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { ClinicItemContent } from "@/domain/plan/clinic-item";
import type { ClinicTemplateItem } from "@/domain/plan/clinic-template";
import { phaseEnum } from "./assessment";
import { staffMember } from "./clinic";
import { clinicId, createdAt, instant, rowId } from "./columns";

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** An exercise of the clinic's own; what it says stands in its versions. */
export const clinicItem = pgTable(
  "clinic_item",
  {
    clinicId: clinicId(),
    id: rowId(),
    /** The library item it was made from: its matrix and chains go with it. */
    copiedFrom: text(),
    /** Offered no more; plans that hold it keep it. */
    archivedAt: instant(),
    createdById: uuid().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({ columns: [t.clinicId, t.createdById], foreignColumns: [staffMember.clinicId, staffMember.id] }),
  ],
);

/** As uploaded, decoded and written anew: no metadata, nothing hidden behind the picture. */
export const exercisePhoto = pgTable(
  "exercise_photo",
  {
    clinicId: clinicId(),
    id: rowId(),
    /** JPEG. */
    bytes: bytea().notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    createdById: uuid().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({ columns: [t.clinicId, t.createdById], foreignColumns: [staffMember.clinicId, staffMember.id] }),
  ],
);

/** A plan names a version (`clinic:<id>`), so that editing changes no running plan. */
export const clinicItemVersion = pgTable(
  "clinic_item_version",
  {
    clinicId: clinicId(),
    id: rowId(),
    itemId: uuid().notNull(),
    number: integer().notNull(),
    content: jsonb().$type<ClinicItemContent>().notNull(),
    photoId: uuid(),
    createdById: uuid().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    unique().on(t.clinicId, t.itemId, t.number),
    foreignKey({ columns: [t.clinicId, t.itemId], foreignColumns: [clinicItem.clinicId, clinicItem.id] }),
    foreignKey({ columns: [t.clinicId, t.photoId], foreignColumns: [exercisePhoto.clinicId, exercisePhoto.id] }),
    foreignKey({ columns: [t.clinicId, t.createdById], foreignColumns: [staffMember.clinicId, staffMember.id] }),
    index().on(t.clinicId, t.photoId),
  ],
);

/** What a clinician wants found first. */
export const favouriteExercise = pgTable(
  "favourite_exercise",
  {
    clinicId: clinicId(),
    memberId: uuid().notNull(),
    /** Id of the library, or `clinic:<clinic_item.id>`: a favourite outlives an edit. */
    exercise: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.memberId, t.exercise] }),
    foreignKey({ columns: [t.clinicId, t.memberId], foreignColumns: [staffMember.clinicId, staffMember.id] }),
  ],
);

/** A plan to begin with, saved from a running one. Plans made from it hold their own items. */
export const clinicTemplate = pgTable(
  "clinic_template",
  {
    clinicId: clinicId(),
    id: rowId(),
    name: text().notNull(),
    /** Offered in this phase. */
    phase: phaseEnum().notNull(),
    /** Saved from an own plan outside the model: offered for those, without a gate. */
    outsideModel: boolean().notNull().default(false),
    items: jsonb().$type<ClinicTemplateItem[]>().notNull(),
    version: integer().notNull().default(1),
    archivedAt: instant(),
    createdById: uuid().notNull(),
    createdAt: createdAt(),
    changedAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.clinicId, t.id] }),
    foreignKey({ columns: [t.clinicId, t.createdById], foreignColumns: [staffMember.clinicId, staffMember.id] }),
  ],
);
