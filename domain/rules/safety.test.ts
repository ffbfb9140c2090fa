import { describe, expect, test } from "vitest";
import type { ScreeningRecord } from "@/domain/record";
import { ADULT, bothSides, ely, lastOf, seen, visitsOf } from "./sample-record";

describe("level", () => {
  test.each([
    [[], "none"],
    [["diabetes"], "warn"],
    [["diabetes", "anticoagulant"], "ack_required"],
    [["anticoagulant", "open_wound_local"], "block_technique"],
    [["open_wound_local", "dvt_suspected"], "block_urgent"],
    [["dvt_suspected", "aaa_suspected"], "block_emergency"],
  ] as const)("%j: %s", (flags, level) => {
    expect(lastOf(visitsOf([0, { flags: [...flags] }])).safety.level).toBe(level);
  });
  test("under 18 follows from the age alone", () => {
    expect(lastOf(visitsOf([0, {}]), { patient: { ...ADULT, age: 17 } }).safety.flags).toEqual(["under_18"]);
    expect(lastOf(visitsOf([0, { flags: ["under_18"] }])).safety.flags).toEqual([]);
  });
});

describe("acknowledgement", () => {
  const flagged = { flags: ["anticoagulant" as const] };
  test.each([
    [0, false],
    [90, false],
    [91, true],
  ])("acknowledged on day 0, on day %d due again: %s", (day, isDue) => {
    const visits = visitsOf([0, { ...flagged, acks: ["anticoagulant"] }], [day, flagged]);
    expect(lastOf(visits).notices.includes("ack_needed:anticoagulant")).toBe(isDue);
  });
  test("not asked while a block is active", () => {
    const { notices } = lastOf(visitsOf([0, { flags: ["anticoagulant", "dvt_suspected"] }]));
    expect(notices).toEqual(["plan_paused"]);
  });
  test("a suspected strain asks for one", () => {
    const signs = [seen("ham_local_tenderness", "L", "mild"), seen("pain_on_ham_stretch", "L", "mild")];
    expect(lastOf(visitsOf([0, { signs }])).notices).toContain("ack_needed:strain_suspected");
    expect(lastOf(visitsOf([0, { signs, acks: ["strain_suspected"] }])).notices).not.toContain(
      "ack_needed:strain_suspected",
    );
  });
});

test("acknowledging a contradiction covers the flat back of both sides", () => {
  const signs = [seen("flat_back_posterior_tilt", "M", "present")];
  const tilt = (left: number, right: number) => bothSides("pelvic_tilt_deg", left, right);
  const notices = (left: number, right: number) =>
    lastOf(visitsOf([0, { signs, measures: [...ely(110, 110), ...tilt(left, right)] }])).notices;
  expect(notices(13, 12)).toContain("ack_needed:contradictory_findings");
  expect(notices(13, 12)).not.toContain("ack_needed:flat_back_posterior_tilt");
  expect(notices(12, 12)).toContain("ack_needed:flat_back_posterior_tilt");
});

describe("screening", () => {
  const answered = (more: Partial<ScreeningRecord>) => ({
    screening: [{ flag: "malignancy_suspected" as const, answer: "yes" as const, ...more }],
  });
  test.each([
    [{ answer: "no" }, []],
    [{}, ["screening_decision_missing:malignancy_suspected"]],
    [{ decision: "not_concerned" }, ["screening_reason_missing:malignancy_suspected"]],
    [{ decision: "not_concerned", reason: "too short" }, ["screening_reason_missing:malignancy_suspected"]],
    [{ decision: "not_concerned", reason: "Long ago, discharged" }, []],
    [{ decision: "safety_net" }, ["screening_recheck_missing:malignancy_suspected"]],
    [{ decision: "safety_net", recheck_day: 10 }, ["screening_recheck_missing:malignancy_suspected"]],
    [{ decision: "safety_net", recheck_day: 11 }, ["safety_net:malignancy_suspected:11"]],
  ] as const)("%j on day 10", (more, notices) => {
    expect(lastOf(visitsOf([10, answered(more)])).notices).toEqual(notices);
  });
  test("an answer alone is not a flag", () => {
    expect(lastOf(visitsOf([10, answered({})])).safety).toEqual({ level: "none", flags: [] });
  });
  const net = answered({ decision: "safety_net", recheck_day: 24 });
  test.each([
    [24, []],
    [25, ["recheck_overdue:malignancy_suspected"]],
  ])("recheck on day 24, visit on day %d", (day, notices) => {
    expect(lastOf(visitsOf([10, net], [day, {}])).notices).toEqual(notices);
  });
  test("until answered again or flagged", () => {
    expect(lastOf(visitsOf([10, net], [30, answered({ answer: "no" })], [40, {}])).notices).toEqual([]);
    const flagged = visitsOf([10, net], [30, { flags: ["malignancy_suspected"] }]);
    expect(lastOf(flagged).notices).toEqual(["plan_paused"]);
  });
});
