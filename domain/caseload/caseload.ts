/** Why a patient needs someone today, in order, and when that may change by time alone (CLINICAL 13). */
import { addDays, type CalendarDay, isoWeekday } from "@/domain/calendar-day";
import type { PatientFacts, Snooze } from "@/domain/caseload/facts";
import { type ReasonParams, TRIGGERS } from "@/domain/caseload/trigger";
import { CASELOAD_REASONS, type CaseloadReasonId, caseloadReasonById } from "@/domain/vocabulary/caseload-reasons";

export type Reason = {
  id: CaseloadReasonId;
  priority: number;
  /** Its place in the table of reasons: the third key of the order. */
  order: number;
  since: CalendarDay;
  params: ReasonParams;
};
export type Need = {
  /** Most urgent first. */
  reasons: Reason[];
  snoozed: (Reason & { until: CalendarDay })[];
  /** The first day on which this may read differently though nothing happened. */
  next_change_at: CalendarDay | null;
};

const NOTHING: Need = { reasons: [], snoozed: [], next_change_at: null };

const byUrgency = (a: Reason, b: Reason): number =>
  a.priority - b.priority || a.since.localeCompare(b.since) || a.order - b.order;

export const isSnoozable = (id: CaseloadReasonId): boolean => caseloadReasonById(id).snooze !== "none";

/** The same trigger, its time not yet over, and nothing more urgent has appeared since. */
function isAsleep(reason: Reason, snooze: Snooze, today: CalendarDay, standing: readonly Reason[]): boolean {
  if (snooze.reason !== reason.id || snooze.since !== reason.since || snooze.until <= today) return false;
  const appeared = standing.filter((other) => other.priority < reason.priority && !snooze.above.includes(other.id));
  return appeared.length === 0;
}

export function needOf(facts: PatientFacts): Need {
  if (!facts.episode_open) return NOTHING;
  const changes: CalendarDay[] = [];
  const standing = CASELOAD_REASONS.flatMap(({ id, priority }, order): Reason[] => {
    const trigger = TRIGGERS[id](facts);
    if (trigger.is === "false") {
      if (trigger.comes_on !== undefined) changes.push(trigger.comes_on);
      return [];
    }
    if (trigger.clears_on !== undefined) changes.push(trigger.clears_on);
    return [{ id, priority, order, since: trigger.since, params: trigger.params }];
  });
  const reasons: Reason[] = [];
  const snoozed: Need["snoozed"] = [];
  for (const reason of standing.toSorted(byUrgency)) {
    const snooze = facts.snoozes.find((one) => isAsleep(reason, one, facts.today, standing));
    if (snooze === undefined || !isSnoozable(reason.id)) reasons.push(reason);
    else {
      snoozed.push({ ...reason, until: snooze.until });
      changes.push(snooze.until);
    }
  }
  const [next = null] = changes.filter((day) => day > facts.today).toSorted();
  return { reasons, snoozed, next_change_at: next };
}

/** A row without reasons stands after all others. */
export const NO_NEED = { priority: 99, since: "9999-12-31", order: 99 } as const;
/** Nor a row without an open episode: it stands last and is asked for by its rank. */
export const CLOSED = { ...NO_NEED, priority: 100 } as const;
export type NeedKey = { priority: number; since: CalendarDay; order: number };

/** What rows are sorted by, before name and id. */
export function needKey({ reasons: [first] }: Need): NeedKey {
  return first ? { priority: first.priority, since: first.since, order: first.order } : NO_NEED;
}

/** One bit per reason, by its place in the table: a row is found under each of its reasons. */
export const reasonBits = (reasons: readonly Pick<Reason, "order">[]): number =>
  reasons.reduce((bits, { order }) => bits | (1 << order), 0);

export type CaseloadRow = NeedKey & { name: string; id: string };
export const compareRows = (a: CaseloadRow, b: CaseloadRow): number =>
  a.priority - b.priority ||
  a.since.localeCompare(b.since) ||
  a.order - b.order ||
  a.name.localeCompare(b.name) ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const SNOOZE_DAYS: Partial<Record<CaseloadReasonId, number>> = {
  plan_mismatch: 2,
  flare: 3,
  ready_to_advance: 7,
  plateau: 14,
  protect_review: 2,
  unsigned: 1,
  cosign: 1,
  data_old: 14,
  review_overdue: 7,
  not_attending: 7,
  no_log: 7,
  membership_expiring: 7,
};
/** "Until the visit" when no date is set. */
const UNTIL_VISIT_DAYS = 14;

/** The latest day a reason may sleep to; null for those that never sleep. */
export function snoozeLimit(
  reason: Reason,
  { today, next_review }: Pick<PatientFacts, "today" | "next_review">,
): CalendarDay | null {
  if (!isSnoozable(reason.id)) return null;
  const days = SNOOZE_DAYS[reason.id];
  if (days !== undefined) return addDays(today, days);
  // One working day: Friday's note is shown again on Monday.
  if (reason.id === "patient_wrote") {
    const weekday = isoWeekday(today);
    return addDays(today, weekday < 5 ? 1 : 8 - weekday);
  }
  if (reason.id === "second_pass") return reason.params.to ?? addDays(today, 1);
  const isAhead = next_review !== null && next_review !== "open" && next_review > today;
  return isAhead ? next_review : addDays(today, UNTIL_VISIT_DAYS);
}

/** The list says "reason" where one has to be given. */
export const asksForSnoozeReason = (id: CaseloadReasonId): boolean => caseloadReasonById(id).snooze.includes("reason");

/** What is stored when a reason is put to sleep. */
export function snoozeOf(reason: Reason, until: CalendarDay, need: Need): Snooze {
  const above = need.reasons.filter((other) => other.priority < reason.priority).map((other) => other.id);
  return { reason: reason.id, since: reason.since, until, above };
}
