import { describe, expect, test } from "vitest";
import { capDose, partsAboveCap, scaleDose, startDose } from "@/domain/plan/dose";
import type { PlanItem } from "@/domain/plan/item";
import { asksForFormerDose, confirmFormerDose, doseOn, reducedFor, reduceForFlare } from "@/domain/plan/item";
import { type ProposalInput, proposePlan } from "@/domain/plan/propose";
import { inRelease } from "@/domain/plan/testing/in-release";
import { verdictOn } from "@/domain/plan/verdict";
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";
import { exerciseById } from "@/domain/vocabulary/exercises";

const propose = (more: Partial<ProposalInput>) => proposePlan({ ...inRelease, ...more });
const exercises = (more: Partial<ProposalInput>) => propose(more)?.items.map((item) => item.exercise);

let next = 0;
const item = (exercise: ExerciseId, more: Partial<PlanItem> = {}): PlanItem => ({
  id: `00000000-0000-4000-8000-${String(++next).padStart(12, "0")}`,
  exercise,
  dose: startDose(exerciseById(exercise).dose),
  from: "2026-10-01",
  until: null,
  pain_limit: 3,
  limit_text: null,
  note: null,
  paused: null,
  reduced: null,
  ...more,
});

describe("the template that fits", () => {
  test.each<[string, Partial<ProposalInput>, string | undefined, string[]]>([
    [
      "a desk worker with the full pattern",
      {},
      "release_quad_dominant",
      ["statement:quad_dominant_apt:L", "statement:quad_dominant_apt:R"],
    ],
    [
      "the worse side drives it",
      { statements: { L: "anterior_tightness_only", R: "quad_dominant_apt" } },
      "release_quad_dominant",
      ["statement:quad_dominant_apt:R"],
    ],
    [
      "without tilt",
      { statements: { L: "quad_dominant_tilt_unknown" } },
      "release_no_tilt",
      ["statement:quad_dominant_tilt_unknown:L"],
    ],
    [
      "tight only",
      { statements: { R: "anterior_tightness_only" } },
      "release_tight_only",
      ["statement:anterior_tightness_only:R"],
    ],
    [
      "after a strain",
      { entered_from: "protect", strain: { R: "resolving" } },
      "release_after_strain",
      ["entered_from:protect", "strain_resolving:R"],
    ],
    [
      "an older woman on an anticoagulant",
      { age: 71, flags: ["anticoagulant"] },
      "release_gentle",
      ["age_at_least:65", "flag:anticoagulant"],
    ],
    [
      "64 is not yet 65",
      { age: 64 },
      "release_quad_dominant",
      ["statement:quad_dominant_apt:L", "statement:quad_dominant_apt:R"],
    ],
    [
      "a strain goes before age",
      { age: 65, strain: { L: "confirmed" } },
      "release_after_strain",
      ["strain_confirmed:L"],
    ],
    ["protect, confirmed", { phase: "protect", strain: { R: "confirmed" } }, "protect_strain", ["strain_confirmed:R"]],
    [
      "protect, suspected and accepted",
      { phase: "protect", strain: { R: "suspected" } },
      "protect_suspected",
      ["strain_suspected:R"],
    ],
    [
      "stage 1 from release",
      { phase: "strengthen_1", entered_from: "release" },
      "s1_default",
      ["entered_from:release"],
    ],
    [
      "stage 1 at entry",
      { phase: "strengthen_1", statements: { L: "hamstring_weakness_only" } },
      "s1_weakness_only",
      ["statement:hamstring_weakness_only:L"],
    ],
    [
      "stage 1 after a step back",
      { phase: "strengthen_1", entered_from: "strengthen_2" },
      "s1_default",
      ["phase_default"],
    ],
    ["stage 2", { phase: "strengthen_2" }, "s2_default", ["phase_default"]],
    [
      "stage 2 without eccentric work",
      { phase: "strengthen_2", flags: ["no_eccentric"] },
      "s2_no_eccentric",
      ["flag:no_eccentric"],
    ],
    ["stage 3 of a sprinter", { phase: "strengthen_3", sport_goal: true }, "s3_athlete", ["sport_goal"]],
    ["maintain at 65", { phase: "maintain", age: 65 }, "maintain_no_eccentric", ["age_at_least:65"]],
    ["sixteen years old", { age: 16, statements: { L: "insufficient_data" } }, "own_outside_model", ["under_18"]],
    [
      "sixteen, in Protect",
      { age: 16, phase: "protect", strain: { R: "confirmed" } },
      "protect_strain",
      ["strain_confirmed:R"],
    ],
    ["not this pattern", { phase: "none", outside_model: true }, "own_outside_model", ["outside_model"]],
    ["before entry", { phase: "none" }, undefined, []],
    ["on hold", { phase: "hold" }, undefined, []],
    ["a blocking flag", { blocked: true }, undefined, []],
    ["release without any statement that fits", { statements: { L: "insufficient_data" } }, undefined, []],
  ])("%s", (_, more, template, reasons) => {
    const proposal = propose(more);
    expect(proposal?.template).toBe(template);
    expect(proposal?.reasons ?? []).toEqual(reasons);
  });

  test("Release sends home two length items, two active low-load items and walking; techniques stay in the clinic", () => {
    expect(exercises({})).toEqual([
      "walk_easy",
      "foam_quad",
      "stretch_quad_side",
      "glute_bridge_act",
      "pelvic_tilt_stand",
    ]);
    expect(propose({})?.clinician_items.map((row) => row.exercise)).toEqual(["mfr_quad_clin", "mfr_hipflex_clin"]);
  });
});

describe("conditions at work", () => {
  test("anticoagulant: light pressure for at most 30 s", () => {
    const foam = propose({ conditions: ["anticoagulant"] })?.items.find((row) => row.exercise === "foam_quad");
    expect(foam?.dose.time_s).toBe(30);
    expect(foam?.uncapped?.time_s).toBe(60);
    expect(foam?.verdict.effect).toBe("limit");
    expect(foam?.verdict.texts[0]?.text).toContain("bruise");
  });

  test("a hidden item is replaced by its first allowed alternative, and said", () => {
    const proposal = propose({ conditions: ["prone_provokes_pain"] });
    expect(proposal?.items.find((row) => row.instead_of === "foam_quad")?.exercise).toBe("stick_quad");
    expect(proposal?.left_out).toEqual([]);
  });

  test("without an allowed alternative it is left out and said", () => {
    const proposal = propose({ conditions: ["bleeding_disorder"] });
    expect(proposal?.left_out).toEqual([
      {
        exercise: "foam_quad",
        because: "hidden",
        hidden_by: ["bleeding_disorder"],
        tried: ["stick_quad", "stretch_quad_side"],
      },
    ]);
  });

  test("hide wins; caps of two conditions are the strictest of each kind, with all texts", () => {
    const both = verdictOn(exerciseById("rdl_dl"), { conditions: ["osteoporosis", "recent_surgery"], blocked: false });
    expect(both.effect).toBe("limit");
    expect(both.cap).toEqual({ load_body_mass_pct_max: 10, dose_pct_max: 50, needs_text: true });
    expect(both.texts).toHaveLength(2);
    const hidden = verdictOn(exerciseById("rdl_dl"), {
      conditions: ["osteoporosis", "strain_confirmed_pain_resisted_gt_mild"],
      blocked: false,
    });
    expect(hidden.effect).toBe("hide");
    expect(hidden.hidden_by).toEqual(["strain_confirmed_pain_resisted_gt_mild"]);
  });

  test("a block hides everything", () => {
    const verdict = verdictOn(exerciseById("walk_easy"), { conditions: [], blocked: true });
    expect(verdict).toMatchObject({ effect: "hide", blocked: true, hidden_by: [] });
  });

  test("an acknowledged slump no longer stops progression, the caution stays", () => {
    const conditions = ["neural_tension_positive"] as const;
    const before = verdictOn(exerciseById("slider_ecc"), { conditions, blocked: false });
    const after = verdictOn(exerciseById("slider_ecc"), { conditions, blocked: false, acknowledged: conditions });
    expect(before.cap.progress).toBe(false);
    expect(after.cap.progress).toBeUndefined();
    expect(after.texts).toEqual(before.texts);
  });

  test("ice ends 72 hours after the injury, rest after three days", () => {
    const strain = { phase: "protect", strain: { R: "confirmed" } } as const;
    const until = (more: Partial<ProposalInput>, exercise: ExerciseId) =>
      propose({ ...strain, ...more })?.items.find((row) => row.exercise === exercise)?.until;
    expect(until({}, "ice_protocol")).toBe("2026-10-17");
    expect(until({ onset_on: "2026-10-14" }, "ice_protocol")).toBe("2026-10-16");
    expect(until({}, "rest_relative")).toBe("2026-10-17");
    expect(until({ conditions: ["yellow_flags_high"] }, "rest_relative")).toBe("2026-10-16");
    const late = propose({ ...strain, onset_on: "2026-10-10" });
    expect(late?.left_out).toMatchObject([{ exercise: "ice_protocol", because: "time_over" }]);
  });

  test("after a long hold every dose restarts at half", () => {
    const walk = propose({ restart_half_dose: true })?.items[0];
    expect(walk?.dose.time_s).toBe(300);
    expect(walk?.uncapped?.time_s).toBe(600);
  });
});

describe("doses", () => {
  test.each([
    [3, 2],
    [2, 1],
    [5, 3],
  ])("half of %d sets is %d, rounded up", (sets, half) => {
    expect(scaleDose({ ...startDose(exerciseById("bridge_sl").dose), sets }, 50).sets).toBe(half);
  });

  test("with one set the work of the set is halved, never to nothing", () => {
    expect(scaleDose(startDose(exerciseById("stretch_pnf_quad").dose), 50).reps).toBe(2);
    expect(scaleDose({ ...startDose(exerciseById("walk_easy").dose), time_s: 5 }, 50).time_s).toBe(5);
    const hold = { ...startDose(exerciseById("stretch_quad_side").dose), sets: 1 };
    expect(scaleDose(hold, 50)).toMatchObject({ sets: 1, reps: 1, hold_s: 15 });
  });

  test("a limit held twice changes nothing", () => {
    const { dose } = exerciseById("bridge_sl");
    const once = capDose(startDose(dose), { dose_pct_max: 50, hold_s_max: 5 }, dose);
    expect(once.sets).toBe(2);
    expect(capDose(once, { dose_pct_max: 50, hold_s_max: 5 }, dose)).toEqual(once);
  });

  test("10 % of body mass limits kilograms too, and stands where no load was given", () => {
    const { dose } = exerciseById("rdl_dl");
    const cap = { load_body_mass_pct_max: 10 };
    const withKg = (value: number) => ({ ...startDose(dose), load: { kind: "kg" as const, value } });
    expect(capDose(withKg(20), cap, dose, 64.5).load).toEqual({ kind: "kg", value: 6.45 });
    expect(capDose(withKg(6), cap, dose, 64.5).load).toEqual({ kind: "kg", value: 6 });
    expect(capDose(withKg(20), cap, dose).load).toEqual({ kind: "body_mass_pct", value: 10 });
    expect(partsAboveCap(withKg(20), cap, dose, 64.5)).toEqual(["load"]);
    expect(partsAboveCap(withKg(6), cap, dose, 64.5)).toEqual([]);
  });

  test("a flare halves the running plan for up to seven days; the former dose waits for the clinician", () => {
    const current = [item("bridge_sl"), item("rdl_dl", { until: "2026-10-10" })];
    const proposal = propose({ phase: "strengthen_1", flare: true, current });
    expect(proposal?.template).toBe("flare_half");
    expect(proposal?.flare?.[0]?.reduced).toMatchObject({ from: "2026-10-15", until: "2026-10-22", dose: { sets: 2 } });
    expect(proposal?.flare?.[1]?.reduced).toBeNull();
    const [week] = reduceForFlare(current, "2026-10-15");
    if (!week) throw new Error("no item");
    const reduced = reducedFor(week, 3);
    expect(reduced.reduced).toEqual({ ...week.reduced, until: "2026-10-18" });
    expect(doseOn(reduced, "2026-10-14").sets).toBe(3);
    expect(doseOn(reduced, "2026-10-30").sets).toBe(2);
    expect(asksForFormerDose(reduced, "2026-10-18")).toBe(false);
    expect(asksForFormerDose(reduced, "2026-10-19")).toBe(true);
    expect(doseOn(confirmFormerDose(reduced), "2026-10-30").sets).toBe(3);
  });

  test("a flare without a running plan proposes the phase's template", () => {
    expect(propose({ flare: true })?.template).toBe("release_quad_dominant");
  });
});
