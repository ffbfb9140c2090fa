/** Clinical days: ISO dates (`YYYY-MM-DD`) in the clinic's zone, and whole days between them. No clock, no time of day. */
export type CalendarDay = string;

const MS_PER_DAY = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

function epochDay(on: CalendarDay): number {
  return Date.parse(`${on}T00:00:00Z`) / MS_PER_DAY;
}

/** A day that exists in the calendar: 2026-02-29 does not. */
export function isCalendarDay(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const day = epochDay(text);
  return Number.isFinite(day) && new Date(day * MS_PER_DAY).toISOString().slice(0, 10) === text;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number => epochDay(to) - epochDay(from);

export const addDays = (on: CalendarDay, days: number): CalendarDay =>
  new Date((epochDay(on) + days) * MS_PER_DAY).toISOString().slice(0, 10);

/** Completed years; someone born on 29 February has the birthday on 1 March of common years. */
export function ageOn(birthDate: CalendarDay, on: CalendarDay): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Monday = 1 … Sunday = 7 (ISO). */
export const isoWeekday = (on: CalendarDay): number => ((((epochDay(on) + 3) % 7) + 7) % 7) + 1;

/** The Monday of the day's ISO week. */
export const isoWeekStart = (on: CalendarDay): CalendarDay => addDays(on, 1 - isoWeekday(on));
