/** How much of what was prescribed was done; no log is "not reported", never "low" (CLINICAL 7). */
import type { VisitAssessment } from "@/domain/assessment";
import type { VisitRecord } from "@/domain/record";
import { roundHalfUp } from "./rounding";
import type { RuleSet } from "./rule-set";

/** @returns undefined where nothing was prescribed or nothing is known of it. */
export function adherenceOf({ adherence }: VisitRecord, rules: RuleSet["values"]): VisitAssessment["adherence"] {
  if (adherence === undefined || adherence === null || adherence.prescribed === 0) return undefined;
  if (adherence.source === "none") return { pct: null, band: "not_reported" };
  const pct = roundHalfUp(Math.min(100, (100 * adherence.done) / adherence.prescribed), 0);
  if (pct >= rules.adherence_good) return { pct, band: "good" };
  return { pct, band: pct >= rules.adherence_partial ? "partial" : "low" };
}
