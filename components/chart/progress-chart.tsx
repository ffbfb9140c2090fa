/** A measure's chart with exact values by pointer, touch and keyboard; imports Recharts, so load it with LazyChart only. */
"use client";
import {
  DefaultZIndexes,
  Line,
  LineChart,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  usePlotArea,
  XAxis,
  YAxis,
  ZIndexLayer,
} from "recharts";
import { ChartAxes, ChartMarks } from "@/components/chart/chart-marks";
import { readingsOf } from "@/components/chart/chart-words";
import type { ChartModel } from "@/components/chart/geometry";
import { CARD_FRAME, plotOf } from "@/components/chart/layout";
import { hueColour } from "@/components/chart/paint";
import { type ChartRow, chartRows, runKeys } from "@/components/chart/rows";
import type { ShownSeries } from "@/components/chart/shown-series";

export type ProgressChartProps = {
  model: ChartModel;
  /** Whose exact values are read by pointer, touch and keyboard. */
  series: readonly ShownSeries[];
  /** The episode's day zero (YYYY-MM-DD). */
  dayZero: string;
  /** The measure's title; the summary sentence stands beside the chart. */
  name: string;
  weekZero: string;
};

export default function ProgressChart({ model, series, dayZero, name, weekZero }: ProgressChartProps) {
  const plot = plotOf(model, CARD_FRAME);
  const rows = chartRows(model, readingsOf(series, dayZero));
  const colour = hueColour(model.hue);
  return (
    <ResponsiveContainer width="100%" aspect={CARD_FRAME.width / CARD_FRAME.height} initialDimension={CARD_FRAME}>
      <LineChart
        data={rows}
        title={name}
        margin={{ top: plot.top, right: CARD_FRAME.width - plot.right, bottom: 0, left: 0 }}
        accessibilityLayer
      >
        {model.shading.map(({ from, to, wash }) => (
          <ReferenceArea key={from} x1={from} x2={to} fill={`var(--ph${wash})`} fillOpacity={1} strokeOpacity={0} />
        ))}
        {model.bands.map(({ side, low, high }) => (
          <ReferenceArea
            key={side}
            y1={low}
            y2={high}
            fill="var(--muted)"
            fillOpacity={model.bands.length > 1 ? 0.1 : 0.15}
            strokeOpacity={0}
          />
        ))}
        <XAxis
          dataKey="day"
          type="number"
          domain={[model.x.from, model.x.to]}
          height={CARD_FRAME.height - plot.bottom}
          tick={false}
          tickLine={false}
          axisLine={false}
          allowDataOverflow
        />
        <YAxis
          domain={[model.y.min, model.y.max]}
          width={plot.left}
          tick={false}
          tickLine={false}
          axisLine={false}
          allowDataOverflow
        />
        {model.baselines.map(({ side, value }) => (
          <ReferenceLine
            key={side}
            y={value}
            stroke="var(--muted)"
            strokeDasharray={side === "R" ? "3 2" : undefined}
          />
        ))}
        {model.limits.map(({ kind, value }) => (
          <ReferenceLine
            key={kind}
            y={value}
            stroke={kind === "low" ? "var(--muted)" : "var(--good)"}
            strokeWidth={1.4}
            strokeDasharray={kind === "low" ? "2 3" : "5 3"}
          />
        ))}
        {runKeys(model).map(({ key, side }) => (
          <Line
            key={key}
            dataKey={key}
            type="linear"
            stroke={colour}
            strokeWidth={1.9}
            strokeDasharray={side === "R" ? "5 2.6" : undefined}
            strokeLinejoin="round"
            dot={false}
            activeDot={false}
            connectNulls
            isAnimationActive={false}
          />
        ))}
        <Line dataKey="at" stroke="none" dot={false} activeDot={false} isAnimationActive={false} />
        <Marks model={model} weekZero={weekZero} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--field)", strokeWidth: 1 }}
          allowEscapeViewBox={{ x: false, y: true }}
          wrapperStyle={{ zIndex: 10 }}
          content={({ active, payload }) => (active ? <ReadingBox row={payload[0]?.payload} /> : null)}
        />
      </LineChart>
    </ResponsiveContainer>
  );
}

/** Recharts decides the plot's pixels; the shared layout places words and marks in it, above the areas and lines. */
function Marks({ model, weekZero }: Pick<ProgressChartProps, "model" | "weekZero">) {
  const area = usePlotArea();
  if (area === undefined) return null;
  const { x, y, width, height } = area;
  const plot = { left: x, top: y, right: x + width, bottom: y + height };
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.scatter}>
      <ChartAxes model={model} plot={plot} weekZero={weekZero} />
      <ChartMarks model={model} plot={plot} />
    </ZIndexLayer>
  );
}

function ReadingBox({ row }: { row: ChartRow | undefined }) {
  return (
    <div className="rounded-card border border-line-2 bg-surface px-2 py-1 text-caption text-ink">
      {row?.readings.map(({ visit, title, values }) => (
        <div key={visit}>
          <div className="text-muted">{title}</div>
          <div className="font-bold">{values.join(" · ")}</div>
        </div>
      ))}
    </div>
  );
}
