/** When the next review is proposed, by phase (CLINICAL 11.4, ENG). */
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import type { Phase } from "@/domain/vocabulary/phases";

const DAYS: Partial<Record<Phase, number>> = {
  protect: 7,
  release: 14,
  strengthen_1: 14,
  strengthen_2: 14,
  strengthen_3: 14,
  maintain: 42,
};

/** null before entry and on hold: the clinician names the day. */
export function proposedNextReview(phase: Phase, visitOn: CalendarDay): CalendarDay | null {
  const days = DAYS[phase];
  return days === undefined ? null : addDays(visitOn, days);
}
