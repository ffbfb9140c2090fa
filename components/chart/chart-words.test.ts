import { describe, expect, it } from "vitest";
import {
  changeLine,
  chartNotes,
  errorCaption,
  measureCaption,
  readingsOf,
  summarySentence,
} from "@/components/chart/chart-words";
import { groupCharts } from "@/components/chart/groups";
import { limitsOf } from "@/components/chart/limits";
import { tableRows } from "@/components/chart/measure-table";
import { phaseSpans } from "@/components/chart/phase-spans";
import { sampleSeries } from "@/components/chart/sample-series";
import { dayText, deltaText, valueText } from "@/components/chart/value-text";
import { verdictsOf } from "@/components/chart/verdict";
import { MEASURES } from "@/domain/vocabulary/measures";
import words from "@/messages/en/chart.json";

const DAY_ZERO = "2026-09-02";

const pain = sampleSeries("nprs_worst", [
  [0, 6],
  [14, 5],
  [28, 4],
]);
const left = sampleSeries(
  "mtt_knee_deg",
  [
    [0, 40],
    [28, 60],
  ],
  { side: "L" },
);
const right = sampleSeries(
  "mtt_knee_deg",
  [
    [0, 58],
    [28, 66],
  ],
  { side: "R" },
);

describe("what a card says", () => {
  it("tells a pain's fall in points and percent", () => {
    expect(changeLine([pain], DAY_ZERO)).toBe("6 → 4, change −2 (33 %)");
    expect(errorCaption([pain])).toBe("MDC 2, MCID 2");
    expect(verdictsOf([pain])).toEqual([{ side: null, verdict: "improved_important" }]);
  });

  it("tells a rise and no change without percent", () => {
    const rise = sampleSeries("nprs_worst", [
      [0, 1],
      [7, 3],
    ]);
    const same = sampleSeries("nprs_worst", [
      [0, 0],
      [7, 0],
    ]);
    expect(changeLine([rise], DAY_ZERO)).toBe("1 → 3, change +2");
    expect(changeLine([same], DAY_ZERO)).toBe("0 → 0, change 0");
  });

  it("keeps each side's own verdict when they differ", () => {
    // Pelvis not held: the error is 19°.
    expect(errorCaption([left, right])).toBe("MDC 19°");
    expect(verdictsOf([left, right])).toEqual([
      { side: "L", verdict: "improved_detectable" },
      { side: "R", verdict: "no_detectable_change" },
    ]);
    expect(changeLine([left, right], DAY_ZERO)).toBe("L +20°, R +8°");
  });

  it("tells the only day of a value measured once, and gives it no class", () => {
    const once = sampleSeries("psfs_avg", [[0, 4.3]]);
    expect(changeLine([once], DAY_ZERO)).toBe("2 Sep only");
    expect(verdictsOf([once])).toEqual([{ side: null, verdict: "measured_once" }]);
  });

  it("gives tilt neither error nor verdict nor goal", () => {
    const tilt = sampleSeries("pelvic_tilt_deg", [
      [0, 16],
      [35, 8],
    ]);
    expect(verdictsOf([tilt])).toEqual([{ side: null, verdict: "described_only" }]);
    expect(errorCaption([tilt])).toBe("");
    expect(limitsOf([tilt], {})).toEqual([]);
  });

  it("says which value of another method is not compared", () => {
    const mixed = sampleSeries(
      "ham_force_n",
      [
        [0, 105, "isometric_belt_90"],
        [14, 150, "isokinetic_con_60"],
        [28, 120, "isometric_belt_90"],
      ],
      { side: "L" },
    );
    expect(chartNotes([mixed], DAY_ZERO)).toEqual(["Left 16 Sep: other method, not compared"]);
    expect(measureCaption("ham_force_n", [mixed])).toBe("N, belt-fixed isometric, 90°");
    expect(readingsOf([mixed], DAY_ZERO)[1]).toEqual({
      visit: 2,
      day: 14,
      title: "16 Sep 2026, visit 2",
      values: ["L 150, not compared"],
    });
    expect(summarySentence([mixed], DAY_ZERO)).toContain("Left: 150 on 16 Sep 2026 is not compared.");
  });

  it("warns when the first Roland-Morris score is below 7, and not at 7", () => {
    const rmdq = (first: number) => chartNotes([sampleSeries("rmdq_score", [[0, first]])], DAY_ZERO);
    expect(rmdq(6)).toEqual([words.rmdq_low_baseline]);
    expect(rmdq(7)).toEqual([]);
  });

  it("replaces looking at the chart by sentences", () => {
    expect(summarySentence([pain], DAY_ZERO)).toBe(
      "Pain, worst in 24 h. 6 on 2 Sep 2026, 4 on 30 Sep 2026, change −2: improved (important). Smallest change beyond measurement error: 2.",
    );
  });

  it("has a title and caption for each measure", () => {
    for (const { id } of MEASURES) expect(words.measures[id].title.length).toBeGreaterThan(3);
    expect(Object.keys(words.measures)).toHaveLength(MEASURES.length);
  });
});

describe("the lines of a chart", () => {
  it("are named by what they are, with the clinic's own value", () => {
    const ely = sampleSeries("ely_angle_deg", [[0, 108]], { side: "L" });
    const rmdq = sampleSeries("rmdq_score", [[0, 11]]);
    const hq = sampleSeries("hq_ratio", [[0, 0.36, "isometric_belt_90"]], { side: "L" });
    expect(limitsOf([ely], {}).map(({ label }) => label)).toEqual(["gate ≥ 120°"]);
    expect(limitsOf([rmdq], {}).map(({ label }) => label)).toEqual(["recovered ≤ 2"]);
    expect(limitsOf([hq], {}).map(({ label }) => label)).toEqual(["goal 0.45", "low < 0.40"]);
    expect(limitsOf([hq], { hq_low_isometric_belt_90: 0.42 })[1]?.label).toBe("low < 0.42");
    expect(limitsOf([pain], {})).toEqual([]);
  });
});

describe("the table beside a chart", () => {
  it("names each gap and each missed visit, in the order of days", () => {
    const series = [
      sampleSeries("nprs_worst", [
        [0, 6],
        [14, null],
        [28, 0],
      ]),
    ];
    expect(
      tableRows({ measure: "nprs_worst", series, limits: [], phases: [], missed: [21] }).map(
        ({ day, visit, cells }) => [day, visit, ...cells],
      ),
    ).toEqual([
      [0, 1, "6"],
      [14, 2, "Not measured"],
      [21, null],
      [28, 3, "0 (−6)"],
    ]);
  });
});

it("puts outcomes before process, and what is only described last", () => {
  const tilt = sampleSeries("pelvic_tilt_deg", [[0, 16]]);
  const ely = sampleSeries("ely_angle_deg", [[0, 108]], { side: "L" });
  expect(
    groupCharts([tilt, right, ely, left, pain]).map(({ id, charts }) => [id, ...charts.map((one) => one.measure)]),
  ).toEqual([
    ["outcomes", "nprs_worst"],
    ["process", "ely_angle_deg", "mtt_knee_deg"],
    ["descriptive", "pelvic_tilt_deg"],
  ]);
  expect(groupCharts([right, left])[0]?.charts[0]?.series.map(({ side }) => side)).toEqual(["L", "R"]);
});

it("spans the phases from visit to visit, and shows the phase a transferred patient came with", () => {
  expect(
    phaseSpans([
      { day: 7, phase_before: "strengthen_2", phase_after: "strengthen_2" },
      { day: 14, phase_before: "strengthen_2", phase_after: "hold" },
      { day: 20, phase_before: "hold", phase_after: "strengthen_2" },
    ]),
  ).toEqual([
    { from: 0, to: 14, phase: "strengthen_2" },
    { from: 14, to: 20, phase: "hold" },
    { from: 20, to: null, phase: "strengthen_2" },
  ]);
});

it("writes numbers and days as the product does", () => {
  expect([valueText(0.4, 2), valueText(122, 1), valueText(-3, 1), valueText(6.5, 1, "es")]).toEqual([
    "0.40",
    "122",
    "−3",
    "6,5",
  ]);
  expect([deltaText(2, 0), deltaText(0, 0), deltaText(-0.04, 1)]).toEqual(["+2", "0", "0"]);
  expect(dayText("2026-09-02")).toBe("2 Sep 2026");
  expect(dayText("2026-10-15", { year: false })).toBe("15 Oct");
});
