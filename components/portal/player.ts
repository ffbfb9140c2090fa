/** The session player as a pure state machine: every change names the instant it happens at, no clock of its own. */
import type { Outcome, StopReason } from "@/domain/home-session/check-in";
import type { Dose } from "@/domain/plan/dose";
import { type Step, stepsOf } from "./player-steps";

export type PlayerItem = { key: string; dose: Dose };

export type PlayerState = {
  /** Index of the item; equal to the number of items at the end. */
  item: number;
  step: number;
  /** Milliseconds left of a timed step as of `runningSince`, or while paused. */
  leftMs: number;
  /** null = paused, or waiting for the person. */
  runningSince: number | null;
  outcomes: Readonly<Record<string, Outcome>>;
  stopped: StopReason | null;
};

export type PlayerEvent =
  | { kind: "go" | "pause" | "tick"; at: number }
  /** The person's own pace: this set is done. */
  | { kind: "set_done"; at: number }
  | { kind: "back" | "next" | "skip"; at: number }
  /** The same item from its beginning: with another exercise in its place. */
  | { kind: "again" }
  | { kind: "end" }
  | { kind: "stop"; reason: StopReason };

export function newPlayer(items: readonly PlayerItem[]): PlayerState {
  return enter({ item: 0, step: 0, leftMs: 0, runningSince: null, outcomes: {}, stopped: null }, items, 0, 0);
}

export const isAtEnd = (state: PlayerState, items: readonly PlayerItem[]): boolean =>
  state.stopped !== null || state.item >= items.length;

export function stepAt(state: PlayerState, items: readonly PlayerItem[]): Step | null {
  const item = items[state.item];
  return item === undefined ? null : (stepsOf(item.dose)[state.step] ?? null);
}

export function leftAt({ leftMs, runningSince }: PlayerState, at: number): number {
  return runningSince === null ? leftMs : Math.max(0, leftMs - Math.max(0, at - runningSince));
}

/** After a reload: paused where it was last saved, whatever time has passed since. */
export const resumed = (state: PlayerState, savedAt: number): PlayerState => paused(state, savedAt);

export function advance(state: PlayerState, items: readonly PlayerItem[], event: PlayerEvent): PlayerState {
  if (isAtEnd(state, items)) return state;
  switch (event.kind) {
    case "go":
      return state.runningSince === null && stepAt(state, items)?.seconds !== null
        ? { ...state, runningSince: event.at }
        : state;
    case "pause":
      return paused(state, event.at);
    case "tick":
      return state.runningSince !== null && leftAt(state, event.at) === 0 ? afterStep(state, items, event.at) : state;
    case "set_done":
      return stepAt(state, items)?.kind === "own_pace" ? afterStep(state, items, event.at) : state;
    case "back":
      return back(state, items);
    case "next":
      return enter(withOutcome(state, items, state.step === 0 ? "skipped" : "partly"), items, state.item + 1, 0);
    case "skip":
      return enter(withOutcome(state, items, "skipped"), items, state.item + 1, 0);
    case "again":
      return enter(state, items, state.item, 0);
    case "end":
      return ended(state, items);
    case "stop":
      return { ...ended(state, items), stopped: event.reason };
  }
}

/** What was done of each item, as far as the player saw it; the person may say otherwise at the end. */
export function outcomesOf(state: PlayerState, items: readonly PlayerItem[]): Record<string, Outcome> {
  return Object.fromEntries(items.map(({ key }) => [key, state.outcomes[key] ?? "skipped"]));
}

/** Sets wholly done of the present item. */
export function setsDone(state: PlayerState, items: readonly PlayerItem[]): number {
  const step = stepAt(state, items);
  if (step === null) return 0;
  return step.kind === "rest" ? step.set : step.set - 1;
}

const paused = (state: PlayerState, at: number): PlayerState => ({
  ...state,
  leftMs: leftAt(state, at),
  runningSince: null,
});

function enter(state: PlayerState, items: readonly PlayerItem[], item: number, step: number): PlayerState {
  const entered = { ...state, item, step };
  return { ...entered, leftMs: (stepAt(entered, items)?.seconds ?? 0) * 1000, runningSince: null };
}

/** Timed steps follow each other by themselves; the next item waits until the person is in place. */
function afterStep(state: PlayerState, items: readonly PlayerItem[], at: number): PlayerState {
  const here = items[state.item];
  if (here && state.step + 1 < stepsOf(here.dose).length) {
    const next = enter(withOutcome(state, items, "partly"), items, state.item, state.step + 1);
    return stepAt(next, items)?.seconds === null ? next : { ...next, runningSince: at };
  }
  return enter(withOutcome(state, items, "done"), items, state.item + 1, 0);
}

/** To the beginning of the item, and from there to the item before. */
function back(state: PlayerState, items: readonly PlayerItem[]): PlayerState {
  return enter(state, items, state.step > 0 ? state.item : Math.max(0, state.item - 1), 0);
}

/** What was done stays done when one looks at it again. */
function withOutcome(state: PlayerState, items: readonly PlayerItem[], outcome: Outcome): PlayerState {
  const key = items[state.item]?.key;
  if (key === undefined || state.outcomes[key] === "done") return state;
  if (outcome === "skipped" && state.outcomes[key] === "partly") return state;
  return { ...state, outcomes: { ...state.outcomes, [key]: outcome } };
}

function ended(state: PlayerState, items: readonly PlayerItem[]): PlayerState {
  const here = withOutcome(state, items, state.step === 0 ? "skipped" : "partly");
  return { ...here, item: items.length, step: 0, leftMs: 0, runningSince: null };
}
