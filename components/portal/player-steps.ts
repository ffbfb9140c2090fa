/** A dose laid out in time: get ready, work or hold, let go, rest; set by set and side by side. */
import type { Dose } from "@/domain/plan/dose";

export type StepKind = "ready" | "hold" | "work" | "release" | "rest" | "own_pace";
export type Step = {
  kind: StepKind;
  /** null: the person says when it is done. */
  seconds: number | null;
  /** From 1. */
  set: number;
  side: "L" | "R" | null;
  /** Which repetition, from 1, where each is held; null otherwise. */
  rep: number | null;
};

export const READY_S = 5;
const LET_GO_S = 3;

export const sidesOf = ({ side }: Dose): readonly ("L" | "R" | null)[] => (side === "each" ? ["L", "R"] : [side]);

/** Both sides of a set, then the rest before the next set; getting ready comes before each piece of work. */
export function stepsOf(dose: Dose): Step[] {
  const steps: Step[] = [];
  for (let set = 1; set <= dose.sets; set++) {
    for (const side of sidesOf(dose)) steps.push(...bout(dose, set, side));
    if (set < dose.sets && dose.rest_s > 0)
      steps.push({ kind: "rest", seconds: dose.rest_s, set, side: null, rep: null });
  }
  return steps;
}

function bout({ reps, time_s, hold_s }: Dose, set: number, side: Step["side"]): Step[] {
  const ready: Step = { kind: "ready", seconds: READY_S, set, side, rep: null };
  if (time_s !== null) return [ready, { kind: "work", seconds: time_s, set, side, rep: null }];
  if (hold_s === null) return [{ kind: "own_pace", seconds: null, set, side, rep: null }];
  const times = reps ?? 1;
  const held = Array.from({ length: times }, (_, k): Step[] => {
    const rep = times === 1 ? null : k + 1;
    const hold: Step = { kind: "hold", seconds: hold_s, set, side, rep };
    return k + 1 < times ? [hold, { kind: "release", seconds: LET_GO_S, set, side, rep }] : [hold];
  });
  return [ready, ...held.flat()];
}
