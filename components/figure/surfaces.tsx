/** Draws what a body leans on or lies on where a plain line would not tell it: a wall and a mat. */
import { type Equipment, WALL } from "./equipment";
import { paint } from "./paint";

export function Wall({ x, height, solid }: Extract<Equipment, { kind: "wall" }>) {
  const left = solid === "left" ? x - WALL : x;
  const courses = Array.from({ length: Math.floor(height / 16) }, (_, course) => 16 * (course + 1) - 4);
  return (
    <>
      <rect x={left} y={-height} width={WALL} height={height} fill={paint("prop")} />
      <path
        d={courses.map((y) => `M${left},${2 - y}l${WALL},-8`).join("")}
        stroke={paint("prop-line")}
        strokeWidth={1.2}
      />
      <path d={`M${x},1V${-height}`} stroke={paint("prop-line")} strokeWidth={2.6} />
    </>
  );
}

/** Its edge is drawn twice, which tells a mat from a block. */
export function Mat({ at: [x, y], width, height }: Extract<Equipment, { kind: "mat" }>) {
  const edge = { fill: "none", stroke: paint("prop-line") } as const;
  return (
    <>
      <rect x={x} y={-y - height} width={width} height={height} rx={6} fill={paint("prop")} fillOpacity={0.35} />
      <rect x={x} y={-y - height} width={width} height={height} rx={6} {...edge} strokeWidth={1.6} />
      <rect
        x={x + 4}
        y={-y - height + 4}
        width={width - 8}
        height={height - 8}
        rx={4}
        {...edge}
        strokeWidth={0.9}
        strokeOpacity={0.7}
      />
    </>
  );
}
