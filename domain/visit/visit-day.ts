/** On which days a visit can have taken place: from the episode's first day to the clinic's today, never before birth. */
import type { CalendarDay } from "@/domain/calendar-day";

export type DayBounds = { birthDate: CalendarDay; startedOn: CalendarDay; today: CalendarDay };
export type DayRefusal = "in_future" | "before_birth" | "before_episode";

/** null = it can be. */
export function refuseVisitDay(on: CalendarDay, { birthDate, startedOn, today }: DayBounds): DayRefusal | null {
  if (on > today) return "in_future";
  if (on < birthDate) return "before_birth";
  return on < startedOn ? "before_episode" : null;
}
