import { describe, expect, test } from "vitest";
import type { VisitAssessment } from "@/domain/assessment";
import { completeness, type SigningContext } from "@/domain/visit/completeness";
import { neurologicalPrompts } from "@/domain/visit/neurological-prompts";
import { proposedNextReview } from "@/domain/visit/next-review";
import { readDraft } from "@/domain/visit/read-draft";

const context: SigningContext = {
  patient: { birth_date: "1990-05-01", sex: "F" },
  kind: "treatment",
  visit_number: 3,
  visit_on: "2026-10-15",
  day_zero: "2026-10-01",
  clinician: "clinician-1",
  rater: "clinician-1",
  standing_consents: [],
};
const ASSESSED: VisitAssessment = {
  visit: 3,
  day: 14,
  derived: {},
  safety: { level: "none", flags: [] },
  pattern: null,
  phase_before: "release",
  phase_after: "release",
  gate: null,
  regress: null,
  changes_vs_baseline: [],
  overridden: false,
  warnings: [],
  notices: [],
};
/** Treatment and next review, and nothing else: ready to sign. */
const READY = { "treatment.none": {}, next_review: { on: "2026-10-29" } };
const check = (
  fields: Record<string, unknown>,
  more: Partial<SigningContext> = {},
  assessed: Partial<VisitAssessment> = {},
) => completeness(readDraft(fields, { ...context, ...more }), { ...ASSESSED, ...assessed }, { ...context, ...more });
const codes = (...args: Parameters<typeof check>) => check(...args).blocking.map(({ path, code }) => `${path} ${code}`);

describe("what blocks signing", () => {
  test("treatment or none, and the next review; nothing else", () => {
    expect(codes(READY)).toEqual([]);
    expect(codes({})).toEqual(["treatment treatment_missing", "next_review next_review_missing"]);
    expect(codes({ ...READY, next_review: { on: "open" } })).toEqual([]);
    expect(codes({ ...READY, next_review: { on: "2026-10-15" } })).toEqual(["next_review next_review_not_after_visit"]);
    expect(codes({ next_review: { on: "open" } }, { kind: "decision" })).toEqual([]);
    expect(codes({ ...READY, "treatment.taping": {} })).toEqual(["treatment.none treatment_and_none"]);
  });

  test("hands-on release needs its consent: once, until withdrawn; near the groin each time", () => {
    const release = { next_review: { on: "open" }, "treatment.mfr_quad_clin": {} };
    const groin = { next_review: { on: "open" }, "treatment.mfr_hipflex_clin": {} };
    const blocked = "treatment.mfr_quad_clin treatment_consent_missing";
    expect(codes(release)).toEqual([blocked]);
    expect(codes(release, { standing_consents: ["release"] })).toEqual([]);
    expect(codes({ ...release, "consent.release": { answer: "given" } })).toEqual([]);
    expect(
      codes({ ...release, "consent.release": { answer: "withdrawn" } }, { standing_consents: ["release"] }),
    ).toEqual([blocked]);
    expect(codes(groin, { standing_consents: ["release_sensitive"] })).toEqual([
      "treatment.mfr_hipflex_clin treatment_consent_missing",
    ]);
  });

  test("each Yes is decided", () => {
    const yes = (more = {}) => ({ ...READY, "screening.malignancy_suspected": { answer: "yes", ...more } });
    const path = "screening.malignancy_suspected";
    expect(codes(yes())).toEqual([`${path} screening_decision_missing`]);
    expect(codes(yes({ decision: "not_concerned", reason: "too short" }))).toEqual([
      `${path} screening_reason_missing`,
    ]);
    expect(codes(yes({ decision: "not_concerned", reason: "ten letters" }))).toEqual([]);
    expect(codes(yes({ decision: "safety_net" }))).toEqual([`${path} screening_recheck_missing`]);
    expect(codes(yes({ decision: "safety_net", recheck_on: "2026-10-15" }))).toEqual([
      `${path} screening_recheck_missing`,
    ]);
    expect(codes(yes({ decision: "safety_net", recheck_on: "2026-10-16" }))).toEqual([]);
    expect(codes(yes({ decision: "suspected" }))).toEqual([]);
    expect(codes({ ...READY, "screening.malignancy_suspected": { answer: "no" } })).toEqual([]);
  });

  test("keeping the phase says why, in ten characters, and is no way out of a hold", () => {
    const keep = (reason?: string) => ({ ...READY, decision: { choice: "keep", ...(reason && { reason }) } });
    expect(codes(keep())).toEqual(["decision decision_reason_missing"]);
    expect(codes(keep("123456789 "))).toEqual(["decision decision_reason_missing"]);
    expect(codes(keep("1234567890"))).toEqual([]);
    expect(codes(keep("1234567890"), {}, { phase_before: "hold", phase_after: "hold" })).toEqual([
      "decision decision_in_hold",
    ]);
    expect(codes({ ...READY, decision: { choice: "advance" } })).toEqual([]);
    expect(codes({ ...READY, decision: { choice: "protect" } }, {}, { notices: ["decision_not_offered"] })).toEqual([
      "decision decision_not_offered",
    ]);
  });

  test("an override names its reason, its text, a second clinician when a stage is skipped, and never a hold", () => {
    const override = (more = {}) => ({
      ...READY,
      override: { to_phase: "strengthen_1", reason: "medical_advice", text: "letter of 1 October", ...more },
    });
    expect(codes(override())).toEqual([]);
    expect(codes(override({ reason: undefined, text: "ok" }))).toEqual([
      "override override_reason_missing",
      "override override_text_missing",
    ]);
    expect(codes(override(), {}, { notices: ["override_needs_second_clinician"] })).toEqual([
      "override override_second_clinician_missing",
    ]);
    expect(codes(override(), {}, { phase_after: "hold" })).toEqual(["override override_in_hold"]);
  });

  test("a second clinician works here; where nobody else does, one practises alone", () => {
    const stands = (second_clinician: string, seconds?: string[]) =>
      codes(
        {
          ...READY,
          "event.error.dvt_suspected": { reason: "wrong patient's visit", second_clinician },
          override: { to_phase: "maintain", reason: "other", text: "letter of 1 October", second_clinician },
        },
        seconds === undefined ? {} : { seconds },
      );
    const refused = ["event.error.dvt_suspected second_not_here", "override second_not_here"];
    expect(stands("Bo Second", ["Bo Second"])).toEqual([]);
    expect(stands("sole_practitioner", [])).toEqual([]);
    expect(stands("sole_practitioner", ["Bo Second"])).toEqual(refused);
    expect(stands("Somebody", ["Bo Second"])).toEqual(refused);
    expect(stands("Bo Second", [])).toEqual(refused);
    expect(stands("Somebody")).toEqual([]);
  });

  test("nothing is decided while another draft's block stands, nor at a visit dated before a signed one", () => {
    const decided = {
      ...READY,
      decision: { choice: "keep", reason: "1234567890" },
      override: { to_phase: "strengthen_1", reason: "medical_advice", text: "letter of 1 October" },
    };
    expect(codes(decided, { held_elsewhere: true })).toEqual([
      "decision decision_in_hold",
      "override override_in_hold",
    ]);
    expect(codes(decided, { is_late: true })).toEqual(["decision decision_late", "override override_late"]);
    expect(codes({ ...READY, decision: { choice: "advance" } }, { is_late: true })).toEqual([]);
    expect([{}, { held_elsewhere: true as const }, { is_late: true }].map((of) => check(READY, of).deciding)).toEqual([
      "open",
      "held",
      "late",
    ]);
  });

  test("lifting a hold: who, when, what; undoing a flag: reason and second clinician", () => {
    expect(codes({ ...READY, "event.clearance": { who: "Dr Ito" } })).toEqual(["event.clearance clearance_incomplete"]);
    const undo = (more = {}) => ({
      ...READY,
      "event.error.dvt_suspected": { reason: "wrong patient's visit", ...more },
    });
    const path = "event.error.dvt_suspected";
    expect(codes(undo())).toEqual([`${path} flag_error_second_missing`]);
    expect(codes(undo({ second_clinician: "clinician-1" }))).toEqual([`${path} flag_error_second_missing`]);
    expect(codes(undo({ reason: "oops" }))).toEqual([`${path} flag_error_reason_missing`]);
    expect(codes(undo({ second_clinician: "sole_practitioner" }))).toEqual([]);
    expect(codes(undo({ second_clinician: "B" }), {}, { notices: ["flag_error_rejected:dvt_suspected"] })).toEqual([
      `${path} flag_error_rejected`,
    ]);
    expect(codes({ ...READY, "flag.dvt_suspected": { set: false } })).toEqual([
      "flag.dvt_suspected flag_taken_back_reason_missing",
    ]);
    expect(codes({ ...READY, "flag.anticoagulant": { set: false } })).toEqual([]);
    expect(codes({ ...READY, "cannot_test.slhb_reps": { reason: "pain" } })).toEqual([
      "cannot_test.slhb_reps cannot_test_reason_missing",
    ]);
  });

  test("what was refused beside its field is not signed away; unconfirmed rows are listed, not blocking", () => {
    expect(codes({ ...READY, "measure.nprs_worst.M": { value: "11" } })).toEqual([
      "measure.nprs_worst.M field_refused",
    ]);
    const carried = check({ ...READY, "sign.quad_tightness.L": { grade: "mild", carried: true } });
    expect(carried).toEqual({ blocking: [], unconfirmed: ["sign.quad_tightness.L"], deciding: "open" });
  });

  test("a contact asks for its channel and a line, nothing more", () => {
    expect(codes({}, { kind: "contact" })).toEqual([
      "contact.channel contact_channel_missing",
      "contact.summary contact_summary_missing",
    ]);
    expect(codes({ "contact.channel": "phone_call", "contact.summary": "Calf is fine" }, { kind: "contact" })).toEqual(
      [],
    );
    expect(codes({}, { kind: "did_not_attend" })).toEqual([]);
  });
});

describe("neurological prompts", () => {
  const cell = (key: "myotome_L5" | "dermatome_S1" | "saddle_sensation" | "clonus", more = {}) =>
    ({ key, side: "L", state: "abnormal", ...more }) as const;
  test("new weakness opens its question, old weakness doesn't", () => {
    expect(neurologicalPrompts([cell("myotome_L5", { onset: "new" })]).open_questions).toEqual([
      "progressive_motor_deficit",
    ]);
    expect(neurologicalPrompts([cell("myotome_L5", { onset: "old" })]).open_questions).toEqual([]);
  });
  test("saddle, upper motor signs and lost feeling prompt; normal and not done don't", () => {
    expect(neurologicalPrompts([cell("saddle_sensation"), cell("clonus"), cell("dermatome_S1")])).toEqual({
      open_questions: ["cauda_equina_suspected", "cord_compression_suspected"],
      propose_flags: ["sensory_loss_local"],
    });
    const quiet = [cell("saddle_sensation", { state: "normal" }), cell("clonus", { state: "not_done" })];
    expect(neurologicalPrompts(quiet)).toEqual({ open_questions: [], propose_flags: [] });
  });
});

test("the next review is proposed by phase", () => {
  expect(proposedNextReview("protect", "2026-10-15")).toBe("2026-10-22");
  expect(proposedNextReview("strengthen_2", "2026-10-15")).toBe("2026-10-29");
  expect(proposedNextReview("maintain", "2026-10-15")).toBe("2026-11-26");
  expect(proposedNextReview("hold", "2026-10-15")).toBeNull();
});
