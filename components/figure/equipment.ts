/** The things around an exercise, as data: where each stands and what room it takes. Units cm, y up, floor y = 0. */
import type { Point } from "./plane";

export type Equipment =
  | { kind: "floor"; from: number; to: number; y?: number }
  | { kind: "roller"; at: Point }
  | { kind: "ball"; at: Point; radius: number }
  | { kind: "pillow"; at: Point; width: number; height: number; turn?: number }
  | { kind: "pad"; x: number; width: number; height: number }
  | { kind: "slider"; x: number; width: number }
  /** Its face is at `x`; `solid` says on which side of it the masonry is. */
  | { kind: "wall"; x: number; height: number; solid: "left" | "right" }
  /** A mat as seen from above, from its lower left corner. */
  | { kind: "mat"; at: Point; width: number; height: number }
  | { kind: "bench"; x: number; width: number; height: number }
  | { kind: "box"; x: number; width: number; height: number }
  | { kind: "chair"; x: number; width: number; height: number; back: "left" | "right" }
  | { kind: "bed"; x: number; width: number; height: number; head?: "left" | "right" }
  /** A strap, band or towel pulled straight through the points. */
  | { kind: "strap"; through: readonly Point[]; anchored?: boolean }
  /** Something that holds the ankles down. */
  | { kind: "ankle_hold"; at: Point }
  | { kind: "dumbbell"; at: Point }
  | { kind: "stick"; from: Point; to: Point }
  | { kind: "pack"; at: Point; turn: number; warm: boolean }
  /** A bandage wound around a limb of this radius. */
  | { kind: "bandage"; from: Point; to: Point; radius: number }
  /** The clinician's hand, fingers towards `turn` degrees. */
  | { kind: "hand"; at: Point; turn: number }
  | { kind: "arrow"; from: Point; to: Point; bend?: number; both?: boolean }
  /** A force against something that gives little or not at all. */
  | { kind: "push"; from: Point; to: Point }
  | { kind: "circling"; at: Point; radius: number }
  | { kind: "speed"; at: Point; lengths: readonly number[] };

const boxed = (x: number, y: number, width: number, height: number): Point[] => [
  [x, y],
  [x + width, y + height],
];

const around = ([x, y]: Point, reach: number): Point[] => boxed(x - reach, y - reach, 2 * reach, 2 * reach);

export const CHAIR_BACK = 44;
export const HEADBOARD = 34;
export const WALL = 11;

/** The middle control point of a bent arrow. */
export function bendPoint(from: Point, to: Point, bend: number): Point {
  return [(from[0] + to[0]) / 2 - (to[1] - from[1]) * bend, (from[1] + to[1]) / 2 + (to[0] - from[0]) * bend];
}

/** Corners of the room a thing takes. */
export function extentOf(thing: Equipment): Point[] {
  switch (thing.kind) {
    case "floor":
      return boxed(thing.from, (thing.y ?? 0) - 2, thing.to - thing.from, 2);
    case "roller":
      return around(thing.at, 10);
    case "ball":
      return around(thing.at, thing.radius + 1);
    case "pillow":
    case "mat":
      return boxed(thing.at[0], thing.at[1], thing.width, thing.height);
    case "pad":
      return boxed(thing.x, 0, thing.width, thing.height);
    case "slider":
      return boxed(thing.x - thing.width / 2, 0, thing.width, 3);
    case "wall":
      return boxed(thing.solid === "left" ? thing.x - WALL : thing.x - 1, 0, WALL + 1, thing.height);
    case "bench":
    case "box":
      return boxed(thing.x, 0, thing.width, thing.height);
    case "chair":
      return boxed(thing.x, 0, thing.width, thing.height + CHAIR_BACK);
    case "bed":
      return boxed(thing.x - 3, 0, thing.width + 6, thing.height + (thing.head === undefined ? 0 : HEADBOARD));
    case "strap":
      return thing.through.flatMap((point) => around(point, 3));
    case "stick":
      return [...around(thing.from, 4), ...around(thing.to, 4)];
    case "bandage":
      return [thing.from, thing.to];
    case "ankle_hold":
      return around(thing.at, 9);
    case "dumbbell":
      return around(thing.at, 13);
    case "pack":
      return boxed(thing.at[0] - 15, thing.at[1] - 9, 30, thing.warm ? 33 : 18);
    case "hand":
      return around(thing.at, 16);
    case "arrow":
      return [
        ...around(thing.from, 4),
        ...around(thing.to, 5),
        ...around(
          [
            (thing.from[0] + thing.to[0]) / 4 + bendPoint(thing.from, thing.to, thing.bend ?? 0)[0] / 2,
            (thing.from[1] + thing.to[1]) / 4 + bendPoint(thing.from, thing.to, thing.bend ?? 0)[1] / 2,
          ],
          2,
        ),
      ];
    case "push":
      return [...around(thing.from, 4), ...around(thing.to, 9)];
    case "circling":
      return around(thing.at, thing.radius + 4);
    case "speed":
      return thing.lengths.flatMap((length, index): Point[] =>
        boxed(thing.at[0] - length, thing.at[1] - 14 * index, length, 1),
      );
  }
}
