/** When a plan item falls due, how long a session takes, and how long a patient may go without one. */
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { type ClinicItems, catalogueItem } from "@/domain/plan/catalogue";
import type { Dose } from "@/domain/plan/dose";
import { doseOn, isActiveOn, type PlanItem, planDay } from "@/domain/plan/item";

const DAYS_PER_WEEK = 7;

/** An item n times a week falls on plan days k where ⌈(k+1)n/7⌉ > ⌈kn/7⌉, counted from the day it began. */
export function isDueDay(perWeek: number, k: number): boolean {
  return k >= 0 && Math.ceil(((k + 1) * perWeek) / DAYS_PER_WEEK) > Math.ceil((k * perWeek) / DAYS_PER_WEEK);
}

export const isDueOn = (item: PlanItem, on: CalendarDay): boolean =>
  isActiveOn(item, on) && isDueDay(doseOn(item, on).per_week, planDay(item, on));

export const dueItems = (items: readonly PlanItem[], on: CalendarDay): PlanItem[] =>
  items.filter((item) => isDueOn(item, on));

/** Walking, rest, ice and compression never count towards adherence (CLINICAL 7). */
export function countsTowardsAdherence(item: Pick<PlanItem, "exercise">, own?: ClinicItems): boolean {
  const found = catalogueItem(item.exercise, own);
  if (found === null || item.exercise === "walk_easy") return false;
  return found.home && found.kind !== "rest";
}

/** The longest run of days without a counting item due, within the coming week; 7 when none is. */
export function longestGap(items: readonly PlanItem[], from: CalendarDay, own?: ClinicItems): number {
  const counting = items.filter((item) => countsTowardsAdherence(item, own));
  const due = Array.from({ length: 2 * DAYS_PER_WEEK }, (_, k) => dueItems(counting, addDays(from, k)).length > 0);
  let longest = 0;
  let run = 0;
  for (const isDue of due) {
    run = isDue ? 0 : run + 1;
    longest = Math.max(longest, run);
  }
  return Math.min(longest, DAYS_PER_WEEK);
}

const SECONDS_PER_REP = 3;
/** Reading the steps, fetching the roller, lying down. */
const CHANGEOVER_S = 30;

/** "2-5-2" takes nine seconds, its pause being the hold; without a tempo three seconds and the hold. */
function secondsPerRep({ tempo, hold_s }: Dose): number {
  const counts = tempo !== null && /^\d+(-\d+)+$/.test(tempo) ? tempo.split("-").map(Number) : null;
  if (counts === null) return SECONDS_PER_REP + (hold_s ?? 0);
  return Math.max(
    counts.reduce((sum, count) => sum + count, 0),
    hold_s ?? 0,
  );
}

/** Seconds of one item: sets of work on each side, rest between sets, and getting ready. */
export function itemSeconds(dose: Dose): number {
  const work = dose.time_s ?? (dose.reps === null ? (dose.hold_s ?? 0) : dose.reps * secondsPerRep(dose));
  const sides = dose.side === "each" ? 2 : 1;
  return dose.sets * work * sides + (dose.sets - 1) * dose.rest_s + CHANGEOVER_S;
}

/** Whole minutes, rounded up; 0 when nothing is to be done. Rest, ice and compression take no session time. */
export function sessionMinutes(items: readonly PlanItem[], on: CalendarDay, own?: ClinicItems): number {
  const timed = items.filter((item) => catalogueItem(item.exercise, own)?.kind !== "rest");
  const seconds = timed.reduce((sum, item) => sum + itemSeconds(doseOn(item, on)), 0);
  return Math.ceil(seconds / 60);
}
