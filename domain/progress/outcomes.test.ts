import { describe, expect, test } from "vitest";
import type { MeasureRecord, VisitRecord } from "@/domain/record";
import { foldEpisode } from "@/domain/rules/course";
import { DEFAULT_RULES } from "@/domain/rules/rule-set";
import { type DischargeQuestion, dischargeOffer } from "./discharge-offer";
import { outcomesOf } from "./outcomes";

const whole = (id: MeasureRecord["id"], value: number): MeasureRecord => ({ id, side: "M", value, unit: "" });
const visit = (day: number, ...measures: MeasureRecord[]): VisitRecord => ({
  ...{ visit: day + 1, day, flags: [], signs: [], measures },
});
const courseOf = (...visits: VisitRecord[]) => {
  const patient = { age: 40, sex: "F" } as const;
  return foldEpisode({ patient, visits }).map((assessment, index) => ({ visit: visits[index]!, assessment }));
};
const outcomes = (...visits: VisitRecord[]) => outcomesOf(courseOf(...visits), DEFAULT_RULES);

describe("what an episode came to", () => {
  test("is the latest value of each measure, though the last visit took none of them", () => {
    const found = outcomes(
      visit(0, whole("nprs_worst", 7), whole("psfs_avg", 3)),
      visit(14, whole("nprs_worst", 4)),
      visit(28, whole("psfs_avg", 8)),
      visit(42),
    );
    expect(found).toEqual([
      { measure: "nprs_worst", side: "M", from: 7, to: 4, change: "improved_important" },
      { measure: "psfs_avg", side: "M", from: 3, to: 8, change: "improved_important" },
    ]);
  });

  test("names a value measured once, and a rating given once with what it says", () => {
    expect(outcomes(visit(0, whole("rmdq_score", 0)), visit(28, whole("groc", 5)))).toEqual([
      { measure: "rmdq_score", side: "M", from: 0, to: null, change: null },
      { measure: "groc", side: "M", from: null, to: 5, change: "improved_important" },
    ]);
    expect(outcomes(visit(0), visit(28, whole("groc", 2)))).toMatchObject([{ to: 2, change: "no_detectable_change" }]);
  });

  test("holds nothing where nothing was measured, and no range of motion", () => {
    const ely = { id: "ely_angle_deg", side: "L", value: 110, unit: "deg" } as const;
    expect(outcomes(visit(0, ely), visit(28, { ...ely, value: 125 }))).toEqual([]);
  });
});

describe("discharge is offered", () => {
  const offered = (visits: VisitRecord[], more: Partial<DischargeQuestion> = {}) =>
    dischargeOffer({
      ...{ visits: courseOf(...visits), phase: "strengthen_2", phaseSince: 0, today: 60, rules: DEFAULT_RULES },
      ...more,
    });
  const well = (day: number, psfs: number, pain = 2) => visit(day, whole("psfs_avg", psfs), whole("nprs_worst", pain));

  test("where function stayed at its goal for 28 days", () => {
    expect(offered([well(0, 8), well(28, 8)])).toEqual(["psfs"]);
    expect(offered([well(0, 8), well(27, 8)])).toEqual([]);
    expect(offered([well(0, 8), well(14, 7), well(28, 8)])).toEqual([]);
    expect(offered([well(0, 8)])).toEqual([]);
    const rmdq = [0, 28].map((day) => visit(day, whole("rmdq_score", 2), whole("nprs_worst", 0)));
    expect(offered(rmdq)).toEqual(["rmdq"]);
  });

  test("after twelve weeks in Maintain", () => {
    const maintain = { phase: "maintain", phaseSince: 0 } as const;
    expect(offered([well(0, 5)], { ...maintain, today: 84 })).toEqual(["maintain"]);
    expect(offered([well(0, 5)], { ...maintain, today: 83 })).toEqual([]);
    expect(offered([well(0, 5)], { phase: "strengthen_3", today: 84 })).toEqual([]);
  });

  test("with pain of 2 or less in back and thigh; never scored is not low", () => {
    expect(offered([well(0, 8), well(28, 8, 3)])).toEqual([]);
    expect(offered([visit(0, whole("psfs_avg", 8)), visit(28, whole("psfs_avg", 8))])).toEqual([]);
    const thigh = { id: "nprs_thigh_worst", side: "R", value: 3, unit: "" } as const;
    expect(offered([well(0, 8), visit(28, whole("psfs_avg", 8), whole("nprs_worst", 1), thigh)])).toEqual([]);
  });

  test("not within 28 days of a flare, nor on hold", () => {
    const visits = courseOf(well(0, 8), well(28, 8));
    const flared = visits.map((one, index) =>
      index === 0 ? one : { ...one, assessment: { ...one.assessment, regress: "R1a_flare" } },
    );
    expect(offered([], { visits: flared, today: 55 })).toEqual([]);
    expect(offered([], { visits: flared, today: 56 })).toEqual(["psfs"]);
    expect(offered([], { visits, phase: "hold" })).toEqual([]);
  });
});
