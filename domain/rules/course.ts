/** The fold of an episode: from the visits in order to one conclusion per visit (CLINICAL 5, order of evaluation). */
import type { GateId, StrainStatus, VisitAssessment } from "@/domain/assessment";
import type { EpisodeRecord, LimbSide, PatientRecord, VisitRecord } from "@/domain/record";
import type { Phase } from "@/domain/vocabulary/phases";
import { adherenceOf } from "./adherence";
import { changesSinceBaseline } from "./change";
import { decide } from "./decision";
import { derivedBySide, LIMBS } from "./derived";
import type { Evidence, GateCriterion } from "./evidence";
import { gatherFindings } from "./findings";
import { type FoldState, heldLate, openingState, rememberVisit } from "./fold-state";
import { gateOf, judgeGate } from "./gates";
import { holdAfterEvents } from "./hold";
import { isPainPersistent } from "./pain";
import { judgeSide } from "./pattern";
import { judgePlateau } from "./plateau";
import { propose, type Situation } from "./proposal";
import { isStrengthening } from "./regress";
import { DEFAULT_RULES, type RuleSet } from "./rule-set";
import { acknowledgementsNeeded, blockingFlags, findingsToAcknowledge, flagsInForce, safetyOf } from "./safety";
import { screeningNotices } from "./screening";
import { hasSuddenOnset, isNewStrain, onsetOf, reportsSuddenOnsetToday, strainStatus } from "./strain";

export type { FoldState } from "./fold-state";

export type FoldInput = {
  patient: PatientRecord;
  /** Onset of the episode, in the days of the visits. */
  onset_day?: number;
  /** The record of the earlier visits of the fold, in order. */
  earlier: readonly VisitRecord[];
  /** What the last of them left behind, else `openCourse`. */
  state: FoldState;
  visit: VisitRecord;
  rules?: RuleSet;
  /** Signed by a supervised clinician and not co-signed: no decision of the visit counts yet (CLINICAL 11.9). */
  supervised?: boolean;
};

export type FoldedVisit = { assessment: VisitAssessment; state: FoldState; evidence: Evidence };

/** The state before the first visit: phase none, or where a patient transferred in mid-course stands. */
export const openCourse = ({ initial_state }: Omit<EpisodeRecord, "visits">): FoldState => openingState(initial_state);

export function foldEpisode(episode: EpisodeRecord, rules: RuleSet = DEFAULT_RULES): VisitAssessment[] {
  return foldCourse(episode, rules).map(({ assessment }) => assessment);
}

/** The same with the state and the evidence of each visit. */
export function foldCourse(episode: EpisodeRecord, rules: RuleSet = DEFAULT_RULES): FoldedVisit[] {
  const { patient, onset_day, visits } = episode;
  let state = openCourse(episode);
  return visits.map((visit, index) => {
    const folded = foldVisit({ patient, onset_day, earlier: visits.slice(0, index), state, visit, rules });
    state = folded.state;
    return folded;
  });
}

const bothSides = <T>(of: (side: LimbSide) => T): Record<LimbSide, T> => ({ L: of("L"), R: of("R") });

/** Looks at one visit: what was found, how safe it is, how strained, and which pattern each side shows. */
function examine({ patient, onset_day, earlier, state, visit, rules = DEFAULT_RULES }: FoldInput) {
  const findings = gatherFindings(patient, earlier, visit, rules.values);
  const flags = flagsInForce(patient, visit, rules.values);
  const blocking = blockingFlags(flags);
  const strain = bothSides((side) => {
    const status = strainStatus(findings, side, state.strain[side].status);
    const onset = onsetOf(findings, side, onset_day ?? undefined);
    return { status, onset, isNew: isNewStrain(status, onset, state.strain[side]) };
  });
  const sides = bothSides((side) => judgeSide(findings, side, strain[side].status));
  const patterns = bothSides((side) => sides[side].pattern);
  return { findings, flags, blocking, strain, sides, patterns };
}

export function foldVisit(input: FoldInput): FoldedVisit {
  const { onset_day, earlier, visit, rules = DEFAULT_RULES, supervised = false } = input;
  const state = heldLate(input.state, visit.late_hold);
  const visits = [...earlier, visit];
  const { findings, flags, blocking, strain, sides, patterns } = examine(input);
  const isBlocked = blocking.length > 0;
  const held = holdAfterEvents(state.hold, visit, blocking, rules.values);

  const situation: Situation = {
    findings,
    state,
    flags,
    blocking,
    held,
    strain,
    patterns,
    episodeOnset: onset_day ?? undefined,
  };
  const proposal = propose(situation);
  const outcome = decide(visit, { ...proposal, isBlocked, flags, isSupervised: supervised }, rules.values);
  const next = rememberVisit(situation, proposal, outcome.phase);

  const phaseBefore = state.phase;
  const phaseAfter = outcome.phase;
  const isStuck =
    phaseAfter === phaseBefore &&
    (phaseBefore === "release" || isStrengthening(phaseBefore)) &&
    (proposal.gate?.status === "closed" || proposal.gate?.status === "cannot_evaluate");
  const plateau = isStuck ? judgePlateau(findings, proposal.criteria, state.phaseSince) : null;
  const toAcknowledge = isBlocked ? [] : findingsToAcknowledge([patterns.L, patterns.R]);
  const change = changesSinceBaseline(
    findings,
    bothSides<StrainStatus>((side) => strain[side].status),
  );
  const adherence = adherenceOf(visit, rules.values);

  const notices = [
    ...screeningNotices(visits, visit, rules.values),
    ...held.notices,
    ...(isBlocked ? [] : acknowledgementsNeeded(flags, toAcknowledge, visits, visit, rules.values)),
    ...strainNotices(input, situation),
    ...proposal.notices,
    ...outcome.notices,
    ...phaseNotices(phaseBefore, phaseAfter, visit.day - state.phaseSince, rules.values),
    ...change.notices,
    ...(plateau === "watch" ? ["plateau_watch"] : []),
    ...(isPainPersistent(findings) ? ["pain_over_5_persistent"] : []),
  ];
  const assessment: VisitAssessment = {
    visit: visit.visit,
    day: visit.day,
    derived: derivedBySide(findings.derivedToday),
    safety: safetyOf(flags, toAcknowledge),
    pattern: isBlocked ? null : patterns,
    phase_before: phaseBefore,
    phase_after: phaseAfter,
    gate: proposal.gate,
    regress: proposal.regress,
    changes_vs_baseline: change.changes,
    ...(adherence === undefined ? {} : { adherence }),
    overridden: outcome.isOverridden,
    warnings: [...outcome.warnings, ...(plateau === "review" ? ["plateau_review"] : [])],
    notices,
  };
  const evidence: Evidence = {
    pattern: isBlocked ? [] : [...sides.L.criteria, ...sides.R.criteria],
    gate: proposal.criteria,
  };
  return { assessment, state: next, evidence };
}

export type GateAhead = { id: Exclude<GateId, "G0">; criteria: GateCriterion[] };

/**
 * The gate of the phase that a visit moved into, by what that visit found: how far the way still is. It opens nothing: a
 * gate is judged at the next visit. null where no gate leads on, and under a block.
 */
export function gateAhead(input: FoldInput, phase: Phase): GateAhead | null {
  const { findings, flags, blocking, patterns } = examine(input);
  const id = gateOf(phase, flags);
  if (id === null || blocking.length > 0) return null;
  const situation = { findings, patterns, phaseSince: input.visit.day, episodeOnset: input.onset_day };
  return { id, criteria: judgeGate(id, situation).criteria };
}

function strainNotices({ patient, rules = DEFAULT_RULES }: FoldInput, { findings, strain }: Situation): string[] {
  return LIMBS.flatMap((side) => {
    const isUndated = hasSuddenOnset(findings, side) && strain[side].onset === null;
    const isYoung = patient.age < rules.values.adult_age && reportsSuddenOnsetToday(findings, side);
    return [
      ...(isUndated ? [`strain_onset_date_missing:${side}`] : []),
      ...(isYoung ? [`avulsion_check:${side}`] : []),
      ...findings.elyNotJudged.filter((limb) => limb === side).map((limb) => `ely_not_judged:${limb}`),
    ];
  });
}

function phaseNotices(before: Phase, after: Phase, daysInPhase: number, rules: RuleSet["values"]): string[] {
  if (after === "hold") return ["plan_paused"];
  if (after !== before && after !== "none") return [`assign_plan:${after}`];
  return after === "protect" && daysInPhase >= rules.protect_review_days ? ["protect_review"] : [];
}
