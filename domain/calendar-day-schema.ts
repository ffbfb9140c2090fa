/** A clinical day that comes from outside; apart from the days' arithmetic, which travels to browsers without schemas. */
import * as z from "zod/mini";
import { isCalendarDay } from "@/domain/calendar-day";

export const calendarDay = z.string().check(z.refine(isCalendarDay, { error: "not_a_date" }));
