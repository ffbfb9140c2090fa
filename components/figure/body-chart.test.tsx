import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { BODY_REGIONS } from "@/domain/vocabulary/body-regions";
import { BodyChart, type BodySpot, neighbour } from "./body-chart";
import { type BodyArea, BodyMap, describeBody } from "./body-map";
import { BODY_HEIGHT, BODY_SHAPES, BODY_WIDTH, middleOf, viewCentre } from "./body-shapes";

const AREAS: BodyArea[] = [
  { region: "lumbar_central", side: "M", intensity: 6 },
  { region: "buttock", side: "L", intensity: 0 },
  { region: "knee_inner", side: "R", intensity: null },
];

describe("shapes", () => {
  test("every region of the vocabulary can be chosen once on each of its sides", () => {
    const spots = BODY_SHAPES.filter(({ first }) => first).map(({ region, side }) => `${region} ${side}`);
    const expected = BODY_REGIONS.flatMap(({ id, sides }) => sides.map((side) => `${id} ${side}`));
    expect(spots).toEqual(expected);
  });

  test("the patient's left is to the right in front and to the left behind", () => {
    for (const { side, view, corners, region } of BODY_SHAPES) {
      if (side === "M") continue;
      const toTheRight = middleOf(corners)[0] > viewCentre(view);
      expect(toTheRight, `${region} ${side} ${view}`).toBe((view === "front") === (side === "L"));
    }
  });

  test("every shape's number stands on the drawing", () => {
    for (const { corners, region } of BODY_SHAPES) {
      const [x, y] = middleOf(corners);
      expect(x > 0 && x < BODY_WIDTH && y > 0 && y < BODY_HEIGHT, region).toBe(true);
    }
  });
});

describe("the map", () => {
  test("says each area with its number; 0 is a number, no number is said as such", () => {
    expect(describeBody(AREAS)).toBe(
      "Body chart. Low back, middle: 6 of 10; Buttock, left: 0 of 10; Inner knee, right: marked, no number.",
    );
    expect(describeBody([])).toBe("Body chart. No area marked.");
  });

  test("shades by intensity", () => {
    const at = (intensity: number) =>
      renderToStaticMarkup(<BodyMap areas={[{ region: "calf", side: "L", intensity }]} />).match(
        /fill-opacity="([\d.]+)"/,
      )?.[1];
    expect(Number(at(10))).toBeGreaterThan(Number(at(3)));
    expect(Number(at(3))).toBeGreaterThan(Number(at(0)));
    expect(Number(at(0))).toBeGreaterThan(0);
  });

  test("writes one number for an area that both views show", () => {
    const map = renderToStaticMarkup(<BodyMap areas={[{ region: "head_neck", side: "M", intensity: 7 }]} />);
    expect(map.match(/>7</g)).toHaveLength(1);
  });
});

describe("the chart as an input", () => {
  const chart = renderToStaticMarkup(<BodyChart areas={AREAS} onChoose={() => {}} />);

  test("each region is a named button that says its state; the keyboard has one stop", () => {
    expect(chart).toContain('aria-label="Low back, middle: 6 of 10"');
    expect(chart).toContain('aria-label="Buttock, right: not marked"');
    expect(chart.match(/aria-pressed="true"/g)).toHaveLength(3);
    expect(chart.match(/<button[^>]*tabindex="0"/g)).toHaveLength(1);
  });

  test("arrow keys reach every region", () => {
    const seen = new Set<string>();
    const queue: BodySpot[] = [{ region: "lumbar_central", side: "M" }];
    for (let spot = queue.shift(); spot !== undefined; spot = queue.shift()) {
      if (seen.has(`${spot.region} ${spot.side}`)) continue;
      seen.add(`${spot.region} ${spot.side}`);
      for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]) {
        const next = neighbour(spot, key);
        if (next !== null) queue.push({ region: next.region, side: next.side });
      }
    }
    expect(seen.size).toBe(BODY_SHAPES.filter(({ first }) => first).length);
  });

  test("left and right change the side, up and down keep it", () => {
    expect(neighbour({ region: "buttock", side: "L" }, "ArrowRight")).toMatchObject({ region: "buttock", side: "R" });
    expect(neighbour({ region: "buttock", side: "R" }, "ArrowDown")).toMatchObject({
      region: "sitting_bone",
      side: "R",
    });
    expect(neighbour({ region: "saddle", side: "M" }, "ArrowDown")).toBeNull();
    expect(neighbour({ region: "buttock", side: "R" }, "a")).toBeNull();
  });
});
