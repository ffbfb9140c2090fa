/** The last day an exercise may be given: rest after days, ice and compression after hours, a condition's limit (CLINICAL 5.2.3, 3.6). */
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import type { CatalogueItem } from "@/domain/plan/catalogue";
import type { DoseCap } from "@/domain/vocabulary/contraindications";

const HOURS_PER_DAY = 24;

/** @returns null where it may go on */
export function latestDay(
  { dose }: Pick<CatalogueItem, "dose">,
  cap: DoseCap,
  /** Hours count from the newest onset of a strain, where one is known. */
  { from, onset_on }: { from: CalendarDay; onset_on: CalendarDay | null },
  planned: { days: number | null; hours: number | null } = { days: null, hours: null },
): CalendarDay | null {
  const ends: CalendarDay[] = [];
  const days = Math.min(planned.days ?? Infinity, dose.max_days ?? Infinity, cap.max_days ?? Infinity);
  if (Number.isFinite(days)) ends.push(addDays(from, days - 1));
  const hours = planned.hours ?? dose.until_hours;
  if (hours !== null) ends.push(addDays(onset_on ?? from, hours / HOURS_PER_DAY - 1));
  return ends.sort()[0] ?? null;
}
