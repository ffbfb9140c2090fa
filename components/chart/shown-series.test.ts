import { describe, expect, test } from "vitest";
import { sampleSeries } from "@/components/chart/sample-series";
import { packSeries, type ShownSeries, unpackSeries } from "@/components/chart/shown-series";
import type { Series } from "@/domain/progress/series";

const shown = ({ points, ...head }: Series): ShownSeries => ({
  ...head,
  points: points.map(({ visit, day, value, comparable, notComparableBecause, otherRater, breaksBefore }) => ({
    visit,
    day,
    value,
    comparable,
    notComparableBecause,
    otherRater,
    breaksBefore,
  })),
});

describe("a series on its way to the browser", () => {
  test("comes back as it was: gaps, a changed method, a line broken by a missed visit", () => {
    const pain = sampleSeries("nprs_worst", [
      [0, 6],
      [7, null],
      [14, 0],
      [28, 4],
    ]);
    const force = sampleSeries(
      "ham_force_n",
      [
        [0, 210, "isometric_belt_90"],
        [7, 230, "isometric_unfixed"],
        [14, 0, "isometric_belt_90"],
        [28, null],
      ],
      { side: "L", missed: [10] },
    );
    const before = [shown(pain), shown(force)];
    expect(unpackSeries(packSeries(before))).toEqual(before);
    expect(before[1]?.points.some(({ notComparableBecause }) => notComparableBecause === "method")).toBe(true);
    expect(before[1]?.points.some(({ breaksBefore }) => breaksBefore)).toBe(true);
  });

  test("another rater and an invalid value stay said", () => {
    const series = shown(
      sampleSeries("nprs_worst", [
        [0, 6],
        [7, 5],
      ]),
    );
    const points = series.points.map((point, place) =>
      place === 1 ? { ...point, otherRater: true, comparable: false, notComparableBecause: "invalid" as const } : point,
    );
    expect(unpackSeries(packSeries([{ ...series, points }]))[0]?.points).toEqual(points);
  });

  test("names each visit once and leaves out what is as usual", () => {
    const packed = packSeries([
      sampleSeries("nprs_worst", [
        [0, 6],
        [7, 5],
      ]),
      sampleSeries("rmdq_score", [
        [0, 8],
        [7, 2],
      ]),
    ]);
    expect(packed.visits).toEqual([
      [1, 0],
      [2, 7],
    ]);
    expect(packed.series.map(({ values, odd }) => [values, odd])).toEqual([
      [[6, 5], {}],
      [[8, 2], {}],
    ]);
  });
});
