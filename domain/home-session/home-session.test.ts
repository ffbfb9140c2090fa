import { describe, expect, test } from "vitest";
import type { Dose } from "@/domain/plan/dose";
import type { PlanItem } from "@/domain/plan/item";
import { effortNumber, effortOf, sessionOutcome, trafficLight } from "./check-in";
import { sessionLog } from "./entry";
import { onServerClock } from "./phone-clock";
import { todaysItems } from "./todays-items";

const dose: Dose = {
  sets: 2,
  reps: 10,
  time_s: null,
  hold_s: null,
  tempo: null,
  effort_pct: null,
  load: null,
  per_week: 7,
  side: null,
  rest_s: 0,
};
const item = (exercise: PlanItem["exercise"], changes: Partial<PlanItem> = {}): PlanItem => ({
  id: exercise,
  exercise,
  dose,
  from: "2026-03-02",
  until: null,
  pain_limit: 3,
  limit_text: null,
  note: null,
  paused: null,
  reduced: null,
  ...changes,
});
const names = (items: readonly PlanItem[]) => items.map(({ exercise }) => exercise);

describe("today's items", () => {
  test("a walk and rest stand beside the session; what is paused is in neither", () => {
    const paused = item("nordic", { paused: "phase" });
    const found = todaysItems([item("walk_easy"), item("foam_quad"), item("rest_relative"), paused], "2026-03-02");
    expect(names(found.session)).toEqual(["foam_quad"]);
    expect(names(found.beside)).toEqual(["walk_easy", "rest_relative"]);
    expect(found.dueOn).toBe("2026-03-02");
  });

  test("on a rest day the next due day's items are offered, with that day's name", () => {
    const weekly = item("foam_quad", { dose: { ...dose, per_week: 1 } });
    const found = todaysItems([weekly, item("walk_easy")], "2026-03-07");
    expect(names(found.session)).toEqual(["foam_quad"]);
    expect(names(found.beside)).toEqual(["walk_easy"]);
    expect(found.dueOn).toBe("2026-03-09");
  });

  test("a plan of walking alone is a session of walking; of rest alone is none", () => {
    expect(names(todaysItems([item("walk_easy")], "2026-03-02").session)).toEqual(["walk_easy"]);
    expect(todaysItems([item("rest_relative")], "2026-03-02")).toMatchObject({ session: [], dueOn: null, minutes: 0 });
  });

  test("an item that ended yesterday is gone today", () => {
    const ice = item("ice_protocol", { until: "2026-03-04" });
    expect(names(todaysItems([ice], "2026-03-04").beside)).toEqual(["ice_protocol"]);
    expect(todaysItems([ice], "2026-03-05").beside).toEqual([]);
  });
});

describe("the traffic light", () => {
  test.each([
    [0, "go_on"],
    [3, "go_on"],
    [4, "finish"],
    [5, "finish"],
    [6, "stop"],
    [10, "stop"],
  ] as const)("pain %i: %s", (pain, light) => {
    expect(trafficLight(pain, { progress: 3, stop: 5 })).toBe(light);
  });
});

test("a session is done when all of it was, not done when none of it was, else partly", () => {
  expect(sessionOutcome(["done", "done"])).toBe("done");
  expect(sessionOutcome(["skipped", "skipped"])).toBe("skipped");
  expect(sessionOutcome(["done", "skipped"])).toBe("partly");
  expect(sessionOutcome([])).toBe("partly");
});

test("effort is stored as 1 to 4 and read back; 0 is no effort", () => {
  expect([effortNumber("easy"), effortNumber("too_hard")]).toEqual([1, 4]);
  expect([effortOf(1), effortOf(4), effortOf(0), effortOf(5)]).toEqual(["easy", "too_hard", null, null]);
});

describe("a phone's clock", () => {
  const at = (text: string) => new Date(`2026-03-10T${text}Z`);

  test("two minutes off either way is believed, a millisecond more is corrected", () => {
    const times = { happenedAt: at("18:00:00"), sentAt: at("18:10:00") };
    expect(onServerClock({ ...times, receivedAt: at("18:12:00") })).toMatchObject({
      at: at("18:00:00"),
      isCorrected: false,
    });
    expect(onServerClock({ ...times, receivedAt: at("18:12:00.001") })).toMatchObject({
      at: at("18:02:00.001"),
      offsetMs: 120_001,
      isCorrected: true,
    });
    expect(onServerClock({ ...times, receivedAt: at("18:07:00") }).at).toEqual(at("17:57:00"));
  });

  test("nothing happens later than it was received", () => {
    const { at: moment } = onServerClock({
      happenedAt: at("18:01:30"),
      sentAt: at("18:01:30"),
      receivedAt: at("18:00:00"),
    });
    expect(moment).toEqual(at("18:00:00"));
  });
});

describe("what a phone may send", () => {
  const key = "019a0000-0000-7000-8000-000000000001";
  const sent = {
    planVersionId: key,
    performedAt: "2026-03-10T18:00:00.000Z",
    items: [{ key, outcome: "done" }],
    ...{ painDuring: 0, painWorst24h: 0, effort: null, note: null, stopReason: null },
  };
  test("0 is an answer to pain; none is not", () => {
    expect(sessionLog.safeParse(sent).success).toBe(true);
    expect(sessionLog.safeParse({ ...sent, painDuring: null }).success).toBe(false);
    expect(sessionLog.safeParse({ ...sent, painDuring: null, stopReason: "pain" }).success).toBe(true);
  });
  test("an item twice, no items, an unknown field: refused", () => {
    expect(sessionLog.safeParse({ ...sent, items: [...sent.items, ...sent.items] }).success).toBe(false);
    expect(sessionLog.safeParse({ ...sent, items: [] }).success).toBe(false);
    expect(sessionLog.safeParse({ ...sent, patientId: key }).success).toBe(false);
  });
});
