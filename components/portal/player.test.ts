import { describe, expect, test } from "vitest";
import type { Dose } from "@/domain/plan/dose";
import { advance, isAtEnd, leftAt, newPlayer, outcomesOf, type PlayerState, resumed, setsDone, stepAt } from "./player";
import { stepsOf } from "./player-steps";

const dose = (changes: Partial<Dose>): Dose => ({
  sets: 1,
  reps: null,
  time_s: null,
  hold_s: null,
  tempo: null,
  effort_pct: null,
  load: null,
  per_week: 5,
  side: null,
  rest_s: 0,
  ...changes,
});
const stretch = { key: "stretch", dose: dose({ sets: 2, hold_s: 30, side: "each", rest_s: 20 }) };
const bridge = { key: "bridge", dose: dose({ sets: 2, reps: 10, rest_s: 60 }) };
const walk = { key: "walk", dose: dose({ time_s: 600 }) };

describe("a dose in time", () => {
  test("a stretch of both sides: ready and hold for left and right, rest between sets and none after the last", () => {
    const told = stepsOf(stretch.dose).map(({ kind, side, set }) => `${set}${side ?? ""} ${kind}`);
    expect(told).toEqual([
      "1L ready",
      "1L hold",
      "1R ready",
      "1R hold",
      "1 rest",
      "2L ready",
      "2L hold",
      "2R ready",
      "2R hold",
    ]);
  });

  test("held repetitions are counted out, with a moment to let go between them", () => {
    const steps = stepsOf(dose({ reps: 3, hold_s: 5 }));
    expect(steps.map(({ kind, rep }) => [kind, rep])).toEqual([
      ["ready", null],
      ["hold", 1],
      ["release", 1],
      ["hold", 2],
      ["release", 2],
      ["hold", 3],
    ]);
  });

  test("repetitions without a hold go at one's own pace, set by set", () => {
    expect(stepsOf(bridge.dose).map(({ kind, seconds }) => [kind, seconds])).toEqual([
      ["own_pace", null],
      ["rest", 60],
      ["own_pace", null],
    ]);
  });
});

/** Runs the clock second by second until something waits for the person. */
function run(state: PlayerState, items: Parameters<typeof advance>[1], from: number) {
  let [now, at] = [from, advance(state, items, { kind: "go", at: from })];
  while (at.runningSince !== null) {
    now += 1000;
    at = advance(at, items, { kind: "tick", at: now });
  }
  return { state: at, now };
}

describe("a session with a fake clock", () => {
  const items = [stretch, bridge, walk];

  test("the hold counts down in real seconds and hands over to the other side by itself", () => {
    let state = advance(newPlayer(items), items, { kind: "go", at: 0 });
    state = advance(state, items, { kind: "tick", at: 4_999 });
    expect(stepAt(state, items)?.kind).toBe("ready");
    state = advance(state, items, { kind: "tick", at: 5_000 });
    expect(stepAt(state, items)).toMatchObject({ kind: "hold", side: "L", set: 1 });
    expect(leftAt(state, 17_000)).toBe(18_000);
    state = advance(state, items, { kind: "tick", at: 35_000 });
    expect(stepAt(state, items)).toMatchObject({ kind: "ready", side: "R" });
  });

  test("a whole stretch takes its four holds, four countdowns and one rest; the next item waits", () => {
    const { state, now } = run(newPlayer(items), items, 0);
    expect(now).toBe((4 * 30 + 4 * 5 + 20) * 1000);
    expect(state).toMatchObject({ item: 1, step: 0, outcomes: { stretch: "done" } });
  });

  test("a pause keeps what is left, however long the call takes", () => {
    let state = advance(newPlayer(items), items, { kind: "go", at: 0 });
    state = advance(state, items, { kind: "pause", at: 2_000 });
    expect(leftAt(state, 900_000)).toBe(3_000);
    state = advance(state, items, { kind: "go", at: 900_000 });
    expect(leftAt(state, 901_000)).toBe(2_000);
  });

  test("after a reload it stands paused at the second that was saved", () => {
    const state = advance(newPlayer(items), items, { kind: "go", at: 0 });
    const back = resumed(JSON.parse(JSON.stringify(state)), 1_500);
    expect(back.runningSince).toBeNull();
    expect(leftAt(back, 60_000)).toBe(3_500);
  });

  test("a clock set back does not add time", () => {
    const state = advance(newPlayer(items), items, { kind: "go", at: 10_000 });
    expect(leftAt(state, 0)).toBe(5_000);
  });

  test("sets at one's own pace are dots that fill; rest runs between them", () => {
    let { state } = run(newPlayer(items), items, 0);
    expect(setsDone(state, items)).toBe(0);
    state = advance(state, items, { kind: "go", at: 0 });
    expect(state.runningSince).toBeNull();
    state = advance(state, items, { kind: "set_done", at: 0 });
    expect(stepAt(state, items)?.kind).toBe("rest");
    expect(setsDone(state, items)).toBe(1);
    state = advance(state, items, { kind: "tick", at: 60_000 });
    state = advance(state, items, { kind: "set_done", at: 61_000 });
    expect(state).toMatchObject({ item: 2, outcomes: { bridge: "done" } });
  });

  test("leaving an item out, or part of the way, is told apart; looking back undoes nothing", () => {
    let state = advance(newPlayer(items), items, { kind: "skip", at: 0 });
    state = advance(state, items, { kind: "set_done", at: 0 });
    state = advance(state, items, { kind: "next", at: 0 });
    ({ state } = run(state, items, 0));
    expect(isAtEnd(state, items)).toBe(true);
    expect(outcomesOf(state, items)).toEqual({ stretch: "skipped", bridge: "partly", walk: "done" });
  });

  test("back goes to the beginning of the item, then to the one before", () => {
    let state = advance(newPlayer(items), items, { kind: "skip", at: 0 });
    state = advance(state, items, { kind: "set_done", at: 0 });
    state = advance(state, items, { kind: "back", at: 0 });
    expect(state).toMatchObject({ item: 1, step: 0 });
    expect(advance(state, items, { kind: "back", at: 0 })).toMatchObject({ item: 0, step: 0 });
  });

  test("the red stop ends it at once: what was begun is partly done, the rest was not done", () => {
    let state = advance(newPlayer(items), items, { kind: "go", at: 0 });
    state = advance(state, items, { kind: "tick", at: 5_000 });
    state = advance(state, items, { kind: "stop", reason: "tingling" });
    expect(isAtEnd(state, items)).toBe(true);
    expect(state.stopped).toBe("tingling");
    expect(outcomesOf(state, items)).toEqual({ stretch: "partly", bridge: "skipped", walk: "skipped" });
    expect(advance(state, items, { kind: "go", at: 9_000 })).toBe(state);
  });
});
