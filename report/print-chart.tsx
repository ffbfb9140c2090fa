/** A chart in print: the screen's geometry as vectors, its words as real text. */
import { Path, Rect, Svg, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { type ChartSpec, chartModel } from "@/components/chart/geometry";
import {
  endLabels,
  type Frame,
  MARKER_RADIUS,
  markerPath,
  missedPath,
  plotOf,
  runPath,
  scaleOf,
  weekZeroAnchor,
} from "@/components/chart/layout";
import { limitLabels } from "@/components/chart/limit-labels";
import { valueText } from "@/components/chart/value-text";
import words from "@/messages/en/chart.json";
import { FONT_FAMILIES, HUES, INK, WASHES } from "@/report/print-style";

const AXIS = 7.5;
const LABEL = 8;

type LabelProps = {
  x: number;
  y: number;
  size: number;
  colour: string;
  anchor?: "start" | "middle" | "end";
  bold?: boolean;
  children: ReactNode;
};

/** Text inside an SVG has no fallback fonts, so labels stand over the drawing. `y` is the baseline, as in SVG. */
function Label({ x, y, size, colour, anchor = "start", bold = false, children }: LabelProps) {
  const box = anchor === "end" ? { right: -x } : anchor === "middle" ? { left: x - 20, width: 40 } : { left: x };
  return (
    <View
      style={{ position: "absolute", top: y - size * 0.95, ...(anchor === "end" ? { left: x - 80, width: 80 } : box) }}
    >
      <Text
        style={{
          fontFamily: FONT_FAMILIES,
          fontSize: size,
          lineHeight: 1,
          color: colour,
          fontWeight: bold ? 700 : 400,
          textAlign: anchor === "end" ? "right" : anchor === "middle" ? "center" : "left",
        }}
      >
        {children}
      </Text>
    </View>
  );
}

export function PrintChart({ spec, frame }: { spec: ChartSpec; frame: Frame }) {
  const model = chartModel(spec);
  const plot = plotOf(model, frame);
  const scale = scaleOf(model, plot);
  const { line, text } = HUES[model.hue];
  const across = (value: number): string => `M${plot.left},${scale.y(value).toFixed(1)}H${plot.right.toFixed(1)}`;
  const limitColour = (kind: "goal" | "low"): string => (kind === "low" ? INK.muted : INK.good);
  return (
    <View style={{ position: "relative", width: frame.width, height: frame.height }}>
      <Svg width={frame.width} height={frame.height} viewBox={`0 0 ${frame.width} ${frame.height}`}>
        {model.shading.map(({ from, to, wash }) => (
          <Rect
            key={from}
            x={scale.x(from)}
            y={plot.top}
            width={scale.x(to) - scale.x(from)}
            height={plot.bottom - plot.top}
            fill={WASHES[wash]}
          />
        ))}
        {model.bands.map(({ side, low, high }) => (
          <Rect
            key={side}
            x={plot.left}
            y={scale.y(high)}
            width={plot.right - plot.left}
            height={Math.max(0.1, scale.y(low) - scale.y(high))}
            fill={INK.muted}
            fillOpacity={model.bands.length > 1 ? 0.1 : 0.15}
          />
        ))}
        {model.baselines.map(({ side, value }) => (
          <Path
            key={side}
            d={across(value)}
            stroke={INK.muted}
            strokeWidth={0.8}
            {...(side === "R" ? { strokeDasharray: "3 2" } : {})}
          />
        ))}
        {model.limits.map(({ kind, value }) => (
          <Path
            key={kind}
            d={across(value)}
            stroke={limitColour(kind)}
            strokeWidth={1.1}
            strokeDasharray={kind === "low" ? "2 3" : "5 3"}
          />
        ))}
        <Path d={`M${plot.left},${plot.bottom}H${plot.right.toFixed(1)}`} stroke={INK.muted} strokeWidth={0.6} />
        {model.missed.map((day) => (
          <Path key={day} d={missedPath(scale.x(day), plot)} stroke={INK.muted} strokeWidth={1.1} />
        ))}
        {model.lines.flatMap(({ side, runs }) =>
          runs.map((run) => (
            <Path
              key={`${side}${run[0]?.visit}`}
              d={runPath(run, scale)}
              stroke={line}
              strokeWidth={1.5}
              {...(side === "R" ? { strokeDasharray: "5 2.6" } : {})}
            />
          )),
        )}
        {model.lines.flatMap(({ side, runs, last }) =>
          runs
            .flat()
            .map((point) => (
              <Path
                key={`${side}${point.visit}`}
                d={markerPath(side, scale.x(point.day), scale.y(point.value), 2.7)}
                fill={point === last ? line : INK.surface}
                stroke={line}
                strokeWidth={1.1}
              />
            )),
        )}
        {model.lines.flatMap(({ side, apart }) =>
          apart.map((point) => (
            <Path
              key={`${side}${point.visit}`}
              d={markerPath(side, scale.x(point.day), scale.y(point.value), MARKER_RADIUS)}
              stroke={INK.muted}
              strokeWidth={1.1}
              strokeDasharray="2 1.6"
            />
          )),
        )}
      </Svg>
      {model.y.ticks.map((tick) => (
        <Label key={tick} x={plot.left - 5} y={scale.y(tick) + 2.7} size={AXIS} colour={INK.muted} anchor="end">
          {valueText(tick, model.decimals)}
        </Label>
      ))}
      {model.x.ticks.map(({ day, week }) => (
        <Label
          key={week}
          x={scale.x(day)}
          y={plot.bottom + 11}
          size={AXIS}
          colour={INK.muted}
          anchor={week === 0 ? weekZeroAnchor(model, plot) : "middle"}
        >
          {week === 0 ? words.week_zero : week}
        </Label>
      ))}
      {limitLabels(model, scale, plot).map(({ kind, text: label, x, y, anchor }) => (
        <Label key={kind} x={x} y={y + 1} size={AXIS} colour={limitColour(kind)} anchor={anchor} bold>
          {label}
        </Label>
      ))}
      {endLabels(model, scale, plot).map(({ side, text: label, x, y }) => (
        <Label key={side} x={x - 2} y={y - 1} size={LABEL} colour={text} bold>
          {label}
        </Label>
      ))}
    </View>
  );
}
