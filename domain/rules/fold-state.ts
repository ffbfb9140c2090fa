/** What the course remembers between two visits: small plain JSON, stored beside each signed visit. */
import type { Day, InitialState, LimbSide, VisitRecord } from "@/domain/record";
import type { Phase } from "@/domain/vocabulary/phases";
import { type FlareMemory, NO_FLARE } from "./flare";
import { type HoldMemory, holdWith } from "./hold";
import type { Proposed, Situation } from "./proposal";
import {
  type ElasticityEntry,
  elasticityAtEntry,
  keepsLength,
  NO_STRENGTH_ENTRY,
  type StrengthEntry,
  strengthAtEntry,
  strengthFromTransfer,
} from "./regress";
import type { FirstPass } from "./second-pass";
import { NO_STRAIN, rememberStrain, type StrainMemory } from "./strain";

export type FoldState = {
  phase: Phase;
  phaseSince: Day;
  hold: HoldMemory | null;
  firstPass: FirstPass | null;
  flare: FlareMemory;
  strain: Record<LimbSide, StrainMemory>;
  elasticityEntry: ElasticityEntry;
  strengthEntry: StrengthEntry;
  /** Worst pain a transferred patient brought along: the last value while none is newer; null = none given. */
  transferredWorstPain: number | null;
};

export function openingState(initial: InitialState | undefined | null): FoldState {
  const phase = initial?.phase ?? "none";
  const phaseSince = initial?.phase_since_day ?? 0;
  return {
    phase,
    phaseSince,
    hold: phase === "hold" ? { since: phaseSince, from: "none", flags: [] } : null,
    firstPass: null,
    flare: NO_FLARE,
    strain: { L: NO_STRAIN, R: NO_STRAIN },
    elasticityEntry: initial?.gate_ely ?? {},
    strengthEntry: strengthFromTransfer(initial?.maintain_entry),
    transferredWorstPain: initial?.last_nprs_worst ?? null,
  };
}

/** The same with the blocks of a visit that was entered late: the patient is held since these were set. */
export function heldLate(state: FoldState, late: VisitRecord["late_hold"]): FoldState {
  if (late === undefined) return state;
  return {
    ...state,
    phase: "hold",
    phaseSince: state.phase === "hold" ? state.phaseSince : late.since,
    hold: holdWith(state.hold, state.phase, late.since, late.flags),
  };
}

/** Values held from the day strengthening and Maintain began; a hold keeps them, leaving the phase drops them. */
function entriesAfter({ findings, state, held }: Situation, phase: Phase) {
  const { elasticityEntry, strengthEntry } = state;
  if (phase === "hold") return { elasticityEntry, strengthEntry };
  const before = state.hold !== null && held.isLifted ? state.hold.from : state.phase;
  const kept = keepsLength(before) ? elasticityEntry : elasticityAtEntry(findings);
  return {
    elasticityEntry: keepsLength(phase) ? kept : {},
    strengthEntry:
      phase === "maintain"
        ? strengthAtEntry(findings, before === "maintain" ? strengthEntry : NO_STRENGTH_ENTRY, before !== "maintain")
        : NO_STRENGTH_ENTRY,
  };
}

/** @param phase where the patient stands after the decision. */
export function rememberVisit(situation: Situation, proposal: Proposed, phase: Phase): FoldState {
  const { state, strain, findings } = situation;
  const { day } = findings;
  const isMoved = phase !== state.phase;
  const remember = (side: LimbSide): StrainMemory => {
    const { status, onset } = strain[side];
    // A strain confirmed during a hold counts as new at the clearance.
    if (phase === "hold") return { ...state.strain[side], status };
    return rememberStrain(status, onset, day, state.strain[side]);
  };
  return {
    phase,
    phaseSince: isMoved ? day : state.phaseSince,
    hold: proposal.hold,
    firstPass: isMoved ? null : proposal.firstPass,
    flare: proposal.flare,
    strain: { L: remember("L"), R: remember("R") },
    ...entriesAfter(situation, phase),
    transferredWorstPain: state.transferredWorstPain,
  };
}
