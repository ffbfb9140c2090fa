/** What a progress report is made of: the record and its conclusions as plain data, names included, no database row. */
import type { CourseVisit, ProgressInput } from "@/domain/progress/build-series";
import type { Day } from "@/domain/record";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { Phase } from "@/domain/vocabulary/phases";
import type { ReportAddition } from "@/report/snapshot";

/** `decision.clinician` and `override.clinician` of the visit hold the names to print; its assessment is what stands. */
export type ReportVisit = CourseVisit & { signed_by: string | null };

export type ReportInput = {
  /** BCP 47. */
  language: string;
  /** The instant of making, ISO with offset. */
  made_at: string;
  clinic: {
    name: string;
    address: string | null;
    phone: string | null;
    registration: string | null;
    /** IANA name; instants are printed in it. */
    time_zone: string;
  };
  patient: { name: string; born: string | null; record_no: string | null; referred_by: string | null };
  /** `day_zero` as YYYY-MM-DD; every Day counts from it. */
  episode: { day_zero: string; complaint: string | null };
  period: { from: string; to: string };
  /** Signed, not voided visits of the episode up to the period's end, in fold order; earlier ones give the baselines. */
  visits: readonly ReportVisit[];
  /** Added to these visits after signing, in the order of their signing; words as printed. */
  additions: readonly ReportAddition[];
  /** Days of visits up to the period's end that did not take place. */
  missed: readonly Day[];
  /** Whole years at the last of these visits. */
  age: number;
  /** The patient's own targets. */
  goals: ProgressInput["goals"];
  rules: RuleSet;
  /** Who adopted the rule set; null = not adopted. */
  adopted: { by: string; on: string } | null;
  /** The plan in force at the period's end; doses as the patient reads them. */
  plan: {
    version: number;
    phase: Phase;
    assigned_on: string;
    items: { exercise: string; name: string; dose: string }[];
  } | null;
  next: { review_on: string | null; note: string | null };
  /** null = the report is printed unsigned and says so. */
  signature: { name: string; title: string | null; registration: string | null; signed_at: string } | null;
};
