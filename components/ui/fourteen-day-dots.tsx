/** Fourteen days of exercises at home. Due and not reported is a muted dash: never red, never "missed". */
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
      {days.map((mark, day) => {
        const x = day * PITCH + 3.6 + (day > 6 ? WEEK_GAP : 0);
        return <Mark key={x} mark={mark} x={x} />;
      })}
    </svg>
  );
}

function Mark({ mark, x }: { mark: DayMark; x: number }) {
  switch (mark) {
    case "done":
      return <circle cx={x} cy={8} r={2.9} className="fill-brand" />;
    case "part":
      return <circle cx={x} cy={8} r={2.5} className="fill-brand-wash stroke-brand" strokeWidth={1.1} />;
    case "due":
      return <path d={`M${x - 2.2},8h4.4`} className="stroke-field" strokeWidth={1.4} />;
    case "none":
      return <circle cx={x} cy={8} r={0.9} className="fill-field" />;
  }
}
