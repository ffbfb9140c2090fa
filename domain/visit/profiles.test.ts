import { describe, expect, test } from "vitest";
import type { SidePattern, VisitAssessment } from "@/domain/assessment";
import type { VisitRecord } from "@/domain/record";
import { inOwnOrder, measuresFirst, movedRow, profileOf } from "./profiles";

const side = (of: Partial<SidePattern>): SidePattern => ({
  statement: "not_this_pattern",
  sign_measure_conflict: [],
  domains: { A: "negative", B: "negative", C: "negative" },
  confidence: "moderate",
  competing: [],
  strain: "no",
  missing: [],
  ...of,
});
const seen = (left: Partial<SidePattern>) => ({ pattern: { L: side(left), R: side({}) } }) as VisitAssessment;

describe("the profile of an episode", () => {
  test("a first visit takes the battery that tells the pattern", () => {
    expect(profileOf("none", null)).toBe("imbalance");
  });
  test("a strain comes before everything else: by its phase, or suspected on one side", () => {
    expect(profileOf("protect", null)).toBe("acute_strain");
    expect(profileOf("release", seen({ strain: "suspected", statement: "quad_dominant_apt" }))).toBe("acute_strain");
  });
  test("a strain that resolves leaves the place to the statement", () => {
    expect(profileOf("release", seen({ strain: "resolving", statement: "quad_dominant_apt" }))).toBe("imbalance");
  });
  test("weakness alone is an imbalance too; another pattern, or none shown, is a plain follow-up", () => {
    expect(profileOf("strengthen_1", seen({ statement: "hamstring_weakness_only" }))).toBe("imbalance");
    expect(profileOf("none", seen({}))).toBe("follow_up");
    expect(profileOf("maintain", seen({}))).toBe("follow_up");
    expect(profileOf("maintain", { pattern: null } as VisitAssessment)).toBe("follow_up");
  });
});

test("a follow-up begins with what was measured last time, each once", () => {
  const last = {
    measures: [
      { id: "slr_deg", side: "L", value: 70, unit: "deg" },
      { id: "slr_deg", side: "R", value: 70, unit: "deg" },
      { id: "nprs_worst", side: "M", value: 0, unit: "score" },
    ],
  } as VisitRecord;
  expect(measuresFirst("follow_up", last)).toEqual(["slr_deg", "nprs_worst"]);
  expect(measuresFirst("follow_up", null)).toEqual([]);
  expect(measuresFirst("acute_strain", last)[0]).toBe("mrc_knee_flexion");
});

test("an own order goes first; rows it doesn't know stay in their usual order behind it", () => {
  const rows = ["a", "b", "c", "d"];
  expect(inOwnOrder(rows, String, ["c", "a", "gone"])).toEqual(["c", "a", "b", "d"]);
  expect(inOwnOrder(rows, String, undefined)).toEqual(rows);
});

test("a row moves by one place and not beyond the ends", () => {
  expect(movedRow(["a", "b", "c"], "c", -1)).toEqual(["a", "c", "b"]);
  expect(movedRow(["a", "b", "c"], "a", 1)).toEqual(["b", "a", "c"]);
  expect(movedRow(["a", "b"], "a", -1)).toBeNull();
  expect(movedRow(["a", "b"], "b", 1)).toBeNull();
  expect(movedRow(["a", "b"], "x", 1)).toBeNull();
});
