/** The codes behind an assessment's words, carried beside them: what a script reads is what the rules said. */
import type { Change, SidePattern, VisitAssessment } from "@/domain/assessment";
import type { LimbSide } from "@/domain/record";

const codes = (all: readonly string[]): string => all.join(" ");

export const patternCodes = (side: LimbSide, pattern: SidePattern) => ({
  "data-pattern": side,
  "data-statement": pattern.statement,
  "data-confidence": pattern.confidence ?? undefined,
  "data-strain": pattern.strain,
  "data-domains": codes([pattern.domains.A, pattern.domains.B, pattern.domains.C]),
  "data-competing": codes(pattern.competing),
  "data-missing": codes(pattern.missing),
  "data-conflict": codes(pattern.sign_measure_conflict),
});

export const changeCodes = ({ measure, side, from, to, delta, mdc, class: change }: Change) => ({
  "data-change": codes([measure, side]),
  "data-values": codes([from, to, delta, mdc ?? "none"].map(String)),
  "data-class": change,
});

export const safetyCodes = ({ level, flags }: VisitAssessment["safety"]) => ({
  "data-level": level,
  "data-flags": codes(flags),
});

export const phaseCodes = ({ phase_before, phase_after, overridden, regress }: VisitAssessment) => ({
  "data-phase-before": phase_before,
  "data-phase-after": phase_after,
  "data-overridden": overridden || undefined,
  "data-regress": regress ?? undefined,
});

export const gateCodes = ({ id, status }: NonNullable<VisitAssessment["gate"]>) => ({
  "data-gate": id,
  "data-gate-status": status,
});
