/** Columns and references that every clinic-owned table shares: the key is always (clinic_id, id). */
import { date, timestamp, uuid } from "drizzle-orm/pg-core";

/** The clinic that owns the row; first column of every key, index and foreign key. */
export const clinicId = () => uuid().notNull();
/** Version 7 UUID made by the app or the browser, so that a retry names the same row. */
export const rowId = () => uuid().notNull();
export const instant = () => timestamp({ withTimezone: true, mode: "date" });
export const createdAt = () => instant().notNull().defaultNow();
/** A clinical day in the clinic's time zone, as YYYY-MM-DD. */
export const day = () => date({ mode: "string" });
