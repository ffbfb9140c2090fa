import { describe, expect, test } from "vitest";
import cases from "@/domain/cases.json" with { type: "json" };
import { CaseFileError, readCaseFile } from "./case-file";

const measure = { id: "ely_angle_deg", side: "L", value: 120, unit: "deg" };
const visit = { visit: 1, day: 0, flags: [], signs: [], measures: [] };
const patient = { age: 40, sex: "F" };
const fileOf = (...visits: object[]) => ({ cases: [{ case_id: "A", patient, visits }] });

/** The field that reading names, or null when it reads. */
function offence(document: unknown): string | null {
  try {
    readCaseFile(document);
    return null;
  } catch (error) {
    if (error instanceof CaseFileError) return error.path;
    throw error;
  }
}

test("the worked cases read, and so does a case without what only explains it", () => {
  expect(readCaseFile(cases)).toHaveLength(18);
  expect(readCaseFile(fileOf(visit))[0]).toMatchObject({ case_id: "A", patient, visits: [visit] });
});

describe("the first offending field", () => {
  const FIRST = "cases[0].visits[0]";
  test.each([
    ["not an object", [], ""],
    ["no cases", {}, "cases"],
    ["an unknown key at the top", { cases: [], note: 1 }, "note"],
    ["a case without id", { cases: [{ patient, visits: [] }] }, "cases[0].case_id"],
    [
      "an age that is no number",
      { cases: [{ case_id: "A", patient: { ...patient, age: "40" }, visits: [] }] },
      "cases[0].patient.age",
    ],
    ["an unknown key in a visit", fileOf({ ...visit, remark: "" }), `${FIRST}.remark`],
    ["a visit without measures", fileOf({ visit: 1, day: 0, flags: [], signs: [] }), `${FIRST}.measures`],
    ["an unknown flag", fileOf({ ...visit, flags: ["diabetes", "flu"] }), `${FIRST}.flags[1]`],
    ["under 18 typed for an adult", fileOf({ ...visit, flags: ["under_18"] }), `${FIRST}.flags[0]`],
    ["an unknown sign", fileOf({ ...visit, signs: [{ id: "x", side: "L", grade: "mild" }] }), `${FIRST}.signs[0].id`],
    [
      "a sign on the wrong side",
      fileOf({ ...visit, signs: [{ id: "knee_click", side: "M", grade: "present" }] }),
      `${FIRST}.signs[0].side`,
    ],
    [
      "a grade that does not fit",
      fileOf({ ...visit, signs: [{ id: "knee_click", side: "L", grade: "mild" }] }),
      `${FIRST}.signs[0].grade`,
    ],
    [
      "presence of a graded sign",
      fileOf({ ...visit, signs: [{ id: "quad_tightness", side: "L", grade: "present" }] }),
      `${FIRST}.signs[0].grade`,
    ],
    [
      "a sign twice",
      fileOf({ ...visit, signs: [1, 2].map(() => ({ id: "knee_click", side: "L", grade: "present" })) }),
      `${FIRST}.signs[1].id`,
    ],
    ["an unknown measure", fileOf({ ...visit, measures: [{ ...measure, id: "girth" }] }), `${FIRST}.measures[0].id`],
    [
      "a derived measure",
      fileOf({ ...visit, measures: [{ ...measure, id: "hq_ratio", value: 0.4, unit: "1" }] }),
      `${FIRST}.measures[0].id`,
    ],
    [
      "a measure on the wrong side",
      fileOf({ ...visit, measures: [{ ...measure, side: "M" }] }),
      `${FIRST}.measures[0].side`,
    ],
    ["the wrong unit", fileOf({ ...visit, measures: [{ ...measure, unit: "cm" }] }), `${FIRST}.measures[0].unit`],
    ["below a hard limit", fileOf({ ...visit, measures: [{ ...measure, value: 29.9 }] }), `${FIRST}.measures[0].value`],
    [
      "above a hard limit",
      fileOf({ ...visit, measures: [measure, { ...measure, side: "R", value: 160.1 }] }),
      `${FIRST}.measures[1].value`,
    ],
    [
      "half a point of pain",
      fileOf({ ...visit, measures: [{ id: "nprs_worst", side: "M", value: 2.5, unit: "{score}" }] }),
      `${FIRST}.measures[0].value`,
    ],
    ["a number as text", fileOf({ ...visit, measures: [{ ...measure, value: "120" }] }), `${FIRST}.measures[0].value`],
    [
      "two judged values of one test",
      fileOf({ ...visit, measures: [measure, { ...measure, value: 130 }] }),
      `${FIRST}.measures[1].id`,
    ],
    [
      "an unknown method",
      fileOf({ ...visit, measures: [{ ...measure, method: "by_eye" }] }),
      `${FIRST}.measures[0].method`,
    ],
    [
      "an impossible lever",
      fileOf({ ...visit, measures: [{ ...measure, lever_m: 0.6 }] }),
      `${FIRST}.measures[0].lever_m`,
    ],
    ["an unknown acknowledgement", fileOf({ ...visit, acks: ["flu"] }), `${FIRST}.acks[0]`],
    ["an unknown event", fileOf({ ...visit, events: ["cleared"] }), `${FIRST}.events[0]`],
    [
      "an event about an unknown flag",
      fileOf({ ...visit, events: [{ type: "flag_entered_in_error", flag: "flu", reason: "", clinician: "" }] }),
      `${FIRST}.events[0].flag`,
    ],
    [
      "an unknown phase",
      fileOf({ ...visit, override: { to_phase: "rest", reason: "", clinician: "" } }),
      `${FIRST}.override.to_phase`,
    ],
    ["half a day", fileOf({ ...visit, day: 0.5 }), `${FIRST}.day`],
    ["a repeated number", fileOf(visit, { ...visit, day: 3 }), "cases[0].visits[1].visit"],
    ["a decreasing day", fileOf({ ...visit, day: 3 }, { ...visit, visit: 2, day: 2 }), "cases[0].visits[1].day"],
    [
      "the first of two",
      fileOf({ ...visit, day: 3 }, { ...visit, visit: 2, day: 2 }, { ...visit, visit: 3, flags: ["flu"] }),
      "cases[0].visits[1].day",
    ],
    [
      "the first in the document, not in the format",
      fileOf({ flags: [], day: 0.5, visit: "1", signs: [], measures: [{ ...measure, side: "M" }] }),
      `${FIRST}.day`,
    ],
    ["the first of two levels", { ...fileOf({ ...visit, day: "x" }), note: 1 }, `${FIRST}.day`],
    [
      "the first of two cases",
      { cases: [...fileOf({ ...visit, flags: ["flu"] }).cases, { case_id: 1 }] },
      `${FIRST}.flags[0]`,
    ],
    [
      "a missing field after a wrong one",
      { cases: [{ case_id: "A", visits: [{ ...visit, day: null }] }] },
      `${FIRST}.day`,
    ],
    [
      "no body mass at all",
      { cases: [{ case_id: "A", patient: { ...patient, mass_kg: 0 }, visits: [] }] },
      "cases[0].patient.mass_kg",
    ],
    ["grams for kilograms", fileOf({ ...visit, mass_kg: 64000 }), `${FIRST}.mass_kg`],
  ])("%s", (_, document, path) => {
    expect(offence(document)).toBe(path);
  });
});

test.each([
  ["equal days", fileOf(visit, { ...visit, visit: 2 })],
  [
    "hard limits themselves",
    fileOf({
      ...visit,
      measures: [
        { ...measure, value: 30 },
        { ...measure, side: "R", value: 160 },
      ],
    }),
  ],
  [
    "a test repeated after an invalid one",
    fileOf({ ...visit, measures: [{ ...measure, quality: "invalid" }, measure] }),
  ],
  ["days before day zero", fileOf({ ...visit, day: -3 })],
  [
    "units as UCUM or the vocabulary writes them",
    fileOf({
      ...visit,
      measures: [
        { id: "ham_torque_nm", side: "L", value: 90, unit: "N.m" },
        { id: "ham_torque_nm", side: "R", value: 90, unit: "Nm" },
        { id: "nprs_worst", side: "M", value: 2, unit: "{score}" },
        { id: "nprs_current", side: "M", value: 1, unit: "score" },
      ],
    }),
  ],
])("%s are allowed", (_, document) => {
  expect(offence(document)).toBeNull();
});

test("the order of the visits has no meaning, their numbers have", () => {
  const [read] = readCaseFile(fileOf({ ...visit, visit: 2, day: 7 }, visit));
  expect(read?.visits.map(({ day }) => day)).toEqual([0, 7]);
  expect(offence(fileOf({ ...visit, visit: 2, day: 7 }, { ...visit, day: 8 }))).toBe("cases[0].visits[1].day");
});
