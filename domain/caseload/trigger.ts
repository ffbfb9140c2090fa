/** The trigger and the clearing condition of each caseload reason (CLINICAL 13), one small function per reason. */

import { addDays, type CalendarDay, daysBetween } from "@/domain/calendar-day";
import type { Moment, PatientFacts } from "@/domain/caseload/facts";
import { isPrescribedDay, itemsInForce } from "@/domain/plan/adherence-count";
import { longestGap } from "@/domain/plan/schedule";
import { DEFAULT_RULES } from "@/domain/rules/rule-set";
import type { CaseloadReasonId } from "@/domain/vocabulary/caseload-reasons";
import type { FlagId } from "@/domain/vocabulary/flags";

export type ReasonParams = {
  date?: CalendarDay;
  from?: CalendarDay;
  to?: CalendarDay;
  /** Days are counted from here when the row is shown. */
  since?: CalendarDay;
  rise?: number;
  what?: "pain" | "tingling" | "giving_way";
  flag?: FlagId;
  ids?: string[];
  name?: string;
};
/** It stands since a day, or comes true on one if nothing happens before. */
export type Trigger =
  | { is: "true"; since: CalendarDay; params: ReasonParams; clears_on?: CalendarDay }
  | { is: "false"; comes_on?: CalendarDay };

const NO: Trigger = { is: "false" };
const yes = (since: CalendarDay, params: ReasonParams, clears_on?: CalendarDay): Trigger => ({
  is: "true",
  since,
  params,
  ...(clears_on !== undefined && { clears_on }),
});
/** True from a day on. */
const from = (day: CalendarDay, today: CalendarDay, params: ReasonParams, since = day): Trigger =>
  today >= day ? yes(since, params) : { is: "false", comes_on: day };

/** Dated after it, not only entered after it: a visit of the week before answers nothing that came since. */
const isAfter = (later: Moment | null, earlier: Moment): boolean =>
  later !== null && later.on >= earlier.on && later.at > earlier.at;
const isAnswered = ({ last_signed, last_contact }: PatientFacts, event: Moment): boolean =>
  isAfter(last_signed, event) || isAfter(last_contact, event);

const isPlanOlder = ({ plan, phase_change }: PatientFacts): boolean =>
  phase_change !== null && (plan === null || plan.version_at <= phase_change.at);

function dayOfNotice({ last_signed, day_zero }: PatientFacts, code: string): CalendarDay[] {
  const notice = last_signed?.notices.find((one) => one.startsWith(`${code}:`));
  const days = notice?.slice(code.length + 1).match(/^(-?\d+)(?:-(-?\d+))?$/);
  return (days?.slice(1) ?? []).flatMap((day) => (day === undefined ? [] : addDays(day_zero, Number(day))));
}

const has = ({ last_signed }: PatientFacts, notice: string) => last_signed?.notices.includes(notice) ?? false;
const oldest = <T>(rows: readonly T[], on: (row: T) => CalendarDay): T | undefined =>
  rows.toSorted((a, b) => on(a).localeCompare(on(b)))[0];

/** A patient is reminded after twice the longest gap the plan leaves, and never before four due days. */
const DUE_DAYS_MIN = 4;
const LONGEST_LOOK_DAYS = 400;

function noLog(facts: PatientFacts): Trigger {
  const { history, today, plan, mode, phase } = facts;
  if (mode !== "phone" || plan === null || !plan.running || phase === "hold") return NO;
  const [lastLog] = history.sessions.map((session) => session.on).toSorted((a, b) => b.localeCompare(a));
  const [began] = history.versions.map((version) => version.effective_from).toSorted();
  if (began === undefined) return NO;
  const since = lastLog ?? began;
  const first = lastLog === undefined ? began : addDays(lastLog, 1);
  const needed = Math.max(DUE_DAYS_MIN, 2 * longestGap(itemsInForce(history, today), today, history.own));
  let due = 0;
  for (let on = first; daysBetween(first, on) < LONGEST_LOOK_DAYS; on = addDays(on, 1)) {
    if (isPrescribedDay(history, on)) due += 1;
    // The day itself must be over before it counts as not logged.
    if (due >= needed) return from(addDays(on, 1), today, { since });
  }
  return NO;
}

function secondPass(facts: PatientFacts): Trigger {
  const { last_signed, today } = facts;
  if (last_signed === null || (last_signed.gate !== "provisional" && last_signed.gate !== "cannot_evaluate")) return NO;
  const [begins, ends] = dayOfNotice(facts, "second_pass_due");
  if (begins !== undefined && ends !== undefined) {
    return today <= ends ? yes(last_signed.on, { from: begins, to: ends }, addDays(ends, 1)) : NO;
  }
  return has(facts, "first_pass_expired") ? yes(last_signed.on, {}) : NO;
}

function questionnaireWaiting({ questionnaires, next_review, today }: PatientFacts): Trigger {
  const unread = questionnaires.flatMap(({ returned_on, read }) =>
    returned_on !== null && !read ? [returned_on] : [],
  );
  const [returned] = unread.toSorted();
  if (returned !== undefined) return yes(returned, { date: returned });
  const out = oldest(
    questionnaires.filter((one) => one.returned_on === null),
    (one) => one.sent_on,
  );
  if (out === undefined || next_review === null || next_review === "open") return NO;
  return from(addDays(next_review, -2), today, { date: out.sent_on });
}

function ackDue({ acks, phase, today, last_signed, rules = DEFAULT_RULES }: PatientFacts): Trigger {
  // Not asked while a block is active (CLINICAL 3.2).
  if (phase === "hold") return NO;
  const lasts = rules.values.ack_valid_days;
  const days = acks.map(({ id, last_on }) => ({ id, on: last_on === null ? null : addDays(last_on, lasts + 1) }));
  const due = days.filter(({ on }) => on === null || on <= today);
  if (due.length > 0) {
    const first = oldest(due, ({ on }) => on ?? last_signed?.on ?? today);
    return yes(first?.on ?? last_signed?.on ?? today, { ids: due.map(({ id }) => id) });
  }
  const [next] = days.flatMap(({ on }) => on ?? []).toSorted();
  return next === undefined ? NO : { is: "false", comes_on: next };
}

export const TRIGGERS: Record<CaseloadReasonId, (facts: PatientFacts) => Trigger> = {
  hold_open: ({ phase, phase_since, today }) =>
    phase === "hold" ? yes(phase_since ?? today, { date: phase_since ?? today }) : NO,
  red_stop: (facts) => {
    const stop = facts.red_stop;
    return stop === null || isAnswered(facts, stop) ? NO : yes(stop.on, { what: stop.what, date: stop.on });
  },
  recheck_overdue: ({ rechecks, today }) => {
    const first = oldest(rechecks, ({ due }) => due);
    return first ? from(addDays(first.due, 1), today, { flag: first.flag, date: first.due }, first.due) : NO;
  },
  plan_mismatch: (facts) => {
    const { phase, plan, phase_change } = facts;
    if (phase === "hold") return NO;
    const isOlder = isPlanOlder(facts);
    const movedBack = isOlder && phase_change?.direction !== "forward";
    const holdsPaused = isOlder && plan?.running === true && plan.has_item_paused_by_phase;
    const holdsOther = plan?.running === true && plan.has_item_not_allowed;
    if (!movedBack && !holdsPaused && !holdsOther) return NO;
    return yes(phase_change?.on ?? plan?.version_on ?? facts.today, {});
  },
  flare: (facts) => {
    const { diary_flare: diary, last_signed } = facts;
    if (last_signed?.flare) {
      const { since, rise } = last_signed.flare;
      return yes(since, { rise, since });
    }
    return diary === null || isAnswered(facts, diary) ? NO : yes(diary.on, { rise: diary.rise, since: diary.on });
  },
  patient_wrote: ({ unread_note: note, last_contact }) =>
    note === null || isAfter(last_contact, note) ? NO : yes(note.on, { date: note.on }),
  second_pass: secondPass,
  ready_to_advance: (facts) => {
    const { phase, phase_change } = facts;
    const moved = phase !== "hold" && phase_change?.direction === "forward" && isPlanOlder(facts);
    // Paused items of the former phase say the same more urgently.
    return moved && TRIGGERS.plan_mismatch(facts).is === "false" ? yes(phase_change.on, {}) : NO;
  },
  plateau: (facts) => {
    const { last_signed, plateau_decided_on, phase_since } = facts;
    if (last_signed === null || (plateau_decided_on !== null && plateau_decided_on >= last_signed.on)) return NO;
    const stands = last_signed.warnings.includes("plateau_review") || has(facts, "pain_over_5_persistent");
    return stands ? yes(last_signed.on, { since: phase_since ?? last_signed.on }) : NO;
  },
  protect_review: (facts) => {
    const { last_signed, phase_since, today } = facts;
    if (last_signed === null) return NO;
    const since = phase_since ?? last_signed.on;
    if (has(facts, "protect_review")) return yes(last_signed.on, { since });
    const [due] = dayOfNotice(facts, "review_due");
    return due === undefined ? NO : from(addDays(due, 1), today, { since }, due);
  },
  unsigned: ({ oldest_draft_on: draft, today }) =>
    draft === null ? NO : from(addDays(draft, 1), today, { date: draft }, draft),
  cosign: ({ waiting_for_cosign_since: since }) => (since === null ? NO : yes(since, {})),
  ack_due: ackDue,
  data_old: ({ last_signed }) => (last_signed?.values_too_old ? yes(last_signed.on, {}) : NO),
  review_overdue: ({ next_review, last_contact, today }) => {
    if (next_review === null || next_review === "open") return NO;
    if (last_contact !== null && last_contact.on >= next_review) return NO;
    return from(addDays(next_review, 1), today, { date: next_review }, next_review);
  },
  not_attending: ({ missed_in_a_row, last_contact }) => {
    const latest = missed_in_a_row.at(-1);
    if (latest === undefined || missed_in_a_row.length < 2 || isAfter(last_contact, latest)) return NO;
    return yes(latest.on, {});
  },
  no_log: noLog,
  questionnaire_waiting: questionnaireWaiting,
  consent_missing: ({ consent_missing_since: since }) => (since === null ? NO : yes(since, {})),
  membership_expiring: ({ responsible: { name, ends_on }, today }) =>
    ends_on === null ? NO : from(addDays(ends_on, -14), today, { name, date: ends_on }),
};
