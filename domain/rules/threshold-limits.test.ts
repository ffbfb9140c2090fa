/** A clinic sets its own thresholds: what can't be meant is refused, and so is a zone turned inside out. */
import { describe, expect, it, test } from "vitest";
import { THRESHOLDS, type ThresholdId } from "@/domain/vocabulary/thresholds";
import { DEFAULT_RULES } from "./rule-set";
import { thresholdFaults } from "./threshold-limits";

const faultsOf = (changes: Partial<Record<ThresholdId, number>>) =>
  thresholdFaults({ ...DEFAULT_RULES.values, ...changes });

test("the shipped values have no fault", () => {
  expect(faultsOf({})).toEqual({});
});

describe("a value stays within what its unit means", () => {
  it.each<[ThresholdId, number]>([
    ["nprs_exercise_stop", 11],
    ["ely_free", 181],
    ["adherence_good", 101],
    ["sign_valid_days", 0],
    ["sign_valid_days", 1.5],
    ["g1_hours", 0],
    ["slhb_low", 20.5],
    ["mrc_weak_max", 6],
    ["age_strength", 17],
    ["home_items_max", 0],
    ["rmdq_recovered", 25],
    ["mdc_ely_angle_deg", 0],
    ["mcid_lefs_score", 81],
  ])("%s can't be %d", (id, value) => {
    expect(faultsOf({ [id]: value })[id]?.kind).toBe("range");
  });

  it.each<[ThresholdId, number]>([
    ["nprs_exercise_stop", 10],
    ["nprs_worst_g4", 0],
    ["ely_side_difference_notice", 0],
    ["sign_valid_days", 1],
    ["rmdq_recovered", 24],
    ["mdc_hq_ratio", 0.01],
    ["r4_lsi_loss", 15],
  ])("%s may be %d", (id, value) => {
    expect(faultsOf({ [id]: value })).toEqual({});
  });

  it("a number that is none is no value of any threshold", () => {
    const nothing = Object.fromEntries(THRESHOLDS.map(({ id }) => [id, Number.NaN])) as typeof DEFAULT_RULES.values;
    expect(Object.keys(thresholdFaults(nothing))).toHaveLength(THRESHOLDS.length);
  });
});

describe("thresholds that belong together keep their order", () => {
  it("names the other one and its value at both", () => {
    expect(faultsOf({ ely_tight: 131 })).toEqual({
      ely_tight: { kind: "below", other: "ely_free", value: 130, orEqual: false },
      ely_free: { kind: "above", other: "ely_tight", value: 131, orEqual: false },
    });
  });

  it("equal is no order between a limit and its goal, but is between the ages", () => {
    expect(Object.keys(faultsOf({ lsi_hard: 90 }))).toEqual(["lsi_hard", "lsi_goal"]);
    expect(faultsOf({ slhb_low_60_plus: 20 })).toEqual({});
    expect(Object.keys(faultsOf({ slhb_low_60_plus: 21 }))).toEqual(["slhb_low_60_plus", "slhb_low"]);
  });

  it("moves both at once", () => {
    expect(faultsOf({ second_pass_min_days: 30, second_pass_max_days: 40 })).toEqual({});
  });

  it("a value out of its range is said once, not compared as well", () => {
    expect(faultsOf({ ely_tight: 500 })).toEqual({ ely_tight: { kind: "range", min: 0, max: 180, whole: false } });
  });
});
