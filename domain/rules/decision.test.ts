import { describe, expect, test } from "vitest";
import type { VisitRecord } from "@/domain/record";
import type { Phase } from "@/domain/vocabulary/phases";
import { foldVisit, openCourse } from "./course";
import { ADULT, course, type Dated, ely, lastOf, measured, visitsOf, worst } from "./sample-record";

const REASON = "Known course"; // 12 characters
const from = (phase: Phase) => ({ initial_state: { phase, phase_since_day: 0 } });
const override = (to_phase: Phase, more: Partial<NonNullable<VisitRecord["override"]>> = {}) => ({
  override: { to_phase, reason: REASON, clinician: "A", ...more },
});
const keep = (reason?: string) => ({ decision: { choice: "keep" as const, reason, clinician: "A" } });

describe("override", () => {
  test.each([
    ["protect", "release", false],
    ["protect", "strengthen_1", true],
    ["release", "strengthen_1", false],
    ["release", "strengthen_2", true],
    ["none", "strengthen_1", false],
    ["none", "strengthen_2", true],
    ["none", "protect", false],
    ["strengthen_2", "maintain", true],
    ["strengthen_3", "maintain", false],
    ["maintain", "protect", false],
    ["strengthen_3", "none", false],
  ] as const)("%s → %s skips a stage: %s", (phase, to, skips) => {
    const alone = lastOf(visitsOf([20, override(to)]), from(phase));
    expect(alone.overridden).toBe(!skips);
    expect(alone.phase_after).toBe(skips ? phase : to);
    expect(alone.warnings).toEqual(skips ? ["override_rejected"] : []);
    expect(alone.notices.includes("override_needs_second_clinician")).toBe(skips);
    const seconded = lastOf(visitsOf([20, override(to, { second_clinician: "sole_practitioner" })]), from(phase));
    expect(seconded.phase_after).toBe(to);
  });
  test("with no_eccentric stage 2 → Maintain is no skip", () => {
    const visit = { ...override("maintain"), flags: ["no_eccentric" as const] };
    expect(lastOf(visitsOf([20, visit]), from("strengthen_2")).overridden).toBe(true);
  });
  test.each([
    ["123456789", false],
    ["1234567890", true],
    ["         1", false],
  ])("reason %j accepted: %s", (reason, isAccepted) => {
    const result = lastOf(visitsOf([20, override("strengthen_1", { reason })]), from("release"));
    expect(result.overridden).toBe(isAccepted);
    expect(result.warnings).toEqual(isAccepted ? [] : ["override_rejected"]);
  });
  test("the gate keeps its true status", () => {
    const measures = [...ely(110, 125), worst(1)];
    const result = lastOf(visitsOf([7, { measures, ...override("strengthen_1") }]), from("release"));
    expect(result).toMatchObject({
      phase_after: "strengthen_1",
      gate: { status: "closed", reasons: ["ely_below_120:L"] },
    });
  });
  test("impossible under a block and during the whole hold", () => {
    const visits = visitsOf([0, { flags: ["dvt_suspected"], ...override("release") }], [7, override("release")]);
    for (const { assessment } of course(visits, from("strengthen_1"))) {
      expect(assessment).toMatchObject({ phase_after: "hold", overridden: false, warnings: ["override_rejected"] });
    }
  });
  test("an override goes before the decision", () => {
    const result = lastOf(visitsOf([7, { ...override("protect"), ...keep(REASON) }]), from("release"));
    expect(result).toMatchObject({ phase_after: "protect", overridden: true });
  });
});

describe("keep", () => {
  const open = { measures: [measured("nprs_exercise", "M", 1), worst(1)] };
  test("against an open gate, with a reason", () => {
    const result = lastOf(visitsOf([7, { ...open, ...keep(REASON) }]), from("strengthen_1"));
    expect(result).toMatchObject({
      phase_after: "strengthen_1",
      overridden: true,
      gate: { status: "open" },
      warnings: [],
    });
    expect(result.notices).toEqual([]);
  });
  test.each([undefined, "123456789"])("reason %j is too short: the proposal stands", (reason) => {
    const result = lastOf(visitsOf([7, { ...open, ...keep(reason) }]), from("strengthen_1"));
    expect(result).toMatchObject({ phase_after: "strengthen_2", overridden: false, warnings: ["override_rejected"] });
  });
  test("without a proposed change it has no effect", () => {
    const result = lastOf(visitsOf([6, { ...open, ...keep() }]), from("strengthen_1"));
    expect(result).toMatchObject({ phase_after: "strengthen_1", overridden: false, warnings: [] });
  });
  test("against a flare's step back", () => {
    const visits = visitsOf([0, { measures: [worst(2)] }], [7, { measures: [worst(6)], ...keep(REASON) }]);
    expect(lastOf(visits, from("strengthen_3"))).toMatchObject({
      phase_after: "strengthen_3",
      regress: "R1a_flare",
      overridden: true,
    });
  });
  test("never against a hold", () => {
    const result = lastOf(visitsOf([7, { flags: ["dvt_suspected"], ...keep(REASON) }]), from("release"));
    expect(result).toMatchObject({ phase_after: "hold", overridden: false, warnings: ["override_rejected"] });
  });
  test("at entry the phase stays none", () => {
    const result = lastOf(visitsOf([0, { measures: ely(110, 110), ...keep(REASON) }]));
    expect(result).toMatchObject({ phase_after: "none", overridden: true });
  });
  test("the first pass stays valid for its 28 days", () => {
    const pass = { measures: [...ely(125, 125), worst(1)] };
    const at = (day: number) =>
      lastOf(visitsOf([0, pass], [7, { ...pass, ...keep(REASON) }], [day, pass]), from("release")).gate?.status;
    expect(at(28)).toBe("open");
    expect(at(29)).toBe("provisional");
  });
});

describe("before the co-signature of a supervised clinician's visit", () => {
  const fold = (record: Dated[1], phase: Phase) => {
    const [visit] = visitsOf([20, record]);
    const state = openCourse({
      patient: ADULT,
      initial_state: { phase, phase_since_day: 0, gate_ely: { L: 125, R: 125 } },
    });
    return foldVisit({ patient: ADULT, earlier: [], state, visit: visit!, supervised: true }).assessment;
  };
  test("an override moves nothing", () => {
    expect(fold(override("strengthen_1"), "release")).toMatchObject({ phase_after: "release", overridden: false });
  });
  test("a hold acts at once", () => {
    expect(fold({ flags: ["dvt_suspected"] }, "release")).toMatchObject({ phase_after: "hold" });
  });
  test("a step back acts at once, even against a decision to keep the phase", () => {
    const lost = { ...keep(REASON), measures: ely(90, 90) };
    expect(fold(lost, "strengthen_1")).toMatchObject({ phase_after: "release", regress: "R2_elasticity_loss" });
  });
});
