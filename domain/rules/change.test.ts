import { describe, expect, test } from "vitest";
import type { MeasureRecord } from "@/domain/record";
import type { MeasureId } from "@/domain/vocabulary/measures";
import { lastOf, measured, seen, torques, visitsOf } from "./sample-record";

const change = (first: MeasureRecord, second: MeasureRecord) =>
  lastOf(visitsOf([0, { measures: [first] }], [7, { measures: [second] }])).changes_vs_baseline[0];
const between = (id: MeasureId, from: number, to: number, more: Partial<MeasureRecord> = {}) => {
  const side = ["psfs_avg", "rmdq_score", "nprs_worst", "groc", "pelvic_tilt_deg", "cst30_reps"].includes(id)
    ? "M"
    : "L";
  return change(measured(id, side, from, more), measured(id, side, to, more));
};

test.each([
  ["ely_angle_deg", 110, 117.9, 8, "no_detectable_change"],
  ["ely_angle_deg", 110, 118, 8, "improved_detectable"],
  ["ely_angle_deg", 118, 110, 8, "worsened_detectable"],
  // A case file may hold values finer than the form keeps: the difference is rounded to 0.01 and no further.
  ["ely_angle_deg", 112.04, 120.02, 8, "no_detectable_change"],
  ["ely_angle_deg", 112.02, 120.02, 8, "improved_detectable"],
  ["ely_angle_deg", 112.004, 120, 8, "improved_detectable"],
  ["ake_deficit_deg", 30, 22, 8, "improved_detectable"],
  ["slr_deg", 60, 67, 7, "improved_detectable"],
  ["heel_buttock_cm", 15, 12, 3, "improved_detectable"],
  ["mtt_hip_deg", 5, 0, 5, "improved_detectable"],
  ["slhb_reps", 0, 5, 5, "improved_detectable"],
  ["cst30_reps", 10, 13, 3, "improved_detectable"],
  ["nprs_worst", 6, 4, 2, "improved_important"],
  ["nprs_worst", 4, 5, 2, "no_detectable_change"],
  ["nprs_worst", 0, 2, 2, "worsened_important"],
  ["rmdq_score", 11, 6, 5, "improved_important"],
  ["rmdq_score", 11, 7, 5, "no_detectable_change"],
  ["psfs_avg", 4.3, 6.3, 2, "improved_important"],
  ["psfs_avg", 4.3, 6.2, 2, "no_detectable_change"],
  ["pelvic_tilt_deg", 16, 11, 5, "changed_descriptive"],
  ["pelvic_tilt_deg", 16, 12, 5, "no_detectable_change"],
] as const)("%s %d → %d against %d: %s", (id, from, to, mdc, expected) => {
  expect(between(id, from, to)).toMatchObject({ from, to, mdc, class: expected });
});

test("a rating of change is read as it stands", () => {
  expect(between("groc", 2, 3)).toMatchObject({ mdc: null, class: "improved_important" });
  expect(between("groc", 3, 2)).toMatchObject({ class: "no_detectable_change" });
  expect(between("groc", 3, -3)).toMatchObject({ class: "worsened_important" });
});

describe("error by method, rater, strain and pelvis", () => {
  const method = "isometric_belt_90" as const;
  test("force: 15 % of baseline, 25 % without a belt, shown to 0.1", () => {
    expect(between("ham_force_n", 95, 110, { method })?.mdc).toBe(14.3);
    expect(between("ham_force_n", 100, 124, { method: "isometric_unfixed" })).toMatchObject({
      mdc: 25,
      class: "no_detectable_change",
    });
    expect(between("ham_force_n", 0, 0, { method })?.class).toBe("no_detectable_change");
  });
  test.each([
    ["quad_force_n", 29],
    ["ham_force_n", 15],
  ] as const)("%s by another rater: %d %%", (id, mdc) => {
    const visits = visitsOf(
      [0, { measures: [measured(id, "L", 100, { method, rater: "A" })] }],
      [7, { measures: [measured(id, "L", 110, { method, rater: "B" })] }],
    );
    const result = lastOf(visits);
    expect(result.changes_vs_baseline[0]?.mdc).toBe(mdc);
    expect(result.notices).toContain(`other_rater:${id}:L`);
  });
  test("an unnamed rater is no other rater", () => {
    const first = measured("ake_deficit_deg", "L", 30, { rater: "A" });
    expect(change(first, measured("ake_deficit_deg", "L", 20))?.mdc).toBe(8);
    expect(change(first, measured("ake_deficit_deg", "L", 20, { rater: "B" }))?.mdc).toBe(12);
  });
  test("a confirmed strain on that side goes before the rater", () => {
    const signs = [
      seen("sudden_onset_posterior_thigh", "L", "present", 0),
      seen("ham_local_tenderness", "L", "mild"),
      seen("pain_on_ham_stretch", "L", "mild"),
    ];
    const visits = visitsOf(
      [0, { signs, measures: [measured("ake_deficit_deg", "L", 40, { rater: "A" })] }],
      [7, { measures: [measured("ake_deficit_deg", "L", 28, { rater: "B" })] }],
    );
    expect(lastOf(visits).changes_vs_baseline[0]).toMatchObject({ mdc: 15, class: "no_detectable_change" });
  });
  test.each([
    [true, true, 8],
    [true, false, 19],
    [undefined, undefined, 19],
  ])("Thomas knee angle, pelvis held %s then %s: %d°", (before, now, mdc) => {
    const first = measured("mtt_knee_deg", "L", 50, { pelvis_stabilised: before });
    expect(change(first, measured("mtt_knee_deg", "L", 60, { pelvis_stabilised: now }))?.mdc).toBe(mdc);
  });
});

describe("baseline", () => {
  const force = (value: number, more: Partial<MeasureRecord>) => ({
    measures: [measured("ham_force_n", "L", value, more)],
  });
  test("the first of the same method; another method is not comparable", () => {
    const belt = { method: "isometric_belt_90" as const };
    const hand = { method: "isometric_unfixed" as const };
    const days = [
      [0, force(100, belt)],
      [7, force(80, hand)],
      [14, force(120, hand)],
      [21, force(130, belt)],
    ] as const;
    const at = (count: number) => lastOf(visitsOf(...days.slice(0, count))).changes_vs_baseline[0];
    expect(at(1)).toBeUndefined();
    expect(at(2)).toMatchObject({ from: 100, to: 80, mdc: null, class: "not_comparable" });
    expect(at(3)).toMatchObject({ from: 80, to: 120, class: "improved_detectable" });
    expect(at(4)).toMatchObject({ from: 100, to: 130, class: "improved_detectable" });
  });
  test("an invalid value is neither baseline nor change", () => {
    const first = measured("ely_angle_deg", "L", 90, { quality: "invalid" });
    expect(change(first, measured("ely_angle_deg", "L", 110))).toBeUndefined();
  });
  test("the ratio has a change, torque and symmetry are read against goals", () => {
    const visits = visitsOf(
      [0, { measures: torques({ L: 80, R: 80 }, { L: 200, R: 200 }) }],
      [7, { measures: torques({ L: 100, R: 80 }, { L: 200, R: 200 }) }],
    );
    expect(lastOf(visits).changes_vs_baseline).toEqual([
      { measure: "hq_ratio", side: "L", from: 0.4, to: 0.5, delta: 0.1, mdc: 0.1, class: "improved_detectable" },
      { measure: "hq_ratio", side: "R", from: 0.4, to: 0.4, delta: 0, mdc: 0.1, class: "no_detectable_change" },
    ]);
  });
});
