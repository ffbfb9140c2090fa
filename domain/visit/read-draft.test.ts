import { describe, expect, test } from "vitest";
import { checkDraftField } from "@/domain/visit/check-field";
import type { DraftContext } from "@/domain/visit/draft-reading";
import { ACK_IDS, draftPath } from "@/domain/visit/fields";
import { parseDraftPath } from "@/domain/visit/parse-path";
import { readDraft } from "@/domain/visit/read-draft";
import { TREATMENTS, treatmentFields } from "@/domain/vocabulary/treatments";

const context: DraftContext = {
  patient: { birth_date: "1990-05-01", sex: "F" },
  kind: "treatment",
  visit_number: 3,
  visit_on: "2026-10-15",
  day_zero: "2026-10-01",
  clinician: "clinician-1",
  rater: "clinician-1",
};
const read = (fields: Record<string, unknown>, more: Partial<DraftContext> = {}) =>
  readDraft(fields, { ...context, ...more });

describe("paths", () => {
  test.each([
    "subjective.complaint",
    "screening.cauda_equina_suspected",
    "flag.anticoagulant",
    "ack.strain_suspected",
    "sign.quad_tightness.L",
    "sign.anterior_pelvic_tilt.M",
    "measure.ely_angle_deg.R",
    "body.mass_kg",
    "neuro.myotome_L5.L",
    "pain_area.ham_proximal.R",
    "questionnaire.rmdq",
    "treatment.none",
    "retest.1",
    "cannot_test.slhb_reps",
    "event.clearance",
    "event.error.dvt_suspected",
    "next_review",
    "contact.summary",
  ])("%s is known", (path) => expect(parseDraftPath(path)).not.toBeNull());

  test.each([
    ["a side the sign doesn't have", "sign.quad_tightness.M"],
    ["a derived ratio", "measure.hq_ratio.L"],
    ["the lever arm, which belongs to its force", "measure.lever_m.L"],
    ["under 18, which follows from the birth date", "flag.under_18"],
    ["screening for what nobody asks", "screening.no_eccentric"],
    ["a precaution entered in error", "event.error.anticoagulant"],
    ["an unknown id", "sign.toString.L"],
    ["a prototype name", "flag.constructor"],
    ["too many parts", "sign.quad_tightness.L.x"],
    ["a bare group", "sign"],
    ["an empty path", ""],
  ])("%s is refused", (_, path) => {
    expect(parseDraftPath(path)).toBeNull();
    expect(checkDraftField(path, {})).toEqual({ ok: false, code: "unknown_path" });
  });

  test("every acknowledgement the rules can ask for can be given", () => {
    for (const id of ACK_IDS.filter((ack) => ack !== "under_18")) {
      expect(parseDraftPath(draftPath.ack(id))).toEqual({ kind: "ack", id });
    }
    expect(parseDraftPath("ack.under_18")).toEqual({ kind: "ack", id: "under_18" });
  });

  test("null clears any field; keys nobody knows are refused", () => {
    expect(checkDraftField("sign.quad_tightness.L", null)).toMatchObject({ ok: true, value: null });
    expect(checkDraftField("sign.quad_tightness.L", { grade: "mild", gradee: 1 })).toEqual({
      ok: false,
      code: "wrong_shape",
    });
  });
});

describe("missing, zero and absent stay apart", () => {
  test("an empty draft records nothing", () => {
    const { visit, problems } = read({});
    expect(visit).toEqual({ visit: 3, day: 14, flags: [], signs: [], measures: [] });
    expect(problems).toEqual([]);
  });

  test("pain 0 is a value, an emptied field is not", () => {
    expect(read({ "measure.nprs_worst.M": { value: "0" } }).visit?.measures).toMatchObject([{ value: 0 }]);
    expect(read({ "measure.nprs_worst.M": { value: "" } }).visit?.measures).toEqual([]);
    expect(read({ "measure.nprs_worst.M": null }).visit?.measures).toEqual([]);
  });

  test("absent is recorded, untouched is not", () => {
    expect(read({ "sign.quad_tightness.L": { grade: "absent" } }).visit?.signs).toEqual([
      { id: "quad_tightness", side: "L", grade: "absent" },
    ]);
  });

  test("a carried row counts once confirmed", () => {
    const row = { grade: "mild", carried: true };
    const before = read({ "sign.quad_tightness.L": row, "flag.anticoagulant": { set: true, carried: true } });
    expect(before.visit?.signs).toEqual([]);
    expect(before.visit?.flags).toEqual([]);
    expect(before.unconfirmed).toEqual(["flag.anticoagulant", "sign.quad_tightness.L"]);
    const after = read({ "sign.quad_tightness.L": { ...row, carried: false } });
    expect(after.visit?.signs).toHaveLength(1);
    expect(after.unconfirmed).toEqual([]);
  });

  test("a completed RMDQ without ticks is 0; an untouched one is nothing", () => {
    expect(read({ "questionnaire.rmdq": { completed: true, ticked: [] } }).visit?.measures).toMatchObject([
      { id: "rmdq_score", value: 0, side: "M" },
    ]);
    expect(read({}).visit?.measures).toEqual([]);
  });

  test("an RMDQ that nobody called finished has no score, and contradicts no total", () => {
    const unfinished = { "questionnaire.rmdq": { completed: false, ticked: [1, 2] } };
    const { visit, entries } = read(unfinished);
    expect(visit?.measures).toEqual([]);
    expect(entries.questionnaires).toMatchObject([{ instrument: "rmdq", score: null, ticked: [1, 2] }]);
    const total = { "measure.rmdq_score.M": { value: "5" } };
    expect(read({ ...unfinished, ...total })).toMatchObject({ problems: [], visit: { measures: [{ value: 5 }] } });
  });

  test("an answer taken over from the patient says whose it is and of which day; one of the visit says nothing", () => {
    const source = { filled_by: "guardian", filled_on: "2026-10-14", response_id: crypto.randomUUID() };
    const { entries } = read({
      "measure.nprs_worst.M": { value: "4", ...source },
      "measure.nprs_best.M": { value: "0" },
      "questionnaire.groc": { score: 3, ...source },
    });
    const sources = entries.measurements.map(({ measure, source: of }) => [measure, of]);
    expect(Object.fromEntries(sources)).toEqual({ nprs_worst: source, nprs_best: undefined, groc: source });
    expect(entries.questionnaires).toMatchObject([source]);
  });
});

describe("measures as typed", () => {
  const ely = draftPath.measure("ely_angle_deg", "L");
  const value = (fields: Record<string, unknown>) => read(fields).visit?.measures[0]?.value;

  test.each([
    ["116,5", 116.5],
    ["116.5", 116.5],
    ["30", 30],
    ["160", 160],
  ])("%s is taken", (typed, expected) => expect(value({ [ely]: { value: typed } })).toBe(expected));

  test.each([
    ["29.9", "outside_hard_limits"],
    ["160.1", "outside_hard_limits"],
    ["12o", "not_a_number"],
  ])("%s is refused beside the field", (typed, code) => {
    const { visit, problems } = read({ [ely]: { value: typed } });
    expect(visit?.measures).toEqual([]);
    expect(problems).toEqual([{ path: ely, code, part: "value", limits: [30, 160] }]);
  });

  test("whole numbers only where the measure is counted", () => {
    expect(read({ "measure.slhb_reps.L": { value: "12,5" } }).problems).toMatchObject([{ code: "not_whole" }]);
  });

  test("an implausible value asks until it is confirmed", () => {
    const typed = { value: "79" };
    expect(read({ [ely]: typed }).warnings).toEqual([{ path: ely, code: "outside_plausible" }]);
    expect(read({ [ely]: { ...typed, confirmed: true } }).warnings).toEqual([]);
    expect(read({ [ely]: { value: "80" } }).warnings).toEqual([]);
  });

  test("the best of three counts: highest force, lowest deficit, mean tilt", () => {
    expect(value({ "measure.ham_force_n.L": { trials: ["140", "151", "149"] } })).toBe(151);
    expect(value({ "measure.ake_deficit_deg.L": { trials: ["31", "29", "30"] } })).toBe(29);
    expect(value({ "measure.pelvic_tilt_deg.M": { trials: ["14", "15", "17"] } })).toBe(15.3);
  });

  test.each([
    [["200", "170"], false],
    [["200", "169"], true],
    [["200", "169", "198"], true],
    [["200", "169", "198", "199"], false],
    [["200"], false],
    [["0", "0"], false],
  ])("trials %j ask for a fourth: %s", (trials, asks) => {
    const { warnings } = read({ "measure.ham_force_n.L": { trials } });
    expect(warnings.some((warning) => warning.code === "trial_spread")).toBe(asks);
  });

  test("a refused lever arm keeps the force out too", () => {
    const { visit, problems } = read({ "measure.ham_force_n.L": { value: "150", lever_m: "0,6" } });
    expect(visit?.measures).toEqual([]);
    expect(problems).toMatchObject([{ part: "lever_m", code: "outside_hard_limits" }]);
  });

  test("another rater than last time is said", () => {
    const previous = [{ measure: "ely_angle_deg" as const, side: "L" as const, rater: "clinician-2" }];
    expect(read({ [ely]: { value: "116" } }, { previous }).warnings).toMatchObject([
      { code: "other_rater_than_last", who: "clinician-2" },
    ]);
    expect(read({ [ely]: { value: "116", rater: "clinician-2" } }, { previous }).warnings).toEqual([]);
  });

  test("PSFS is the mean of what was scored, to 0.1", () => {
    const activity = (score?: string) => ({ id: crypto.randomUUID(), text: "Run", ...(score && { score }) });
    const activities = [activity("3"), activity("4"), activity("4"), activity()];
    expect(value({ "questionnaire.psfs": { activities } })).toBe(3.7);
    expect(read({ "questionnaire.psfs": { activities: [activity()] } }).visit?.measures).toEqual([]);
  });

  test("a total typed otherwise than the questionnaire says is a contradiction", () => {
    const rmdq = { completed: true, ticked: [1, 2, 2] };
    const fields = { "questionnaire.rmdq": rmdq, "measure.rmdq_score.M": { value: "5" } };
    expect(read(fields).problems).toEqual([{ path: "measure.rmdq_score.M", code: "differs_from_questionnaire" }]);
    expect(read(fields).visit?.measures).toMatchObject([{ value: 2 }]);
  });
});

describe("treatment given", () => {
  test("what today's treatment was followed by stands apart from what followed the last one, at a first visit too", () => {
    const today = { response: "dizziness", note: "lay down for five minutes" };
    const { entries, problems } = read({
      "treatment.ice_heat": { which: "ice", region: "Front of thigh" },
      treatment_response: today,
    });
    expect(problems).toEqual([]);
    expect(entries).toMatchObject({ treatment_response: today, adverse_response: null });
    expect(checkDraftField("treatment_response", { response: "better" })).toMatchObject({ code: "wrong_shape" });
  });

  test("a region is asked where the technique does not tell it; elsewhere it is refused", () => {
    const asks = TREATMENTS.filter((treatment) => treatmentFields(treatment).includes("region")).map(({ id }) => id);
    expect(asks).toEqual(["neural_mobilisation", "ice_heat", "taping", "device_therapy"]);
    expect(read({ "treatment.mfr_quad_clin": { region: "Thigh" } }).problems).toMatchObject([
      { code: "field_not_for_treatment", part: "region" },
    ]);
  });
});

describe("safety", () => {
  test("suspected sets the flag", () => {
    const { visit } = read({ "screening.dvt_suspected": { answer: "yes", decision: "suspected" } });
    expect(visit?.flags).toEqual(["dvt_suspected"]);
  });

  test("safety-net keeps its recheck day and sets no flag", () => {
    const answer = { answer: "yes", decision: "safety_net", reason: "advice given", recheck_on: "2026-10-29" };
    const { visit } = read({ "screening.malignancy_suspected": answer });
    expect(visit?.flags).toEqual([]);
    expect(visit?.screening).toMatchObject([{ flag: "malignancy_suspected", recheck_day: 28 }]);
  });

  test("a clearance lifts only when it says who, when and what", () => {
    const full = { who: "Dr Ito", on: "2026-10-14", what: "MRI normal" };
    expect(read({ "event.clearance": full }).visit?.events).toEqual(["medical_clearance"]);
    expect(read({ "event.clearance": { ...full, what: " " } }).visit?.events).toBeUndefined();
    expect(read({ "event.clearance": { ...full, on: "2026-10-16" } }).problems).toMatchObject([
      { code: "after_visit" },
    ]);
  });

  test("a contact enters the fold with its safety part only, and not at all without one", () => {
    const fields = { "contact.summary": "Called", "measure.nprs_worst.M": { value: "7" } };
    expect(read(fields, { kind: "contact" }).visit).toBeNull();
    const withFlag = read({ ...fields, "flag.dvt_suspected": { set: true } }, { kind: "contact" });
    expect(withFlag.visit).toMatchObject({ flags: ["dvt_suspected"], measures: [], signs: [] });
    expect(read({ "flag.dvt_suspected": { set: true } }, { kind: "did_not_attend" }).visit).toBeNull();
  });

  test("an onset after the visit is refused", () => {
    const sign = { grade: "present", onset_on: "2026-10-16" };
    expect(read({ "sign.sudden_onset_posterior_thigh.R": sign }).problems).toMatchObject([{ code: "after_visit" }]);
    expect(read({ "sign.quad_tightness.L": { grade: "present" } }).problems).toMatchObject([
      { code: "grade_not_for_sign" },
    ]);
  });
});
