import { expect, test } from "vitest";
import type { VisitRecord } from "@/domain/record";
import { answeredHere } from "@/domain/visit/answered-by";
import type { DraftValue } from "@/domain/visit/field-values";
import { acceptedFields, isStill, settled } from "./accepted-response";
import { carriedFields, precautionsOf } from "./carried-fields";
import { withValue } from "./measure-cell";
import { rememberedParts } from "./remembered-parts";

const visits = (...records: VisitRecord[]) => records.map((record) => ({ record }));

const last: VisitRecord = {
  visit: 1,
  day: 0,
  flags: ["anticoagulant", "under_18", "dvt_suspected"],
  signs: [
    { id: "quad_tightness", side: "L", grade: "moderate" },
    { id: "sudden_onset_posterior_thigh", side: "R", grade: "present", onset_day: -2 },
  ],
  measures: [
    { id: "ham_force_n", side: "L", value: 105, unit: "N", method: "isometric_belt_90", lever_m: 0.36 },
    { id: "mtt_knee_deg", side: "L", value: 58, unit: "deg", pelvis_stabilised: true },
    { id: "nprs_worst", side: "M", value: 6, unit: "score" },
  ],
  screening: [{ flag: "aaa_suspected", answer: "no" }],
};

test("signs and precautions come back unconfirmed; measures, pain, screening and blocks never do", () => {
  expect(carriedFields(visits(last), [], new Map())).toEqual([
    { path: "sign.quad_tightness.L", value: { grade: "moderate", carried: true } },
    { path: "sign.sudden_onset_posterior_thigh.R", value: { grade: "present", carried: true } },
    { path: "flag.anticoagulant", value: { set: true, carried: true } },
  ]);
});

const call: VisitRecord = {
  visit: 2,
  kind: "contact",
  day: 3,
  flags: ["steroid_long_term"],
  signs: [],
  measures: [],
  screening: [{ flag: "dvt_suspected", answer: "no" }],
};

test("a call in between takes nothing away: signs come from the visit before it, a precaution told in it comes with them", () => {
  expect(carriedFields(visits(last, call), [], new Map()).map(({ path }) => path)).toEqual([
    "sign.quad_tightness.L",
    "sign.sudden_onset_posterior_thigh.R",
    "flag.anticoagulant",
    "flag.steroid_long_term",
  ]);
  expect(precautionsOf(visits(call))).toEqual(["steroid_long_term"]);
});

test("each sign comes as it was last seen, from whichever visit; precautions from the last visit alone", () => {
  const next: VisitRecord = {
    ...last,
    visit: 2,
    day: 7,
    flags: [],
    signs: [{ id: "quad_tightness", side: "L", grade: "mild" }],
  };
  expect(carriedFields(visits(last, next), [], new Map())).toEqual([
    { path: "sign.quad_tightness.L", value: { grade: "mild", carried: true } },
    { path: "sign.sudden_onset_posterior_thigh.R", value: { grade: "present", carried: true } },
  ]);
});

test("only what has a row among the precautions is carried: a finding of screening is asked anew", () => {
  const screened: VisitRecord = { ...last, flags: ["anticoagulant", "inflammatory_back_pain_suspected"], signs: [] };
  expect(carriedFields(visits(screened), [], new Map()).map(({ path }) => path)).toEqual(["flag.anticoagulant"]);
});

test("what was recorded today already stays as it is", () => {
  const today = new Map<string, unknown>([
    ["sign.quad_tightness.L", { grade: "mild" }],
    ["flag.anticoagulant", null],
  ]);
  expect(carriedFields(visits(last), [], today).map(({ path }) => path)).toEqual([
    "sign.sudden_onset_posterior_thigh.R",
    "flag.anticoagulant",
  ]);
});

test("history comes back as text to confirm, behind signs and precautions; what was written today stays", () => {
  const history = [
    { key: "medication", text: "Ibuprofen" },
    { key: "work", text: "Baker" },
  ] as const;
  const today = new Map<string, unknown>([["subjective.work", { text: "Night baker" }]]);
  expect(carriedFields(visits(last), [...history], today).at(-1)).toEqual({
    path: "subjective.medication",
    value: { text: "Ibuprofen", carried: true },
  });
});

test("a first visit has nothing to carry", () => {
  expect(carriedFields([], [], new Map())).toEqual([]);
});

test("method and lever arm are remembered per side, a still pelvis is asked each time", () => {
  expect(rememberedParts([{ record: last }], "ham_force_n", "L")).toEqual({
    method: "isometric_belt_90",
    lever_m: "0.36",
  });
  expect(rememberedParts([{ record: last }], "ham_force_n", "R")).toEqual({});
  expect(rememberedParts([{ record: last }], "mtt_knee_deg", "L")).toEqual({});
});

const response = {
  id: "019a0000-0000-7000-8000-000000000001",
  filledBy: "patient",
  filledOn: "2026-01-05",
  filledAt: "5 Jan, 09:30",
  score: 0,
};

test("a patient's questionnaire is taken over with who and when; a score of 0 too", () => {
  expect(acceptedFields({ ...response, instrument: "rmdq", answers: { ticked: [] } })).toEqual({
    instrument: "rmdq",
    fields: [
      {
        path: "questionnaire.rmdq",
        value: { completed: true, ticked: [], filled_by: "patient", filled_on: "2026-01-05", response_id: response.id },
      },
    ],
  });
  expect(acceptedFields({ ...response, instrument: "groc", answers: {} })?.fields[0]?.value).toMatchObject({
    score: 0,
  });
});

const source = { filled_by: "patient", filled_on: "2026-01-05", response_id: response.id } as const;

test("pain filled beforehand goes to its areas, 0 as a value, with who and when", () => {
  const areas = [{ side: "L", current: 0, best: 0, worst: 3 }];
  expect(acceptedFields({ ...response, instrument: "nprs", answers: { areas } })?.fields).toEqual([
    { path: "measure.nprs_thigh_current.L", value: { value: "0", ...source } },
    { path: "measure.nprs_thigh_best.L", value: { value: "0", ...source } },
    { path: "measure.nprs_thigh_worst.L", value: { value: "3", ...source } },
  ]);
});

test("what a guardian filled stays the guardian's", () => {
  const filled = { ...response, instrument: "groc", filledBy: "guardian", answers: { score: 2 } };
  expect(acceptedFields(filled)?.fields[0]?.value).toMatchObject({ score: 2, filled_by: "guardian" });
});

test("an answer changed at the visit is the clinician's; what was never the patient's says nothing of it", () => {
  const accepted = { completed: true, ticked: [3], ...source };
  expect(answeredHere({ ...accepted, ticked: [3, 4] })).toEqual({
    completed: true,
    ticked: [3, 4],
    filled_by: "clinician",
  });
  const here: DraftValue<"rmdq"> = { completed: true, ticked: [3] };
  expect(answeredHere(here)).toEqual(here);
  expect(withValue({ value: "3", ...source }, "5", {})).toEqual({ value: "5" });
  expect(withValue({ value: "3", ...source }, "", {})).toBeNull();
});

test("a response is taken in or left, one of both, and can be opened again", () => {
  const taken = settled(null, "a", "accepted");
  expect(taken).toEqual({ accepted: ["a"], left: [] });
  expect(settled(taken, "a", "left")).toEqual({ accepted: [], left: ["a"] });
  expect(settled(taken, "b", "left")).toEqual({ accepted: ["a"], left: ["b"] });
  expect(settled(taken, "a", "open")).toBeNull();
});

test("undone, a response takes back what still is its own, and not what was changed since", () => {
  const taken = acceptedFields({ ...response, instrument: "rmdq", answers: { ticked: [3] } })?.fields[0]?.value;
  const { ticked: _, ...rest } = taken as DraftValue<"rmdq">;
  // As the database gives it back, its parts in another order.
  expect(isStill({ ticked: [3], ...rest }, response.id)).toBe(true);
  expect(isStill(answeredHere({ ...rest, ticked: [3, 4] }), response.id)).toBe(false);
  expect(isStill(null, response.id)).toBe(false);
});

test("answers in another shape are not guessed at", () => {
  expect(acceptedFields({ ...response, instrument: "rmdq", answers: { ticked: [25] } })).toBeNull();
  expect(acceptedFields({ ...response, instrument: "odi", answers: {} })).toBeNull();
});
