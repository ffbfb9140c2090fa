import { describe, expect, test } from "vitest";
import type { PatientRecord, VisitRecord } from "@/domain/record";
import { ADULT, bothSides, ely, lastOf, measured, seen, torques, visitsOf } from "./sample-record";

const left = (recorded: Partial<VisitRecord>, patient: PatientRecord = ADULT) =>
  lastOf(visitsOf([0, recorded]), { patient }).pattern?.L;
const stateOf = (domain: "A" | "B" | "C", recorded: Partial<VisitRecord>, patient?: PatientRecord) =>
  left(recorded, patient)?.domains[domain];

describe("A, anterior chain short", () => {
  test.each([
    [119.9, "positive"],
    [120, "borderline"],
    [129.9, "borderline"],
    [130, "negative"],
  ])("knee bend of %d° is %s", (angle, expected) => {
    expect(stateOf("A", { measures: [measured("ely_angle_deg", "L", angle)] })).toBe(expected);
  });
  test.each([
    [0, "negative"],
    [10, "negative"],
    [10.1, "borderline"],
    [15, "borderline"],
    [15.1, "positive"],
  ])("heel–buttock distance of %d cm is %s", (distance, expected) => {
    expect(stateOf("A", { measures: [measured("heel_buttock_cm", "L", distance)] })).toBe(expected);
  });
  test.each([
    [66.9, true, "positive"],
    [67, true, "borderline"],
    [79.9, true, "borderline"],
    [80, true, "negative"],
    [50, false, "unknown"],
    [50, undefined, "unknown"],
  ])("Thomas knee angle %d°, pelvis held %s: %s", (angle, pelvis_stabilised, expected) => {
    expect(stateOf("A", { measures: [measured("mtt_knee_deg", "L", angle, { pelvis_stabilised })] })).toBe(expected);
  });
  test.each([
    ["absent", "unknown"],
    ["mild", "unknown"],
    ["moderate", "positive"],
    ["severe", "positive"],
  ] as const)("without a measure %s tension is %s", (grade, expected) => {
    const pattern = left({ signs: [seen("quad_tightness", "L", grade)] });
    expect(pattern?.domains.A).toBe(expected);
    expect(pattern?.missing).toContain("ely_angle_deg:L");
  });
  test("an older knee bend goes before a newer heel–buttock distance, for 42 days", () => {
    const measures = ely(110, 110);
    const later = { measures: bothSides("heel_buttock_cm", 5, 5) };
    expect(lastOf(visitsOf([0, { measures }], [42, later])).pattern?.L.domains.A).toBe("positive");
    expect(lastOf(visitsOf([0, { measures }], [43, later])).pattern?.L.domains.A).toBe("negative");
  });
  test.each(["femoral_nerve_tension", "knee_limits_flexion"] as const)(
    "%s takes the knee bend of that side out",
    (id) => {
      const measures = [
        ...ely(110, 110),
        ...bothSides("heel_buttock_cm", 20, 20),
        measured("mtt_knee_deg", "L", 85, { pelvis_stabilised: true }),
      ];
      const result = lastOf(visitsOf([0, { measures, signs: [seen(id, "L", "present")] }]));
      expect(result.pattern?.L.domains.A).toBe("negative");
      expect(result.pattern?.R.domains.A).toBe("positive");
      expect(result.notices).toContain("ely_not_judged:L");
      expect(result.notices).not.toContain("ely_not_judged:R");
    },
  );
  test("a knee bend taken while the sign was there stays out when the sign has gone", () => {
    const visits = visitsOf(
      [0, { measures: ely(110, 110), signs: [seen("knee_limits_flexion", "L", "present")] }],
      [7, { signs: [seen("knee_limits_flexion", "L", "absent")] }],
    );
    const result = lastOf(visits);
    expect(result.pattern?.L.domains.A).toBe("unknown");
    expect(result.pattern?.R.domains.A).toBe("positive");
    expect(result.notices).not.toContain("ely_not_judged:L");
  });
  test("an invalid value enters no rule", () => {
    expect(stateOf("A", { measures: [measured("ely_angle_deg", "L", 100, { quality: "invalid" })] })).toBe("unknown");
  });
});

describe("B, hamstring weak", () => {
  test.each([
    [0.39, "positive"],
    [0.4, "borderline"],
    [0.44, "borderline"],
    [0.45, "negative"],
  ])("H:Q %d with the belt at 90° is %s", (ratio, expected) => {
    const quad = 200;
    const measures = torques({ L: ratio * quad, R: ratio * quad }, { L: quad, R: quad });
    expect(stateOf("B", { measures })).toBe(expected);
  });
  test.each([
    ["isometric_belt_30", 0.49, "positive"],
    ["isometric_belt_30", 0.5, "borderline"],
    ["isometric_belt_30", 0.55, "negative"],
    ["isokinetic_con_60", 0.46, "positive"],
    ["isokinetic_con_60", 0.47, "borderline"],
    ["isokinetic_con_60", 0.6, "negative"],
  ] as const)("%s judges %d as %s", (method, ratio, expected) => {
    const measures = torques({ L: ratio * 200, R: ratio * 200 }, { L: 200, R: 200 }, method);
    expect(stateOf("B", { measures })).toBe(expected);
  });
  test("hand-held without a belt is shown and never scored", () => {
    const measures = torques({ L: 20, R: 20 }, { L: 200, R: 200 }, "isometric_unfixed");
    const result = lastOf(visitsOf([0, { measures }]));
    expect(result.derived.L).toMatchObject({ hq_ratio: 0.1, hq_method: "isometric_unfixed" });
    // Symmetry needs no limit of its own method: 100 % is a strength value without a deficit.
    expect(result.pattern?.L.domains.B).toBe("negative");
  });
  test("a ratio never joins two methods or two visits", () => {
    const ham = bothSides("ham_torque_nm", 40, 40, { method: "isometric_belt_90" });
    const quad = bothSides("quad_torque_nm", 200, 200, { method: "isokinetic_con_60" });
    expect(lastOf(visitsOf([0, { measures: [...ham, ...quad] }])).derived.L?.hq_ratio).toBeUndefined();
    expect(lastOf(visitsOf([0, { measures: ham }], [1, { measures: quad }])).derived.L?.hq_ratio).toBeUndefined();
  });
  test.each([
    ["M", 64, 0.76, "positive"],
    ["M", 64, 0.77, "negative"],
    ["M", 65, 0.54, "positive"],
    ["M", 65, 0.55, "negative"],
    ["F", 64, 0.59, "positive"],
    ["F", 64, 0.6, "negative"],
    ["F", 65, 0.36, "positive"],
    ["F", 65, 0.37, "negative"],
    ["X", 40, 0.1, "unknown"],
  ] as const)("sex %s at %d with %d Nm/kg: %s", (sex, age, nmKg, expected) => {
    const measures = [measured("ham_torque_nm", "L", nmKg * 100, { method: "isometric_belt_90" })];
    expect(stateOf("B", { measures }, { age, sex, mass_kg: 100 })).toBe(expected);
  });
  test("Nm/kg is judged with the belt at 90° only, and not without a body mass", () => {
    const weak = (method: "isometric_belt_30" | "isometric_belt_90") => ({
      measures: [measured("ham_torque_nm", "L", 10, { method })],
    });
    expect(stateOf("B", weak("isometric_belt_30"))).toBe("unknown");
    expect(stateOf("B", weak("isometric_belt_90"), { age: 40, sex: "F" })).toBe("unknown");
    expect(stateOf("B", { ...weak("isometric_belt_90"), mass_kg: 60 }, { age: 40, sex: "F" })).toBe("positive");
  });
  test.each([
    [79, "positive"],
    [80, "borderline"],
    [89, "borderline"],
    [90, "negative"],
  ])("symmetry of %d %% is %s", (percent, expected) => {
    const measures = bothSides("ham_torque_nm", percent, 100, { method: "isokinetic_con_60" });
    expect(stateOf("B", { measures })).toBe(expected);
  });
  test.each([
    [0, "positive"],
    [4, "positive"],
    [5, "negative"],
  ])("manual grade %d is %s", (grade, expected) => {
    expect(stateOf("B", { measures: [measured("mrc_knee_flexion", "L", grade)] })).toBe(expected);
  });
  test.each([
    [59, 19, "borderline"],
    [59, 20, "negative"],
    [60, 14, "borderline"],
    [60, 15, "negative"],
    [40, 0, "borderline"],
  ])("at %d years %d bridges are %s", (age, reps, expected) => {
    expect(stateOf("B", { measures: [measured("slhb_reps", "L", reps)] }, { ...ADULT, age })).toBe(expected);
  });
  test("two soft indicators weigh as one hard; cramp alone is no strength value", () => {
    const cramp = seen("early_fatigue_cramp", "L", "moderate");
    const bridges = measured("slhb_reps", "L", 19);
    expect(stateOf("B", { signs: [cramp] })).toBe("unknown");
    expect(stateOf("B", { signs: [cramp], measures: [bridges] })).toBe("positive");
    expect(stateOf("B", { signs: [{ ...cramp, grade: "mild" }], measures: [bridges] })).toBe("borderline");
  });
});

describe("C, lumbopelvic", () => {
  test.each([
    [-30, "negative"],
    [0, "negative"],
    [8, "negative"],
    [8.1, "borderline"],
    [12, "borderline"],
    [12.1, "positive"],
  ])("tilt of %d° is %s", (tilt, expected) => {
    expect(stateOf("C", { measures: [measured("pelvic_tilt_deg", "M", tilt)] })).toBe(expected);
  });
  test("without a measure one moderate sign is positive, recorded mild ones negative, none unknown", () => {
    expect(stateOf("C", {})).toBe("unknown");
    expect(stateOf("C", { signs: [seen("lumbar_hyperlordosis", "M", "absent")] })).toBe("negative");
    const signs = [seen("lumbar_hyperlordosis", "M", "mild"), seen("buttocks_prominent", "M", "moderate")];
    expect(stateOf("C", { signs })).toBe("positive");
  });
  test("a sign is valid for 28 days, then unknown", () => {
    const signs = [seen("lumbar_hyperlordosis", "M", "moderate")];
    expect(lastOf(visitsOf([0, { signs }], [28, {}])).pattern?.L.domains.C).toBe("positive");
    expect(lastOf(visitsOf([0, { signs }], [29, {}])).pattern?.L.domains.C).toBe("unknown");
  });
});
