import { expect, test } from "vitest";
import { placesOfPart, placesOfTest } from "./lead-to-test";

const nothing = { value: () => null, strained: [] };
const holding = (fields: Record<string, unknown>) => ({ value: (path: string) => fields[path] ?? null, strained: [] });
const first = (of: Parameters<typeof placesOfTest>[0], known: Parameters<typeof placesOfTest>[1] = nothing) =>
  placesOfTest(of, known)[0];

test("a muscle of the figure leads to the side that is drawn", () => {
  expect(placesOfPart("quads", "worse", "R")[0]).toBe("sign.quad_tightness.R");
  expect(placesOfPart("quads", "worse", undefined)[0]).toBe("sign.quad_tightness.L");
  expect(placesOfPart("quads", "L", "R")[0]).toBe("sign.quad_tightness.L");
});

test("a part found in the midline leads there", () => {
  expect(placesOfPart("erectors", "worse", "M")[0]).toBe("sign.erector_spinae_tight.M");
  expect(placesOfPart("low_back", "R", undefined)[0]).toBe("sign.lbp_local.R");
});

test("a measure leads to its side, one of the midline to its only cell", () => {
  expect(first({ test: "ely_angle_deg", side: "R" })).toBe("measure.ely_angle_deg.R");
  expect(first({ test: "nprs_worst", side: null })).toBe("measure.nprs_worst.M");
  expect(first({ test: "rmdq_score", side: "M" })).toBe("measure.rmdq_score.M");
});

test("a ratio leads to the force that is missing", () => {
  expect(first({ test: "hq_ratio", side: "R" })).toBe("measure.ham_force_n.R");
  const ham = holding({ "measure.ham_force_n.R": { value: "105" } });
  expect(first({ test: "hq_ratio", side: "R" }, ham)).toBe("measure.quad_force_n.R");
  expect(first({ test: "lsi_ham_pct", side: "R" }, ham)).toBe("measure.ham_force_n.L");
  expect(first({ test: "hamstring_strength", side: "R" })).toBe("measure.ham_force_n.R");
});

test("a missing onset leads to the date of the strained side, the undated one first", () => {
  expect(first({ test: "onset_day", side: null }, { ...nothing, strained: ["R"] })).toBe(
    "sign.sudden_onset_posterior_thigh.R",
  );
  const dated = holding({ "sign.sudden_onset_posterior_thigh.L": { grade: "present", onset_on: "2026-10-01" } });
  expect(first({ test: "onset_day", side: null }, { ...dated, strained: ["L", "R"] })).toBe(
    "sign.sudden_onset_posterior_thigh.R",
  );
});

test("function leads to the form that is begun, else to a total", () => {
  expect(first({ test: "function", side: null })).toBe("measure.psfs_avg.M");
  const begun = holding({ "questionnaire.rmdq": { completed: false, ticked: [1] } });
  expect(first({ test: "function", side: null }, begun)).toBe("questionnaire.rmdq");
});

test("a sign leads to its side; what no field answers leads to none", () => {
  expect(first({ test: "pain_resisted_knee_flexion", side: "R" })).toBe("sign.pain_resisted_knee_flexion.R");
  expect(placesOfTest({ test: "something_else", side: null }, nothing)).toEqual([]);
});
