import { describe, expect, test } from "vitest";
import type { VisitRecord } from "@/domain/record";
import { ADULT, bothSides, course, ely, lastOf, measured, seen, torques, visitsOf } from "./sample-record";

const strong = torques({ L: 100, R: 100 }, { L: 200, R: 200 });
const weak = torques({ L: 60, R: 60 }, { L: 200, R: 200 });
const tilt = (degrees: number) => measured("pelvic_tilt_deg", "M", degrees);
const left = (recorded: Partial<VisitRecord>) => lastOf(visitsOf([0, recorded])).pattern?.L;

describe("statement, first match", () => {
  test.each([
    ["quad_dominant_apt", [...ely(110, 110), ...weak, tilt(13)], "high"],
    ["quad_dominant_tilt_unknown", [...ely(110, 110), ...weak], "moderate"],
    ["quad_dominant_no_apt", [...ely(110, 110), ...weak, tilt(8)], "high"],
    ["quad_dominant_no_apt", [...ely(110, 110), ...weak, tilt(12)], "moderate"],
    ["anterior_tightness_only", [...ely(110, 110), ...strong], "high"],
    ["hamstring_weakness_only", [...ely(130, 130), ...weak], "high"],
    ["hamstring_weakness_only", [...ely(125, 125), ...weak], "moderate"],
    ["not_this_pattern", [...ely(130, 130), ...strong], "high"],
    ["not_this_pattern", [...ely(130, 130), ...bothSides("mrc_knee_flexion", 5, 5)], "moderate"],
    ["not_this_pattern", [...ely(125, 125), ...bothSides("mrc_knee_flexion", 5, 5)], "low"],
    ["insufficient_data", ely(110, 110), null],
  ] as const)("%s", (statement, measures, confidence) => {
    expect(left({ measures: [...measures] })).toMatchObject({ statement, confidence });
  });

  test("tilt and flat back contradict each other before anything else", () => {
    const signs = [seen("flat_back_posterior_tilt", "M", "present")];
    const result = lastOf(visitsOf([0, { measures: [tilt(13)], signs }]));
    expect(result.pattern?.L).toMatchObject({ statement: "contradictory_findings", confidence: null });
    expect(result.notices).toContain("ack_needed:contradictory_findings");
    expect(result.notices).not.toContain("ack_needed:flat_back_posterior_tilt");
    expect(result.safety.level).toBe("ack_required");
  });
});

test("what is missing is named for the side it is missing on", () => {
  const pattern = lastOf(visitsOf([0, { measures: [measured("ely_angle_deg", "L", 110)] }])).pattern;
  expect(pattern?.L.missing).toEqual(["hamstring_strength:L", "pelvic_tilt_deg:L"]);
  expect(pattern?.R.missing).toEqual(["ely_angle_deg:R", "hamstring_strength:R", "pelvic_tilt_deg:R"]);
});

describe("competing findings", () => {
  test.each(["neural_tension_positive", "sij_cluster_positive", "hip_oa_cluster"] as const)(
    "%s lowers the confidence on its side only",
    (id) => {
      const measures = [...ely(110, 110), ...weak, tilt(13)];
      const result = lastOf(visitsOf([0, { measures, signs: [seen(id, "R", "present")] }]));
      expect(result.pattern?.L).toMatchObject({ confidence: "high", competing: [] });
      expect(result.pattern?.R).toMatchObject({ confidence: "low", competing: [id] });
      expect(result.notices).toContain(`ack_needed:${id}`);
    },
  );
  test("a flat back agrees with 'does not fit' and competes with the rest", () => {
    const signs = [seen("flat_back_posterior_tilt", "M", "present")];
    expect(left({ signs, measures: [...ely(130, 130), ...strong] })).toMatchObject({
      confidence: "high",
      competing: [],
    });
    expect(left({ signs, measures: [...ely(130, 130), ...weak] })).toMatchObject({
      confidence: "low",
      competing: ["flat_back_posterior_tilt"],
    });
  });
});

test("the measure wins over the sign and the conflict is said", () => {
  const signs = [seen("quad_tightness", "L", "moderate"), seen("anterior_pelvic_tilt", "M", "moderate")];
  const at = (angle: number, degrees: number) =>
    left({ signs, measures: [measured("ely_angle_deg", "L", angle), tilt(degrees)] })?.sign_measure_conflict;
  expect(at(130, 8)).toEqual(["A", "C"]);
  expect(at(129.9, 8.1)).toEqual([]);
});

test("under 18 no adult cut-off is judged", () => {
  const signs = [seen("quad_tightness", "L", "severe"), seen("flat_back_posterior_tilt", "M", "present")];
  const measures = [...ely(100, 100), ...weak, tilt(20)];
  const at = (age: number) => lastOf(visitsOf([0, { signs, measures }]), { patient: { ...ADULT, age } });
  expect(at(18).pattern?.L.statement).toBe("contradictory_findings");
  expect(at(17).pattern?.L).toMatchObject({
    statement: "insufficient_data",
    domains: { A: "unknown", B: "unknown", C: "unknown" },
    missing: ["reference_under_18"],
  });
  expect(at(17).safety.flags).toEqual(["under_18"]);
  expect(at(17).notices).toContain("outside_model");
});

test("each criterion comes with its value, cut-off and day from the deciding code", () => {
  const visits = visitsOf([3, { measures: [measured("ely_angle_deg", "L", 119)] }], [5, {}]);
  expect(course(visits).at(-1)?.evidence.pattern).toEqual([
    {
      domain: "A",
      indicator: "ely_angle_deg",
      side: "L",
      value: 119,
      cutoff: 120,
      thresholdId: "ely_tight",
      day: 3,
      basis: "measure",
      verdict: "positive",
    },
  ]);
});
