/** The body seen from front and back with each marked area shaded by its intensity and carrying its number. */
import { useId } from "react";
import type { Side } from "@/domain/record";
import type { BodyRegionId } from "@/domain/vocabulary/body-regions";
import figure from "@/messages/en/figure.json";
import { fill } from "@/messages/fill";
import {
  BODY_HEIGHT,
  BODY_REACH,
  BODY_SHAPES,
  BODY_WIDTH,
  type BodyShape,
  bodyOutline,
  middleOf,
  outwards,
  soleOutlines,
  viewCentre,
} from "./body-shapes";
import { paint } from "./paint";
import { line, round } from "./plane";

const WORDS = figure.body;
const VIEWS = ["front", "back"] as const;
/** Room above the heads for the names of the views. */
export const BODY_TOP = 26;

export type BodyArea = {
  region: BodyRegionId;
  side: Side;
  /** 0 to 10; null = marked, intensity not recorded. */
  intensity: number | null;
};

export const sameArea = (a: Pick<BodyArea, "region" | "side">, b: Pick<BodyArea, "region" | "side">) =>
  a.region === b.region && a.side === b.side;

export const areaName = ({ label, side }: Pick<BodyShape, "label" | "side">) =>
  side === "M" ? fill(WORDS.area_middle, { label }) : fill(WORDS.area, { label, side: WORDS.sides[side] });

/** "Buttock, left: 6 of 10", "… not marked". */
export function sayArea(shape: Pick<BodyShape, "label" | "side">, area: BodyArea | undefined): string {
  const name = areaName(shape);
  if (area === undefined) return fill(WORDS.unmarked, { area: name });
  if (area.intensity === null) return fill(WORDS.unscored, { area: name });
  return fill(WORDS.scored, { area: name, score: area.intensity });
}

export function describeBody(areas: readonly BodyArea[]): string {
  const said = BODY_SHAPES.filter(({ first }) => first).flatMap((shape) => {
    const area = areas.find((each) => sameArea(each, shape));
    return area === undefined ? [] : sayArea(shape, area);
  });
  return fill(WORDS.described, { title: WORDS.title, areas: said.length === 0 ? WORDS.none : said.join("; ") });
}

function Shape({ shape, area, active }: { shape: BodyShape; area: BodyArea | undefined; active: boolean }) {
  const marked = area !== undefined;
  return (
    <path
      d={line(shape.corners, true)}
      fill={marked ? paint("bad") : "transparent"}
      fillOpacity={marked ? 0.12 + 0.06 * (area.intensity ?? 0) : undefined}
      stroke={paint(active ? "focus" : marked ? "bad" : "bone-line")}
      strokeWidth={active ? 3 : marked ? 1.4 : 0.6}
      strokeDasharray={marked && area.intensity === null ? "3 2" : undefined}
      strokeLinejoin="round"
    />
  );
}

function AreaNumber({ shape, intensity }: { shape: BodyShape; intensity: number }) {
  const [x, y] = middleOf(shape.corners);
  return (
    <text
      x={round(x)}
      y={round(y + 4.4)}
      textAnchor="middle"
      fontSize={13}
      fontWeight={680}
      fill={paint("ink")}
      stroke={paint("surface")}
      strokeWidth={3}
      paintOrder="stroke"
    >
      {intensity}
    </text>
  );
}

export type BodyMapProps = {
  areas: readonly BodyArea[];
  /** Outlined for the keyboard or pointer. */
  active?: Pick<BodyArea, "region" | "side"> | null;
  /** Silent where the same areas are said beside it. */
  decorative?: boolean;
};

export function BodyMap({ areas, active = null, decorative = false }: BodyMapProps) {
  const id = useId();
  const areaOf = (shape: BodyShape) => areas.find((area) => sameArea(area, shape));
  const isActive = (shape: BodyShape) => active !== null && sameArea(active, shape);
  // The active outline last, so that no neighbour covers it.
  const drawn = [...BODY_SHAPES].sort((a, b) => Number(isActive(a)) - Number(isActive(b)));
  const frame = {
    viewBox: `0 ${-BODY_TOP} ${BODY_WIDTH} ${BODY_HEIGHT + BODY_TOP}`,
    className: "block h-auto w-full",
  };
  const drawing = (
    <>
      <clipPath id={`${id}body`}>
        {VIEWS.map((view) => (
          <path key={view} d={line(bodyOutline(view), true)} />
        ))}
        {soleOutlines().map((sole) => (
          <path key={line(sole)} d={line(sole, true)} />
        ))}
      </clipPath>
      {VIEWS.map((view) => (
        <path key={view} d={line(bodyOutline(view), true)} fill={paint("sil")} stroke={paint("bone-line")} />
      ))}
      {soleOutlines().map((sole) => (
        <path key={line(sole)} d={line(sole, true)} fill={paint("sil")} stroke={paint("bone-line")} />
      ))}
      <g clipPath={`url(#${id}body)`}>
        {drawn.map((shape) => (
          <Shape
            key={`${shape.region} ${shape.side} ${shape.view}`}
            shape={shape}
            area={areaOf(shape)}
            active={isActive(shape)}
          />
        ))}
      </g>
      {BODY_SHAPES.map((shape) => {
        const intensity = areaOf(shape)?.intensity ?? null;
        if (!shape.first || intensity === null) return null;
        return <AreaNumber key={`${shape.region} ${shape.side}`} shape={shape} intensity={intensity} />;
      })}
      {VIEWS.map((view) => (
        <g key={view} fontSize={12} fontWeight={680} fill={paint("muted")} textAnchor="middle">
          <text x={viewCentre(view)} y={-12} letterSpacing="0.09em">
            {WORDS[view]}
          </text>
          {(["L", "R"] as const).map((side) => (
            <text key={side} x={viewCentre(view) + outwards(view, side) * (BODY_REACH - 12)} y={-12}>
              {WORDS.letters[side]}
            </text>
          ))}
        </g>
      ))}
    </>
  );
  if (decorative)
    return (
      <svg {...frame} aria-hidden="true">
        {drawing}
      </svg>
    );
  return (
    <svg {...frame} role="img" aria-label={describeBody(areas)}>
      {drawing}
    </svg>
  );
}
