import { expect, test } from "vitest";
import { SCREENED } from "@/domain/vocabulary/flags";
import { SECTIONS, sectionOf, sectionStates } from "./section-states";

const none = { completeness: { blocking: [], unconfirmed: [], deciding: "open" as const } };

test("pain and scores are measures with sections of their own", () => {
  expect(sectionOf("measure.ely_angle_deg.L")).toBe("measures");
  expect(sectionOf("measure.nprs_worst.M")).toBe("pain");
  expect(sectionOf("measure.nprs_thigh_worst.R")).toBe("pain");
  expect(sectionOf("measure.rmdq_score.M")).toBe("questionnaires");
  expect(sectionOf("event.error.dvt_suspected")).toBe("decision");
  expect(sectionOf("treatment")).toBe("treatment");
});

test("an untouched visit is empty throughout, and a cleared field is empty again", () => {
  const states = sectionStates(new Map([["note", null]]), none);
  expect(SECTIONS.map((id) => states[id].state)).toEqual(SECTIONS.map(() => "empty"));
});

test("a typed 0 is something recorded", () => {
  const states = sectionStates(new Map([["measure.nprs_best.M", { value: "0" }]]), none);
  expect(states.pain.state).toBe("done");
});

test("screening is done once every question was asked, and says how many were not", () => {
  const asked = (count: number) =>
    sectionStates(new Map(SCREENED.slice(0, count).map((flag) => [`screening.${flag}`, { answer: "no" }])), none)
      .screening;
  expect(asked(0)).toMatchObject({ state: "empty", left: 0 });
  expect(asked(1)).toMatchObject({ state: "open", left: SCREENED.length - 1 });
  expect(asked(SCREENED.length)).toMatchObject({ state: "done", left: 0 });
});

test("a method without a value is no measure; a trial is one", () => {
  const measures = (value: unknown) => sectionStates(new Map([["measure.ham_force_n.L", value]]), none).measures;
  expect(measures({ method: "isometric_belt_90", lever_m: "0.36" }).state).toBe("empty");
  expect(measures({ method: "isometric_belt_90", value: "0" }).state).toBe("done");
  expect(measures({ trials: ["", "112"] }).state).toBe("done");
});

test("a Roland–Morris form that isn't finished keeps its section open", () => {
  const questionnaires = (completed: boolean) =>
    sectionStates(new Map([["questionnaire.rmdq", { completed, ticked: [1] }]]), none).questionnaires;
  expect(questionnaires(false)).toMatchObject({ state: "open", left: 1 });
  expect(questionnaires(true)).toMatchObject({ state: "done", left: 0 });
});

test("what blocks signing keeps its section open, and so does a carried row", () => {
  const states = sectionStates(new Map([["sign.quad_tightness.L", { grade: "mild", carried: true }]]), {
    completeness: {
      deciding: "open",
      blocking: [{ path: "next_review", code: "next_review_missing" }],
      unconfirmed: ["sign.quad_tightness.L"],
    },
  });
  expect(states.next_review).toMatchObject({ state: "open", blocking: 1 });
  expect(states.signs).toMatchObject({ state: "open", unconfirmed: 1, recorded: 1 });
});
