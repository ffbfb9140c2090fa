/** What shows movement and touch in an exercise figure: arrows, speed lines and the clinician's hand. */
import { bendPoint, type Equipment } from "./equipment";
import { paint } from "./paint";
import { capsule } from "./person";
import { down, line, type Point, polar, round } from "./plane";

const MOTION = {
  fill: "none",
  stroke: paint("brand"),
  strokeWidth: 2.6,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const;

/** Two short strokes that meet at `tip`, coming from `from`. */
function arrowHead(tip: Point, from: Point): string {
  const lean = (Math.atan2(tip[1] - from[1], tip[0] - from[0]) * 180) / Math.PI;
  return line([polar(tip, lean + 151, 8), tip, polar(tip, lean - 151, 8)].map(down));
}

export function Arrow({ from, to, bend = 0, both = false }: Extract<Equipment, { kind: "arrow" }>) {
  const middle = bendPoint(from, to, bend);
  const [a, m, b] = [from, middle, to].map(([x, y]) => `${round(x)},${round(-y)}`);
  return <path d={`M${a}Q${m} ${b}${arrowHead(to, middle)}${both ? arrowHead(from, middle) : ""}`} {...MOTION} />;
}

/** A block arrow: where a thin one moves, this one presses. */
export function Push({ from, to }: Extract<Equipment, { kind: "push" }>) {
  const lean = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  const neck = polar(to, lean + 180, 12);
  const corners = [
    polar(from, lean + 90, 3.6),
    polar(neck, lean + 90, 3.6),
    polar(neck, lean + 90, 9),
    to,
    polar(neck, lean - 90, 9),
    polar(neck, lean - 90, 3.6),
    polar(from, lean - 90, 3.6),
  ];
  return <path d={line(corners.map(down), true)} fill={paint("brand")} stroke={paint("surface")} strokeWidth={1.6} />;
}

/** A flat hand from the side: palm with fingers, and the thumb. */
export function Hand({ at, turn }: Extract<Equipment, { kind: "hand" }>) {
  const skin = { fill: paint("surface"), stroke: paint("brand"), strokeWidth: 2, strokeLinejoin: "round" } as const;
  return (
    <g transform={`translate(${round(at[0])},${round(-at[1])}) rotate(${round(-turn)}) scale(1.2)`}>
      <path d={capsule([-3, 1], [2, -6], 3, 2.6)} {...skin} />
      <path d={capsule([-5, 1.4], [11, 0], 5.4, 3.6)} {...skin} />
      <path d="M4,-2.6H13M4.6,0.6H13" stroke={paint("brand")} strokeWidth={1} strokeLinecap="round" />
    </g>
  );
}

export function Circling({ at, radius: r }: Extract<Equipment, { kind: "circling" }>) {
  const [x, y] = down(at);
  const top: Point = [at[0], at[1] + r];
  return (
    <path
      d={`M${round(x + r)},${round(y)}A${r},${r} 0 1 1 ${round(x)},${round(y - r)}${arrowHead(top, [top[0] - 8, top[1]])}`}
      {...MOTION}
    />
  );
}

export function SpeedLines({ at, lengths }: Extract<Equipment, { kind: "speed" }>) {
  return lengths.map((length, index) => (
    <path key={length} d={`M${at[0]},${14 * index - at[1]}h${-length}`} {...MOTION} />
  ));
}
