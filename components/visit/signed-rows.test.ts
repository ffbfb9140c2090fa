import { expect, test } from "vitest";
import { emptyEntries, type VisitEntries } from "@/domain/visit/visit-entries";
import { RMDQ } from "@/domain/vocabulary/questionnaires";
import { signedRows } from "./signed-rows";

const DAY = "2026-05-04";
const filled = { filled_on: DAY, language: "es", response_id: "0199" };

/** A visit in which everything that can be signed was recorded; a new part of the record is missing here until it is told. */
const ALL: Required<VisitEntries> = {
  subjective: [{ key: "complaint", text: "said: complaint" }],
  since_last: "worse",
  interpreter: "family",
  consents: [
    {
      consent: "saddle_test",
      answer: "given",
      chaperone: "accepted",
      chaperone_name: "said: chaperone",
      explained_by: "said: explainer",
      language: "said: language",
      receiver: "said: receiver",
      note: "said: consent",
    },
  ],
  screening: [
    {
      flag: "fracture_suspected",
      answer: "yes",
      decision: "safety_net",
      reason: "said: screening",
      recheck_on: "2026-06-01",
    },
  ],
  flags: ["diabetes"],
  flags_taken_back: [{ flag: "dvt_suspected", reason: "said: taken back" }],
  acks: [{ id: "strain_suspected", limit: "said: limit" }],
  findings: [
    {
      sign: "sudden_onset_posterior_thigh",
      side: "L",
      grade: "present",
      onset_on: "2026-04-30",
      painful: false,
      count: 0,
      length_cm: 7,
      note: "said: sign",
    },
  ],
  measurements: [
    {
      measure: "ely_angle_deg",
      side: "R",
      value: 113,
      unit: "deg",
      trials: [111, 112, 113],
      method: "isometric_unfixed",
      lever_m: 0.31,
      pelvis_stabilised: true,
      rater: "said: rater",
      quality: "invalid",
      note: "said: measure",
    },
    {
      measure: "nprs_worst",
      side: "M",
      value: 0,
      unit: "0-10",
      trials: [],
      method: null,
      lever_m: null,
      pelvis_stabilised: null,
      rater: "said: taker",
      quality: "ok",
      source: { filled_by: "guardian", filled_on: DAY, response_id: "0199" },
      note: null,
    },
  ],
  mass_kg: 71,
  height_cm: 172,
  neurological: [
    { key: "reflex_S1", side: "L", state: "abnormal", change: "reduced", onset: "new", note: "said: nerve" },
  ],
  pain_areas: [{ region: "lumbar_central", side: "M", quality: ["burning"], intensity: 0, note: "said: area" }],
  questionnaires: [
    { instrument: "rmdq", score: 2, ticked: [1, 24], activities: null, filled_by: "patient", ...filled },
    {
      instrument: "psfs",
      score: 4,
      ticked: null,
      activities: [{ id: "0", text: "said: activity", score: 0 }],
      filled_by: "clinician",
      ...filled,
    },
    { instrument: "groc", score: -3, ticked: null, activities: null, filled_by: "patient", ...filled },
  ],
  treatments: [
    {
      treatment: "mfr_es_clin",
      side: "both",
      minutes: 9,
      pressure_0_10: 0,
      muscle: "said: muscle",
      items: [],
      note: "said: treatment",
    },
  ],
  retests: [{ n: 1, measure: "ely_angle_deg", side: "L", before: 105, after: 109, same_rater: false }],
  adverse_response: { response: "bruise", note: "said: adverse" },
  treatment_response: { response: "dizziness", note: "said: today" },
  advice: "said: advice",
  cannot_test: [{ id: "slhb_reps", reason: "no_device", text: "said: cannot" }],
  clearance: { who: "said: who", on: "2026-05-02", what: "said: what" },
  flag_errors: [{ flag: "dvt_suspected", reason: "said: error", second_clinician: "said: second" }],
  decision: { choice: "keep", reason: "said: decision" },
  override: {
    to_phase: "strengthen_1",
    reason: "medical_advice",
    text: "said: override",
    second_clinician: "sole_practitioner",
  },
  next_review: "2026-05-11",
  note: "said: note",
  contact: {
    channel: "letter",
    direction: "from_clinic",
    red_flag_questions_asked: false,
    texts: { summary: "said: summary", who: "said: with" },
  },
  no_show: { kind: "cancelled_late", note: "said: missed" },
  responses_accepted: ["0199", "0200"],
};

const said = (entries: VisitEntries) =>
  [...signedRows(entries).values()].flat().map(({ name, value }) => `${name}: ${value}`);

test.each(Object.keys(ALL) as (keyof VisitEntries)[])("%s has its place in the signed record", (key) => {
  expect(said({ ...emptyEntries(), [key]: ALL[key] })).not.toEqual([]);
});

test("every word that was typed and signed can be read", () => {
  const record = said(ALL).join("\n");
  const typed = JSON.stringify(ALL).match(/said: [a-z ]+/g) ?? [];
  expect(typed.length).toBeGreaterThan(25);
  for (const words of typed) expect(record).toContain(words);
});

test.each([
  ["an onset", "Date of onset: 30 Apr 2026"],
  ["a length, a pain that is absent and a count of zero", "Painful: No, Count: 0, Length (cm): 7"],
  ["each trial", "Trials: 111° · 112° · 113°"],
  ["that the pelvis was held", "Pelvis held still: Yes"],
  ["who else measured again", "105 → 109, Same rater: No"],
  ["a chaperone", "Chaperone accepted, Chaperone's name: said: chaperone"],
  ["which way a contact went", "Direction: From the clinic"],
  ["that nobody asked the red flag questions", "Red flag questions asked: No"],
  ["why a test can't be done", "No device here, said: cannot"],
  [
    "an override's listed reason and who stood in",
    "Medical advice, said: override, Second clinician: Sole practitioner",
  ],
  ["what a limit was agreed for", "Limit agreed: said: limit"],
  ["an item of the questionnaire, word for word", `24. ${RMDQ.items[23]}`],
  ["who filled it, when and in which language", "2 of 24, filled in by the patient on 4 May 2026, Language: es"],
  ["an activity rated 0", "said: activity: 0"],
  ["a pain that a guardian gave beforehand", "0, said: taker, filled in by the guardian on 4 May 2026"],
  ["a pain of 0", "0 / 10, Burning"],
])("the record says %s", (_what, words) => {
  expect(said(ALL).join("\n")).toContain(words);
});

test("what was not recorded takes no room, also where an older record did not know it", () => {
  expect(said(emptyEntries())).toEqual([]);
  const { acks: _, ...older } = emptyEntries();
  expect(said(older as VisitEntries)).toEqual([]);
});
