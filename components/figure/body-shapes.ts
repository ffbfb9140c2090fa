/** The regions of the body chart as polygons. Half a body: x outwards from the midline, y down; mirrored for each side and view. */
import type { LimbSide, Side } from "@/domain/record";
import { BODY_REGIONS, type BodyRegionId } from "@/domain/vocabulary/body-regions";
import { type Point, spline } from "./plane";

export type BodyView = "front" | "back";

/** "0,1 14,5" as points. */
const points = (pairs: string): Point[] =>
  pairs.split(" ").map((pair) => {
    const [x, y] = pair.split(",").map(Number) as [number, number];
    return [x, y];
  });

/** Half the outline from the crown down the outside to the foot and up the inside. */
const OUTLINE = points(
  "0,1 14,5 21,18 21,34 15,47 12,55 14,64 28,70 47,76 57,90 61,122 68,156 76,192 81,210 76,224 69,216 66,196 57,160 50,130 45,108 42,128 38,152 41,172 48,196 51,222 49,260 42,298 39,316 40,334 42,352 36,382 28,408 27,418 34,430 31,438 14,438 11,428 13,412 12,388 8,356 12,334 12,318 9,290 4,252 0,228",
);

/** The sole drawn below the figure seen from behind. */
const SOLE = points("14,450 22,446 29,452 31,466 27,484 20,488 14,482 12,464");

export const BODY_HEIGHT = 494;
/** Half the width of one view. */
export const BODY_REACH = 86;

type HalfShape = { view: BodyView; half: readonly Point[] };
const front = (pairs: string): HalfShape => ({ view: "front", half: points(pairs) });
const back = (pairs: string): HalfShape => ({ view: "back", half: points(pairs) });

/** A region's half polygon in each view that shows it; the first is the one it is chosen by. */
const POLYGONS: Record<BodyRegionId, readonly HalfShape[]> = {
  head_neck: [front("0,-4 40,-4 40,50 14,66 0,66"), back("0,-4 40,-4 40,50 14,66 0,66")],
  thoracic_back: [back("0,66 14,66 50,74 44,104 30,104 28,140 0,140")],
  ribs_side: [front("26,98 45,104 42,128 38,152 25,152"), back("30,104 45,104 42,128 39,140 28,140")],
  lumbar_central: [back("0,140 10,140 10,178 0,178")],
  lumbar_side: [back("10,140 42,140 38,152 42,176 10,178")],
  sacrum: [back("0,178 12,178 4,206 0,209")],
  sacroiliac: [back("12,178 25,177 13,206 4,206")],
  buttock: [back("25,177 37,176 41,200 43,228 27,233 25,216 11,214 4,206 13,206")],
  sitting_bone: [back("11,214 25,216 27,233 11,237")],
  abdomen: [front("0,122 25,122 25,152 38,152 41,172 32,186 14,202 0,208")],
  groin: [front("14,202 21,196 25,212 15,230 0,236 0,208")],
  hip_outer: [front("41,172 54,190 60,230 41,230 39,206 46,190"), back("37,176 44,174 60,228 43,228 41,200")],
  hip_front: [front("41,172 46,190 39,206 25,212 21,196 32,186")],
  thigh_front: [front("25,212 39,206 41,230 38,262 33,298 19,298 17,262 15,230")],
  thigh_inner: [front("0,236 15,230 17,262 19,298 4,298")],
  thigh_outer: [front("41,230 60,230 54,262 46,298 33,298 38,262")],
  ham_proximal: [back("0,237 11,237 27,233 43,228 60,228 56,257 0,257")],
  ham_mid: [back("0,257 56,257 54,278 0,278")],
  ham_distal: [back("0,278 54,278 50,300 0,300")],
  knee_front: [front("19,298 33,298 32,332 19,332")],
  knee_back: [back("0,300 50,300 50,332 0,332")],
  knee_inner: [front("4,298 19,298 19,332 4,332")],
  knee_outer: [front("33,298 48,298 48,332 32,332")],
  shin: [front("2,332 50,332 48,398 4,398")],
  calf: [back("2,332 50,332 48,398 4,398")],
  ankle: [front("4,398 40,398 40,417 4,417"), back("4,398 40,398 40,440 4,440")],
  foot_top: [front("4,417 40,417 40,442 4,442")],
  foot_sole: [{ view: "back", half: SOLE }],
  saddle: [back("0,209 4,206 11,214 11,237 0,240")],
};

const CENTRE: Record<BodyView, number> = { front: BODY_REACH, back: 3 * BODY_REACH + 12 };

/** Width of both views side by side. */
export const BODY_WIDTH = 4 * BODY_REACH + 12;

export const viewCentre = (view: BodyView) => CENTRE[view];

/** +1 where a side lies to the viewer's right: seen from the front the patient's left does. */
export const outwards = (view: BodyView, side: LimbSide): 1 | -1 => ((view === "front") === (side === "L") ? 1 : -1);

const placed = (half: readonly Point[], view: BodyView, way: 1 | -1): Point[] =>
  half.map(([x, y]) => [CENTRE[view] + way * x, y]);

const whole = (half: readonly Point[], view: BodyView): Point[] => [
  ...placed(half, view, 1),
  ...placed(half, view, -1).reverse(),
];

/** The closed outline of one view. */
export const bodyOutline = (view: BodyView): Point[] => spline(whole(OUTLINE, view), 5);

export const soleOutlines = (): Point[][] =>
  ([1, -1] as const).map((way) => {
    const sole = placed(SOLE, "back", way);
    return spline([...sole, sole[0] as Point], 5);
  });

export type BodyShape = {
  region: BodyRegionId;
  side: Side;
  label: string;
  view: BodyView;
  corners: Point[];
  /** The shape the region is chosen by. */
  first: boolean;
};

/** Every shape of the chart, head to foot, left before right. */
export const BODY_SHAPES: readonly BodyShape[] = BODY_REGIONS.flatMap(({ id, label, sides }) =>
  (sides as readonly Side[]).flatMap((side) =>
    POLYGONS[id].map(({ view, half }, index) => ({
      region: id,
      side,
      label,
      view,
      corners: side === "M" ? whole(half, view) : placed(half, view, outwards(view, side)),
      first: index === 0,
    })),
  ),
);

/** Where a shape's number stands: the middle of its area. */
export function middleOf(corners: readonly Point[]): Point {
  let [area, x, y] = [0, 0, 0];
  corners.forEach((a, index) => {
    const b = corners[(index + 1) % corners.length] as Point;
    const cross = a[0] * b[1] - b[0] * a[1];
    area += cross;
    x += (a[0] + b[0]) * cross;
    y += (a[1] + b[1]) * cross;
  });
  return [x / (3 * area), y / (3 * area)];
}
