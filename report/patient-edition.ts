/**
 * The patient's copy of a stored report. It names what it keeps, so that whatever a report gains later stays out until
 * someone decides otherwise: no screening, flags, statements of a pattern, reasons of gates and decisions, notes to
 * colleagues, or what was added to a visit after signing (CLINICAL 3.3.3).
 */
import type { ReportDecision, ReportSnapshot } from "@/report/snapshot";

export type PatientEdition = Pick<
  ReportSnapshot,
  | "language"
  | "made_at"
  | "clinic"
  | "patient"
  | "period"
  | "attendance"
  | "headline"
  | "changes"
  | "charts"
  | "course"
  | "plan"
  | "adherence"
  | "sources"
  | "rules"
  | "signature"
  | "caveats"
> & {
  episode: Pick<ReportSnapshot["episode"], "day_zero">;
  next: { review_on: ReportSnapshot["next"]["review_on"]; note: null };
  /** Which way the phase went and when; an override that was not accepted moved nothing. */
  moves: Pick<ReportDecision, "on" | "visit" | "from" | "to" | "kind">[];
};

export function patientEdition(report: ReportSnapshot): PatientEdition {
  const { language, made_at, clinic, patient, period, attendance, headline, changes, charts, course } = report;
  const { plan, adherence, sources, rules, signature, caveats } = report;
  return {
    ...{ language, made_at, clinic, patient, period, attendance, headline, changes, charts, course },
    ...{ plan, adherence, sources, rules, signature, caveats },
    episode: { day_zero: report.episode.day_zero },
    next: { review_on: report.next.review_on, note: null },
    moves: report.decisions.flatMap(({ on, visit, from, to, kind }) =>
      kind === "override_rejected" ? [] : [{ on, visit, from, to, kind }],
    ),
  };
}
