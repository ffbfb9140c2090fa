/** Scores of 0–10 in the order of the visits: a fixed scale, and a gap wherever one is missing. */
type Point = { x: number; y: number };

export type SparklineProps = {
  /** null = not recorded: the line breaks there. */
  values: readonly (number | null)[];
  /** Heard instead of the drawing; leave out where the numbers stand beside it. */
  label?: string;
  width?: number;
  height?: number;
};

const PAD = 3;
const TOP = 10;

export function Sparkline({ values, label, width = 48, height = 32 }: SparklineProps) {
  const x = (index: number) => (values.length < 2 ? width / 2 : PAD + ((width - 8) * index) / (values.length - 1));
  const y = (value: number) => PAD + (height - 2 * PAD) * (1 - value / TOP);
  const runs = unbroken(values, x, y);
  const last = runs.at(-1)?.at(-1);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
    >
      <path d={`M${PAD},${y(0)}H${width - PAD}`} className="stroke-line" />
      {runs.map((run) => {
        const [first] = run;
        if (first === undefined) return null;
        if (run.length === 1) return <circle key={first.x} cx={first.x} cy={first.y} r={1.3} className="fill-ink-2" />;
        return (
          <path
            key={first.x}
            d={`M${run.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join("L")}`}
            className="fill-none stroke-ink-2"
            strokeWidth={1.5}
            strokeLinejoin="round"
          />
        );
      })}
      {last === undefined ? null : <circle cx={last.x} cy={last.y} r={2.7} className="fill-ink-2" />}
    </svg>
  );
}

/** The stretches between missing values. */
function unbroken(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): Point[][] {
  const runs: Point[][] = [];
  let run: Point[] = [];
  values.forEach((value, index) => {
    if (value === null) {
      if (run.length > 0) runs.push(run);
      run = [];
    } else run.push({ x: x(index), y: y(value) });
  });
  if (run.length > 0) runs.push(run);
  return runs;
}
