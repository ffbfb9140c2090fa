/** Clinical days as a patient reads them: "Tuesday 6 October", "martes, 6 de octubre". */
import type { CalendarDay } from "@/domain/calendar-day";
import type { Locale } from "@/messages/rooms";

const TAGS: Record<Locale, string> = { en: "en-GB", es: "es" };

const format = (on: CalendarDay, locale: Locale, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone: "UTC" }).format(new Date(`${on}T00:00:00Z`));

export const weekdayAndDay = (on: CalendarDay, locale: Locale) =>
  format(on, locale, { weekday: "long", day: "numeric", month: "long" }).replace(/^(\w+), (\d)/, "$1 $2");
export const dayAndMonth = (on: CalendarDay, locale: Locale) => format(on, locale, { day: "numeric", month: "long" });
export const dayAndShortMonth = (on: CalendarDay, locale: Locale) =>
  format(on, locale, { day: "numeric", month: "short" });
/** By the clinic's clock. */
export const clockTime = (at: Date, timeZone: string, locale: Locale) =>
  new Intl.DateTimeFormat(TAGS[locale], { hour: "2-digit", minute: "2-digit", timeZone }).format(at);
/** The same with its weekday. */
export const weekdayAndTime = (at: Date, timeZone: string, locale: Locale) =>
  new Intl.DateTimeFormat(TAGS[locale], { weekday: "long", hour: "2-digit", minute: "2-digit", timeZone }).format(at);
export const fullDay = (on: CalendarDay, locale: Locale) =>
  format(on, locale, { day: "numeric", month: "short", year: "numeric" });
export const shortWeekday = (on: CalendarDay, locale: Locale) => format(on, locale, { weekday: "narrow" });
