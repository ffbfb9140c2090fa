/** The pattern per side: statement, confidence, competing findings, conflicts and what is missing (CLINICAL 4.2). */
import type { DomainState, SidePattern, StrainStatus } from "@/domain/assessment";
import type { LimbSide } from "@/domain/record";
import type { SignId } from "@/domain/vocabulary/signs";
import type { Statement } from "@/domain/vocabulary/statements";
import { type DomainJudgement, judgeAnterior, judgeStrength, judgeTilt } from "./domains";
import type { PatternCriterion } from "./evidence";
import { type Findings, isAdult, isAtLeast, latestSign, newerOf } from "./findings";

const FLAT_BACK: SignId = "flat_back_posterior_tilt";
const COMPETING: readonly SignId[] = [FLAT_BACK, "neural_tension_positive", "sij_cluster_positive", "hip_oa_cluster"];

type Domains = Record<"A" | "B" | "C", DomainState>;

const QUAD_DOMINANT: readonly Statement[] = ["quad_dominant_apt", "quad_dominant_tilt_unknown", "quad_dominant_no_apt"];

function firstStatement({ A, B, C }: Domains, hasFlatBack: boolean): Statement {
  if (C === "positive" && hasFlatBack) return "contradictory_findings";
  if (A === "unknown" || B === "unknown") return "insufficient_data";
  if (A === "positive" && B === "positive") {
    if (C === "positive") return "quad_dominant_apt";
    return C === "unknown" ? "quad_dominant_tilt_unknown" : "quad_dominant_no_apt";
  }
  if (A === "positive") return "anterior_tightness_only";
  if (B === "positive") return "hamstring_weakness_only";
  return "not_this_pattern";
}

function competingWith(findings: Findings, side: LimbSide, statement: Statement): SignId[] {
  const present = COMPETING.filter((id) => isPresent(findings, id, side));
  // A flat back agrees with "the pattern does not fit": it competes with every other statement only.
  return statement === "not_this_pattern" ? present.filter((id) => id !== FLAT_BACK) : present;
}

const isPresent = (findings: Findings, id: SignId, side: LimbSide): boolean =>
  newerOf(latestSign(findings, id, side), latestSign(findings, id, "M"))?.grade === "present";

const isSoft = ({ state, basis }: DomainJudgement): boolean =>
  state === "borderline" || state === "unknown" || basis === "sign" || basis === "clinical";

function confidenceIn(statement: Statement, judged: Record<"A" | "B" | "C", DomainJudgement>, competing: SignId[]) {
  if (statement === "contradictory_findings" || statement === "insufficient_data") return null;
  const relevant = QUAD_DOMINANT.includes(statement) ? [judged.A, judged.B, judged.C] : [judged.A, judged.B];
  const soft = relevant.filter(isSoft).length;
  if (competing.length > 0 || soft >= 2) return "low";
  return soft === 1 ? "moderate" : "high";
}

/** The measure wins over the sign; the conflict is said. */
function conflictsOf(findings: Findings, side: LimbSide, { A, C }: { A: DomainJudgement; C: DomainJudgement }) {
  const conflicts: SidePattern["sign_measure_conflict"] = [];
  const [anterior] = A.criteria;
  const isFree = A.state === "negative" && anterior?.indicator === "ely_angle_deg";
  if (isFree && isAtLeast(latestSign(findings, "quad_tightness", side), "moderate")) conflicts.push("A");
  const seen = newerOf(
    latestSign(findings, "anterior_pelvic_tilt", side),
    latestSign(findings, "anterior_pelvic_tilt", "M"),
  );
  if (C.basis === "measure" && C.state === "negative" && isAtLeast(seen, "moderate")) conflicts.push("C");
  return conflicts;
}

function missingFor(findings: Findings, side: LimbSide, statement: Statement, A: DomainJudgement, domains: Domains) {
  if (!isAdult(findings)) return ["reference_under_18"];
  const asksForTilt = statement === "insufficient_data" || QUAD_DOMINANT.includes(statement);
  return [
    ...(A.basis === "measure" ? [] : [`ely_angle_deg:${side}`]),
    ...(domains.B === "unknown" ? [`hamstring_strength:${side}`] : []),
    ...(domains.C === "unknown" && asksForTilt ? [`pelvic_tilt_deg:${side}`] : []),
  ];
}

export type SideJudgement = { pattern: SidePattern; criteria: PatternCriterion[] };

export function judgeSide(findings: Findings, side: LimbSide, strain: StrainStatus): SideJudgement {
  const judged = {
    A: judgeAnterior(findings, side),
    B: judgeStrength(findings, side),
    C: judgeTilt(findings, side),
  };
  const domains = { A: judged.A.state, B: judged.B.state, C: judged.C.state };
  const statement = firstStatement(domains, isPresent(findings, FLAT_BACK, side));
  const competing = competingWith(findings, side, statement);
  return {
    pattern: {
      statement,
      sign_measure_conflict: conflictsOf(findings, side, judged),
      domains,
      confidence: confidenceIn(statement, judged, competing),
      competing,
      strain,
      missing: missingFor(findings, side, statement, judged.A, domains),
    },
    criteria: [...judged.A.criteria, ...judged.B.criteria, ...judged.C.criteria],
  };
}
