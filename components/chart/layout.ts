/** Places a chart's model in a frame of pixels or points; holds no state, so screen, phone and report place alike. */
import type { ChartModel, DrawnPoint } from "@/components/chart/geometry";
import type { Side } from "@/domain/record";

export type Frame = { width: number; height: number };
export type Plot = { left: number; top: number; right: number; bottom: number };

/** The card's drawing, 1:1 on a desktop. */
export const CARD_FRAME: Frame = { width: 218, height: 112 };

const TOP = 8;
const AXIS_HEIGHT = 20;
const RIGHT = 20;
const LABEL_GAP = 8;
export const LABEL_HEIGHT = 14;
/** Width of one character of a 12 px end label. */
const CHARACTER = 6.9;

export const textWidth = (text: string): number => text.length * CHARACTER;

/** Room for the longest value label on the left, and for the end labels beside the last points on the right. */
export function plotOf(model: ChartModel, frame: Frame): Plot {
  const left =
    model.decimals === 2 ? 34 : Math.max(...model.y.ticks.map(String).map(({ length }) => length)) > 3 ? 32 : 28;
  const span = model.x.to - model.x.from;
  let right = frame.width - RIGHT;
  for (const end of model.ends) {
    const share = (end.day - model.x.from) / span;
    const room = frame.width - left - LABEL_GAP - textWidth(end.text);
    if (share > 0) right = Math.min(right, left + room / share);
  }
  return { left, top: TOP, right: Math.max(right, left + frame.width / 3), bottom: frame.height - AXIS_HEIGHT };
}

export type Scale = { x: (day: number) => number; y: (value: number) => number };

export function scaleOf(model: ChartModel, plot: Plot): Scale {
  const perDay = (plot.right - plot.left) / (model.x.to - model.x.from);
  const perUnit = (plot.bottom - plot.top) / (model.y.max - model.y.min);
  return {
    x: (day) => plot.left + (day - model.x.from) * perDay,
    y: (value) => plot.bottom - (value - model.y.min) * perUnit,
  };
}

export type EndLabel = { side: Side; text: string; x: number; y: number };

/** End labels closer than a line's height are pushed apart evenly, in the order of their values. */
export function endLabels(model: ChartModel, scale: Scale, plot: Plot): EndLabel[] {
  const labels = model.ends
    .map(({ side, text, day, value }) => ({ side, text, x: scale.x(day) + LABEL_GAP, y: scale.y(value) }))
    .sort((a, b) => a.y - b.y);
  const [upper, lower] = labels;
  if (upper !== undefined && lower !== undefined && lower.y - upper.y < LABEL_HEIGHT) {
    const middle = Math.min((upper.y + lower.y) / 2, plot.bottom - LABEL_HEIGHT / 2);
    upper.y = middle - LABEL_HEIGHT / 2;
    lower.y = middle + LABEL_HEIGHT / 2;
  }
  return labels.map((label) => ({ ...label, y: label.y + 4 }));
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** An SVG path through the points of one run. */
export function runPath(points: readonly DrawnPoint[], scale: Scale): string {
  return points
    .map(({ day, value }, i) => `${i === 0 ? "M" : "L"}${round(scale.x(day))},${round(scale.y(value))}`)
    .join("");
}

export const MARKER_RADIUS = 3.4;

/** Right is a triangle; left and midline are circles (drawn as two arcs, so that one path serves all writers). */
export function markerPath(side: Side, x: number, y: number, radius = MARKER_RADIUS): string {
  if (side === "R")
    return `M${round(x)},${round(y - radius * 1.25)}L${round(x + radius * 1.2)},${round(y + radius * 0.85)}H${round(x - radius * 1.2)}Z`;
  return `M${round(x - radius)},${round(y)}a${radius},${radius} 0 1 0 ${radius * 2},0a${radius},${radius} 0 1 0 ${-radius * 2},0Z`;
}

/** The mark of a missed visit: a cross just above the axis. */
export function missedPath(x: number, plot: Plot): string {
  return `M${round(x - 3)},${round(plot.bottom - 9)}l6,6m0,-6l-6,6`;
}

/** The first week's word stands to the right of the axis' corner, or centred where the next tick is near. */
export function weekZeroAnchor(model: ChartModel, plot: Plot): "start" | "middle" {
  const pitch = (plot.right - plot.left) / Math.max(1, model.x.ticks.length - 1);
  return pitch < 40 ? "middle" : "start";
}
