/** What holds for every course, whatever is recorded. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EpisodeRecord, MeasureRecord, Side, SignRecord, VisitEventRecord, VisitRecord } from "@/domain/record";
import { FLAGS, type FlagId, isBlocking } from "@/domain/vocabulary/flags";
import { MEASURE_METHODS, type MeasureId, measureById } from "@/domain/vocabulary/measures";
import { SIGNS, signGrades, signSides } from "@/domain/vocabulary/signs";
import { type FoldState, foldCourse, foldEpisode, foldVisit, openCourse } from "./course";

const MEASURED: readonly MeasureId[] = [
  "ham_force_n",
  "quad_force_n",
  "ham_torque_nm",
  "quad_torque_nm",
  "mrc_knee_flexion",
  "slhb_reps",
  "ake_deficit_deg",
  "ely_angle_deg",
  "heel_buttock_cm",
  "mtt_knee_deg",
  "pelvic_tilt_deg",
  "nprs_worst",
  "nprs_thigh_worst",
  "nprs_exercise",
  "psfs_avg",
  "rmdq_score",
];
/** Values a rule could turn on, so that a course meets gates, flares and losses often enough. */
const LIKELY: Partial<Record<MeasureId, readonly [number, number]>> = {
  ely_angle_deg: [112, 134],
  heel_buttock_cm: [7, 17],
  slhb_reps: [8, 26],
  mrc_knee_flexion: [4, 5],
  nprs_worst: [0, 8],
  nprs_thigh_worst: [0, 8],
  nprs_exercise: [0, 5],
  rmdq_score: [0, 6],
  psfs_avg: [6, 10],
  pelvic_tilt_deg: [4, 16],
  ham_force_n: [100, 260],
  quad_force_n: [300, 420],
  ham_torque_nm: [60, 130],
  quad_torque_nm: [150, 220],
};

const measurement: fc.Arbitrary<MeasureRecord> = fc.constantFrom(...MEASURED).chain((id) => {
  const { sides, unit, hard_min, hard_max } = measureById(id);
  const [min, max] = LIKELY[id] ?? [hard_min, hard_max];
  const isForce = id.endsWith("force_n") || id.endsWith("torque_nm");
  return fc.record({
    id: fc.constant(id),
    side: fc.constantFrom<Side>(...sides),
    value: fc.integer({ min: Math.ceil(min), max: Math.floor(max) }),
    unit: fc.constant(unit),
    quality: fc.constantFrom("ok", "ok", "ok", "invalid"),
    pelvis_stabilised: fc.boolean(),
    rater: fc.constantFrom("A", "B"),
    lever_m: fc.constant(isForce ? 0.35 : undefined),
    method: isForce ? fc.constantFrom(...MEASURE_METHODS) : fc.constant(undefined),
  });
});

const finding: fc.Arbitrary<SignRecord> = fc.constantFrom(...SIGNS).chain((sign) =>
  fc.record({
    id: fc.constant(sign.id),
    side: fc.constantFrom<Side>(...signSides(sign)),
    grade: fc.constantFrom(...signGrades(sign)),
  }),
);

const clinician = fc.constant("A");
const reason = fc.constantFrom("short", "long enough to act on");
const decision = fc.record({ choice: fc.constantFrom("advance", "keep", "protect"), reason, clinician });
const override = fc.record({
  to_phase: fc.constantFrom("protect", "release", "strengthen_1", "strengthen_2", "strengthen_3", "maintain"),
  reason,
  clinician,
  second_clinician: fc.constantFrom(undefined, "B"),
});
const flags = fc.oneof(
  { weight: 6, arbitrary: fc.constant<FlagId[]>([]) },
  { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...FLAGS.map(({ id }) => id)), { maxLength: 3 }) },
);

const recorded = fc.record({
  gap: fc.integer({ min: 0, max: 30 }),
  flags,
  signs: fc.uniqueArray(finding, { maxLength: 8, selector: ({ id, side }) => `${id} ${side}` }),
  measures: fc.uniqueArray(measurement, {
    maxLength: 24,
    selector: ({ id, side, method }) => `${id} ${side} ${method}`,
  }),
  events: fc.constantFrom<VisitEventRecord[]>([], [], ["medical_clearance"]),
  decision: fc.option(decision, { freq: 4, nil: undefined }),
  override: fc.option(override, { freq: 8, nil: undefined }),
});

const episode: fc.Arbitrary<EpisodeRecord> = fc
  .record({
    age: fc.constantFrom(16, 17, 18, 40, 60, 65),
    sex: fc.constantFrom("M", "F", "X"),
    phase: fc.constantFrom("none", "protect", "release", "strengthen_1", "strengthen_2", "strengthen_3", "maintain"),
    visits: fc.array(recorded, { minLength: 1, maxLength: 7 }),
  })
  .map(({ age, sex, phase, visits }) => {
    let day = 0;
    return {
      patient: { age, sex, mass_kg: 70 },
      initial_state: { phase, phase_since_day: 0, gate_ely: { L: 126, R: 125 } },
      visits: visits.map(({ gap, ...rest }, index) => {
        day += gap;
        return { visit: index + 1, day, ...rest };
      }),
    };
  });

const OTHER: Record<Side, Side> = { L: "R", R: "L", M: "M" };
const mirroredVisit = (visit: VisitRecord): VisitRecord => ({
  ...visit,
  signs: visit.signs.map((sign) => ({ ...sign, side: OTHER[sign.side] })),
  measures: visit.measures.map((measure) => ({ ...measure, side: OTHER[measure.side] })),
});

/** Swaps the sides of a conclusion: keys, sides of changes, and the side inside a code. */
function mirrored(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(mirrored);
  if (typeof value === "string") {
    if (value === "L" || value === "R") return OTHER[value];
    return value.replace(/:([LR])(?=:|$)/g, (_, side: Side) => `:${OTHER[side]}`);
  }
  if (value === null || typeof value !== "object") return value;
  const swapped = Object.entries(value).map(([key, inside]) => [
    key === "L" ? "R" : key === "R" ? "L" : key,
    mirrored(inside),
  ]);
  return Object.fromEntries(swapped);
}

/** Arrays of a conclusion carry no order. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(unordered).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, unordered(inside)]));
}

const RUNS = { numRuns: 100 };

test("left and right are mirror images, whole episodes long", () => {
  fc.assert(
    fc.property(episode, (one) => {
      const gate_ely = { L: one.initial_state?.gate_ely?.R, R: one.initial_state?.gate_ely?.L };
      const initial_state = one.initial_state && { ...one.initial_state, gate_ely };
      const mirror = foldEpisode({ ...one, initial_state, visits: one.visits.map(mirroredVisit) });
      expect(unordered(mirror)).toEqual(unordered(mirrored(foldEpisode(one))));
    }),
    RUNS,
  );
});

test("a blocking flag always wins", () => {
  const blocking = FLAGS.filter(isBlocking).map(({ id }) => id);
  fc.assert(
    fc.property(episode, fc.constantFrom(...blocking), (one, flag) => {
      const visits = one.visits.map((visit, index) =>
        index === one.visits.length - 1 ? { ...visit, flags: [...new Set([...visit.flags, flag])] } : visit,
      );
      const last = foldEpisode({ ...one, visits }).at(-1);
      expect(last).toMatchObject({ pattern: null, phase_after: "hold", regress: "R0_red_flag", overridden: false });
      expect(last?.notices).toContain("plan_paused");
    }),
    RUNS,
  );
});

test("replaying a prefix gives a prefix", () => {
  fc.assert(
    fc.property(episode, fc.nat({ max: 6 }), (one, count) => {
      const visits = one.visits.slice(0, count);
      expect(foldEpisode({ ...one, visits })).toEqual(foldEpisode(one).slice(0, count));
    }),
    RUNS,
  );
});

test("folding on from a stored state is folding the episode", () => {
  fc.assert(
    fc.property(episode, (one) => {
      let stored = JSON.stringify(openCourse(one));
      const assessed = one.visits.map((visit, index) => {
        const folded = foldVisit({
          patient: one.patient,
          onset_day: one.onset_day,
          earlier: one.visits.slice(0, index),
          state: JSON.parse(stored) as FoldState,
          visit,
        });
        stored = JSON.stringify(folded.state);
        return folded.assessment;
      });
      expect(assessed).toEqual(foldEpisode(one));
    }),
    RUNS,
  );
});

test("the order of arrays has no meaning", () => {
  fc.assert(
    fc.property(episode, (one) => {
      const visits = one.visits.map((visit) => ({
        ...visit,
        flags: visit.flags.toReversed(),
        signs: visit.signs.toReversed(),
        measures: visit.measures.toReversed(),
      }));
      expect(unordered(foldEpisode({ ...one, visits }))).toEqual(unordered(foldEpisode(one)));
    }),
    RUNS,
  );
});

describe("missing is neither absent nor zero", () => {
  test("a gate without any value of today is never passed", () => {
    fc.assert(
      fc.property(episode, (one) => {
        const visits = one.visits.map((visit) => ({ ...visit, measures: [] }));
        for (const { gate } of foldEpisode({ ...one, visits })) {
          if (gate !== null && gate.id !== "G0") expect(["closed", "cannot_evaluate"]).toContain(gate.status);
        }
      }),
      RUNS,
    );
  });
  test("nothing recorded, nothing concluded", () => {
    fc.assert(
      fc.property(episode, (one) => {
        const visits = one.visits.map(({ visit, day }) => ({ visit, day, flags: [], signs: [], measures: [] }));
        for (const { pattern, derived, changes_vs_baseline, regress } of foldEpisode({ ...one, visits })) {
          expect(derived).toEqual({});
          expect(changes_vs_baseline).toEqual([]);
          expect(regress).toBeNull();
          expect(pattern?.L).toMatchObject({ statement: "insufficient_data", strain: "unknown", confidence: null });
        }
      }),
      RUNS,
    );
  });
});

test("a knee click never changes anything", () => {
  fc.assert(
    fc.property(episode, (one) => {
      const clicked = one.visits.map((visit) => ({
        ...visit,
        signs: [
          ...visit.signs.filter(({ id }) => id !== "knee_click"),
          { id: "knee_click" as const, side: "L" as const, grade: "present" as const },
        ],
      }));
      expect(foldEpisode({ ...one, visits: clicked })).toEqual(foldEpisode(one));
    }),
    RUNS,
  );
});

test("every reason of a gate is a criterion not met, and none that is met", () => {
  fc.assert(
    fc.property(episode, (one) => {
      for (const { assessment, evidence } of foldCourse(one)) {
        const open = evidence.gate.filter(({ met }) => met !== "met").map(({ code }) => code);
        const reasons = (assessment.gate?.reasons ?? []).filter((reason) => !reason.includes("first_pass"));
        expect(new Set(reasons)).toEqual(new Set(open));
      }
    }),
    RUNS,
  );
});
