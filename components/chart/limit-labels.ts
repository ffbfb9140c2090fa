/** Finds a place for the words of a goal, gate or low line where they hide neither values nor other words. */
import type { ChartModel } from "@/components/chart/geometry";
import { endLabels, LABEL_HEIGHT, type Plot, type Scale, textWidth } from "@/components/chart/layout";

export type LimitLabel = { text: string; kind: "goal" | "low"; x: number; y: number; anchor: "start" | "end" };

type Box = { left: number; top: number; right: number; bottom: number };

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Half a marker with its stroke. */
const REACH = 5;
const STEPS = [0, 0.25, 0.5, 0.75] as const;

/** Small boxes along the drawn lines, and one for each last value's text. */
function obstacles(model: ChartModel, scale: Scale, plot: Plot): Box[] {
  const around = (day: number, value: number): Box => {
    const [x, y] = [scale.x(day), scale.y(value)];
    return { left: x - REACH, top: y - REACH, right: x + REACH, bottom: y + REACH };
  };
  const drawn = model.lines.flatMap(({ runs, apart }) => [
    ...apart.map(({ day, value }) => around(day, value)),
    ...runs.flatMap((run) =>
      run.flatMap((point, i) => {
        const next = run[i + 1] ?? point;
        return STEPS.map((step) =>
          around(point.day + (next.day - point.day) * step, point.value + (next.value - point.value) * step),
        );
      }),
    ),
  ]);
  const texts = endLabels(model, scale, plot).map(({ text, x, y }) => boxOf(text, x, y, "start"));
  return [...drawn, ...texts];
}

function boxOf(text: string, x: number, y: number, anchor: LimitLabel["anchor"]): Box {
  const width = textWidth(text);
  const left = anchor === "start" ? x : x - width;
  return { left, top: y - LABEL_HEIGHT + 3, right: left + width, bottom: y + 3 };
}

/** Tried in this order: above the line at the left; a pair stands at the right, the lower one below its line. */
export function limitLabels(model: ChartModel, scale: Scale, plot: Plot): LimitLabel[] {
  const taken = obstacles(model, scale, plot);
  const paired = model.limits.length > 1;
  return model.limits.map(({ value, kind, label }) => {
    const line = scale.y(value);
    const rows = kind === "low" ? [line + 12, line - 4] : [line - 4, line + 12];
    const ends = paired ? (["end", "start"] as const) : (["start", "end"] as const);
    const places = rows.flatMap((y) =>
      ends.map((anchor) => ({ y, anchor, x: anchor === "start" ? plot.left + 4 : plot.right - 3 })),
    );
    const hidden = ({ x, y, anchor }: (typeof places)[number]): number => {
      const box = boxOf(label, x, y, anchor);
      const outside = box.top < plot.top - 6 || box.bottom > plot.bottom + 3 ? 100 : 0;
      return outside + taken.filter((other) => overlaps(box, other)).length;
    };
    const [first, ...others] = places;
    const best = others.reduce(
      (kept, place) => (hidden(place) < hidden(kept) ? place : kept),
      first ?? { x: plot.left, y: line, anchor: "start" as const },
    );
    taken.push(boxOf(label, best.x, best.y, best.anchor));
    return { text: label, kind, ...best };
  });
}
