/** Gates that ask for two passes: the window of the second, and when a first one is lost (CLINICAL 5). */
import type { GateId, GateStatus, VisitAssessment } from "@/domain/assessment";
import type { Day } from "@/domain/record";
import { type GateVerdict, needsTwoPasses } from "./gates";
import type { RuleSet } from "./rule-set";

export type FirstPass = { gate: GateId; day: Day };
export type PassStep = {
  status: GateStatus;
  /** Reasons beside those of the criteria. */
  reasons: string[];
  firstPass: FirstPass | null;
  notices: string[];
};

/** The one first pass that a patient is told of (CLINICAL 5.2.4). */
export const isMetOnce = (assessment: Pick<VisitAssessment, "gate"> | undefined): boolean =>
  assessment?.gate?.id === "G2" && assessment.gate.status === "provisional";

export function passGate(
  gate: GateId,
  outcome: GateVerdict["outcome"],
  memory: FirstPass | null,
  day: Day,
  rules: RuleSet["values"],
): PassStep {
  const kept = memory?.gate === gate ? memory : null;
  const isExpired = kept !== null && day - kept.day > rules.second_pass_max_days;
  const first = isExpired ? null : kept;
  const expiry = isExpired ? ["first_pass_expired"] : [];
  const windowOf = (pass: FirstPass) =>
    `second_pass_due:${pass.day + rules.second_pass_min_days}-${pass.day + rules.second_pass_max_days}`;
  if (outcome === "closed") return { status: "closed", reasons: [], firstPass: null, notices: expiry };
  if (outcome === "cannot_evaluate") {
    const notices = first === null ? expiry : [windowOf(first)];
    return { status: "cannot_evaluate", reasons: [], firstPass: first, notices };
  }
  if (!needsTwoPasses(gate)) return { status: "open", reasons: [], firstPass: null, notices: [] };
  if (first === null) {
    const pass = { gate, day };
    return {
      status: "provisional",
      reasons: ["first_pass_confirm_next_visit"],
      firstPass: pass,
      notices: [...expiry, windowOf(pass)],
    };
  }
  if (day - first.day < rules.second_pass_min_days) {
    return {
      status: "provisional",
      reasons: [`less_than_${rules.second_pass_min_days}_days_since_first_pass`],
      firstPass: first,
      notices: [windowOf(first)],
    };
  }
  // Should the clinician keep the phase, the first pass stays valid for its window.
  return { status: "open", reasons: [], firstPass: first, notices: [] };
}
