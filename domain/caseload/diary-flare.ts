/** A flare seen in the diary asks for an early visit; only the visit's rule moves a phase (CLINICAL 7). */
import { addDays, type CalendarDay, daysBetween } from "@/domain/calendar-day";
import { DEFAULT_RULES, type RuleSet } from "@/domain/rules/rule-set";

export type DiaryDay = {
  on: CalendarDay;
  pain_during: number | null;
  pain_24h: number | null;
  /** Asked the next morning; null = not answered. */
  settled: boolean | null;
};
export type DiaryFlare = { on: CalendarDay; rise: number };

const WEEK_DAYS = 7;

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

/** Above the median of the seven days before; 0 when there is nothing to compare with. */
function riseOf(day: DiaryDay, days: readonly DiaryDay[]): number {
  const before = days.filter(({ on }) => on < day.on && daysBetween(on, day.on) <= WEEK_DAYS);
  const usual = median(before.flatMap((one) => one.pain_24h ?? []));
  return usual === null || day.pain_24h === null ? 0 : day.pain_24h - usual;
}

/** Exercise pain above 5, or 24-hour pain 2 above the week's median and not settled: on 2 of 3 days in a row. */
export function diaryFlare(
  days: readonly DiaryDay[],
  today: CalendarDay,
  { values }: RuleSet = DEFAULT_RULES,
): DiaryFlare | null {
  const stop = values.nprs_exercise_stop;
  const rise = values.flare_rise;
  const bad = days
    .filter(({ on }) => on <= today)
    .filter(
      (day) =>
        (day.pain_during !== null && day.pain_during > stop) || (riseOf(day, days) >= rise && day.settled === false),
    )
    .toSorted((a, b) => a.on.localeCompare(b.on));
  const pairs = bad.filter((day, index) => {
    const next = bad[index + 1];
    return next !== undefined && next.on > day.on && next.on <= addDays(day.on, 2);
  });
  const first = pairs.at(-1);
  if (first === undefined) return null;
  const second = bad[bad.indexOf(first) + 1] ?? first;
  return { on: second.on, rise: Math.max(riseOf(first, days), riseOf(second, days)) };
}
