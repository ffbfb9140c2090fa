/** Counts prescribed and done days from the plan's versions and the sessions logged (CLINICAL 7, Adherence). */
import { addDays, type CalendarDay, daysBetween, isoWeekStart } from "@/domain/calendar-day";
import type { ClinicItems } from "@/domain/plan/catalogue";
import type { PlanItem } from "@/domain/plan/item";
import { countsTowardsAdherence, dueItems } from "@/domain/plan/schedule";
import type { VisitRecord } from "@/domain/record";
import type { PatientMode } from "@/domain/vocabulary/people";

export type PlanVersion = {
  effective_from: CalendarDay;
  items: readonly PlanItem[];
  /** The day its plan ended, the last one in force; absent while it runs. */
  until?: CalendarDay;
};
/** Days of a pause, both included; null = still going on. Without an item the plan is paused as a whole. */
export type PausedSpan = { from: CalendarDay; to: CalendarDay | null; item?: string };
export type SessionDay = {
  on: CalendarDay;
  completion: "done" | "partly" | "skipped";
  source: "log" | "recall";
  /** False when the session held only walking, rest, ice or compression. */
  counts: boolean;
};
export type PlanHistory = {
  versions: readonly PlanVersion[];
  paused: readonly PausedSpan[];
  sessions: readonly SessionDay[];
  own?: ClinicItems;
};

/** The version in force on a day: the newest that had begun, unless its plan had ended. */
export function versionOn<T extends Omit<PlanVersion, "items">>(versions: readonly T[], on: CalendarDay): T | null {
  const newest = versions.reduce<T | null>(
    (found, version) =>
      version.effective_from <= on && (found === null || version.effective_from >= found.effective_from)
        ? version
        : found,
    null,
  );
  return newest?.until !== undefined && newest.until < on ? null : newest;
}

const isPausedOn = (paused: readonly PausedSpan[], on: CalendarDay, id?: string): boolean =>
  paused.some(({ from, to, item }) => item === id && from <= on && (to === null || on <= to));

/** Of the plan in force on a day, what was not paused on it. */
export function itemsInForce({ versions, paused }: PlanHistory, on: CalendarDay): readonly PlanItem[] {
  if (isPausedOn(paused, on)) return [];
  return (versionOn(versions, on)?.items ?? []).filter(({ id }) => !isPausedOn(paused, on, id));
}

/** At least one counting item falls due. */
export function isPrescribedDay(history: PlanHistory, on: CalendarDay): boolean {
  return dueItems(itemsInForce(history, on), on).some((item) => countsTowardsAdherence(item, history.own));
}

export type WeekCount = { week_of: CalendarDay; prescribed: number; done: number };

/**
 * By ISO week, both days included. Due days are movable: a session on another day of the week stands for one of its
 * due days, so done never exceeds prescribed in a week.
 */
export function countWeeks(history: PlanHistory, from: CalendarDay, to: CalendarDay): WeekCount[] {
  const exercised = new Set(
    history.sessions.filter((session) => session.counts && session.completion !== "skipped").map(({ on }) => on),
  );
  const weeks = new Map<CalendarDay, { prescribed: number; sessions: number }>();
  for (let k = 0; k <= daysBetween(from, to); k++) {
    const on = addDays(from, k);
    const week = weeks.get(isoWeekStart(on)) ?? { prescribed: 0, sessions: 0 };
    if (isPrescribedDay(history, on)) week.prescribed += 1;
    if (exercised.has(on)) week.sessions += 1;
    weeks.set(isoWeekStart(on), week);
  }
  return [...weeks].map(([week_of, { prescribed, sessions }]) => ({
    week_of,
    prescribed,
    done: Math.min(prescribed, sessions),
  }));
}

/**
 * From the last visit until yesterday, as the fold takes it; undefined when nothing was prescribed. No log at all is
 * "not reported", which is not low; recalled and diary days are accepted and marked.
 */
export function adherenceSince(
  history: PlanHistory,
  lastVisitOn: CalendarDay,
  today: CalendarDay,
  mode: PatientMode,
): VisitRecord["adherence"] {
  const yesterday = addDays(today, -1);
  const weeks = countWeeks(history, lastVisitOn, yesterday);
  const prescribed = weeks.reduce((sum, week) => sum + week.prescribed, 0);
  if (prescribed === 0) return undefined;
  const logged = history.sessions.filter(({ on }) => on >= lastVisitOn && on <= yesterday);
  if (mode === "none" || logged.length === 0) return { prescribed, done: 0, source: "none" };
  const done = weeks.reduce((sum, week) => sum + week.done, 0);
  return { prescribed, done, source: logged.some((session) => session.source === "log") ? "log" : "recall" };
}
