/** Fourteen days of exercises at home. Due and not reported is a muted dash: never red, never "missed". */
import type { SVGProps } from "react";
import { classNames } from "./class-names";

export type DayMark = "done" | "part" | "due" | "none";

const PITCH = 8;
const WEEK_GAP = 1.6;

export function FourteenDayDots({
  days,
  label,
  className,
}: {
  days: readonly DayMark[];
  label: string;
  className?: string;
}) {
  const width = PITCH * 14 + WEEK_GAP;
  return (
    <svg
      width={width}
      height={16}
      viewBox={`0 0 ${width} 16`}
      role="img"
      aria-label={label}
      className={classNames("shrink-0", className)}
    >
      {MARKS.map(({ mark, look, draw }) => {
        const marked = days.flatMap((each, day) => (each === mark ? [draw(middleOf(day))] : []));
        return marked.length === 0 ? null : <path key={mark} d={marked.join("")} {...look} />;
      })}
    </svg>
  );
}

const middleOf = (day: number): number => day * PITCH + 3.6 + (day > 6 ? WEEK_GAP : 0);

const round = (value: number): number => Math.round(value * 10) / 10;

/** A stroke of no length with round ends is a dot as wide as the stroke. */
const dot = (x: number): string => `M${round(x)},8h0`;
const ring = (x: number): string => `M${round(x - 2.5)},8a2.5,2.5 0 1 0 5,0a2.5,2.5 0 1 0 -5,0`;
const dash = (x: number): string => `M${round(x - 2.2)},8h4.4`;

/** All days of one kind are one path: the list has hundreds of them. */
const MARKS: readonly { mark: DayMark; look: SVGProps<SVGPathElement>; draw: (x: number) => string }[] = [
  { mark: "done", look: { className: "stroke-brand", strokeWidth: 5.8, strokeLinecap: "round" }, draw: dot },
  { mark: "part", look: { className: "fill-brand-wash stroke-brand", strokeWidth: 1.1 }, draw: ring },
  { mark: "due", look: { className: "stroke-field", strokeWidth: 1.4 }, draw: dash },
  { mark: "none", look: { className: "stroke-field", strokeWidth: 1.8, strokeLinecap: "round" }, draw: dot },
];
