/** What a conclusion rested on: each criterion with its value, day and threshold, as the deciding code saw it. */
import type { DomainState } from "@/domain/assessment";
import type { Day, Side } from "@/domain/record";
import type { MeasureId } from "@/domain/vocabulary/measures";
import type { SignGrade, SignId } from "@/domain/vocabulary/signs";
import type { ThresholdId } from "@/domain/vocabulary/thresholds";

export type PatternCriterion = {
  domain: "A" | "B" | "C";
  indicator: MeasureId | SignId;
  /** The side the finding was recorded on (M for a midline finding that speaks for both sides). */
  side: Side;
  value: number | SignGrade;
  /** null for a sign: moderate or more counts. */
  cutoff: number | null;
  thresholdId: ThresholdId | null;
  day: Day;
  basis: "measure" | "sign";
  verdict: Exclude<DomainState, "unknown">;
};

export type CriterionKind = "elasticity" | "pain" | "strength" | "function" | "time" | "sign" | "record";

export type GateCriterion = {
  /** The reason code of the gate when this criterion keeps it from opening; `missing:…` without data. */
  code: string;
  kind: CriterionKind;
  measure: MeasureId | SignId | null;
  side: Side | null;
  /** How the value must stand to the threshold (inclusive); null where there is none. */
  rule: "at_least" | "at_most" | null;
  threshold: number | null;
  thresholdId: ThresholdId | null;
  value: number | SignGrade | null;
  day: Day | null;
  met: "met" | "not_met" | "no_data";
};

export type Evidence = { pattern: PatternCriterion[]; gate: GateCriterion[] };
