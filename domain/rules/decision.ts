/** What the clinician makes of the proposal: advance, keep, protect, or override it with a reason (CLINICAL 5, 5.1). */
import type { VisitRecord } from "@/domain/record";
import type { FlagId } from "@/domain/vocabulary/flags";
import type { Phase } from "@/domain/vocabulary/phases";
import { hasSecondClinician, isReason } from "./reason";
import type { RuleSet } from "./rule-set";

export type Proposal = {
  /** The phase the patient would be in if nothing changed (after a hold: the one restored). */
  from: Phase;
  to: Phase;
  isHeld: boolean;
  /** A blocking flag of today begins or renews the hold. */
  isBlocked: boolean;
  isProtectOffered: boolean;
  flags: readonly FlagId[];
  /** Signed by a supervised clinician and not co-signed. */
  isSupervised?: boolean;
};

export type Outcome = { phase: Phase; isOverridden: boolean; warnings: string[]; notices: string[] };

const COURSE: readonly Phase[] = ["protect", "release", "strengthen_1", "strengthen_2", "strengthen_3", "maintain"];

function skipsAStage(from: Phase, to: Phase, flags: readonly FlagId[]): boolean {
  if (from === "strengthen_2" && to === "maintain" && flags.includes("no_eccentric")) return false;
  const start = from === "none" ? "release" : from;
  return COURSE.includes(to) && COURSE.indexOf(to) - COURSE.indexOf(start) >= 2;
}

/** undefined = no override, or one that is not accepted; then the proposal and the decision stand. */
function overridden(visit: VisitRecord, proposal: Proposal, rules: RuleSet["values"]): Outcome | undefined {
  const { override } = visit;
  if (override === undefined || override === null) return undefined;
  const rejected = (...notices: string[]): Outcome => ({
    phase: proposal.to,
    isOverridden: false,
    warnings: ["override_rejected"],
    notices,
  });
  const { to_phase, reason, clinician, second_clinician } = override;
  // A hold is set by a flag and ends with it.
  if (proposal.isHeld || to_phase === "hold" || !isReason(reason, rules)) return rejected();
  if (skipsAStage(proposal.from, to_phase, proposal.flags) && !hasSecondClinician(clinician, second_clinician)) {
    return rejected("override_needs_second_clinician");
  }
  return { phase: to_phase, isOverridden: true, warnings: [], notices: [] };
}

function decided({ decision, day }: VisitRecord, proposal: Proposal, rules: RuleSet["values"]): Outcome {
  const stands: Outcome = { phase: proposal.to, isOverridden: false, warnings: [], notices: [] };
  if (decision?.choice === "protect") {
    if (!proposal.isProtectOffered) return { ...stands, notices: ["decision_not_offered"] };
    return { ...stands, phase: "protect", notices: [`review_due:${day + rules.protect_review_days}`] };
  }
  if (decision?.choice !== "keep") return stands;
  if (proposal.isBlocked) return { ...stands, warnings: ["override_rejected"] };
  if (proposal.isHeld || proposal.to === proposal.from) return stands;
  if (!isReason(decision.reason, rules)) return { ...stands, warnings: ["override_rejected"] };
  return { ...stands, phase: proposal.from, isOverridden: true };
}

/** Holds and steps back act at once; everything else waits for the co-signature with the phase kept (CLINICAL 11.9). */
function awaitingCosignature({ from, to, isHeld }: Proposal): Outcome {
  const isStepBack = COURSE.includes(from) && COURSE.includes(to) && COURSE.indexOf(to) < COURSE.indexOf(from);
  return { phase: isHeld || isStepBack ? to : from, isOverridden: false, warnings: [], notices: [] };
}

/** An override goes before the decision; a rejected one leaves the decision to stand. */
export function decide(visit: VisitRecord, proposal: Proposal, rules: RuleSet["values"]): Outcome {
  if (proposal.isSupervised) return awaitingCosignature(proposal);
  const override = overridden(visit, proposal, rules);
  if (override?.isOverridden) return override;
  const outcome = decided(visit, proposal, rules);
  return {
    ...outcome,
    warnings: [...new Set([...(override?.warnings ?? []), ...outcome.warnings])],
    notices: [...(override?.notices ?? []), ...outcome.notices],
  };
}
