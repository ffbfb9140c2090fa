import { expect, test } from "vitest";
import { newId } from "@/domain/new-id";
import { amendablePaths } from "@/domain/visit/amendable";
import { checkDraftField } from "@/domain/visit/check-field";
import text from "@/messages/en/visit.json";
import { type Control, editorOf, sayField, storedAs } from "./amend-editors";
import { withAmendedPart } from "./amend-value";

/** Something that this control can be made to hold. */
function typedInto(control: Control, at: "first" | "last"): unknown {
  switch (control.as) {
    case "number":
      return "3";
    case "pain":
      return "0";
    case "line":
    case "prose":
      return "Words";
    case "day":
      return "2026-04-30";
    case "activities":
      return [{ id: newId(), text: "Stairs", score: "0" }];
    default: {
      const stored = storedAs(control, control.options.at(at === "first" ? 0 : -1)?.value ?? "");
      return control.as === "many" ? [stored] : stored;
    }
  }
}

const ALL = [...new Set([...amendablePaths("visit"), ...amendablePaths("contact")])];

test("whatever the server lets one amend can be typed, every part of it in a shape the server takes", () => {
  expect(ALL.length).toBeGreaterThan(300);
  for (const path of ALL) {
    const editor = editorOf(path);
    expect(editor, path).not.toBeNull();
    if (editor === null) continue;
    for (const at of ["first", "last"] as const) {
      const value =
        "whole" in editor
          ? typedInto(editor.whole, at)
          : {
              ...editor.base,
              ...Object.fromEntries(
                Object.entries(editor.parts).map(([name, control]) => [name, typedInto(control, at)]),
              ),
            };
      expect(checkDraftField(path, value), `${path} ${JSON.stringify(value)}`).toMatchObject({ ok: true });
    }
    if ("base" in editor) expect(checkDraftField(path, editor.base), path).toMatchObject({ ok: true });
  }
});

test.each([
  "measure.nprs_worst.M",
  "measure.rmdq_score.M",
  "questionnaire.psfs",
  "pain_area.lumbar_central.M",
  "neuro.reflex_S1.L",
  "subjective.complaint",
  "treatment.mfr_es_clin",
  "consent.manipulation",
  "flag.diabetes",
  "ack.strain_suspected",
  "retest.1",
  "adverse_response",
  "interpreter",
])("%s can be added to a visit that lacks it", (path) => {
  expect(ALL).toContain(path);
});

test("decisions are made anew at a visit, and so is what holds", () => {
  const decided = ["decision", "override", "next_review", "event.clearance", "flag.cauda_equina_suspected"];
  for (const path of decided) expect(ALL).not.toContain(path);
  const judged = editorOf("screening.cauda_equina_suspected");
  expect(JSON.stringify(judged)).toContain("safety_net");
  expect(JSON.stringify(judged)).not.toContain('"suspected"');
});

test("a contact tells and asks; nothing is measured at one", () => {
  expect(amendablePaths("contact")).toContain("contact.summary");
  expect(amendablePaths("contact").some((path) => path.startsWith("measure."))).toBe(false);
  expect(amendablePaths("visit").some((path) => path.startsWith("contact."))).toBe(false);
});

test("the day a strain began is typed beside its grade", () => {
  const graded = withAmendedPart(null, "grade", "present");
  const dated = withAmendedPart(graded, "onset_on", "2026-04-30");
  expect(dated).toEqual({ grade: "present", onset_on: "2026-04-30" });
  expect(withAmendedPart(dated, "onset_on", "")).toEqual({ grade: "present" });
});

test("an answer of the patient's that is corrected is the clinician's", () => {
  const source = { filled_by: "patient", filled_on: "2026-05-02", response_id: crypto.randomUUID() };
  expect(withAmendedPart({ score: 3, ...source }, "score", 2)).toEqual({ score: 2, filled_by: "clinician" });
});

test("trials stay when the method is corrected and go when a single value replaces them", () => {
  const recorded = { trials: ["101", "104"], method: "isometric_unfixed", confirmed: true, rater: "M. Oduya" };
  expect(withAmendedPart(recorded, "method", "isometric_belt_90")).toEqual({
    trials: ["101", "104"],
    method: "isometric_belt_90",
    rater: "M. Oduya",
  });
  expect(withAmendedPart(recorded, "value", "0")).toEqual({
    value: "0",
    method: "isometric_unfixed",
    rater: "M. Oduya",
  });
});

test.each([
  ["adverse_response", { response: "soreness_24h" }, "Sore up to 24 hours"],
  [
    "sign.sudden_onset_posterior_thigh.L",
    { grade: "absent", onset_on: "2026-04-30" },
    `${text.grades.absent} · 30 Apr 2026`,
  ],
  ["measure.nprs_worst.M", { value: "0" }, "0 / 10"],
  ["flag.diabetes", { set: true }, "Yes"],
  ["ack.strain_suspected", {}, "Yes"],
  ["questionnaire.rmdq", { completed: true, ticked: [] }, "none ticked"],
  ["note", "Better", "Better"],
  ["note", null, text.notRecorded],
])("%s reads in words: %j", (path, value, words) => {
  expect(sayField(path, value)).toContain(words);
});
