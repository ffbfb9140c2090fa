/** What the caseload knows of one patient: the facts from which every reason of CLINICAL 13 follows. */
import type { GateStatus } from "@/domain/assessment";
import type { CalendarDay } from "@/domain/calendar-day";
import type { PlanHistory } from "@/domain/plan/adherence-count";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { CaseloadReasonId } from "@/domain/vocabulary/caseload-reasons";
import type { FlagId } from "@/domain/vocabulary/flags";
import type { PatientMode } from "@/domain/vocabulary/people";
import type { Phase } from "@/domain/vocabulary/phases";

/** An ISO instant in UTC; two of them are compared as text. */
export type Instant = string;
export type Moment = { on: CalendarDay; at: Instant };

export type Snooze = {
  reason: CaseloadReasonId;
  /** The trigger that was snoozed; a newer one is not. */
  since: CalendarDay;
  /** Shown again on this day. */
  until: CalendarDay;
  /** Reasons of higher priority that stood when it was snoozed; another one ends the snooze. */
  above: readonly CaseloadReasonId[];
};

export type PatientFacts = {
  today: CalendarDay;
  day_zero: CalendarDay;
  episode_open: boolean;
  mode: PatientMode;
  phase: Phase;
  phase_since: CalendarDay | null;
  /** The last move of the phase; "restored" when a clearance or an undone flag gave it back. */
  phase_change: (Moment & { direction: "forward" | "back" | "restored" }) | null;
  last_signed:
    | (Moment & {
        notices: readonly string[];
        warnings: readonly string[];
        gate: GateStatus | null;
        /** R1a or R1b, or the same flare going on: since when and by how much the worst area rose. */
        flare: { since: CalendarDay; rise: number } | null;
        /** The statement is `insufficient_data` because values it had are too old. */
        values_too_old: boolean;
      })
    | null;
  last_contact: Moment | null;
  /** Missed visits in a row since the last attended one, oldest first. */
  missed_in_a_row: readonly Moment[];
  plan: {
    /** The newest version that a person assigned; what the system pauses is no assignment. */
    version_at: Instant;
    version_on: CalendarDay;
    /** Runs now: neither ended nor paused as a whole. */
    running: boolean;
    has_item_not_allowed: boolean;
    has_item_paused_by_phase: boolean;
  } | null;
  /** Versions, pauses and sessions; asked only for the days without a log. */
  history: PlanHistory;
  /** The newest session that ended by the red stop. */
  red_stop: (Moment & { what: "pain" | "tingling" | "giving_way" }) | null;
  diary_flare: (Moment & { rise: number }) | null;
  /** The oldest session note that nobody marked done. */
  unread_note: Moment | null;
  /** Safety-net answers still open, by their recheck day. */
  rechecks: readonly { flag: FlagId; due: CalendarDay }[];
  plateau_decided_on: CalendarDay | null;
  oldest_draft_on: CalendarDay | null;
  waiting_for_cosign_since: CalendarDay | null;
  /** What has to be acknowledged now, with the last acknowledgement. */
  acks: readonly { id: string; last_on: CalendarDay | null }[];
  next_review: CalendarDay | "open" | null;
  questionnaires: readonly { sent_on: CalendarDay; returned_on: CalendarDay | null; read: boolean }[];
  consent_missing_since: CalendarDay | null;
  /** When the responsible clinician's membership ends. */
  responsible: { name: string; ends_on: CalendarDay | null };
  snoozes: readonly Snooze[];
  rules?: RuleSet;
};
