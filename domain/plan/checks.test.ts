import { describe, expect, test } from "vitest";
import { catalogueItem, isAllowedInPhase, progressionOf, regressionOf } from "@/domain/plan/catalogue";
import { type AssignContext, assignRefusals, itemsToPause, planAdvice } from "@/domain/plan/checks";
import { activeConditions, type ConditionFacts, isBlocked, validTicks } from "@/domain/plan/conditions";
import { planDifference } from "@/domain/plan/difference";
import { startDose } from "@/domain/plan/dose";
import { type PlanItem, planItemSchema } from "@/domain/plan/item";
import { verdictOn } from "@/domain/plan/verdict";
import { ASSIGN_TICKS, CONTRAINDICATIONS, type ConditionId } from "@/domain/vocabulary/contraindications";
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";
import { EXERCISES, exerciseById } from "@/domain/vocabulary/exercises";
import { FLAGS, isBlocking } from "@/domain/vocabulary/flags";
import type { PHASES } from "@/domain/vocabulary/phases";

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
const allowed = (exercise: ExerciseId, phase: (typeof PHASES)[number]) =>
  isAllowedInPhase(exerciseById(exercise), phase);

describe("what a phase allows", () => {
  test("strengthening stays closed in Protect and Release, whatever the chains", () => {
    for (const phase of ["protect", "release"] as const) {
      expect(EXERCISES.filter((one) => one.kind === "strengthen" && isAllowedInPhase(one, phase))).toEqual([]);
    }
  });

  test.each<[ExerciseId, (typeof PHASES)[number], boolean]>([
    ["dead_bug", "protect", true],
    ["pelvic_tilt_stand", "protect", true],
    ["ham_iso_sub", "strengthen_1", true],
    ["stretch_couch", "strengthen_1", false],
    ["bridge_dl_long", "strengthen_3", true],
    ["nordic", "strengthen_2", false],
    ["nordic_assist", "maintain", true],
    ["walk_easy", "none", false],
    ["walk_easy", "hold", false],
  ])("%s in %s: %s", (exercise, phase, expected) => expect(allowed(exercise, phase)).toBe(expected));

  test("outside the model there is no gate, but a hold holds", () => {
    expect(isAllowedInPhase(exerciseById("nordic"), "none", true)).toBe(true);
    expect(isAllowedInPhase(exerciseById("nordic"), "hold", true)).toBe(false);
  });

  test("progression stops at a closed phase, regression never", () => {
    expect(progressionOf(exerciseById("glute_bridge_act"), "release")).toEqual({
      to: "bridge_dl_long",
      allowed: false,
      because: "closed_phase",
    });
    expect(progressionOf(exerciseById("ham_iso_prone"), "strengthen_1")).toEqual({ to: "ham_iso_long", allowed: true });
    expect(progressionOf(exerciseById("nordic"), "maintain")).toBeNull();
    expect(regressionOf(exerciseById("bridge_dl_long"))).toBe("ham_iso_long");
  });

  test("a clinic's copy keeps the original's rules; an item made from nothing has none", () => {
    const id = "clinic:00000000-0000-4000-8000-000000000001" as const;
    const copy = { ...exerciseById("nordic"), id, copied_from: "nordic" as const };
    expect(verdictOn(copy, { conditions: ["no_eccentric"], blocked: false }).effect).toBe("hide");
    expect(catalogueItem(id, new Map([[id, copy]]))).toBe(copy);
    expect(catalogueItem(id)).toBeNull();
    const own = { ...exerciseById("nordic"), id };
    expect(verdictOn(own, { conditions: ["no_eccentric"], blocked: false }).effect).toBe("none");
  });
});

describe("conditions that hold today", () => {
  const facts: ConditionFacts = {
    today: "2026-10-29",
    flags: [],
    signs: [],
    strain: {},
    nprs_exercise: null,
    ticks: [],
  };
  const conditions = (more: Partial<ConditionFacts>) => activeConditions({ ...facts, ...more });
  const sign = (on: string, grade: "present" | "absent" = "present") =>
    ({ id: "femoral_nerve_tension", side: "L", grade, on }) as const;

  test("a sign counts for 28 days, and until a newer one takes it back", () => {
    expect(conditions({ signs: [sign("2026-10-01")] })).toEqual(["femoral_nerve_tension"]);
    expect(conditions({ signs: [sign("2026-09-30")] })).toEqual([]);
    expect(conditions({ signs: [sign("2026-10-01"), sign("2026-10-20", "absent")] })).toEqual([]);
    expect(conditions({ signs: [sign("2026-10-20", "absent"), sign("2026-10-01")] })).toEqual([]);
  });

  test("exercise pain above 3 counts, 3 doesn't, unasked doesn't", () => {
    expect(conditions({ nprs_exercise: 4 })).toEqual(["nprs_exercise_gt_3"]);
    expect(conditions({ nprs_exercise: 3 })).toEqual([]);
    expect(conditions({ nprs_exercise: null })).toEqual([]);
  });

  test("a confirmed strain with more than mild pain on resistance, on the same side", () => {
    const sore = (side: "L" | "R", grade: "mild" | "moderate") =>
      ({ id: "pain_resisted_knee_flexion", side, grade, on: "2026-10-28" }) as const;
    const strain = { R: "confirmed" } as const;
    expect(conditions({ strain, signs: [sore("R", "moderate")] })).toEqual([
      "strain_confirmed",
      "strain_confirmed_pain_resisted_gt_mild",
    ]);
    expect(conditions({ strain, signs: [sore("R", "mild")] })).toEqual(["strain_confirmed"]);
    expect(conditions({ strain, signs: [sore("L", "moderate")] })).toEqual(["strain_confirmed"]);
    expect(conditions({ strain: { R: "resolving" } })).toEqual([]);
  });

  test("a tick lasts 90 days", () => {
    const tick = (on: string) => ({ today: "2026-10-29", ticks: [{ id: "raynaud" as const, on }] });
    expect(validTicks(tick("2026-07-31"))).toEqual(["raynaud"]);
    expect(validTicks(tick("2026-07-30"))).toEqual([]);
  });

  test("only a blocking flag blocks", () => {
    expect(isBlocked(["anticoagulant", "no_eccentric"])).toBe(false);
    expect(isBlocked(["anticoagulant", "dvt_suspected"])).toBe(true);
  });

  test("every precaution and every tick has an effect", () => {
    const acting = new Set<string>(CONTRAINDICATIONS.map((cell) => cell.condition));
    const precautions = FLAGS.filter((flag) => !flag.level.startsWith("block_e") && flag.level !== "block_urgent");
    expect(precautions.filter((flag) => !acting.has(flag.id))).toEqual([]);
    expect(ASSIGN_TICKS.filter((tick) => !acting.has(tick.id))).toEqual([]);
  });

  test("every precaution and every tick changes what some exercise may be", () => {
    const isActed = (conditions: ReturnType<typeof activeConditions>) =>
      EXERCISES.some((exercise) => {
        const { effect, texts, hidden_by } = verdictOn(exercise, { conditions, blocked: false });
        return effect !== "none" && (hidden_by.length > 0 || texts.some(({ text }) => text.trim() !== ""));
      });
    const precautions = FLAGS.filter((flag) => !isBlocking(flag)).map(({ id }) => id);
    expect(precautions.length).toBeGreaterThan(15);
    for (const flag of precautions) expect(isActed(activeConditions({ ...facts, flags: [flag] })), flag).toBe(true);
    for (const { id } of ASSIGN_TICKS) {
      expect(isActed(activeConditions({ ...facts, ticks: [{ id, on: facts.today }] })), id).toBe(true);
    }
  });

  test("every condition of the matrix can come true", () => {
    const reachable = new Set<string>([
      ...FLAGS.map((flag) => flag.id),
      ...ASSIGN_TICKS.map((tick) => tick.id),
      "neural_tension_positive",
      "femoral_nerve_tension",
      "knee_limits_flexion",
      "hip_oa_cluster",
      "strain_confirmed",
      "strain_confirmed_pain_resisted_gt_mild",
      "nprs_exercise_gt_3",
    ]);
    expect(CONTRAINDICATIONS.filter((cell) => !reachable.has(cell.condition))).toEqual([]);
  });
});

describe("assigning", () => {
  const context: AssignContext = {
    phase: "strengthen_2",
    outside_model: false,
    conditions: [],
    blocked: false,
    waived: [],
  };
  const codes = (items: PlanItem[], more: Partial<AssignContext> = {}) =>
    assignRefusals(items, { ...context, ...more }).map((refusal) => refusal.code);

  test("an item of a closed phase is refused, paused it may stay", () => {
    expect(codes([item("nordic")])).toEqual(["closed_phase"]);
    expect(codes([item("nordic", { paused: "phase" })])).toEqual([]);
    expect(codes([item("bridge_sl")])).toEqual([]);
  });

  test("a hidden item needs an override that names each condition", () => {
    const conditions: ConditionId[] = ["strain_confirmed_pain_resisted_gt_mild"];
    expect(codes([item("bridge_sl")], { conditions })).toEqual(["hidden"]);
    expect(codes([item("bridge_sl")], { conditions, waived: conditions })).toEqual([]);
  });

  test("limits hold against edited doses, and written limits must be written", () => {
    const conditions: ConditionId[] = ["recent_surgery"];
    const squat = item("quad_squat");
    expect(codes([squat], { conditions })).toEqual(["above_limit", "needs_limit_text"]);
    const half = { ...squat, dose: { ...squat.dose, sets: 2 }, limit_text: "Knee bend to 60°, letter of 1 Oct" };
    expect(codes([half], { conditions })).toEqual([]);
  });

  test("pain-free limits, techniques, dates, unknown items, holds", () => {
    const release = { phase: "release", conditions: ["acute_quadriceps_strain"] } as const;
    expect(codes([item("foam_quad", { pain_limit: 5 })], release)).toEqual(["pain_limit_above"]);
    expect(codes([item("foam_quad", { pain_limit: 2 })], release)).toEqual([]);
    expect(codes([item("mfr_quad_clin")], { phase: "release" })).toEqual(["clinician_technique"]);
    expect(codes([item("bridge_sl", { until: "2026-09-30" })])).toEqual(["ends_before_it_begins"]);
    const own = "clinic:00000000-0000-4000-8000-000000000001" as const;
    expect(codes([item("bridge_sl", { exercise: own })])).toEqual(["unknown_exercise"]);
    expect(codes([item("walk_easy")], { phase: "hold" })).toEqual(["plan_on_hold"]);
    expect(codes([item("walk_easy")], { blocked: true })).toEqual(["plan_on_hold"]);
  });

  test("rest, ice and compression end in time, and earlier where a condition says so", () => {
    const protect = { phase: "protect", onset_on: "2026-10-01", today: "2026-10-01" } as const;
    const rest = (until: string | null, more: Partial<PlanItem> = {}) =>
      item("rest_relative", { from: "2026-10-01", until, ...more });
    expect(codes([rest(null)], protect)).toEqual(["ends_too_late"]);
    expect(codes([rest("2026-10-04")], protect)).toEqual(["ends_too_late"]);
    expect(codes([rest("2026-10-03")], protect)).toEqual([]);
    const conditions: ConditionId[] = ["yellow_flags_high"];
    expect(assignRefusals([rest("2026-10-03")], { ...context, ...protect, conditions })).toMatchObject([
      { code: "ends_too_late", latest: "2026-10-02" },
    ]);
    expect(codes([rest("2026-10-02")], { ...protect, conditions })).toEqual([]);
    // Over already, or set aside: nothing is given any more.
    expect(codes([rest("2026-10-03")], { ...protect, conditions, today: "2026-10-04" })).toEqual([]);
    expect(codes([rest(null, { paused: "clinician" })], protect)).toEqual([]);
  });

  test("72 hours count from the onset, wherever the item begins", () => {
    const ice = item("ice_protocol", { from: "2026-10-02", until: "2026-10-04" });
    const protect = { phase: "protect", today: "2026-10-02" } as const;
    expect(codes([ice], { ...protect, onset_on: "2026-10-01" })).toEqual(["ends_too_late"]);
    expect(codes([ice], { ...protect, onset_on: "2026-10-02" })).toEqual([]);
    expect(codes([ice], { ...protect, onset_on: null })).toEqual([]);
  });

  test("no harder step until the finding is acknowledged; an easier one always", () => {
    const hinge = item("rdl_dl", { dose: { ...item("rdl_dl").dose, sets: 3, load: { kind: "kg", value: 5 } } });
    const given = { conditions: ["neural_tension_positive"] as ConditionId[], current: [hinge] };
    const dosed = (part: Partial<PlanItem["dose"]>) => ({ ...hinge, dose: { ...hinge.dose, ...part } });
    expect(codes([hinge], given)).toEqual([]);
    expect(codes([dosed({ sets: 2, load: null })], given)).toEqual([]);
    expect(assignRefusals([dosed({ sets: 4 })], { ...context, ...given })).toMatchObject([
      { code: "not_progressed", parts: ["sets"] },
    ]);
    expect(codes([dosed({ load: { kind: "kg", value: 6 } })], given)).toEqual(["not_progressed"]);
    expect(codes([dosed({ load: { kind: "words", value: "two bags" } })], given)).toEqual(["not_progressed"]);
    // Taken out and put in again is the same item.
    expect(codes([{ ...dosed({ sets: 4 }), id: item("rdl_dl").id }], given)).toEqual(["not_progressed"]);
    expect(codes([dosed({ sets: 4 })], { ...given, acknowledged: ["neural_tension_positive"] })).toEqual([]);
  });

  test("nor a harder exercise in its place", () => {
    const late = { phase: "strengthen_3", conditions: ["neural_tension_positive"] as ConditionId[] } as const;
    const hinge = item("rdl_dl");
    const single = item("rdl_sl", { id: hinge.id });
    expect(assignRefusals([single], { ...context, ...late, current: [hinge] })).toMatchObject([
      { code: "not_progressed", parts: [] },
    ]);
    expect(codes([hinge], { ...late, current: [single] })).toEqual([]);
    expect(codes([single], { ...late, current: [] })).toEqual([]);
  });

  test("items pause by themselves when their phase closes", () => {
    const items = [item("bridge_sl"), item("stretch_quad_side"), item("nordic", { paused: "clinician" })];
    expect(itemsToPause(items, "release", false)).toEqual([items[0]?.id]);
    expect(itemsToPause(items, "hold", false)).toEqual([items[0]?.id, items[1]?.id]);
    expect(itemsToPause(items, "release", true)).toEqual([]);
  });

  test("advice: five items, two active in Release, length and quadriceps strength in the stages", () => {
    const five = (
      ["walk_easy", "foam_quad", "stretch_quad_side", "glute_bridge_act", "pelvic_tilt_stand"] as const
    ).map((exercise) => item(exercise));
    expect(planAdvice(five, "release")).toEqual([]);
    expect(planAdvice([...five, item("dead_bug")], "release")).toEqual(["more_home_items_than_advised"]);
    expect(planAdvice(five.slice(0, 4), "release")).toEqual(["release_needs_two_active"]);
    expect(planAdvice([item("ham_iso_prone")], "strengthen_1")).toEqual(["length_item_missing"]);
    expect(planAdvice([item("bridge_sl")], "strengthen_2")).toEqual([
      "length_item_missing",
      "quad_strength_item_missing",
    ]);
    expect(planAdvice([item("stretch_quad_side"), item("quad_squat")], "strengthen_3")).toEqual([]);
  });

  test("an item from outside is checked in all its parts", () => {
    expect(planItemSchema.safeParse(item("bridge_sl")).success).toBe(true);
    const bad = [{ exercise: "bench_press" }, { exercise: "clinic:1" }, { from: "2026-02-30" }, { extra: 1 }];
    for (const part of bad) expect(planItemSchema.safeParse({ ...item("bridge_sl"), ...part }).success).toBe(false);
    const zero = { ...item("bridge_sl"), dose: { ...item("bridge_sl").dose, sets: 0 } };
    expect(planItemSchema.safeParse(zero).success).toBe(false);
  });
});

describe("versions", () => {
  const bridge = item("bridge_sl");
  const stretch = item("stretch_quad_side");
  test("nothing changed is no difference", () =>
    expect(planDifference([bridge, stretch], [bridge, stretch])).toEqual([]));

  test("each change is one readable line", () => {
    const squat = item("quad_squat");
    const more = { ...bridge, dose: { ...bridge.dose, sets: 4, hold_s: null } };
    expect(planDifference([bridge, stretch], [squat, more])).toEqual([
      { kind: "added", item: squat.id, exercise: "quad_squat" },
      {
        kind: "dose",
        item: bridge.id,
        exercise: "bridge_sl",
        parts: [
          { part: "sets", from: 3, to: 4 },
          { part: "hold_s", from: 1, to: null },
        ],
      },
      { kind: "removed", item: stretch.id, exercise: "stretch_quad_side" },
    ]);
    const changed = planDifference(
      [bridge, stretch],
      [
        { ...stretch, paused: "phase" as const },
        { ...bridge, until: "2026-11-01" },
      ],
    );
    expect(changed.map((change) => change.kind)).toEqual(["paused", "dates", "order"]);
    expect(planDifference([bridge], [{ ...bridge, exercise: "bridge_dl_long" as const }])[0]).toMatchObject({
      kind: "swapped",
      from: "bridge_sl",
    });
  });
});
