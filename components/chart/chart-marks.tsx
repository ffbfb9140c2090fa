/** What stands on top of the lines in both drawings: missed visits, markers, names of limits and the last values. */
import type { ChartModel } from "@/components/chart/geometry";
import {
  endLabels,
  limitLabels,
  MARKER_RADIUS,
  markerPath,
  missedPath,
  type Plot,
  scaleOf,
} from "@/components/chart/layout";
import { hueColour, hueInk } from "@/components/chart/paint";

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
