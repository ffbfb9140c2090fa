/** What both drawings share: the axes' words below the lines; missed visits, markers, limits and last values above. */
import type { ChartModel } from "@/components/chart/geometry";
import {
  endLabels,
  MARKER_RADIUS,
  markerPath,
  missedPath,
  type Plot,
  scaleOf,
  weekZeroAnchor,
} from "@/components/chart/layout";
import { limitLabels } from "@/components/chart/limit-labels";
import { hueColour, hueInk } from "@/components/chart/paint";
import { valueText } from "@/components/chart/value-text";

export function ChartMarks({ model, plot }: { model: ChartModel; plot: Plot }) {
  const scale = scaleOf(model, plot);
  const colour = hueColour(model.hue);
  return (
    <g pointerEvents="none">
      {limitLabels(model, scale, plot).map(({ kind, text, x, y, anchor }) => (
        <text
          key={kind}
          x={x}
          y={y}
          textAnchor={anchor}
          fontSize={11}
          fontWeight={600}
          fill={kind === "low" ? "var(--muted)" : "var(--good)"}
        >
          {text}
        </text>
      ))}
      {model.missed.map((day) => (
        <path key={day} d={missedPath(scale.x(day), plot)} fill="none" stroke="var(--muted)" strokeWidth={1.3} />
      ))}
      {model.lines.map(({ side, runs, apart, last }) => (
        <g key={side}>
          {runs.flat().map((point) => (
            <path
              key={point.visit}
              d={markerPath(side, scale.x(point.day), scale.y(point.value))}
              fill={point === last ? colour : "var(--surface)"}
              stroke={colour}
              strokeWidth={1.4}
              strokeLinejoin="round"
            />
          ))}
          {apart.map((point) => (
            <path
              key={point.visit}
              d={markerPath(side, scale.x(point.day), scale.y(point.value), MARKER_RADIUS + 0.6)}
              fill="none"
              stroke="var(--muted)"
              strokeWidth={1.4}
              strokeDasharray="2 1.6"
            />
          ))}
        </g>
      ))}
      {endLabels(model, scale, plot).map(({ side, text, x, y }) => (
        <text
          key={side}
          x={x}
          y={y}
          fontSize={12}
          fontWeight={650}
          fill={hueInk(model.hue)}
          stroke="var(--surface)"
          strokeWidth={3.4}
          strokeOpacity={0.8}
          strokeLinejoin="round"
          paintOrder="stroke"
        >
          {text}
        </text>
      ))}
    </g>
  );
}

type AxesProps = {
  model: ChartModel;
  plot: Plot;
  /** What stands at week 0: "wk 0". */
  weekZero: string;
  locale?: string;
};

export function ChartAxes({ model, plot, weekZero, locale = "en" }: AxesProps) {
  const scale = scaleOf(model, plot);
  return (
    <g fontSize={11} fill="var(--muted)" pointerEvents="none">
      {model.y.ticks.map((tick) => (
        <text key={tick} x={plot.left - 6} y={scale.y(tick) + 4} textAnchor="end">
          {valueText(tick, model.decimals, locale)}
        </text>
      ))}
      <path d={`M${plot.left},${plot.bottom}H${plot.right}`} stroke="var(--line-2)" />
      {model.x.ticks.map(({ day, week }) => (
        <text
          key={week}
          x={scale.x(day)}
          y={plot.bottom + 15}
          textAnchor={week === 0 ? weekZeroAnchor(model, plot) : "middle"}
        >
          {week === 0 ? weekZero : week}
        </text>
      ))}
    </g>
  );
}
