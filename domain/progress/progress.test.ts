import { describe, expect, test } from "vitest";
import type { ChangeClass } from "@/domain/assessment";
import file from "@/domain/cases.json" with { type: "json" };
import { buildSeries } from "@/domain/progress/build-series";
import { gateDistance } from "@/domain/progress/gate-distance";
import { attainment, compositeAttainment, isGoalAllowed } from "@/domain/progress/goals";
import { headlineOf, isThirtyPercentLess } from "@/domain/progress/headline";
import { nextBestTest } from "@/domain/progress/next-best-test";
import type { EpisodeRecord, Side } from "@/domain/record";
import { foldCourse } from "@/domain/rules/course";
import type { GateCriterion } from "@/domain/rules/evidence";
import { DEFAULT_RULES } from "@/domain/rules/rule-set";
import type { MeasureId } from "@/domain/vocabulary/measures";

const cases = file.cases as unknown as (EpisodeRecord & { case_id: string })[];
const episode = (id: string): EpisodeRecord => {
  const found = cases.find((one) => one.case_id === id);
  if (!found) throw new Error(`no case ${id}`);
  return found;
};
const course = (given: EpisodeRecord) =>
  foldCourse(given).map(({ assessment, evidence }, index) => {
    const visit = given.visits[index];
    if (!visit) throw new Error("no visit");
    return { visit, assessment, evidence };
  });
const series = (given: EpisodeRecord, measure: MeasureId, side: Side, missed: number[] = []) =>
  buildSeries({ visits: course(given), missed, age: given.patient.age, goals: [] }).find(
    (one) => one.measure === measure && one.side === side,
  );

describe("what the charts draw", () => {
  test("the desk worker's prone knee bend: baseline, band, gate line, verdict", () => {
    const ely = series(episode("C01"), "ely_angle_deg", "L");
    expect(ely).toMatchObject({ mdc: 8, mcid: null, goal: 120, changeClass: "improved_detectable", delta: 15 });
    expect(ely?.baseline).toMatchObject({ day: 0, value: 108 });
    expect(ely?.latest).toMatchObject({ day: 35, value: 123 });
    expect(ely?.points.map((point) => point.value)).toEqual([108, 116, 122, 123]);
  });

  test("tilt is described only: no goal", () => {
    expect(
      series(episode("C01"), "pelvic_tilt_deg", "M") ?? series(episode("C01"), "pelvic_tilt_deg", "L"),
    ).toMatchObject({
      describedOnly: true,
      goal: null,
    });
  });

  test("every change class of every worked case stands on its chart", () => {
    for (const one of cases) {
      const visits = course(one);
      const all = buildSeries({ visits, missed: [], age: one.patient.age, goals: [] });
      for (const { measure, side, changeClass, latest, delta, mdc } of all) {
        const at = visits.find(({ assessment }) => assessment.visit === latest?.visit)?.assessment;
        const change = at?.changes_vs_baseline.find((row) => row.measure === measure && row.side === side);
        expect(changeClass).toBe(change?.class ?? null);
        if (change) expect(delta).toBe(change.delta);
        if (change?.mdc != null) expect(mdc).toBe(change.mdc);
      }
    }
  });

  test("a derived ratio is drawn from the visits that have it, with the goal of its method", () => {
    const hq = series(episode("C03"), "hq_ratio", "L");
    expect(hq).toMatchObject({ goal: 0.45, mdc: 0.1, changeClass: "improved_detectable" });
    expect(hq?.points.map((point) => point.value)).toEqual([0.41, null, 0.46, 0.51, 0.51]);
    expect(hq?.points[0]).toMatchObject({ derived: true, method: "isometric_belt_90" });
  });

  const visit = (number: number, day: number, measures: EpisodeRecord["visits"][number]["measures"]) => ({
    visit: number,
    day,
    flags: [],
    signs: [],
    measures,
  });
  const ely = (value: number, more = {}) => ({ id: "ely_angle_deg", side: "L", value, unit: "deg", ...more }) as const;
  const pain = (value: number) => ({ id: "nprs_worst", side: "M", value, unit: "score" }) as const;
  const made = (visits: EpisodeRecord["visits"]): EpisodeRecord => ({ patient: { age: 40, sex: "F" }, visits });

  test("pain breaks at a visit without it, other measures don't; everything breaks at a missed visit", () => {
    const given = made([visit(1, 0, [pain(0), ely(110)]), visit(2, 7, []), visit(3, 14, [pain(4), ely(118)])]);
    expect(series(given, "nprs_worst", "M")?.points).toMatchObject([
      { value: 0, breaksBefore: false },
      { value: null },
      { value: 4, breaksBefore: true },
    ]);
    expect(series(given, "ely_angle_deg", "L")?.points[2]?.breaksBefore).toBe(false);
    const called = made([visit(1, 0, [pain(1)]), { ...visit(2, 7, []), kind: "contact" }, visit(3, 14, [pain(4)])]);
    expect(series(called, "nprs_worst", "M")?.points).toMatchObject([{ value: 1 }, { value: 4, breaksBefore: false }]);
    expect(series(given, "ely_angle_deg", "L", [10])?.points[2]?.breaksBefore).toBe(true);
    expect(series(given, "ely_angle_deg", "L", [20])?.points[2]?.breaksBefore).toBe(false);
  });

  test("an invalid value is kept apart and is neither baseline nor latest", () => {
    const given = made([
      visit(1, 0, [ely(90, { quality: "invalid" })]),
      visit(2, 7, [ely(110)]),
      visit(3, 14, [ely(112)]),
    ]);
    const drawn = series(given, "ely_angle_deg", "L");
    expect(drawn?.baseline).toMatchObject({ value: 110 });
    expect(drawn?.points[0]).toMatchObject({ value: 90, comparable: false, notComparableBecause: "invalid" });
    const alone = series(made([visit(1, 0, [ely(90, { quality: "invalid" })])]), "ely_angle_deg", "L");
    expect(alone).toMatchObject({ baseline: null, latest: null, changeClass: null, points: [{ value: 90 }] });
  });

  test("a bend that is no length test today is drawn apart", () => {
    const nerve = [{ id: "femoral_nerve_tension", side: "L", grade: "present" }] as const;
    const given = made([visit(1, 0, [ely(110)]), { ...visit(2, 7, [ely(100)]), signs: [...nerve] }]);
    const drawn = series(given, "ely_angle_deg", "L");
    expect(drawn?.points[1]).toMatchObject({ comparable: false, notComparableBecause: "invalid" });
    expect(drawn?.latest).toMatchObject({ value: 110 });
  });

  test("another method is not joined; one value has no change; another rater is said", () => {
    const force = (value: number, method: "isometric_belt_90" | "isometric_unfixed", rater?: string) =>
      ({ id: "ham_force_n", side: "L", value, unit: "N", method, lever_m: 0.35, rater }) as const;
    const given = made([
      visit(1, 0, [force(150, "isometric_belt_90", "A")]),
      visit(2, 7, [force(120, "isometric_unfixed")]),
      visit(3, 14, [force(180, "isometric_belt_90", "B")]),
    ]);
    const drawn = series(given, "ham_force_n", "L");
    expect(drawn?.points[1]).toMatchObject({ comparable: false, notComparableBecause: "method", breaksBefore: true });
    expect(drawn?.points[2]).toMatchObject({ comparable: true, otherRater: true });
    expect(drawn).toMatchObject({ mdc: 22.5, delta: 30, changeClass: "improved_detectable" });
    expect(series(made([visit(1, 0, [ely(110)])]), "ely_angle_deg", "L")).toMatchObject({
      changeClass: null,
      delta: null,
      mdc: 8,
    });
  });

  test("the patient's own target goes before the model's", () => {
    const given = episode("C01");
    const goals = [{ measure: "ely_angle_deg" as const, side: null, target: 130 }];
    const all = buildSeries({ visits: course(given), missed: [], age: 34, goals });
    expect(all.find((one) => one.measure === "ely_angle_deg" && one.side === "R")?.goal).toBe(130);
  });
});

describe("headline", () => {
  const change = (measure: MeasureId, changeClass: ChangeClass) => ({
    measure,
    side: "M" as const,
    class: changeClass,
  });
  test.each([
    ["pain better", [change("nprs_worst", "improved_important")], "improved"],
    [
      "function better, pain the same",
      [change("psfs_avg", "improved_important"), change("nprs_worst", "no_detectable_change")],
      "improved",
    ],
    [
      "one better, one worse",
      [change("psfs_avg", "improved_important"), change("nprs_worst", "worsened_important")],
      "mixed",
    ],
    ["worse by more than error", [change("rmdq_score", "worsened_detectable")], "worse"],
    ["better by error only", [change("rmdq_score", "improved_detectable")], "no_clear_change"],
    ["nothing moved", [change("nprs_worst", "no_detectable_change")], "no_clear_change"],
    ["range alone", [change("ely_angle_deg", "improved_detectable")], "not_measured_twice"],
    ["nothing", [], "not_measured_twice"],
  ])("%s", (_, changes, headline) => expect(headlineOf(changes).headline).toBe(headline));

  test("30 % less than at baseline; from 0 there is no share", () => {
    expect(isThirtyPercentLess(10, 7)).toBe(true);
    expect(isThirtyPercentLess(10, 8)).toBe(false);
    expect(isThirtyPercentLess(0, 0)).toBeNull();
  });
});

describe("goals", () => {
  test.each([
    [{ baseline: 4, target: 8, current: 6 }, 50],
    [{ baseline: 4, target: 8, current: 9 }, 100],
    [{ baseline: 4, target: 8, current: 4 }, 0],
    [{ baseline: 6, target: 2, current: 8 }, -50],
    [{ baseline: 4, target: 8, current: -9 }, -100],
    [{ baseline: 4, target: 8, current: null }, null],
    [{ baseline: 4, target: 4, current: 4 }, null],
  ])("%j is %s", (goal, pct) => expect(attainment(goal)).toBe(pct));

  test("a composite needs two goals, and averages before rounding", () => {
    const third = { baseline: 0, target: 3, current: 1 };
    expect(compositeAttainment([third])).toBeNull();
    expect(compositeAttainment([third, { baseline: 0, target: 3, current: null }])).toBeNull();
    expect(compositeAttainment([third, third])).toBeCloseTo(100 / 3, 10);
    expect(isGoalAllowed(4, 4)).toBe(false);
  });
});

describe("gate distance", () => {
  const criterion = (more: Partial<GateCriterion>): GateCriterion => ({
    code: "ely_below_120:L",
    kind: "elasticity",
    measure: "ely_angle_deg",
    side: "L",
    rule: "at_least",
    threshold: 120,
    thresholdId: "ely_tight",
    value: 123,
    day: 28,
    met: "met",
    ...more,
  });
  const distance = (more: Partial<GateCriterion>) => gateDistance(criterion(more), DEFAULT_RULES);

  test("three degrees past the line are inside measurement error, eight are one error away", () => {
    expect(distance({})).toEqual({ mdcs: 0.4, isInsideError: true });
    expect(distance({ value: 128 })).toEqual({ mdcs: 1, isInsideError: false });
    expect(distance({ value: 112 })).toEqual({ mdcs: -1, isInsideError: false });
    expect(distance({ value: 120 })).toEqual({ mdcs: 0, isInsideError: true });
  });
  test("for pain, less is favourable; times, signs and missing data have no distance", () => {
    const worst = { measure: "nprs_worst", rule: "at_most", threshold: 5 } as const;
    expect(distance({ ...worst, value: 3 })).toEqual({ mdcs: 1, isInsideError: false });
    expect(distance({ ...worst, value: 6 })).toEqual({ mdcs: -0.5, isInsideError: true });
    expect(distance({ measure: null, value: 9 })).toBeNull();
    expect(distance({ value: null })).toBeNull();
    expect(distance({ measure: "gait_antalgic", rule: null, threshold: null, value: "mild" })).toBeNull();
  });
});

describe("next best test", () => {
  const at = (id: string, visit: number) => {
    const found = course(episode(id))[visit - 1];
    if (!found) throw new Error("no visit");
    return nextBestTest(found.assessment, found.evidence);
  };
  test("what alone keeps the gate from passing goes first", () => {
    expect(at("C17", 4)).toEqual({ because: "gate_missing", test: "ely_angle_deg", side: "L" });
    expect(at("C13", 1)).toEqual({ because: "gate_missing", test: "ely_angle_deg", side: "L" });
  });
  test("then what the pattern lacks; an adult reference is no test", () => {
    expect(at("C12", 3)).toEqual({ because: "pattern_missing", test: "hamstring_strength", side: "L" });
    expect(at("C16", 3)).toBeNull();
  });
  test("then what goes stale within 14 days", () => {
    expect(at("C13", 2)).toEqual({ because: "going_stale", test: "mrc_knee_flexion", side: "L" });
    expect(at("C01", 2)).toBeNull();
  });
});
