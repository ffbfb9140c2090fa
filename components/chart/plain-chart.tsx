/** A chart as plain SVG from the shared geometry: no library, no script; for phones, sparklines and before Recharts is here. */

import { ChartAxes, ChartMarks } from "@/components/chart/chart-marks";
import type { ChartModel } from "@/components/chart/geometry";
import { CARD_FRAME, type Frame, plotOf, runPath, scaleOf } from "@/components/chart/layout";
import { hueColour } from "@/components/chart/paint";

type Props = {
  model: ChartModel;
  /** The accessible name; without one the drawing is hidden from assistive technology because text beside it says the same. */
  name?: string;
  /** What stands at week 0: "wk 0". */
  weekZero: string;
  frame?: Frame;
  locale?: string;
};

export function PlainChart({ model, name, weekZero, frame = CARD_FRAME, locale = "en" }: Props) {
  const plot = plotOf(model, frame);
  const scale = scaleOf(model, plot);
  const colour = hueColour(model.hue);
  const across = `M${plot.left},0H${plot.right}`;
  const level = (value: number): string => `translate(0,${scale.y(value).toFixed(1)})`;
  return (
    <svg
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      className="block h-auto w-full"
      role="img"
      aria-label={name}
      aria-hidden={name === undefined}
    >
      {model.shading.map(({ from, to, wash }) => (
        <rect
          key={from}
          x={scale.x(from)}
          y={plot.top}
          width={scale.x(to) - scale.x(from)}
          height={plot.bottom - plot.top}
          fill={`var(--ph${wash})`}
        />
      ))}
      {model.bands.map(({ side, low, high }) => (
        <rect
          key={side}
          x={plot.left}
          y={scale.y(high)}
          width={plot.right - plot.left}
          height={scale.y(low) - scale.y(high)}
          fill="var(--muted)"
          opacity={model.bands.length > 1 ? 0.1 : 0.15}
        />
      ))}
      <ChartAxes model={model} plot={plot} weekZero={weekZero} locale={locale} />
      {model.baselines.map(({ side, value }) => (
        <path
          key={side}
          d={across}
          transform={level(value)}
          stroke="var(--muted)"
          strokeDasharray={side === "R" ? "3 2" : undefined}
        />
      ))}
      {model.limits.map(({ value, kind }) => (
        <path
          key={kind}
          d={across}
          transform={level(value)}
          stroke={kind === "low" ? "var(--muted)" : "var(--good)"}
          strokeWidth={1.4}
          strokeDasharray={kind === "low" ? "2 3" : "5 3"}
        />
      ))}
      {model.lines.map(({ side, runs }) =>
        runs.map((run) => (
          <path
            key={`${side}${run[0]?.visit}`}
            d={runPath(run, scale)}
            fill="none"
            stroke={colour}
            strokeWidth={1.9}
            strokeLinejoin="round"
            strokeDasharray={side === "R" ? "5 2.6" : undefined}
          />
        )),
      )}
      <ChartMarks model={model} plot={plot} />
    </svg>
  );
}
