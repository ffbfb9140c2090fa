import { expect, test } from "vitest";
import { SECTIONS, sectionOf, sectionStates } from "./section-states";

const none = { completeness: { blocking: [], unconfirmed: [] } };

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

test("what blocks signing keeps its section open, and so does a carried row", () => {
  const states = sectionStates(new Map([["sign.quad_tightness.L", { grade: "mild", carried: true }]]), {
    completeness: {
      blocking: [{ path: "next_review", code: "next_review_missing" }],
      unconfirmed: ["sign.quad_tightness.L"],
    },
  });
  expect(states.next_review).toMatchObject({ state: "open", blocking: 1 });
  expect(states.signs).toMatchObject({ state: "open", unconfirmed: 1, recorded: 1 });
});
