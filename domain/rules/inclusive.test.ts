/** Every cut-off is inclusive in the favourable direction, whatever value a clinic adopted for it (CLINICAL 2.2 rule 2). */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MeasureRecord, PatientRecord, VisitRecord } from "@/domain/record";
import type { MeasureId, MeasureMethod } from "@/domain/vocabulary/measures";
import type { Phase } from "@/domain/vocabulary/phases";
import type { ThresholdId } from "@/domain/vocabulary/thresholds";
import { foldCourse } from "./course";
import type { PatternCriterion } from "./evidence";
import { DEFAULT_RULES, type RuleSet } from "./rule-set";
import { ADULT, bothSides, measured, visitsOf } from "./sample-record";

/** A cut-off as whole steps of the precision its values are kept in: no binary noise decides. */
type Cutoff = {
  id: ThresholdId;
  /** What is compared with it, typed or computed. */
  judged: MeasureId;
  /** Adopted cut-offs, in steps. */
  range: [number, number];
  /** Steps per unit. */
  per: number;
  /** Where the wrong side lies. */
  wrong: "below" | "above";
  record: (value: number) => MeasureRecord[];
  /** The value that stands exactly at the cut-off, in steps; the cut-off itself unless said. */
  exactly?: (steps: number) => number;
};

const adopting = (values: Partial<RuleSet["values"]>): RuleSet => ({
  ...DEFAULT_RULES,
  values: { ...DEFAULT_RULES.values, ...values },
});

const fold = (phase: Phase, day: number, recorded: Partial<VisitRecord>, rules: RuleSet, patient = ADULT) => {
  const initial_state = { phase, phase_since_day: 0 };
  const folded = foldCourse({ patient, initial_state, visits: visitsOf([day, recorded]) }, rules)[0];
  if (!folded) throw new Error("no visit to conclude from");
  return folded;
};

/** The value at the cut-off, and the one a step beyond it on the wrong side. */
const around = ({ per, wrong, exactly = (steps) => steps }: Cutoff, steps: number): [number, number] => [
  exactly(steps) / per,
  (exactly(steps) + (wrong === "below" ? -1 : 1)) / per,
];

const both = (id: MeasureId) => ({ judged: id, record: (value: number) => bothSides(id, value, value) });
const middle = (id: MeasureId) => ({ judged: id, record: (value: number) => [measured(id, "M", value)] });
/** Both sides alike, so that only the ratio to the quadriceps, or to the body mass, speaks. */
const ratioBy = (method: MeasureMethod) => ({
  judged: "hq_ratio" as const,
  record: (value: number) => [
    ...bothSides("ham_torque_nm", value * 100, value * 100, { method }),
    ...bothSides("quad_torque_nm", 100, 100, { method }),
  ],
});
const PER_KG = {
  judged: "ham_nm_kg" as const,
  record: (value: number) => {
    const torque = value * (ADULT.mass_kg ?? 0);
    return bothSides("ham_torque_nm", torque, torque, { method: "isometric_belt_90" });
  },
};
const SYMMETRY = {
  judged: "lsi_ham_pct" as const,
  record: (value: number) => bothSides("ham_torque_nm", value, 100, { method: "isometric_belt_90" }),
};
/** Full strength is the grade above the highest weak one. */
const FULL_GRADE = { ...both("mrc_knee_flexion"), exactly: (steps: number) => steps + 1 };
const RATIO = { range: [30, 80] as [number, number], per: 100, wrong: "below" as const };
const POINTS = { range: [0, 9] as [number, number], per: 1, wrong: "above" as const };

describe("gates: at the threshold it passes, one step beyond it closes", () => {
  const ely: Cutoff = {
    ...{ id: "ely_tight", range: [900, 1500], per: 10, wrong: "below" },
    ...both("ely_angle_deg"),
  };
  const ratio = (method: MeasureMethod, id: ThresholdId): Cutoff => ({
    ...{ ...RATIO, id },
    ...ratioBy(method),
  });
  const criteria: [Phase, Cutoff, age?: number][] = [
    ["release", ely],
    ["strengthen_3", ely],
    ["release", { id: "heel_buttock_free", range: [10, 300], per: 10, wrong: "above", ...both("heel_buttock_cm") }],
    ...(["protect", "release", "strengthen_1", "strengthen_2"] as const).map((phase): [Phase, Cutoff] => [
      phase,
      { ...POINTS, id: "nprs_worst_g1_g2_g3", ...middle("nprs_worst") },
    ]),
    ["strengthen_3", { ...POINTS, id: "nprs_worst_g4", ...middle("nprs_worst") }],
    ["strengthen_1", { ...POINTS, id: "nprs_exercise_progress", ...middle("nprs_exercise") }],
    ["strengthen_2", { ...POINTS, id: "nprs_exercise_progress", ...middle("nprs_exercise") }],
    ["strengthen_2", { id: "slhb_g3b", range: [1, 60], per: 1, wrong: "below", ...both("slhb_reps") }],
    ["strengthen_3", { id: "slhb_low", range: [1, 60], per: 1, wrong: "below", ...both("slhb_reps") }],
    ["strengthen_3", { id: "slhb_low_60_plus", range: [1, 60], per: 1, wrong: "below", ...both("slhb_reps") }, 60],
    ["strengthen_2", { id: "lsi_hard", range: [50, 99], per: 1, wrong: "below", ...SYMMETRY }],
    ["strengthen_3", { id: "lsi_goal", range: [50, 99], per: 1, wrong: "below", ...SYMMETRY }],
    [
      "strengthen_2",
      {
        ...{ id: "mrc_weak_max", range: [0, 4], per: 1, wrong: "below" },
        ...FULL_GRADE,
      },
    ],
    ["strengthen_3", ratio("isometric_belt_90", "hq_goal_isometric_belt_90")],
    ["strengthen_3", ratio("isometric_belt_30", "hq_goal_isometric_belt_30")],
    ["strengthen_3", ratio("isokinetic_con_60", "hq_goal_isokinetic_con_60")],
    ["strengthen_3", { ...POINTS, id: "rmdq_recovered", ...middle("rmdq_score") }],
    ["strengthen_3", { id: "psfs_goal", range: [1, 100], per: 10, wrong: "below", ...middle("psfs_avg") }],
  ];

  test.each(criteria.map(([phase, cutoff, age = 40]) => [cutoff.id, phase, cutoff, age] as const))(
    "%s in %s",
    (id, phase, cutoff, age) => {
      fc.assert(
        fc.property(fc.integer({ min: cutoff.range[0], max: cutoff.range[1] }), (steps) => {
          const rules = adopting({ [id]: steps / cutoff.per });
          const judged = around(cutoff, steps).map((value) => {
            const { evidence, assessment } = fold(phase, 60, { measures: cutoff.record(value) }, rules, {
              ...ADULT,
              age,
            });
            const asked = evidence.gate.filter(({ thresholdId }) => thresholdId === id);
            expect(asked.length).toBeGreaterThan(0);
            const failed = asked.filter(({ met }) => met !== "met").map(({ code }) => code);
            expect(assessment.gate?.reasons).toEqual(expect.arrayContaining(failed));
            return { failed: failed.length, status: assessment.gate?.status };
          });
          expect(judged[0]?.failed).toBe(0);
          expect(judged[1]?.failed).toBeGreaterThan(0);
          expect(judged[1]?.status).toBe("closed");
        }),
        { numRuns: 60 },
      );
    },
  );

  test.each([
    ["protect", "g1_hours", 24],
    ["strengthen_1", "g3a_days", 1],
    ["strengthen_2", "g3b_days", 1],
  ] as const)("%s waits for %s, and not a day longer", (phase, id, perDay) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (day) => {
        const rules = adopting({ [id]: day * perDay });
        const met = (on: number) =>
          fold(phase, on, { measures: [measured("nprs_worst", "M", 0)] }, rules).evidence.gate.find(
            ({ thresholdId }) => thresholdId === id,
          )?.met;
        expect([met(day), met(day - 1)]).toEqual(["met", "not_met"]);
      }),
    );
  });

  test("bridges without a dynamometer: as many apart as allowed are alike, one more is not", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.boolean(), (limit, leftIsMore) => {
        const met = (apart: number) => {
          const [left, right] = leftIsMore ? [30 + apart, 30] : [30, 30 + apart];
          const recorded = {
            measures: bothSides("slhb_reps", left, right),
            cannot_test: [{ id: "hamstring_dynamometry" as const, reason: "no device in the clinic" }],
          };
          const { evidence } = fold("strengthen_3", 60, recorded, adopting({ slhb_side_difference_g4: limit }));
          return evidence.gate.find(({ thresholdId }) => thresholdId === "slhb_side_difference_g4")?.met;
        };
        expect([met(limit), met(limit + 1)]).toEqual(["met", "not_met"]);
      }),
    );
  });
});

describe("pattern: at the threshold the better verdict, one step beyond it the worse", () => {
  type Verdicts = [at: PatternCriterion["verdict"], beyond: PatternCriterion["verdict"]];
  type Row = {
    cutoff: Cutoff;
    verdicts: Verdicts;
    /** The other cut-off of the same measure, kept on its own side. */
    beside?: (limit: number) => Partial<RuleSet["values"]>;
    patient?: Partial<PatientRecord>;
  };
  const USUAL: Verdicts = ["negative", "borderline"];
  const CLEAR: Verdicts = ["borderline", "positive"];
  /** Below `tight` positive, below `free` borderline; turned round where less is better. */
  const pair = (
    measured: Omit<Cutoff, "id" | "exactly">,
    { clear, usual }: { clear: ThresholdId; usual: ThresholdId },
    apart: number,
  ): Row[] => {
    const away = measured.wrong === "below" ? apart : -apart;
    return [
      { cutoff: { ...measured, id: clear }, verdicts: CLEAR, beside: (limit) => ({ [usual]: limit + away }) },
      { cutoff: { ...measured, id: usual }, verdicts: USUAL, beside: (limit) => ({ [clear]: limit - away }) },
    ];
  };
  const degrees = { range: [600, 1500] as [number, number], per: 10, wrong: "below" as const };
  const length = { range: [60, 300] as [number, number], per: 10, wrong: "above" as const };
  const whole = { range: [1, 60] as [number, number], per: 1, wrong: "below" as const };
  const thomas = {
    judged: "mtt_knee_deg" as const,
    record: (value: number) => bothSides("mtt_knee_deg", value, value, { pelvis_stabilised: true }),
  };
  const hq = (method: MeasureMethod, clear: ThresholdId, usual: ThresholdId) =>
    pair({ ...RATIO, ...ratioBy(method) }, { clear, usual }, 0.1);
  const perKg = (id: ThresholdId, sex: "M" | "F", age: number): Row => ({
    cutoff: { ...RATIO, id, ...PER_KG },
    verdicts: ["negative", "positive"],
    patient: { sex, age },
  });
  const bridges = (id: ThresholdId, age: number): Row => ({
    cutoff: { ...whole, id, ...both("slhb_reps") },
    verdicts: USUAL,
    patient: { age },
  });
  const rows: Row[] = [
    ...pair({ ...degrees, ...both("ely_angle_deg") }, { clear: "ely_tight", usual: "ely_free" }, 10),
    ...pair({ ...length, ...both("heel_buttock_cm") }, { clear: "heel_buttock_tight", usual: "heel_buttock_free" }, 5),
    ...pair({ ...degrees, ...thomas }, { clear: "thomas_knee_tight", usual: "thomas_knee_free" }, 10),
    ...pair({ ...length, ...both("pelvic_tilt_deg") }, { clear: "tilt_increased", usual: "tilt_usual_max" }, 4),
    ...hq("isometric_belt_90", "hq_low_isometric_belt_90", "hq_goal_isometric_belt_90"),
    ...hq("isometric_belt_30", "hq_low_isometric_belt_30", "hq_goal_isometric_belt_30"),
    ...hq("isokinetic_con_60", "hq_low_isokinetic_con_60", "hq_goal_isokinetic_con_60"),
    ...pair({ ...whole, range: [50, 88], ...SYMMETRY }, { clear: "lsi_hard", usual: "lsi_goal" }, 10),
    perKg("ham_nm_kg_low_m_under_65", "M", 64),
    perKg("ham_nm_kg_low_f_under_65", "F", 64),
    perKg("ham_nm_kg_low_m_65_plus", "M", 65),
    perKg("ham_nm_kg_low_f_65_plus", "F", 65),
    bridges("slhb_low", 59),
    bridges("slhb_low_60_plus", 60),
    {
      cutoff: { ...whole, id: "mrc_weak_max", range: [0, 4], ...FULL_GRADE },
      verdicts: ["negative", "positive"],
    },
  ];

  test.each(rows.map((row) => [row.cutoff.id, row] as const))("%s", (id, { cutoff, verdicts, beside, patient }) => {
    fc.assert(
      fc.property(fc.integer({ min: cutoff.range[0], max: cutoff.range[1] }), (steps) => {
        const limit = steps / cutoff.per;
        const rules = adopting({ [id]: limit, ...beside?.(limit) });
        const judged = around(cutoff, steps).map((value) => {
          const recorded = { measures: cutoff.record(value) };
          const { evidence } = fold("release", 60, recorded, rules, { ...ADULT, ...patient });
          return evidence.pattern.find(({ indicator, side }) => indicator === cutoff.judged && side === "L")?.verdict;
        });
        expect(judged).toEqual(verdicts);
      }),
      { numRuns: 60 },
    );
  });
});
