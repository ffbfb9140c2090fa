import { describe, expect, test } from "vitest";
import type { EpisodeRecord } from "@/domain/record";
import { bothSides, course, ely, lastOf, measured, torques, visitsOf, worst } from "./sample-record";

const maintain = (more: Partial<NonNullable<EpisodeRecord["initial_state"]>> = {}) => ({
  initial_state: { phase: "maintain" as const, phase_since_day: 0, ...more },
});
const entry = (hq_ratio: number, lsi_ham_pct = 100) => ({
  hq_ratio,
  lsi_ham_pct,
  method: "isometric_belt_90" as const,
});

describe("R2, quadriceps length", () => {
  test.each([
    [128, 119, "R2_elasticity_loss"],
    [128, 120, null],
    [127, 119, "R2_elasticity_loss"],
    [126.9, 119, null],
    [undefined, 100, null],
  ])("%d° when strengthening began, %d° today: %s", (before, today, expected) => {
    const gate_ely = before === undefined ? undefined : { L: before, R: 130 };
    const result = lastOf(visitsOf([30, { measures: ely(today, 130) }]), maintain({ gate_ely }));
    expect(result.regress).toBe(expected);
    expect(result.phase_after).toBe(expected === null ? "maintain" : "release");
    expect(result.notices.includes("retest_ely:L")).toBe(expected !== null);
  });
  test("the value in force when strengthening began is held", () => {
    const pass = (angle: number) => ({ measures: [...ely(angle, angle), worst(1)] });
    const visits = visitsOf([0, pass(128)], [3, pass(127)], [10, pass(119)]);
    expect(lastOf(visits, { initial_state: { phase: "release", phase_since_day: 0 } }).regress).toBe(
      "R2_elasticity_loss",
    );
  });
  test("not before strengthening, and not under 18", () => {
    const release = { initial_state: { phase: "release" as const, phase_since_day: 0, gate_ely: { L: 140 } } };
    expect(lastOf(visitsOf([30, { measures: ely(110, 110) }]), release).regress).toBeNull();
    const young = { ...maintain({ gate_ely: { L: 140 } }), patient: { age: 17, sex: "M" as const } };
    expect(lastOf(visitsOf([30, { measures: ely(110, 110) }]), young).regress).toBeNull();
  });
  test("a clinician may keep the phase; the rule keeps its status", () => {
    const decision = { choice: "keep" as const, reason: "Repeated twice: 126 degrees", clinician: "A" };
    const result = lastOf(visitsOf([30, { measures: ely(117, 130), decision }]), maintain({ gate_ely: { L: 128 } }));
    expect(result).toMatchObject({ regress: "R2_elasticity_loss", phase_after: "maintain", overridden: true });
  });
});

describe("R4, strength in Maintain", () => {
  const today = (ratio: number) => ({ measures: torques({ L: ratio * 200, R: 90 }, { L: 200, R: 200 }) });
  test.each([
    [0.49, 0.39, "R4_strength_loss", []],
    [0.48, 0.39, null, ["strength_low_not_confirmed:L"]],
    [0.5, 0.4, null, []],
  ])("H:Q %d at entry, %d today", (before, now, regress, notices) => {
    const result = lastOf(visitsOf([30, today(now)]), maintain({ maintain_entry: { L: entry(before) } }));
    expect(result).toMatchObject({ regress, notices: regress === null ? notices : ["assign_plan:strengthen_2"] });
    expect(result.phase_after).toBe(regress === null ? "maintain" : "strengthen_2");
  });
  test.each([
    [94, 79, "R4_strength_loss"],
    [93, 79, null],
    [95, 80, null],
  ])("symmetry %d %% at entry, %d %% today: %s", (before, now, regress) => {
    const measures = bothSides("ham_torque_nm", now, 100, { method: "isometric_belt_90" });
    const state = maintain({ maintain_entry: { L: entry(0.5, before) } });
    expect(lastOf(visitsOf([30, { measures }]), state).regress).toBe(regress);
  });
  test("another method is not compared", () => {
    const measures = torques({ L: 60, R: 130 }, { L: 200, R: 200 }, "isokinetic_con_60");
    const result = lastOf(visitsOf([30, { measures }]), maintain({ maintain_entry: { L: entry(0.6) } }));
    expect(result.regress).toBeNull();
    expect(result.notices).toContain("strength_low_not_confirmed:L");
  });
  test("without an entry value the first in Maintain is held", () => {
    const visits = visitsOf([30, today(0.5)], [60, today(0.39)]);
    expect(lastOf(visits, maintain()).regress).toBe("R4_strength_loss");
    expect(lastOf(visitsOf([30, today(0.39)], [60, today(0.38)]), maintain()).regress).toBeNull();
  });
  test.each([
    [14, 0.5],
    [15, undefined],
  ])("strength %d days old at entry is held: %s", (age, held) => {
    const visits = visitsOf(
      [0, today(0.5)],
      [
        age,
        {
          override: { to_phase: "maintain", reason: "Back from another clinic", clinician: "A", second_clinician: "B" },
        },
      ],
    );
    const state = course(visits, { initial_state: { phase: "strengthen_3", phase_since_day: 0 } }).at(-1)?.state;
    expect(state?.strengthEntry.L.isometric_belt_90?.hq_ratio).toBe(held);
  });
  test("quadriceps length goes before strength", () => {
    const measures = [...ely(110, 130), ...today(0.3).measures, measured("nprs_worst", "M", 0)];
    const state = maintain({ gate_ely: { L: 128 }, maintain_entry: { L: entry(0.5) } });
    expect(lastOf(visitsOf([30, { measures }]), state).regress).toBe("R2_elasticity_loss");
  });
});
