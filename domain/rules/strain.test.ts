import { describe, expect, test } from "vitest";
import type { SignGrade, SignId } from "@/domain/vocabulary/signs";
import { course, type Dated, lastOf, seen, visitsOf } from "./sample-record";

const ITEMS = ["ham_local_tenderness", "pain_resisted_knee_flexion", "pain_on_ham_stretch"] as const;
type Graded = Partial<Record<SignId, SignGrade>>;
const onSide = (graded: Graded) =>
  Object.entries(graded).map(([id, grade]) => seen(id as SignId, "R", grade as SignGrade));
const statusOf = (graded: Graded) => lastOf(visitsOf([1, { signs: onSide(graded) }])).pattern?.R.strain;

const two: Graded = { [ITEMS[0]]: "mild", loss_of_function: "present" };
const one: Graded = { [ITEMS[0]]: "mild", [ITEMS[1]]: "absent" };
const none: Graded = { [ITEMS[0]]: "absent", [ITEMS[1]]: "absent" };

describe("status by onset and items", () => {
  test.each([
    ["present", two, "confirmed"],
    ["present", one, "suspected"],
    ["present", none, "no"],
    ["present", { [ITEMS[0]]: "absent" }, "unknown"],
    ["present", {}, "unknown"],
    ["absent", two, "no"],
    [undefined, two, "suspected"],
    [undefined, one, "unknown"],
    [undefined, none, "no"],
    [undefined, {}, "unknown"],
  ] as const)("onset %s with %o: %s", (onset, items, expected) => {
    const graded: Graded = onset === undefined ? items : { ...items, sudden_onset_posterior_thigh: onset };
    expect(statusOf(graded)).toBe(expected);
  });
  test("after a confirmed strain one item is resolving, and without an onset two are", () => {
    const onset = { sudden_onset_posterior_thigh: "present" } as const;
    const at = (day: number, later: Graded) =>
      lastOf(visitsOf([0, { signs: onSide({ ...onset, ...two }) }], [day, { signs: onSide(later) }])).pattern?.R.strain;
    expect(at(7, { [ITEMS[0]]: "mild", loss_of_function: "absent" })).toBe("resolving");
    expect(at(28, { [ITEMS[0]]: "mild", [ITEMS[1]]: "mild" })).toBe("confirmed");
    expect(at(29, { [ITEMS[0]]: "mild", [ITEMS[1]]: "mild" })).toBe("resolving");
  });
});

describe("new or the same", () => {
  const strained = (onset?: number) => ({
    signs: [seen("sudden_onset_posterior_thigh", "R", "present", onset), ...onSide(two)],
  });
  const healed = { signs: onSide({ ...none, loss_of_function: "absent" }) };
  const phases = (...visits: Dated[]) =>
    course(visitsOf(...visits), { initial_state: { phase: "strengthen_2", phase_since_day: 0 } }).map(
      ({ assessment }) => assessment,
    );

  test("the first confirmed strain goes to Protect", () => {
    expect(phases([1, strained(0)])[0]).toMatchObject({ phase_after: "protect", regress: "R3_new_strain", gate: null });
  });
  test("met again with the same onset: said once, no return", () => {
    const [, , again, still] = phases([1, strained(0)], [8, healed], [15, strained(0)], [16, strained(0)]);
    expect(again?.notices).toContain("strain_same_onset:R");
    expect(again?.phase_after).not.toBe("hold");
    expect(again?.regress).toBeNull();
    expect(still?.notices).not.toContain("strain_same_onset:R");
  });
  test("met again with a newer onset: Protect", () => {
    const [, , again] = phases([1, strained(0)], [8, healed], [15, strained(14)]);
    expect(again).toMatchObject({ phase_after: "protect", regress: "R3_new_strain" });
  });
  test("an onset without any date is asked for, and dating it later does not make it new", () => {
    const [first, second] = phases([5, strained()], [6, strained(4)]);
    expect(first?.notices).toContain("strain_onset_date_missing:R");
    expect(second?.notices).not.toContain("strain_onset_date_missing:R");
    expect(second?.regress).toBeNull();
  });
  test("the episode's onset stands in for a missing date", () => {
    const result = lastOf(visitsOf([1, strained()]), { onset_day: 0 });
    expect(result.notices).not.toContain("strain_onset_date_missing:R");
    // Before entry nothing is lost: Protect, but no regress.
    expect(result).toMatchObject({ phase_after: "protect", regress: null });
  });
  test("the sides are apart", () => {
    const other = strained(14).signs.map((sign) => ({ ...sign, side: "L" as const }));
    const [, both] = phases([1, strained(0)], [15, { signs: other }]);
    expect(both).toMatchObject({ regress: "R3_new_strain" });
  });
});

describe("suspected at entry", () => {
  const suspected = { signs: onSide(two) };
  test("Protect is offered and may be chosen, with a review in 7 days", () => {
    const result = lastOf(visitsOf([3, { ...suspected, decision: { choice: "protect", clinician: "A" } }]));
    expect(result).toMatchObject({ phase_after: "protect", overridden: false, warnings: [] });
    expect(result.notices).toEqual(
      expect.arrayContaining(["protect_offered:R", "review_due:10", "assign_plan:protect"]),
    );
  });
  test("Protect without an offer stays what it was", () => {
    const result = lastOf(visitsOf([3, { decision: { choice: "protect", clinician: "A" } }]));
    expect(result).toMatchObject({ phase_after: "none", overridden: false });
    expect(result.notices).toContain("decision_not_offered");
  });
  test.each([
    [9, false],
    [10, true],
  ])("in Protect since day 3, on day %d a review is due: %s", (day, isDue) => {
    const visits = visitsOf([3, { ...suspected, decision: { choice: "protect", clinician: "A" } }], [day, {}]);
    expect(lastOf(visits).notices.includes("protect_review")).toBe(isDue);
  });
});

test("under 18 a sudden pain at the back of the thigh asks for an avulsion check on the day it is told", () => {
  const visits = visitsOf([0, { signs: [seen("sudden_onset_posterior_thigh", "L", "present", 0)] }], [7, {}]);
  const patient = { age: 17, sex: "M" } as const;
  expect(lastOf(visits.slice(0, 1), { patient }).notices).toContain("avulsion_check:L");
  expect(lastOf(visits, { patient }).notices).not.toContain("avulsion_check:L");
});
