/** Which clinical day an instant belongs to in a clinic's time zone; the caller brings the instant. */
import { addDays, type CalendarDay } from "@/domain/calendar-day";

/** Making a formatter costs a hundred times its use. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  formats.set(timeZone, format);
  return format;
}

/** YYYY-MM-DD of an instant in an IANA time zone. */
export function dayIn(timeZone: string, at: Date): CalendarDay {
  return formatOf(timeZone).format(at);
}

/** The instant of the next local midnight. */
export function nextMidnight(timeZone: string, at: Date): Date {
  const today = dayIn(timeZone, at);
  // A day has 23 to 25 hours: step by the hour, then by the minute, until the local date has changed.
  let instant = at.getTime();
  while (dayIn(timeZone, new Date(instant)) === today) instant += 3_600_000;
  while (dayIn(timeZone, new Date(instant - 60_000)) !== today) instant -= 60_000;
  return new Date(Math.floor(instant / 60_000) * 60_000);
}

/** The instant at which a clinical day ends in an IANA time zone: its next local midnight. */
export function endOfDay(timeZone: string, day: CalendarDay): Date {
  const noon = Date.parse(`${day}T12:00:00Z`);
  // Noon of the meridian is the same date everywhere but for zones beyond 12 hours.
  const within = [0, -12, 12]
    .map((hours) => new Date(noon + hours * 3_600_000))
    .find((at) => dayIn(timeZone, at) === day);
  return nextMidnight(timeZone, within ?? new Date(noon));
}

/** First instant of a clinical day and of the next, in ms since 1970. */
export type DaySpan = { begins: number; ends: number };

export function daySpan(timeZone: string, day: CalendarDay): DaySpan {
  return { begins: endOfDay(timeZone, addDays(day, -1)).getTime(), ends: endOfDay(timeZone, day).getTime() };
}
