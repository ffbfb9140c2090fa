/** What the rules conclude from one visit: exactly the fields of `expected` in cases.json. */
import type { Day, LimbSide, Side } from "@/domain/record";
import type { FlagId, FlagLevel } from "@/domain/vocabulary/flags";
import type { MeasureId, MeasureMethod } from "@/domain/vocabulary/measures";
import type { Phase } from "@/domain/vocabulary/phases";
import type { Statement } from "@/domain/vocabulary/statements";

export type DomainState = "positive" | "borderline" | "negative" | "unknown";
export type StrainStatus = "confirmed" | "suspected" | "resolving" | "no" | "unknown";
export type Confidence = "high" | "moderate" | "low";

export type SidePattern = {
  statement: Statement;
  sign_measure_conflict: ("A" | "C")[];
  domains: { A: DomainState; B: DomainState; C: DomainState };
  /** null where the statement is contradictory or insufficient (CLINICAL 4.2). */
  confidence: Confidence | null;
  competing: string[];
  strain: StrainStatus;
  missing: string[];
};

export const GATES = ["G0", "G1", "G2", "G3a", "G3b", "G4"] as const;
export type GateId = (typeof GATES)[number];
export type GateStatus = "open" | "provisional" | "closed" | "cannot_evaluate";

export const CHANGE_CLASSES = [
  "not_comparable",
  "no_detectable_change",
  "improved_detectable",
  "worsened_detectable",
  "improved_important",
  "worsened_important",
  "changed_descriptive",
] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

export type Change = {
  measure: MeasureId;
  side: Side;
  from: number;
  to: number;
  delta: number;
  mdc: number | null;
  class: ChangeClass;
};

export type Derived = {
  ham_torque_nm?: number;
  ham_nm_kg?: number;
  quad_torque_nm?: number;
  quad_nm_kg?: number;
  hq_ratio?: number;
  hq_method?: MeasureMethod;
  lsi_ham_pct?: number;
};

export type VisitAssessment = {
  visit: number;
  day: Day;
  derived: Partial<Record<LimbSide, Derived>>;
  safety: { level: FlagLevel | "none"; flags: FlagId[] };
  /** null = suppressed by a block. */
  pattern: Record<LimbSide, SidePattern> | null;
  phase_before: Phase;
  phase_after: Phase;
  gate: { id: GateId; status: GateStatus; reasons: string[] } | null;
  regress: string | null;
  changes_vs_baseline: Change[];
  adherence?: { pct: number | null; band: "good" | "partial" | "low" | "not_reported" };
  overridden: boolean;
  warnings: string[];
  notices: string[];
};
