import { describe, expect, test } from "vitest";
import type { PatientRecord, VisitRecord } from "@/domain/record";
import type { Phase } from "@/domain/vocabulary/phases";
import { ADULT, bothSides, ely, lastOf, measured, torques, visitsOf, worst } from "./sample-record";

const inPhase = (phase: Phase, patient: PatientRecord = ADULT) => ({
  patient,
  initial_state: { phase, phase_since_day: 0 },
});
const gateAt = (phase: Phase, day: number, recorded: Partial<VisitRecord>, patient?: PatientRecord) =>
  lastOf(visitsOf([day, recorded]), inPhase(phase, patient)).gate;
const exercise = (score: number) => measured("nprs_exercise", "M", score);
const goals = torques({ L: 90, R: 90 }, { L: 200, R: 200 });
const bridges = (left: number, right: number) => bothSides("slhb_reps", left, right);
const function_ = measured("rmdq_score", "M", 2);

describe("G3a and G3b", () => {
  test.each([
    [7, 3, 5, []],
    [6, 3, 5, ["less_than_7_days_in_stage"]],
    [7, 4, 6, ["nprs_exercise_gt_3", "nprs_worst_gt_5"]],
  ])("G3a on day %d, exercise %d, worst %d", (day, effort, pain, reasons) => {
    expect(gateAt("strengthen_1", day, { measures: [exercise(effort), worst(pain)] })?.reasons).toEqual(reasons);
  });
  test("0 is a score, and no score is missing", () => {
    expect(gateAt("strengthen_1", 7, { measures: [exercise(0), worst(0)] })?.status).toBe("open");
    expect(gateAt("strengthen_1", 7, { measures: [worst(0)] })?.reasons).toEqual(["missing:nprs_exercise"]);
  });
  const g3b = (day: number, ...measures: VisitRecord["measures"]) =>
    gateAt("strengthen_2", day, { measures: [exercise(3), worst(5), ...measures] });
  const symmetry = (weaker: number) => bothSides("ham_torque_nm", weaker, 100, { method: "isokinetic_con_60" });
  test("G3b at its limits", () => {
    expect(g3b(14, ...bridges(10, 10), ...symmetry(80))?.status).toBe("open");
    expect(g3b(13, ...bridges(10, 9), ...symmetry(79))?.reasons).toEqual([
      "less_than_14_days_in_stage",
      "slhb_below_10:R",
      "lsi_ham_below_80",
    ]);
  });
  test("manual grades only where symmetry is unknown", () => {
    const manual = bothSides("mrc_knee_flexion", 5, 4);
    expect(g3b(14, ...bridges(10, 10), ...manual)?.reasons).toEqual(["mrc_below_5:R"]);
    expect(g3b(14, ...bridges(10, 10), ...manual, ...symmetry(80))?.status).toBe("open");
  });
  test.each([
    [14, "open"],
    [15, "cannot_evaluate"],
  ])("strength %d days old: %s", (age, status) => {
    const visits = visitsOf(
      [20 - age, { measures: [...bridges(10, 10), ...symmetry(80)] }],
      [20, { measures: [exercise(3), worst(5)] }],
    );
    const result = lastOf(visits, inPhase("strengthen_2"));
    expect(result.gate?.status).toBe(status);
    expect(result.notices.includes(`earlier_value_used:slhb_reps:L:${20 - age}`)).toBe(status === "open");
  });
  test("bridges that cannot be tested are dropped beside a known symmetry", () => {
    const cannot_test = [{ id: "slhb_reps" as const, reason: "Knee pain in the bridge" }];
    const measures = [exercise(3), worst(5), ...symmetry(80)];
    const result = lastOf(visitsOf([14, { measures, cannot_test }]), inPhase("strengthen_2"));
    expect(result.gate?.status).toBe("open");
    expect(result.notices).toContain("substitute_used:slhb_reps");
    const short = [{ id: "slhb_reps" as const, reason: "knee pain" }];
    expect(gateAt("strengthen_2", 14, { measures, cannot_test: short })?.status).toBe("cannot_evaluate");
  });
});

describe("G4", () => {
  const all = [...ely(120, 120), ...goals, ...bridges(20, 20), worst(2), function_];
  const g4 = (measures: VisitRecord["measures"], more: Partial<VisitRecord> = {}, patient?: PatientRecord) =>
    gateAt("strengthen_3", 7, { measures, ...more }, patient);
  const without = (...ids: string[]) => all.filter(({ id }) => !ids.includes(id));
  const noDevice = { cannot_test: [{ id: "hamstring_dynamometry" as const, reason: "No dynamometer here" }] };

  test("every goal at its limit is a first pass", () => {
    expect(g4(all)?.status).toBe("provisional");
  });
  test("every goal just missed", () => {
    const measures = [
      ...ely(119, 119),
      ...torques({ L: 80, R: 89.9 }, { L: 200, R: 210 }),
      ...bridges(19, 20),
      worst(3),
      measured("rmdq_score", "M", 3),
      measured("psfs_avg", "M", 7.9),
    ];
    expect(g4(measures)?.reasons.toSorted()).toEqual(
      [
        "ely_below_120:L",
        "ely_below_120:R",
        "lsi_ham_below_90",
        "hq_below_goal:L",
        "hq_below_goal:R",
        "slhb_below_20:L",
        "nprs_worst_gt_2",
        "function_below_goal",
      ].toSorted(),
    );
  });
  test("either score reaches the goal of function", () => {
    const scores = (rmdq: number, psfs: number) => [
      ...without("rmdq_score"),
      measured("rmdq_score", "M", rmdq),
      measured("psfs_avg", "M", psfs),
    ];
    expect(g4(scores(0, 0))?.status).toBe("provisional");
    expect(g4(scores(24, 8))?.status).toBe("provisional");
    expect(g4(without("rmdq_score"))?.status).toBe("cannot_evaluate");
  });
  test("bridges by age", () => {
    const measures = [...without("slhb_reps"), ...bridges(15, 15)];
    expect(g4(measures, {}, { ...ADULT, age: 60 })?.status).toBe("provisional");
    expect(g4(measures, {}, { ...ADULT, age: 59 })?.reasons).toEqual(["slhb_below_20:L", "slhb_below_20:R"]);
  });
  test("without a dynamometer manual grade 5 and alike bridges, if it is said why", () => {
    const bare = without("ham_torque_nm", "quad_torque_nm", "slhb_reps");
    const strong = bothSides("mrc_knee_flexion", 5, 5);
    expect(g4([...bare, ...strong, ...bridges(25, 20)], noDevice)?.status).toBe("provisional");
    expect(g4([...bare, ...strong, ...bridges(26, 20)], noDevice)?.reasons).toEqual(["slhb_diff_gt_5"]);
    expect(g4([...bare, ...strong, ...bridges(25, 20)])?.reasons).toEqual([
      "missing:lsi_ham_pct",
      "missing:hq_ratio:L",
      "missing:hq_ratio:R",
    ]);
    const unfixed = torques({ L: 89, R: 100 }, { L: 200, R: 200 }, "isometric_unfixed");
    expect(g4([...bare, ...unfixed, ...strong, ...bridges(25, 20)], noDevice)?.reasons).toEqual(["lsi_ham_below_90"]);
  });
  test("bridge and dynamometer are never both replaced", () => {
    const bare = [...without("ham_torque_nm", "quad_torque_nm", "slhb_reps"), ...bothSides("mrc_knee_flexion", 5, 5)];
    const neither = [...noDevice.cannot_test, { id: "slhb_reps" as const, reason: "Knee pain in the bridge" }];
    expect(g4(bare, { cannot_test: neither })?.reasons).toEqual(["missing:slhb_reps:L", "missing:slhb_reps:R"]);
    expect(g4(without("slhb_reps"), { cannot_test: neither })?.status).toBe("provisional");
  });
  test("with no_eccentric it leads on from stage 2", () => {
    const result = lastOf(visitsOf([7, { measures: all, flags: ["no_eccentric"] }]), inPhase("strengthen_2"));
    expect(result.gate).toMatchObject({ id: "G4", status: "provisional" });
  });
});

describe("under 18", () => {
  const young = { ...ADULT, age: 17 };
  test.each(["release", "strengthen_2", "strengthen_3"] as const)(
    "%s lacks a reference; pain still closes",
    (phase) => {
      const at = (pain: number) =>
        gateAt(
          phase,
          20,
          { measures: [...ely(100, 100), worst(pain), exercise(1), measured("rmdq_score", "M", 9)] },
          young,
        );
      expect(at(2)).toMatchObject({ status: "cannot_evaluate", reasons: ["missing:reference_under_18"] });
      expect(at(6)?.status).toBe("closed");
    },
  );
});
