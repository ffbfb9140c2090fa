/** Everything that reading one draft collects, and what it needs to know about the visit and the patient. */
import type { CalendarDay } from "@/domain/calendar-day";
import type { LimbSide, Sex, Side, VisitRecord } from "@/domain/record";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { FieldProblem } from "@/domain/visit/read-measure";
import type { VisitEntries } from "@/domain/visit/visit-entries";
import type { FlagId } from "@/domain/vocabulary/flags";
import type { MeasureId } from "@/domain/vocabulary/measures";

export type DraftFields = ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>>;

export type DraftContext = {
  /** Body values as last known; those taken today go before them. */
  patient: { birth_date: CalendarDay; sex: Sex; dominant_side?: LimbSide; mass_kg?: number; height_cm?: number };
  kind: "treatment" | "decision" | "contact" | "did_not_attend";
  visit_number: number;
  visit_on: CalendarDay;
  day_zero: CalendarDay;
  /** Who signs; recorded with decisions, overrides and undone flags. */
  clinician: string;
  /** Who measures unless a row names someone else. */
  rater: string;
  /** The last value of each measure and side, for what is said about another rater. */
  previous?: readonly { measure: MeasureId; side: Side; rater: string | null }[];
  /** Of a decision, made without the patient: precautions as the last treatment visit left them. */
  precautions?: readonly FlagId[];
  /** The clinic's adopted values; the shipped ones unless given. */
  rules?: RuleSet;
  /** From plan and log; the draft doesn't hold it. */
  adherence?: VisitRecord["adherence"];
  /** Names of those who may stand as second clinician; none = sole practitioner. Not given for what is entered from elsewhere. */
  seconds?: readonly string[];
  /** What holds the patient and isn't this draft's: see the record. */
  late_hold?: VisitRecord["late_hold"];
  held_elsewhere?: VisitRecord["held_elsewhere"];
  /** Visits after it are signed: it is recorded and they are rechecked, no phase moves. */
  is_late?: boolean;
};

export type DraftWarning = {
  path: string;
  code: "outside_plausible" | "lever_outside_plausible" | "trial_spread" | "other_rater_than_last";
  /** Who measured last time, where another does today. */
  who?: string;
};

export type Reading = {
  entries: VisitEntries;
  problems: FieldProblem[];
  warnings: DraftWarning[];
  unconfirmed: string[];
  context: DraftContext;
};
