import { describe, expect, it } from "vitest";
import { type ChartSpec, chartModel } from "@/components/chart/geometry";
import { CARD_FRAME, endLabels, plotOf, scaleOf } from "@/components/chart/layout";
import { chartRows, runKeys } from "@/components/chart/rows";
import { sampleSeries } from "@/components/chart/sample-series";

const spec = (given: Partial<ChartSpec> & Pick<ChartSpec, "measure" | "series">): ChartSpec => ({
  phases: [],
  missed: [],
  limits: [],
  ...given,
});

const runsOf = (given: ChartSpec) =>
  chartModel(given).lines.map(({ runs }) => runs.map((run) => run.map(({ day, value }) => [day, value])));

describe("the points a chart draws", () => {
  it("draws nothing but axes when nothing was measured", () => {
    const model = chartModel(spec({ measure: "nprs_worst", series: [] }));
    expect(model.lines).toEqual([]);
    expect(model.bands).toEqual([]);
    expect(model.baselines).toEqual([]);
    expect(model.ends).toEqual([]);
    expect(model.y).toEqual({ min: 0, max: 10, ticks: [0, 5, 10] });
  });

  it("keeps a pain of 0 as a value, on the axis and in the line", () => {
    const series = [
      sampleSeries("nprs_worst", [
        [0, 3],
        [7, 0],
      ]),
    ];
    expect(runsOf(spec({ measure: "nprs_worst", series }))).toEqual([
      [
        [
          [0, 3],
          [7, 0],
        ],
      ],
    ]);
    const model = chartModel(spec({ measure: "nprs_worst", series }));
    expect(model.ends[0]).toMatchObject({ value: 0, text: "0" });
    expect(chartRows(model, []).map((row) => row.M0)).toEqual([3, 0]);
  });

  it("draws one value as a point with its band and baseline", () => {
    const model = chartModel(spec({ measure: "psfs_avg", series: [sampleSeries("psfs_avg", [[0, 4.3]])] }));
    expect(model.lines[0]?.runs).toEqual([[{ visit: 1, day: 0, value: 4.3 }]]);
    expect(model.bands).toEqual([{ side: "M", low: 2.3, high: 6.3 }]);
    expect(model.x).toEqual({ from: 0, to: 28, ticks: [0, 2, 4].map((week) => ({ week, day: week * 7 })) });
  });

  it("breaks pain at a visit without a score, and never draws it as 0", () => {
    const entries = [
      [0, 6],
      [7, null],
      [14, 4],
    ] as const;
    expect(runsOf(spec({ measure: "nprs_worst", series: [sampleSeries("nprs_worst", entries)] }))).toEqual([
      [[[0, 6]], [[14, 4]]],
    ]);
    expect(runsOf(spec({ measure: "rmdq_score", series: [sampleSeries("rmdq_score", entries)] }))).toEqual([
      [
        [
          [0, 6],
          [14, 4],
        ],
      ],
    ]);
  });

  it("breaks every measure at a missed visit, but not at one on the day itself", () => {
    const runsWith = (missed: number[]) => {
      const entries = [
        [0, 108],
        [14, 116],
        [28, 122],
      ] as const;
      const series = [sampleSeries("ely_angle_deg", entries, { side: "L", missed })];
      return runsOf(spec({ measure: "ely_angle_deg", series, missed }))[0];
    };
    expect(runsWith([20])).toHaveLength(2);
    expect(runsWith([14])).toHaveLength(1);
    expect(runsWith([35])).toHaveLength(1);
  });

  it("keeps two values of one day apart and in their order", () => {
    const series = [
      sampleSeries("nprs_worst", [
        [0, 6],
        [7, 5],
        [7, 2],
      ]),
    ];
    const model = chartModel(spec({ measure: "nprs_worst", series }));
    expect(model.lines[0]?.runs[0]?.map(({ visit, value }) => [visit, value])).toEqual([
      [1, 6],
      [2, 5],
      [3, 2],
    ]);
    expect(model.ends[0]?.value).toBe(2);
    expect(chartRows(model, []).map(({ visit }) => visit)).toEqual([1, 2, 3]);
  });

  it("draws a value of another method alone, and the line goes on without it", () => {
    const series = [
      sampleSeries(
        "hq_ratio",
        [
          [0, 0.36, "isometric_belt_90"],
          [14, 0.58, "isokinetic_con_60"],
          [28, 0.44, "isometric_belt_90"],
        ],
        { side: "L" },
      ),
    ];
    const model = chartModel(spec({ measure: "hq_ratio", series }));
    expect(model.lines[0]?.runs.map((run) => run.map(({ value }) => value))).toEqual([[0.36, 0.44]]);
    expect(model.lines[0]?.apart).toEqual([{ visit: 2, day: 14, value: 0.58, because: "method" }]);
    expect(model.ends[0]?.text).toBe("L 0.44");
    // The other value still fits: the fixed axis widens by whole steps.
    expect(model.y.max).toBe(0.65);
    expect(chartRows(model, []).map((row) => [row.day, row.at, row.L0])).toEqual([
      [0, 0.36, 0.36],
      [14, 0.58, undefined],
      [28, 0.44, 0.44],
    ]);
  });

  it("fits three years of visits on at most eight ticks", () => {
    const entries = Array.from({ length: 40 }, (_, i) => [i * 28, 120 + (i % 5)] as const);
    const model = chartModel(
      spec({ measure: "ely_angle_deg", series: [sampleSeries("ely_angle_deg", entries, { side: "L" })] }),
    );
    expect(model.x.ticks.map(({ week }) => week)).toEqual([0, 26, 52, 78, 104, 130, 156, 182]);
    expect(model.lines[0]?.runs[0]).toHaveLength(40);
  });

  it("uses the same value axis whatever was measured inside it", () => {
    const axisOf = (value: number) =>
      chartModel(
        spec({ measure: "ely_angle_deg", series: [sampleSeries("ely_angle_deg", [[0, value]], { side: "L" })] }),
      ).y;
    expect(axisOf(100)).toEqual(axisOf(139));
    expect(axisOf(82)).toEqual({ min: 75, max: 140, ticks: [80, 100, 120, 140] });
  });
});

describe("what lies behind the lines", () => {
  it("shades phases up to the axis end, joins the strengthening stages and leaves a hold white", () => {
    const series = [
      sampleSeries("nprs_worst", [
        [0, 6],
        [40, 4],
      ]),
    ];
    const phases = [
      { from: 0, to: 14, phase: "release" },
      { from: 14, to: 21, phase: "hold" },
      { from: 21, to: 30, phase: "strengthen_1" },
      { from: 30, to: null, phase: "strengthen_2" },
    ] as const;
    expect(chartModel(spec({ measure: "nprs_worst", series, phases })).shading).toEqual([
      { from: 0, to: 14, wash: 2 },
      { from: 21, to: 42, wash: 3 },
    ]);
  });

  it("keeps the band inside the plot", () => {
    const model = chartModel(spec({ measure: "rmdq_score", series: [sampleSeries("rmdq_score", [[0, 2]])] }));
    expect(model.bands).toEqual([{ side: "M", low: 0, high: 7 }]);
  });
});

describe("the labels at the line ends", () => {
  const both = (left: number, right: number) =>
    chartModel(
      spec({
        measure: "ely_angle_deg",
        series: [
          sampleSeries("ely_angle_deg", [[28, left]], { side: "L" }),
          sampleSeries("ely_angle_deg", [[28, right]], { side: "R" }),
        ],
      }),
    );

  it("stand at least 14 px apart, the higher value above", () => {
    const model = both(122, 124);
    const plot = plotOf(model, CARD_FRAME);
    const [upper, lower] = endLabels(model, scaleOf(model, plot), plot);
    expect([upper?.text, lower?.text]).toEqual(["R 124°", "L 122°"]);
    expect((lower?.y ?? 0) - (upper?.y ?? 0)).toBeCloseTo(14);
  });

  it("fit into the drawing even when the last visit is at the right edge", () => {
    const model = chartModel(
      spec({ measure: "ely_angle_deg", series: [sampleSeries("ely_angle_deg", [[41, 124.5]], { side: "R" })] }),
    );
    const plot = plotOf(model, CARD_FRAME);
    const [label] = endLabels(model, scaleOf(model, plot), plot);
    expect((label?.x ?? 0) + "R 124.5°".length * 6.9).toBeLessThanOrEqual(CARD_FRAME.width + 0.01);
  });
});

it("names one Recharts column per run", () => {
  const series = [
    sampleSeries("nprs_worst", [
      [0, 6],
      [7, null],
      [14, 4],
    ]),
  ];
  expect(runKeys(chartModel(spec({ measure: "nprs_worst", series })))).toEqual([
    { key: "M0", side: "M" },
    { key: "M1", side: "M" },
  ]);
});
