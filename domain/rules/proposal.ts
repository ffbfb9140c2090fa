/** What the rules propose at a visit: the first rule that applies decides, in the order of CLINICAL 5. */
import type { SidePattern, StrainStatus, VisitAssessment } from "@/domain/assessment";
import type { Day, LimbSide } from "@/domain/record";
import type { FlagId } from "@/domain/vocabulary/flags";
import type { Phase } from "@/domain/vocabulary/phases";
import { LIMBS } from "./derived";
import { enter } from "./entry";
import type { GateCriterion } from "./evidence";
import type { Findings } from "./findings";
import { type FlareMemory, judgeFlare, phaseAfterFlare } from "./flare";
import type { FoldState } from "./fold-state";
import { failing, lacking } from "./gate-criteria";
import { gateOf, judgeGate, phaseBehind, reasonsOf } from "./gates";
import { type HoldMemory, type HoldStep, holdWith } from "./hold";
import { judgeStrengthLoss, keepsLength, REGRESS, sidesWithElasticityLoss } from "./regress";
import { type FirstPass, passGate } from "./second-pass";

type Gate = VisitAssessment["gate"];
export type StrainToday = { status: StrainStatus; onset: Day | null; isNew: boolean };

export type Situation = {
  findings: Findings;
  /** As the last visit left it. */
  state: FoldState;
  flags: readonly FlagId[];
  /** Blocking flags set today. */
  blocking: readonly FlagId[];
  held: HoldStep;
  strain: Record<LimbSide, StrainToday>;
  patterns: Record<LimbSide, SidePattern>;
  episodeOnset: Day | undefined;
};

export type Proposed = {
  /** The phase without any change; after a lifted hold the one restored. */
  from: Phase;
  to: Phase;
  gate: Gate;
  criteria: GateCriterion[];
  regress: string | null;
  notices: string[];
  isHeld: boolean;
  isProtectOffered: boolean;
  hold: HoldMemory | null;
  firstPass: FirstPass | null;
  flare: FlareMemory;
};

const CLEARED: Gate = { id: "G0", status: "open", reasons: [] };
const UNCLEARED: GateCriterion = { ...lacking("medical_clearance", "record"), met: "not_met" };

/** A visit that moves nothing; a rule states what it changes. A flare lasts only where rule 4 looked at it. */
function standing({ state }: Situation, phase: Phase): Proposed {
  return {
    from: phase,
    to: phase,
    gate: null,
    criteria: [],
    regress: null,
    notices: [],
    isHeld: false,
    isProtectOffered: false,
    hold: null,
    firstPass: state.firstPass,
    flare: { ...state.flare, highest: null },
  };
}

export function propose(situation: Situation): Proposed {
  const { state, held } = situation;
  return (
    redFlag(situation) ??
    stillHeld(situation) ??
    afterHold(situation, held.isLifted ? (state.hold?.from ?? state.phase) : state.phase)
  );
}

/** 0: a blocking flag holds everything. */
function redFlag(situation: Situation): Proposed | null {
  const { state, blocking, held, findings } = situation;
  if (blocking.length === 0) return null;
  return {
    ...standing(situation, state.phase),
    to: "hold",
    regress: REGRESS.redFlag,
    isHeld: true,
    hold: holdWith(held.hold, state.phase, findings.day, blocking),
  };
}

/** 1: in hold until a clearance. */
function stillHeld(situation: Situation): Proposed | null {
  const { held } = situation;
  if (held.hold === null) return null;
  return {
    ...standing(situation, "hold"),
    gate: { id: "G0", status: "closed", reasons: [UNCLEARED.code] },
    criteria: [UNCLEARED],
    isHeld: true,
    hold: held.hold,
  };
}

/** 2–7, for a patient who is not held. */
function afterHold(situation: Situation, phase: Phase): Proposed {
  const { held, state } = situation;
  const isHeld = situation.findings.visit.held_elsewhere === true;
  const start = { ...standing(situation, phase), gate: held.isLifted ? CLEARED : null, isHeld };
  const strained = newStrain(situation, start);
  if (strained !== null) return strained;
  // A contact can set or lift a hold; what moves a phase waits for a visit, and for the other draft's block to end.
  if (isHeld || situation.findings.visit.kind === "contact")
    return held.isLifted ? start : { ...start, flare: state.flare };
  const sameOnset = sameOnsetNotices(situation);
  const settled = phase === "none" ? entry(situation, start) : held.isLifted ? start : inCourse(situation, start);
  return { ...settled, notices: [...sameOnset, ...settled.notices] };
}

/** 2: a new strain goes to Protect from wherever the patient was. */
function newStrain({ strain }: Situation, start: Proposed): Proposed | null {
  if (!LIMBS.some((side) => strain[side].isNew)) return null;
  return {
    ...start,
    to: "protect",
    // Nothing was lost by a patient who had not entered yet.
    regress: start.from === "none" ? null : REGRESS.newStrain,
  };
}

/** The criteria are met again, the onset is the old one: said, no return to Protect. */
const sameOnsetNotices = ({ strain, state }: Situation): string[] =>
  LIMBS.filter((side) => strain[side].status === "confirmed" && state.strain[side].status !== "confirmed").map(
    (side) => `strain_same_onset:${side}`,
  );

/** 3: entry, re-evaluated at each visit while the phase is none. */
function entry({ findings, patterns }: Situation, start: Proposed): Proposed {
  const { phase, isOutsideModel } = enter(findings, [patterns.L, patterns.R]);
  const suspected = LIMBS.filter((side) => patterns[side].strain === "suspected");
  return {
    ...start,
    to: phase,
    notices: [...(isOutsideModel ? ["outside_model"] : []), ...suspected.map((side) => `protect_offered:${side}`)],
    isProtectOffered: suspected.length > 0,
  };
}

/** 4–7: flare, losses, gate. */
function inCourse(situation: Situation, start: Proposed): Proposed {
  const { findings, state, flags } = situation;
  const gate = gateOf(start.from, flags);
  const flare = judgeFlare(findings, state.flare, state.transferredWorstPain ?? undefined);
  const begun = { ...start, flare: flare.memory };
  if (flare.kind === "none") return loss(situation, begun) ?? throughGate(situation, begun, gate);
  const closed: Proposed = {
    ...begun,
    gate: gate === null ? null : { id: gate, status: "closed", reasons: ["flare"] },
    criteria: gate === null ? [] : [failing("flare", "pain")],
    firstPass: null,
  };
  // The same flare closes the gate without a step of its own; a loss beside it still counts.
  if (flare.kind === "ongoing") {
    const said = { ...closed, notices: ["flare_ongoing"] };
    return loss(situation, said) ?? said;
  }
  return {
    ...closed,
    to: phaseAfterFlare(start.from, flare.kind),
    regress: flare.kind === "second" ? REGRESS.secondFlare : REGRESS.flare,
  };
}

/** 5: quadriceps length lost; 6: strength lost in Maintain. */
function loss({ findings, state }: Situation, start: Proposed): Proposed | null {
  if (!keepsLength(start.from)) return null;
  const shortened = sidesWithElasticityLoss(findings, state.elasticityEntry);
  if (shortened.length > 0) {
    const notices = [...start.notices, ...shortened.map((side) => `retest_ely:${side}`)];
    return { ...start, to: "release", regress: REGRESS.elasticityLoss, notices };
  }
  if (start.from !== "maintain") return null;
  const strength = judgeStrengthLoss(findings, state.strengthEntry);
  const notices = [...start.notices, ...strength.unconfirmed.map((side) => `strength_low_not_confirmed:${side}`)];
  if (!strength.isConfirmed) return { ...start, notices };
  return { ...start, to: "strengthen_2", regress: REGRESS.strengthLoss, notices };
}

/** 7: the gate of the phase. */
function throughGate(situation: Situation, start: Proposed, gate: ReturnType<typeof gateOf>): Proposed {
  if (gate === null) return start;
  const { findings, patterns, state, episodeOnset } = situation;
  const verdict = judgeGate(gate, { findings, patterns, phaseSince: state.phaseSince, episodeOnset });
  const pass = passGate(gate, verdict.outcome, state.firstPass, findings.day, findings.rules);
  return {
    ...start,
    to: pass.status === "open" ? phaseBehind(gate, patterns) : start.from,
    gate: { id: gate, status: pass.status, reasons: [...reasonsOf(verdict.criteria), ...pass.reasons] },
    criteria: verdict.criteria,
    firstPass: pass.firstPass,
    notices: [...start.notices, ...verdict.notices, ...pass.notices],
  };
}
