/** What is laid over the anatomy: the tilt gauge, the pain mark and the labels of the pull figure. */
import type { ReactNode } from "react";
import { fill } from "@/messages/fill";
import type { BandState } from "./muscle-band";
import { paint, type Token } from "./paint";
import { type Point, polar, round } from "./plane";
import type { PullMuscle } from "./pull-anatomy";
import { PULL_WORDS } from "./pull-words";

const RADIUS = 130;
const REACH = 144;

export function Writing({
  at,
  size,
  color,
  bold = false,
  end = false,
  spaced = false,
  children,
}: {
  at: Point;
  size: number;
  color: Token;
  bold?: boolean;
  end?: boolean;
  spaced?: boolean;
  children: ReactNode;
}) {
  return (
    <text
      x={round(at[0])}
      y={round(at[1])}
      fontSize={size}
      fontWeight={bold ? 680 : undefined}
      letterSpacing={spaced ? "0.09em" : undefined}
      textAnchor={end ? "end" : undefined}
      fill={paint(color)}
    >
      {children}
    </text>
  );
}

/** The measured angle, 1:1, over the usual range; it carries no goal and no verdict. */
export function TiltGauge({
  psis,
  asis,
  tilt,
  usual,
}: {
  psis: Point;
  asis: Point;
  tilt: number;
  usual: number | null;
}) {
  const [x, y] = psis;
  const end = polar(psis, tilt, REACH);
  const arc = polar(psis, tilt, RADIUS);
  const wide = RADIUS + 7;
  const range = usual === null ? null : polar(psis, usual, wide);
  return (
    <g>
      {range !== null && (
        <path
          d={`M${round(x)},${round(y)}H${round(x + wide)}A${wide},${wide} 0 0 1 ${round(range[0])},${round(range[1])}Z`}
          fill={paint("muted")}
          opacity={0.15}
        />
      )}
      <path
        d={`M${round(x)},${round(y)}H${round(x + REACH)}`}
        stroke={paint("muted")}
        strokeWidth={1}
        strokeDasharray="2 3"
      />
      <path d={`M${round(x)},${round(y)}L${round(end[0])},${round(end[1])}`} stroke={paint("ink")} strokeWidth={1.4} />
      <path
        d={`M${round(x + RADIUS)},${round(y)}A${RADIUS},${RADIUS} 0 0 ${tilt < 0 ? 0 : 1} ${round(arc[0])},${round(arc[1])}`}
        fill="none"
        stroke={paint("ink")}
        strokeWidth={1.4}
      />
      {[psis, asis].map(([cx, cy]) => (
        <circle
          key={cx}
          cx={round(cx)}
          cy={round(cy)}
          r={3.2}
          fill={paint("surface")}
          stroke={paint("ink")}
          strokeWidth={1.4}
        />
      ))}
    </g>
  );
}

/** Where the value of the gauge stands, in scaled units. */
export function TiltValue({
  psis,
  scale,
  tilt,
  note,
  usual,
  full,
}: {
  psis: Point;
  scale: number;
  tilt: number;
  note: string | undefined;
  usual: number | null;
  full: boolean;
}) {
  const [x, y] = [(psis[0] + REACH + 7) * scale, (psis[1] + 14) * scale];
  const words = PULL_WORDS;
  const lines = [
    note === undefined ? words.anterior_tilt : fill(full ? words.anterior_tilt_note : words.tilt_note, { note }),
    ...(usual === null ? [] : [fill(words.usual_tilt, { usual })]),
  ];
  return (
    <>
      <Writing at={[x, y]} size={22} color="ink" bold>
        {fill(words.tilt_value, { tilt })}
      </Writing>
      {lines.map((text, index) => (
        <Writing key={text} at={[x, y + 15 + 15 * index]} size={12} color="muted">
          {text}
        </Writing>
      ))}
    </>
  );
}

export function PainMark({ at, radius }: { at: Point; radius: number }) {
  const r = (share: number) => round(radius * share);
  return (
    <g transform={`translate(${round(at[0])},${round(at[1])})`}>
      <circle r={radius + 6} fill={paint("bad")} opacity={0.12} />
      <circle r={radius} fill={paint("surface")} stroke={paint("bad")} strokeWidth={1.6} />
      <path
        d={`M${r(-0.18)},${r(-0.55)}L${r(-0.42)},${r(0.12)}H${r(0.06)}L${r(-0.1)},${r(0.6)}L${r(0.46)},${r(-0.14)}H${r(0.02)}L${r(0.2)},${r(-0.55)}Z`}
        fill={paint("bad")}
      />
    </g>
  );
}

export type LabelPlace = { x: number; y: number; side: "front" | "back" };

const BASELINE: Record<PullMuscle, number> = { flexors: -128, quads: 76, erectors: -128, hams: 84 };

/** Where a muscle's label stands: front ones to the right of the figure, back ones to the left. */
export function labelPlace(muscle: PullMuscle, scale: number, full: boolean): LabelPlace {
  const side = muscle === "flexors" || muscle === "quads" ? "front" : "back";
  const x = side === "front" ? (full ? 100 : 92 * scale) : full ? -104 : -98 * scale;
  return { x, y: BASELINE[muscle] * scale, side };
}

export function MuscleLabel({
  place,
  start,
  name,
  state,
  word,
  notes,
}: {
  place: LabelPlace;
  start: Point;
  name: string;
  state: BandState;
  word: string;
  notes: readonly string[];
}) {
  const out = place.side === "front" ? 1 : -1;
  const color: Token = state === "untested" ? "muted" : state === "plain" ? "ink" : `${place.side}-ink`;
  const end = place.side === "back";
  const size = state === "plain" ? 14 : 13;
  return (
    <>
      <path
        d={`M${round(start[0] + out * 2)},${round(start[1])}L${round(place.x - out * 6)},${round(place.y - 4)}`}
        stroke={paint(color)}
        strokeWidth={1}
        fill="none"
      />
      <circle cx={round(start[0] + out)} cy={round(start[1])} r={2.2} fill={paint(color)} />
      <Writing at={[place.x, place.y]} size={size} color={color} bold end={end}>
        {name}
      </Writing>
      {word !== "" && (
        <Writing at={[place.x, place.y + 16]} size={size} color="ink" end={end}>
          {word}
        </Writing>
      )}
      {notes.map((text, index) => (
        <Writing key={text} at={[place.x, place.y + 32 + 15 * index]} size={12} color="muted" end={end}>
          {text}
        </Writing>
      ))}
    </>
  );
}
