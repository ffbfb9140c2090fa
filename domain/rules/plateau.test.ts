import { describe, expect, test } from "vitest";
import type { VisitRecord } from "@/domain/record";
import { type Dated, ely, lastOf, measured, visitsOf, worst } from "./sample-record";

const RELEASE = { initial_state: { phase: "release" as const, phase_since_day: 0 } };
const at = (left: number, right: number, pain = 1): Partial<VisitRecord> => ({
  measures: [...ely(left, right), worst(pain)],
});
const verdict = (...visits: Dated[]) => {
  const { warnings, notices } = lastOf(visitsOf(...visits), RELEASE);
  if (warnings.includes("plateau_review")) return "review";
  return notices.includes("plateau_watch") ? "watch" : null;
};

test.each([
  [20, null],
  [21, "watch"],
  [41, "watch"],
  [42, "review"],
])("no gain after %d days: %s", (day, expected) => {
  expect(verdict([0, at(110, 110)], [day, at(112, 112)])).toBe(expected);
});

test("a gain of the MDC is no plateau, one below it is", () => {
  expect(verdict([0, at(110, 125)], [42, at(118, 125)])).toBeNull();
  expect(verdict([0, at(110, 125)], [42, at(117.9, 125)])).toBe("review");
});

test("one failing side that stalls is enough; a passing side never counts", () => {
  expect(verdict([0, at(110, 105)], [42, at(111, 116)])).toBe("review");
  expect(verdict([0, at(125, 105)], [42, at(125, 116)])).toBeNull();
});

test("held against the value in force 42 days ago, not the best or the first", () => {
  expect(verdict([0, at(100, 125)], [10, at(110, 125)], [52, at(112, 125)])).toBe("review");
  // Of that day 10 or older none else: the first of this phase.
  expect(verdict([30, at(105, 125)], [52, at(114, 125)])).toBeNull();
});

test("not measured in that time, or nothing to compare with, counts as no gain", () => {
  expect(verdict([42, { measures: [worst(1)] }])).toBe("review");
  expect(verdict([42, at(110, 125)])).toBe("review");
});

test("a passing value not taken today is no failing side", () => {
  expect(verdict([0, at(125, 125)], [40, at(125, 125)], [45, { measures: [worst(1)] }])).toBeNull();
});

describe("pain", () => {
  test("the worst area of each visit", () => {
    const thigh = (value: number) => ({
      measures: [...ely(125, 125), worst(1), measured("nprs_thigh_worst", "L", value)],
    });
    expect(verdict([0, thigh(9)], [42, thigh(7)])).toBeNull();
    expect(verdict([0, thigh(8)], [42, thigh(7)])).toBe("review");
  });
});

test("signs, time, flares and a change of phase do not count", () => {
  expect(verdict([0, at(110, 110, 2)], [42, at(110, 110, 6)])).toBeNull();
  const moved = {
    ...at(110, 110),
    override: { to_phase: "protect" as const, reason: "Step back on request", clinician: "A" },
  };
  expect(verdict([0, at(110, 110)], [42, moved])).toBeNull();
});

test("function stalls only if both scores do", () => {
  const stage = { initial_state: { phase: "strengthen_3" as const, phase_since_day: 0 } };
  const function_ = (rmdq: number, psfs: number): Partial<VisitRecord> => ({
    measures: [
      ...ely(130, 130),
      measured("ham_torque_nm", "L", 90, { method: "isometric_belt_90" }),
      measured("ham_torque_nm", "R", 90, { method: "isometric_belt_90" }),
      measured("quad_torque_nm", "L", 180, { method: "isometric_belt_90" }),
      measured("quad_torque_nm", "R", 180, { method: "isometric_belt_90" }),
      measured("slhb_reps", "L", 25),
      measured("slhb_reps", "R", 25),
      worst(1),
      measured("rmdq_score", "M", rmdq),
      measured("psfs_avg", "M", psfs),
    ],
  });
  const verdictAfter = (rmdq: number, psfs: number) =>
    lastOf(visitsOf([0, function_(15, 3)], [42, function_(rmdq, psfs)]), stage).warnings;
  expect(verdictAfter(15, 3)).toEqual(["plateau_review"]);
  expect(verdictAfter(10, 3)).toEqual([]);
  expect(verdictAfter(15, 5)).toEqual([]);
});
