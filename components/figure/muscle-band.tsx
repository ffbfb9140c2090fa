/** One muscle drawn as a band whose width, tone and marks say its recorded state. */
import { paint, type Token } from "./paint";
import { direction, line, type Point, round, spline } from "./plane";
import type { MuscleLine } from "./pull-anatomy";

export const MUSCLE_STATES = ["short", "reduced", "borderline", "painful", "usual", "untested"] as const;
export type MuscleState = (typeof MUSCLE_STATES)[number];
export type BandState = MuscleState | "plain";

type Look = { width: number; fill: Token; stroke: Token; strokeWidth: number };

function lookOf(state: BandState, side: "front" | "back"): Look {
  switch (state) {
    case "short":
      return { width: 1.3, fill: side, stroke: `${side}-ink`, strokeWidth: 1 };
    case "borderline":
      return { width: 1.08, fill: `${side}-mid`, stroke: `${side}-ink`, strokeWidth: 1.1 };
    case "usual":
      return { width: 0.9, fill: `${side}-wash`, stroke: side, strokeWidth: 1 };
    case "reduced":
      return { width: 0.68, fill: `${side}-wash`, stroke: `${side}-ink`, strokeWidth: 1.6 };
    case "painful":
      return { width: 0.9, fill: `${side}-mid`, stroke: "bad", strokeWidth: 1.8 };
    case "untested":
      return { width: 0.84, fill: "surface", stroke: "muted", strokeWidth: 1.3 };
    case "plain":
      return { width: 0.94, fill: "prop", stroke: "prop-line", strokeWidth: 1.1 };
  }
}

export type Band = {
  curve: Point[];
  /** The edge of the belly at a share of the full width (1 and -1 are the two outer edges). */
  edge: (share: number) => Point[];
  outline: Point[];
  middle: Point;
  /** Half the width at a sample of the curve. */
  half: (index: number) => number;
};

/** The outline of a muscle in a state, in the figure's own units. */
export function bandOf(muscle: MuscleLine, state: BandState): Band {
  const curve = spline(muscle.points, 16);
  const last = curve.length - 1;
  const width = muscle.width * lookOf(state, muscle.side).width;
  const tip = 3.2 / width;
  const fullness = state === "short" ? 0.62 : 0.8;
  const half = (index: number) =>
    (width / 2) * (tip + (1 - tip) * Math.max(0, Math.sin((Math.PI * index) / last)) ** fullness);
  const edge = (share: number) =>
    curve.map(([x, y], index): Point => {
      const [dx, dy] = direction(curve, index);
      const reach = half(index) * share;
      return [x - dy * reach, y + dx * reach];
    });
  return {
    curve,
    edge,
    outline: [...edge(1), ...edge(-1).reverse()],
    middle: curve[Math.round(last * muscle.leaderAt)] as Point,
    half,
  };
}

/** The outermost point of a band's label height, on the side the label stands. */
export function leaderStart(band: Band, muscle: MuscleLine): Point {
  const index = Math.round((band.curve.length - 1) * muscle.leaderAt);
  const [a, b] = [band.edge(1)[index] as Point, band.edge(-1)[index] as Point];
  const frontmost = a[0] > b[0] ? a : b;
  return muscle.side === "front" ? frontmost : frontmost === a ? b : a;
}

const FIBRES: Partial<Record<BandState, { shares: number[]; from: number; to: number }>> = {
  short: { shares: [-0.58, -0.2, 0.2, 0.58], from: 0.1, to: 0.9 },
  borderline: { shares: [-0.36, 0.36], from: 0.16, to: 0.84 },
  usual: { shares: [-0.36, 0.36], from: 0.16, to: 0.84 },
  painful: { shares: [-0.36, 0.36], from: 0.16, to: 0.84 },
  plain: { shares: [-0.36, 0.36], from: 0.16, to: 0.84 },
};

function Fibres({ band, state, side }: { band: Band; state: BandState; side: "front" | "back" }) {
  const fibres = FIBRES[state];
  if (fibres === undefined) return null;
  const last = band.curve.length - 1;
  const ink = state === "short" ? "on-muscle" : state === "plain" ? "prop-line" : side;
  return fibres.shares.map((share) => (
    <path
      key={share}
      d={line(band.edge(share).slice(Math.round(last * fibres.from), Math.round(last * fibres.to)))}
      fill="none"
      stroke={paint(state === "borderline" ? `${side}-ink` : ink)}
      strokeOpacity={state === "short" ? 0.42 : 0.5}
      strokeWidth={state === "short" ? 1.1 : 1}
      strokeLinecap="round"
    />
  ));
}

/** Two arrowheads towards each other: short of the cut-off. */
function Chevrons({ band }: { band: Band }) {
  const last = band.curve.length - 1;
  const reach = 4.6;
  return [[0.3, 1] as const, [0.7, -1] as const].map(([share, way]) => {
    const index = Math.round(last * share);
    const [x, y] = band.curve[index] as Point;
    const [dx, dy] = direction(band.curve, index);
    const wing = (turn: 1 | -1): Point => [
      x - dx * reach * way * 0.4 - dy * reach * 1.05 * turn,
      y - dy * reach * way * 0.4 + dx * reach * 1.05 * turn,
    ];
    return (
      <path
        key={share}
        d={line([wing(1), [x + dx * reach * way, y + dy * reach * way], wing(-1)])}
        fill="none"
        stroke={paint("on-muscle")}
        strokeWidth={2.6}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    );
  });
}

/** Five rungs across a band that stays straight: reduced strength is never drawn limp. */
function CrossBars({ band, side }: { band: Band; side: "front" | "back" }) {
  const last = band.curve.length - 1;
  return [0, 1, 2, 3, 4].map((bar) => {
    const index = Math.round(last * (0.14 + 0.18 * bar));
    const [x, y] = band.curve[index] as Point;
    const [dx, dy] = direction(band.curve, index);
    const reach = band.half(index) * 0.92;
    return (
      <path
        key={bar}
        d={`M${round(x - dy * reach)},${round(y + dx * reach)}L${round(x + dy * reach)},${round(y - dx * reach)}`}
        stroke={paint(side)}
        strokeWidth={1.1}
        strokeOpacity={0.75}
      />
    );
  });
}

export function MuscleBand({ band, state, side }: { band: Band; state: BandState; side: "front" | "back" }) {
  const look = lookOf(state, side);
  return (
    <g>
      <path
        d={line(band.outline, true)}
        fill={paint(look.fill)}
        stroke={paint(look.stroke)}
        strokeWidth={look.strokeWidth}
        strokeLinejoin="round"
        strokeDasharray={state === "untested" ? "3.5 3" : undefined}
      />
      <Fibres band={band} state={state} side={side} />
      {state === "reduced" && <CrossBars band={band} side={side} />}
      {state === "short" && <Chevrons band={band} />}
    </g>
  );
}
