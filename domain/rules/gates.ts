/** The gate of each phase: which criteria it asks for and whether they are met, failed or without data (CLINICAL 5). */
import type { GateId, SidePattern } from "@/domain/assessment";
import type { Day, LimbSide } from "@/domain/record";
import type { FlagId } from "@/domain/vocabulary/flags";
import type { Phase } from "@/domain/vocabulary/phases";
import { LIMBS } from "./derived";
import type { GateCriterion } from "./evidence";
import { type Findings, isAdult, readingToday } from "./findings";
import { answer, elapsed, elasticity, exercisePain, failing, lacking, signAtMost, worstPain } from "./gate-criteria";
import { onsetOf } from "./strain";
import { strengthForEccentric, strengthForMaintain } from "./strength-criteria";

export type GateSituation = {
  findings: Findings;
  patterns: Record<LimbSide, SidePattern>;
  phaseSince: Day;
  episodeOnset: Day | undefined;
};

export type GateVerdict = {
  outcome: "pass" | "closed" | "cannot_evaluate";
  criteria: GateCriterion[];
  notices: string[];
};

/** null = no gate leads on from here. */
export function gateOf(phase: Phase, flags: readonly FlagId[]): Exclude<GateId, "G0"> | null {
  switch (phase) {
    case "protect":
      return "G1";
    case "release":
      return "G2";
    case "strengthen_1":
      return "G3a";
    case "strengthen_2":
      // Without eccentric work the last stage is left out.
      return flags.includes("no_eccentric") ? "G4" : "G3b";
    case "strengthen_3":
      return "G4";
    default:
      return null;
  }
}

export function phaseBehind(gate: Exclude<GateId, "G0">, patterns: Record<LimbSide, SidePattern>): Phase {
  if (gate === "G1") return hasQuadricepsLength(patterns) ? "strengthen_1" : "release";
  return ({ G2: "strengthen_1", G3a: "strengthen_2", G3b: "strengthen_3", G4: "maintain" } as const)[gate];
}

const hasQuadricepsLength = (patterns: Record<LimbSide, SidePattern>) =>
  LIMBS.every((side) => ["negative", "borderline"].includes(patterns[side].domains.A));

/** Two passes at two visits; the others open at the first. */
export const needsTwoPasses = (gate: GateId): boolean => gate === "G2" || gate === "G4";

const UNDER_AGE = lacking("reference_under_18", "record");
const HOURS_PER_DAY = 24;

const strainedSides = (patterns: Record<LimbSide, SidePattern>): LimbSide[] =>
  LIMBS.filter((side) => ["confirmed", "suspected", "resolving"].includes(patterns[side].strain));

/** Time since the newest onset of a strained side; where nothing is strained or dated, since Protect began. */
function timeSinceOnset({ findings, patterns, phaseSince, episodeOnset }: GateSituation): GateCriterion {
  const strained = strainedSides(patterns);
  const onsets = (strained.length > 0 ? strained : LIMBS).map((side) => onsetOf(findings, side, episodeOnset));
  if (strained.length > 0 && onsets.includes(null)) return lacking("onset_day", "record");
  const dated = onsets.filter((onset) => onset !== null);
  const from = dated.length > 0 ? Math.max(...dated) : phaseSince;
  const value = (findings.day - from) * HOURS_PER_DAY;
  return elapsed(findings, "g1_hours", { value, since: from, code: `less_than_${findings.rules.g1_hours}h` });
}

function daysInStage({ findings, phaseSince }: GateSituation, thresholdId: "g3a_days" | "g3b_days"): GateCriterion {
  const code = `less_than_${findings.rules[thresholdId]}_days_in_stage`;
  return elapsed(findings, thresholdId, { value: findings.day - phaseSince, since: phaseSince, code });
}

const resistedPain = (findings: Findings, side: LimbSide): GateCriterion =>
  signAtMost(findings, "pain_resisted_knee_flexion", side, "mild", `pain_resisted_gt_mild:${side}`);

/** Function today: one of the two goals reached is enough. */
function functionGoal(findings: Findings): GateCriterion {
  const rmdq = readingToday(findings, "rmdq_score", "M");
  const psfs = readingToday(findings, "psfs_avg", "M");
  const asked = { side: "M", kind: "function", code: "function_below_goal" } as const;
  const activities = answer(
    findings,
    { ...asked, measure: "psfs_avg", rule: "at_least", thresholdId: "psfs_goal" },
    psfs,
  );
  const disability = answer(
    findings,
    { ...asked, measure: "rmdq_score", rule: "at_most", thresholdId: "rmdq_recovered" },
    rmdq,
  );
  const scored = [activities, disability].filter(({ met }) => met !== "no_data");
  return scored.find(({ met }) => met === "met") ?? scored[0] ?? lacking("function", "function");
}

/** Elasticity with its notices, or for the young the one thing that is missing: a reference. */
const elasticQuadriceps = (findings: Findings) =>
  isAdult(findings) ? elasticity(findings) : { criteria: [UNDER_AGE], notices: [] };

function criteriaOf(gate: Exclude<GateId, "G0">, situation: GateSituation): Omit<GateVerdict, "outcome"> {
  const { findings, patterns } = situation;
  const young = !isAdult(findings);
  switch (gate) {
    case "G1": {
      const strained = strainedSides(patterns);
      return {
        criteria: [
          timeSinceOnset(situation),
          worstPain(findings, "nprs_worst_g1_g2_g3"),
          ...strained.map((side) => signAtMost(findings, "gait_antalgic", side, "absent", "gait_antalgic")),
          ...strained.map((side) => resistedPain(findings, side)),
        ],
        notices: [],
      };
    }
    case "G2": {
      const elastic = elasticQuadriceps(findings);
      const confirmed = LIMBS.filter((side) => patterns[side].strain === "confirmed");
      const sore = confirmed.map((side) => resistedPain(findings, side));
      return {
        criteria: [...elastic.criteria, worstPain(findings, "nprs_worst_g1_g2_g3"), ...sore],
        notices: elastic.notices,
      };
    }
    case "G3a":
      return {
        criteria: [
          daysInStage(situation, "g3a_days"),
          exercisePain(findings),
          worstPain(findings, "nprs_worst_g1_g2_g3"),
        ],
        notices: [],
      };
    case "G3b": {
      const strength = young ? { criteria: [UNDER_AGE], notices: [] } : strengthForEccentric(findings);
      return {
        criteria: [
          daysInStage(situation, "g3b_days"),
          exercisePain(findings),
          worstPain(findings, "nprs_worst_g1_g2_g3"),
          ...strength.criteria,
        ],
        notices: strength.notices,
      };
    }
    case "G4": {
      const elastic = elasticQuadriceps(findings);
      const strength = young ? { criteria: [], notices: [] } : strengthForMaintain(findings);
      return {
        criteria: [
          ...elastic.criteria,
          ...strength.criteria,
          worstPain(findings, "nprs_worst_g4"),
          ...(young ? [] : [functionGoal(findings)]),
        ],
        notices: [...elastic.notices, ...strength.notices],
      };
    }
  }
}

/** What closes a gate whatever was measured. */
function contradictions(gate: GateId, patterns: Record<LimbSide, SidePattern>): GateCriterion[] {
  const isSuspected = LIMBS.some((side) => patterns[side].strain === "suspected");
  const isContradictory = LIMBS.some((side) => patterns[side].statement === "contradictory_findings");
  return [
    ...(isSuspected && gate !== "G1" ? [failing("strain_suspected", "sign")] : []),
    ...(isContradictory ? [failing("contradictory_findings", "sign")] : []),
  ];
}

export function judgeGate(gate: Exclude<GateId, "G0">, situation: GateSituation): GateVerdict {
  const { criteria: asked, notices } = criteriaOf(gate, situation);
  const criteria = [...asked, ...contradictions(gate, situation.patterns)];
  const isClosed = criteria.some(({ met }) => met === "not_met");
  const lacksData = criteria.some(({ met }) => met === "no_data");
  return { outcome: isClosed ? "closed" : lacksData ? "cannot_evaluate" : "pass", criteria, notices };
}

export const reasonsOf = (criteria: readonly GateCriterion[]): string[] => [
  ...new Set(criteria.filter(({ met }) => met !== "met").map(({ code }) => code)),
];
