import { describe, expect, test } from "vitest";
import type { VisitRecord } from "@/domain/record";
import type { Phase } from "@/domain/vocabulary/phases";
import { course, ely, lastOf, measured, visitsOf, worst } from "./sample-record";

const inPhase = (phase: Phase, last_nprs_worst?: number) => ({
  initial_state: { phase, phase_since_day: 0, last_nprs_worst },
});
type Day = readonly [number, number | undefined];
const scored = (...days: Day[]) =>
  visitsOf(...days.map(([day, pain]) => [day, { measures: pain === undefined ? [] : [worst(pain)] }] as const));
const regressOf = (phase: Phase, ...days: Day[]) => lastOf(scored(...days), inPhase(phase)).regress;

describe("what a flare is", () => {
  test.each([
    [3, 5, "R1a_flare"],
    [3, 4, null],
    [4, 5, null],
    [0, 5, "R1a_flare"],
    [8, 10, "R1a_flare"],
  ])("worst %d, then %d: %s", (before, now, expected) => {
    expect(regressOf("release", [0, before], [7, now])).toBe(expected);
  });
  test("held against the lowest of 28 days, else against the last value", () => {
    expect(regressOf("release", [0, 3], [14, 4], [28, 5])).toBe("R1a_flare");
    expect(regressOf("release", [0, 3], [14, 4], [29, 5])).toBeNull();
    expect(regressOf("release", [0, 3], [60, 5])).toBe("R1a_flare");
  });
  test("a transferred patient's last value counts until there is a newer one", () => {
    expect(lastOf(scored([60, 5]), inPhase("release", 3)).regress).toBe("R1a_flare");
    expect(lastOf(scored([60, 5]), inPhase("release")).regress).toBeNull();
    expect(lastOf(scored([1, 4], [60, 5]), inPhase("release", 3)).regress).toBeNull();
  });
  test("a thigh never scored is held against the back, later against itself", () => {
    const thigh = (value: number) => measured("nprs_thigh_worst", "L", value);
    const at = (...visits: VisitRecord["measures"][]) =>
      lastOf(visitsOf(...visits.map((measures, index) => [index * 7, { measures }] as const)), inPhase("release"))
        .regress;
    expect(at([worst(3)], [worst(3), thigh(5)])).toBe("R1a_flare");
    expect(at([worst(3), thigh(4)], [worst(3), thigh(5)])).toBeNull();
  });
});

describe("what it does", () => {
  test.each([
    ["strengthen_3", "strengthen_2", "G4"],
    ["strengthen_2", "strengthen_1", "G3b"],
    ["strengthen_1", "strengthen_1", "G3a"],
    ["release", "release", "G2"],
    ["protect", "protect", "G1"],
    ["maintain", "maintain", null],
  ] as const)("%s → %s, its gate closed", (phase, after, gate) => {
    const result = lastOf(scored([0, 2], [20, 6]), inPhase(phase));
    expect(result).toMatchObject({ phase_after: after, regress: "R1a_flare" });
    expect(result.gate).toEqual(gate === null ? null : { id: gate, status: "closed", reasons: ["flare"] });
  });
  test("a first pass is lost", () => {
    const pass = (pain: number) => ({ measures: [...ely(125, 125), worst(pain)] });
    const visits = visitsOf([0, pass(2)], [3, pass(5)], [6, pass(2)]);
    expect(lastOf(visits, inPhase("release")).gate?.status).toBe("provisional");
  });
});

describe("counted once", () => {
  test("while its conditions go on, it is the same flare", () => {
    const [, first, same, higher] = course(scored([0, 2], [7, 6], [10, 7], [13, 9]), inPhase("strengthen_3"));
    expect(first?.assessment).toMatchObject({ regress: "R1a_flare", phase_after: "strengthen_2" });
    expect(same?.assessment).toMatchObject({ regress: null, phase_after: "strengthen_2" });
    expect(same?.assessment.notices).toEqual(["flare_ongoing"]);
    expect(same?.assessment.gate?.reasons).toEqual(["flare"]);
    // Two above the highest of the flare (7) is a new one.
    expect(higher?.assessment).toMatchObject({ regress: "R1b_second_flare", phase_after: "release" });
  });
  test("a visit without scores changes nothing", () => {
    const last = lastOf(scored([0, 2], [7, 6], [10, undefined], [13, 6]), inPhase("strengthen_3"));
    expect(last.notices).toContain("flare_ongoing");
  });
  test("a visit without the conditions ends it", () => {
    expect(regressOf("strengthen_3", [0, 2], [7, 6], [14, 3], [22, 6])).toBe("R1a_flare");
  });
  test("a hold ends it", () => {
    const visits = visitsOf(
      [0, { measures: [worst(2)] }],
      [7, { measures: [worst(6)] }],
      [8, { flags: ["dvt_suspected"] }],
      [9, { events: ["medical_clearance"] }],
      [27, { measures: [worst(6)] }],
    );
    expect(lastOf(visits, inPhase("release")).regress).toBe("R1a_flare");
  });
  test.each([
    [21, "R1b_second_flare", "release"],
    [22, "R1a_flare", "strengthen_1"],
  ])("a new flare on day %d after one on day 7: %s", (day, regress, after) => {
    const last = lastOf(scored([0, 2], [7, 6], [14, 3], [day, 6]), inPhase("strengthen_3"));
    expect(last).toMatchObject({ regress, phase_after: after });
  });
  test("a second flare in Maintain goes to stage 2", () => {
    expect(lastOf(scored([0, 2], [7, 6], [14, 3], [21, 6]), inPhase("maintain")).phase_after).toBe("strengthen_2");
  });
});

describe("pain that stays above 5", () => {
  test.each([
    [
      [
        [0, 6],
        [14, 6],
      ],
      true,
    ],
    [
      [
        [0, 6],
        [13, 6],
      ],
      false,
    ],
    [
      [
        [0, 6],
        [7, 5],
        [21, 6],
      ],
      false,
    ],
    [
      [
        [0, 6],
        [7, undefined],
        [14, 6],
      ],
      true,
    ],
    [
      [
        [0, 6],
        [14, 6],
        [15, undefined],
      ],
      false,
    ],
    [[[0, 6]], false],
  ] as const)("%j: %s", (days, isSaid) => {
    expect(lastOf(scored(...(days as readonly Day[]))).notices.includes("pain_over_5_persistent")).toBe(isSaid);
  });
});
