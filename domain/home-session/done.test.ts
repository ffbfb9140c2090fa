import { expect, test } from "vitest";
import type { Dose } from "@/domain/plan/dose";
import { doneOf, doneSchema, prefilled } from "./done";

const dose: Dose = {
  sets: 3,
  reps: 12,
  time_s: null,
  hold_s: null,
  tempo: null,
  effort_pct: null,
  load: { kind: "kg", value: 8 },
  per_week: 3,
  side: null,
  rest_s: 60,
};

test("a first time starts from the plan", () => {
  expect(prefilled(dose, null)).toEqual({ sets: 3, reps: 12, seconds: null, kg: 8 });
});

test("last time's numbers come back while the same work is asked for, a 0 among them", () => {
  const done = { sets: 2, reps: 10, seconds: null, kg: 0 };
  expect(prefilled({ ...dose, per_week: 5 }, { done, dose })).toEqual(done);
});

test("another dose starts from the plan again", () => {
  const done = { sets: 2, reps: 10, seconds: null, kg: 6 };
  expect(prefilled({ ...dose, sets: 4 }, { done, dose })).toEqual({ sets: 4, reps: 12, seconds: null, kg: 8 });
});

test("a hold counts its seconds; a load that is no weight is not asked for", () => {
  expect(doneOf({ ...dose, reps: 1, hold_s: 30, load: { kind: "words", value: "light band" } })).toEqual({
    sets: 3,
    reps: 1,
    seconds: 30,
    kg: null,
  });
});

test("numbers beyond what anyone does are refused", () => {
  expect(doneSchema.safeParse({ sets: 21, reps: 1, seconds: null, kg: null }).success).toBe(false);
  expect(doneSchema.safeParse({ sets: 1, reps: 1, seconds: null, kg: -1 }).success).toBe(false);
});
