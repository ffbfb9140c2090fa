import { describe, expect, test } from "vitest";
import type { VisitRecord } from "@/domain/record";
import { course, ely, lastOf, seen, visitsOf, worst } from "./sample-record";

const IN_RELEASE = { initial_state: { phase: "release", phase_since_day: 0 } } as const;
const undo = (flag: "dvt_suspected" | "malignancy_suspected", more = {}) => ({
  type: "flag_entered_in_error" as const,
  flag,
  reason: "Ticked in the wrong visit",
  clinician: "A",
  second_clinician: "B",
  ...more,
});

test("a blocking flag holds, hides the pattern and pauses the plan", () => {
  const result = lastOf(
    visitsOf([7, { flags: ["dvt_suspected"], measures: [...ely(125, 125), worst(1)] }]),
    IN_RELEASE,
  );
  expect(result).toMatchObject({ pattern: null, phase_after: "hold", regress: "R0_red_flag", gate: null });
  expect(result.safety).toEqual({ level: "block_urgent", flags: ["dvt_suspected"] });
  expect(result.notices).toEqual(["plan_paused"]);
});

test("a question judged 'suspected' sets its flag", () => {
  const screening = [{ flag: "malignancy_suspected", answer: "yes", decision: "suspected" }] as const;
  const result = lastOf(visitsOf([7, { screening: [...screening] }]), IN_RELEASE);
  expect(result).toMatchObject({ phase_after: "hold", safety: { flags: ["malignancy_suspected"] } });
});

describe("lifting", () => {
  const held = [0, { flags: ["dvt_suspected"] }] as const;
  const onDay = (day: number, recorded: Partial<VisitRecord>) =>
    lastOf(visitsOf([held[0], { flags: [...held[1].flags] }], [day, recorded]), IN_RELEASE);

  test("absence of the flag lifts nothing", () => {
    expect(onDay(7, {})).toMatchObject({
      phase_after: "hold",
      gate: { id: "G0", status: "closed", reasons: ["missing:medical_clearance"] },
      notices: ["plan_paused"],
    });
  });
  test("a clearance restores the phase, with no gate that day", () => {
    const cleared = { events: ["medical_clearance" as const], measures: [...ely(125, 125), worst(1)] };
    expect(onDay(14, cleared)).toMatchObject({
      phase_after: "release",
      gate: { id: "G0", status: "open", reasons: [] },
      notices: ["assign_plan:release"],
    });
  });
  test.each([
    [14, false],
    [15, true],
  ])("held %d days: half dose %s", (day, isHalf) => {
    const { notices } = onDay(day, { events: ["medical_clearance"] });
    expect(notices.includes("restart_half_dose")).toBe(isHalf);
  });
  test("a clearance does not outweigh a flag set today", () => {
    const result = onDay(7, { events: ["medical_clearance"], flags: ["dvt_suspected"] });
    expect(result).toMatchObject({ phase_after: "hold", regress: "R0_red_flag", pattern: null });
  });
  test("the last flag entered in error works as a clearance", () => {
    const result = onDay(7, { events: [undo("dvt_suspected")] });
    expect(result).toMatchObject({ phase_after: "release", gate: { id: "G0", status: "open" } });
    expect(result.notices).toContain("flag_entered_in_error:dvt_suspected");
  });
  test.each([
    ["no second clinician", { second_clinician: undefined }],
    ["the same person as second", { second_clinician: "A" }],
    ["nine characters", { reason: "123456789" }],
    ["a flag not open in this hold", { flag: "malignancy_suspected" }],
  ])("%s: rejected", (_, more) => {
    const event = undo("dvt_suspected", more);
    const result = onDay(7, { events: [event] });
    expect(result.phase_after).toBe("hold");
    expect(result.notices).toContain(`flag_error_rejected:${event.flag}`);
  });
  test("a flag set again today is not undone", () => {
    const result = onDay(7, { events: [undo("dvt_suspected")], flags: ["dvt_suspected"] });
    expect(result.notices).toContain("flag_error_rejected:dvt_suspected");
  });
  test("with another blocking flag open the hold stays", () => {
    const visits = visitsOf(
      [0, { flags: ["dvt_suspected"] }],
      [1, { flags: ["malignancy_suspected"] }],
      [2, { events: [undo("dvt_suspected")] }],
      [3, { events: [undo("malignancy_suspected", { second_clinician: "sole_practitioner" })] }],
    );
    expect(course(visits, IN_RELEASE).map(({ assessment }) => assessment.phase_after)).toEqual([
      "hold",
      "hold",
      "hold",
      "release",
    ]);
  });
  test("held from the start, entry runs at the clearance", () => {
    const visits = visitsOf(
      [0, { flags: ["dvt_suspected"], measures: ely(110, 110) }],
      [7, { events: ["medical_clearance"] }],
    );
    expect(lastOf(visits)).toMatchObject({ phase_before: "hold", phase_after: "release" });
  });
  test("time in the phase starts anew and a first pass is gone", () => {
    const passing = { measures: [...ely(125, 125), worst(1)] };
    const visits = visitsOf(
      [0, passing],
      [3, { flags: ["dvt_suspected"] }],
      [6, { events: ["medical_clearance"] }],
      [9, passing],
    );
    expect(lastOf(visits, IN_RELEASE).gate).toMatchObject({ id: "G2", status: "provisional" });
    expect(course(visits, IN_RELEASE).at(-1)?.state.phaseSince).toBe(6);
  });
});

test("a strain confirmed during a hold counts as new at the clearance", () => {
  const strain = [
    seen("sudden_onset_posterior_thigh", "R", "present", 2),
    seen("ham_local_tenderness", "R", "mild"),
    seen("pain_on_ham_stretch", "R", "mild"),
  ];
  const visits = visitsOf(
    [0, { flags: ["dvt_suspected"] }],
    [3, { signs: strain }],
    [6, { events: ["medical_clearance"] }],
  );
  expect(lastOf(visits, IN_RELEASE)).toMatchObject({
    phase_after: "protect",
    regress: "R3_new_strain",
    gate: { id: "G0", status: "open" },
  });
});

describe("a contact between visits", () => {
  const contact = (recorded: Partial<VisitRecord> = {}) => ({ kind: "contact" as const, ...recorded });
  test("sets a hold and lifts it", () => {
    const visits = visitsOf(
      [0, {}],
      [3, contact({ flags: ["dvt_suspected"] })],
      [5, contact({ events: ["medical_clearance"] })],
    );
    expect(course(visits, IN_RELEASE).map(({ assessment }) => assessment.phase_after)).toEqual([
      "release",
      "hold",
      "release",
    ]);
  });
  test("moves no phase otherwise and asks for no gate", () => {
    const keep = { decision: { choice: "keep" as const, reason: "Holiday first", clinician: "A" } };
    const visits = visitsOf([0, { measures: ely(110, 110), ...keep }], [3, contact()], [7, {}]);
    const [, told, next] = course(visits).map(({ assessment }) => assessment);
    expect(told).toMatchObject({ phase_after: "none", gate: null, notices: [] });
    expect(next?.phase_after).toBe("release");
  });
  test("leaves a first pass and a flare as they were", () => {
    const pass = { measures: [...ely(125, 125), worst(1)] };
    expect(lastOf(visitsOf([0, pass], [1, contact()], [3, pass]), IN_RELEASE).gate?.status).toBe("open");
    const sore = { measures: [worst(6)] };
    const visits = visitsOf([0, pass], [7, sore], [8, contact()], [10, sore]);
    expect(lastOf(visits, IN_RELEASE).notices).toContain("flare_ongoing");
  });
});

describe("what stands beside the course", () => {
  const late_hold = { since: 10, flags: ["dvt_suspected" as const] };

  test("a block of a visit entered late is met by the next visit as a hold, and lifted as ever", () => {
    expect(lastOf(visitsOf([14, { late_hold }]), IN_RELEASE)).toMatchObject({
      phase_before: "hold",
      phase_after: "hold",
      gate: { id: "G0", status: "closed" },
    });
    const cleared = { late_hold, events: ["medical_clearance" as const], measures: [...ely(125, 125), worst(1)] };
    expect(lastOf(visitsOf([14, cleared]), IN_RELEASE)).toMatchObject({
      phase_after: "release",
      notices: ["assign_plan:release"],
    });
    expect(lastOf(visitsOf([14, { late_hold, events: [undo("dvt_suspected")] }]), IN_RELEASE)).toMatchObject({
      phase_after: "release",
    });
  });

  test("nothing is decided while another draft's block stands: no entry, no gate, no override; the phase is no hold", () => {
    const passing = { measures: [...ely(125, 125), worst(1)] };
    const override = { to_phase: "strengthen_1", reason: "She has to lift at work", clinician: "A" } as const;
    for (const more of [{}, { override }]) {
      const first = { ...passing, ...more, held_elsewhere: true as const };
      expect(lastOf(visitsOf([0, first]))).toMatchObject({ phase_after: "none", overridden: false });
      expect(lastOf(visitsOf([14, passing], [28, first]), IN_RELEASE)).toMatchObject({
        phase_before: "release",
        phase_after: "release",
        gate: null,
        overridden: false,
      });
    }
    expect(lastOf(visitsOf([14, passing], [28, passing]), IN_RELEASE).phase_after).not.toBe("release");
  });
});
