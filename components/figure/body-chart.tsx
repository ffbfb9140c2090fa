"use client";

/** The body chart as an input: every region is a button over its shape; one tab stop, arrow keys move over the body. */
import { type KeyboardEvent, useRef, useState } from "react";
import figure from "@/messages/en/figure.json";
import { BODY_TOP, type BodyArea, BodyMap, sameArea, sayArea } from "./body-map";
import { BODY_HEIGHT, BODY_SHAPES, BODY_WIDTH, type BodyShape } from "./body-shapes";
import type { Point } from "./plane";

const WORDS = figure.body;

export type BodySpot = Pick<BodyArea, "region" | "side">;

export type BodyChartProps = {
  areas: readonly BodyArea[];
  /** The region whose intensity is being entered beside the chart. */
  chosen?: BodySpot | null;
  onChoose: (spot: BodySpot) => void;
  disabled?: boolean;
};

/** A percentage polygon, so that the button scales with the drawing. */
function cutTo(points: readonly Point[]): string {
  const corners = points.map(([x, y]) => {
    const across = (100 * x) / BODY_WIDTH;
    const down = (100 * (y + BODY_TOP)) / (BODY_HEIGHT + BODY_TOP);
    return `${across.toFixed(2)}% ${down.toFixed(2)}%`;
  });
  return `polygon(${corners.join(",")})`;
}

const REGIONS = BODY_SHAPES.filter(({ first }) => first);

/** The region that an arrow key leads to: up and down in the order head to foot, left and right to the other side. */
export function neighbour(from: BodySpot, key: string): BodySpot | null {
  const index = REGIONS.findIndex((shape) => sameArea(shape, from));
  const same = (shape: BodyShape) => shape.side === from.side || shape.side === "M" || from.side === "M";
  switch (key) {
    case "ArrowDown":
      return REGIONS.slice(index + 1).find((shape) => same(shape) && shape.region !== from.region) ?? null;
    case "ArrowUp":
      return REGIONS.slice(0, index).findLast((shape) => same(shape) && shape.region !== from.region) ?? null;
    case "ArrowLeft":
    case "ArrowRight":
      return REGIONS.find((shape) => shape.region === from.region && shape.side !== from.side) ?? null;
    case "Home":
      return REGIONS[0] ?? null;
    case "End":
      return REGIONS.at(-1) ?? null;
    default:
      return null;
  }
}

const keyOf = ({ region, side }: BodySpot) => `${region} ${side}`;

export function BodyChart({ areas, chosen = null, onChoose, disabled = false }: BodyChartProps) {
  const [stop, setStop] = useState<BodySpot>(chosen ?? areas[0] ?? { region: "lumbar_central", side: "M" });
  const [active, setActive] = useState<BodySpot | null>(null);
  const buttons = useRef(new Map<string, HTMLButtonElement>());
  const shown = active ?? chosen;
  const shownShape = shown === null ? undefined : REGIONS.find((shape) => sameArea(shape, shown));
  const areaOf = (spot: BodySpot) => areas.find((area) => sameArea(area, spot));

  const move = (event: KeyboardEvent, from: BodySpot) => {
    const next = neighbour(from, event.key);
    if (next === null) return;
    event.preventDefault();
    buttons.current.get(keyOf(next))?.focus();
  };

  return (
    <div>
      <fieldset className="relative m-0 min-w-0 border-0 p-0" disabled={disabled}>
        <legend className="sr-only">{`${WORDS.title}. ${WORDS.help}`}</legend>
        <BodyMap areas={areas} active={shown} decorative />
        {BODY_SHAPES.map((shape) => {
          const spot = { region: shape.region, side: shape.side };
          const shared = {
            type: "button",
            className: "absolute inset-0 cursor-pointer border-0 bg-transparent p-0 outline-none",
            style: { clipPath: cutTo(shape.corners) },
            onClick: () => onChoose(spot),
            onPointerEnter: () => setActive(spot),
            onPointerLeave: () => setActive(null),
          } as const;
          // A region that both views show has one button for the keyboard; its second shape is for the pointer alone.
          if (!shape.first)
            return <button key={`${keyOf(spot)} ${shape.view}`} {...shared} tabIndex={-1} aria-hidden="true" />;
          return (
            <button
              key={keyOf(spot)}
              {...shared}
              ref={(element) => {
                if (element === null) buttons.current.delete(keyOf(spot));
                else buttons.current.set(keyOf(spot), element);
              }}
              tabIndex={sameArea(stop, spot) ? 0 : -1}
              aria-pressed={areaOf(spot) !== undefined}
              aria-label={sayArea(shape, areaOf(spot))}
              onFocus={() => {
                setStop(spot);
                setActive(spot);
              }}
              onBlur={() => setActive(null)}
              onKeyDown={(event) => move(event, spot)}
            />
          );
        })}
      </fieldset>
      <p className="min-h-5 text-center text-secondary text-ink-2" aria-hidden="true">
        {shownShape === undefined ? "" : sayArea(shownShape, areaOf(shownShape))}
      </p>
    </div>
  );
}
