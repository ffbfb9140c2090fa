import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Dose } from "@/domain/plan/dose";
import { keepAwake, newCues } from "./cues";
import { advance, newPlayer, type PlayerEvent, type PlayerItem, stepAt } from "./player";

const NO_DOSE: Dose = {
  ...{ sets: 1, reps: null, time_s: null, hold_s: null, tempo: null, effort_pct: null },
  ...{ load: null, per_week: 5, side: null, rest_s: 0 },
};
const bridge: PlayerItem = { key: "bridge", dose: { ...NO_DOSE, sets: 2, reps: 10, rest_s: 60 } };
const hold = (key: string): PlayerItem => ({ key, dose: { ...NO_DOSE, hold_s: 30 } });

const vibrate = vi.fn();
const tones: number[] = [];
let locks: { release: ReturnType<typeof vi.fn> }[];
let visibility: DocumentVisibilityState;
const listeners = new Set<() => void>();
const see = (state: DocumentVisibilityState) => {
  visibility = state;
  for (const listener of [...listeners]) listener();
};

beforeEach(() => {
  vibrate.mockClear();
  tones.length = 0;
  locks = [];
  visibility = "visible";
  listeners.clear();
  const request = async () => {
    const lock = { release: vi.fn(async () => {}) };
    locks.push(lock);
    return lock;
  };
  vi.stubGlobal("navigator", { vibrate, wakeLock: { request } });
  vi.stubGlobal("document", {
    get visibilityState() {
      return visibility;
    },
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  });
});

/** Plays on the phone's cues; returns how many each event gave. */
function listen(items: PlayerItem[]) {
  const cues = newCues((hz) => void tones.push(hz));
  let state = newPlayer(items);
  const look = () => {
    const step = stepAt(state, items);
    if (step !== null) cues.at({ item: state.item, step, runningSince: state.runningSince }, true);
  };
  look();
  return (event: PlayerEvent): number => {
    const before = vibrate.mock.calls.length;
    state = advance(state, items, event);
    look();
    return vibrate.mock.calls.length - before;
  };
}

describe("cues of a session", () => {
  test("the end of a rest before repetitions is felt and heard, and so is the rest", () => {
    const cuesOf = listen([bridge]);
    expect(vibrate).not.toHaveBeenCalled();
    expect(cuesOf({ kind: "set_done", at: 1_000 })).toBe(1);
    expect(cuesOf({ kind: "tick", at: 61_000 })).toBe(1);
    expect(tones).toHaveLength(2);
  });

  test("the end of an item's last hold is felt, and the start of the next one, which has the same steps", () => {
    const cuesOf = listen([hold("left"), hold("right")]);
    expect(cuesOf({ kind: "go", at: 0 })).toBe(1);
    expect(cuesOf({ kind: "tick", at: 5_000 })).toBe(1);
    expect(cuesOf({ kind: "tick", at: 35_000 })).toBe(1);
    expect(cuesOf({ kind: "go", at: 50_000 })).toBe(1);
    expect(cuesOf({ kind: "tick", at: 55_000 })).toBe(1);
  });

  test("a pause and going on are no beginning, and looking again says nothing", () => {
    const cuesOf = listen([hold("left")]);
    cuesOf({ kind: "go", at: 0 });
    expect(cuesOf({ kind: "pause", at: 2_000 })).toBe(0);
    expect(cuesOf({ kind: "go", at: 9_000 })).toBe(0);
    expect(cuesOf({ kind: "tick", at: 9_200 })).toBe(0);
  });

  test("a context that a call has silenced is asked to go on at each tone", () => {
    const resume = vi.fn(async () => {});
    const node = { gain: { setValueAtTime: vi.fn(), exponentialRampToValueAtTime: vi.fn() }, frequency: { value: 0 } };
    class Audio {
      currentTime = 0;
      destination = {};
      resume = resume;
      createOscillator = () => ({ ...node, connect: (to: unknown) => to, start: vi.fn(), stop: vi.fn() });
      createGain = () => ({ ...node, connect: vi.fn() });
    }
    vi.stubGlobal("AudioContext", Audio);
    const cues = newCues();
    const step = { kind: "hold", seconds: 5, set: 1, side: null, rep: 1 } as const;
    cues.at({ item: 0, step, runningSince: 0 }, true);
    cues.at({ item: 0, step: { ...step, rep: 2 }, runningSince: 5_000 }, true);
    expect(resume).toHaveBeenCalledTimes(2);
    cues.at({ item: 0, step: { ...step, rep: 3 }, runningSince: 10_000 }, false);
    expect(resume).toHaveBeenCalledTimes(2);
  });
});

describe("the lit screen", () => {
  test("is asked for on opening, again when the phone comes back, and given back on leaving", async () => {
    const leave = keepAwake();
    await Promise.resolve();
    expect(locks).toHaveLength(1);
    see("hidden");
    expect(locks).toHaveLength(1);
    see("visible");
    await Promise.resolve();
    expect(locks).toHaveLength(2);
    leave();
    expect(locks.at(-1)?.release).toHaveBeenCalledTimes(1);
    see("visible");
    expect(locks).toHaveLength(2);
  });
});
