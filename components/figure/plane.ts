/** Points, turns and outlines in the plane: the arithmetic under every drawn figure. Angles in degrees. */
export type Point = readonly [x: number, y: number];

const RADIANS = Math.PI / 180;

export const cos = (degrees: number) => Math.cos(degrees * RADIANS);
export const sin = (degrees: number) => Math.sin(degrees * RADIANS);

/** One decimal is finer than a screen pixel and keeps server and browser markup identical. */
export const round = (value: number) => Math.round(value * 10) / 10 + 0;

export const distance = (a: Point, b: Point) => Math.hypot(b[0] - a[0], b[1] - a[1]);

export const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];

/** The point `length` away from `from` in the direction `angle` (0 right, 90 towards +y). */
export const polar = (from: Point, angle: number, length: number): Point => [
  from[0] + cos(angle) * length,
  from[1] + sin(angle) * length,
];

/** `point` turned about the origin; with y down a positive angle turns clockwise. */
export const rotate = ([x, y]: Point, angle: number): Point => [
  x * cos(angle) - y * sin(angle),
  x * sin(angle) + y * cos(angle),
];

/** Catmull-Rom curve through `points`, `steps` samples to a span. */
export function spline(points: readonly Point[], steps: number): Point[] {
  const last = points.length - 1;
  const at = (index: number) => points[Math.max(0, Math.min(last, index))] as Point;
  const curve: Point[] = [];
  for (let index = 0; index < last; index++) {
    const [a, b, c, d] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const blend = (axis: 0 | 1, t: number) =>
      0.5 *
      (2 * b[axis] +
        (c[axis] - a[axis]) * t +
        (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t * t +
        (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t * t * t);
    for (let step = 0; step < steps; step++) curve.push([blend(0, step / steps), blend(1, step / steps)]);
  }
  curve.push(at(last));
  return curve;
}

/** SVG path data of straight lines through `points`. */
export const line = (points: readonly Point[], closed = false) =>
  `M${points.map(([x, y]) => `${round(x)},${round(y)}`).join("L")}${closed ? "Z" : ""}`;

/** Unit direction of a sampled curve at one of its points. */
export function direction(curve: readonly Point[], index: number): Point {
  const a = curve[Math.max(0, index - 1)] as Point;
  const b = curve[Math.min(curve.length - 1, index + 1)] as Point;
  const length = distance(a, b) || 1;
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
}

/** From y up, as bodies are posed, to y down, as SVG draws. */
export const down = ([x, y]: Point): Point => [x, -y];
