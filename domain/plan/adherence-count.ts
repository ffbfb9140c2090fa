/** Counts prescribed and done days from the plan's versions and the sessions logged (CLINICAL 7, Adherence). */
import { addDays, type CalendarDay, daysBetween, isoWeekStart } from "@/domain/calendar-day";
import type { ClinicItems } from "@/domain/plan/catalogue";
import type { PlanItem } from "@/domain/plan/item";
import { countsTowardsAdherence, dueItems } from "@/domain/plan/schedule";
import type { VisitRecord } from "@/domain/record";
import type { PatientMode } from "@/domain/vocabulary/people";

export type PlanVersion = { effective_from: CalendarDay; items: readonly PlanItem[] };
/** Days on hold or without a plan, both included; null = still going on. */
export type PausedSpan = { from: CalendarDay; to: CalendarDay | null };
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

/** The version in force on a day: the newest that had begun. */
export function versionOn(versions: readonly PlanVersion[], on: CalendarDay): PlanVersion | null {
  return versions.reduce<PlanVersion | null>(
    (newest, version) =>
      version.effective_from <= on && (newest === null || version.effective_from >= newest.effective_from)
        ? version
        : newest,
    null,
  );
}

export function isPausedOn(paused: readonly PausedSpan[], on: CalendarDay): boolean {
  return paused.some((span) => span.from <= on && (span.to === null || on <= span.to));
}

/** At least one counting item falls due, and nothing is paused. */
export function isPrescribedDay({ versions, paused, own }: PlanHistory, on: CalendarDay): boolean {
  if (isPausedOn(paused, on)) return false;
  const items = versionOn(versions, on)?.items ?? [];
  return dueItems(items, on).some((item) => countsTowardsAdherence(item, own));
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
