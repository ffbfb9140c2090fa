"use client";

/** The pull figure as an input: a button over each label, and the drawn muscle itself for the pointer. */
import { fill } from "@/messages/fill";
import { type Point, round } from "./plane";
import { PULL_MUSCLES, type PullMuscle } from "./pull-anatomy";
import { PullFigure, type PullLabels, pullBands, pullScale, pullViewBox } from "./pull-figure";
import { labelPlace } from "./pull-marks";
import { findingOf, PULL_WORDS, type PullFigureParams, wordOf } from "./pull-words";

/** What a click on the figure leads to. */
export type PullPart = PullMuscle | "pelvis" | "low_back";

export type PullFigureInputProps = PullFigureParams & {
  labels?: Exclude<PullLabels, "none">;
  k?: number;
  w?: number;
  onChoose: (part: PullPart) => void;
};

type Rect = { part: PullPart; name: string; x: number; y: number; width: number; height: number };

/** The buttons' rectangles in the figure's units, in reading order: back, front, then pelvis and low back. */
function rectsOf(params: PullFigureParams, labels: PullLabels, k: number): Rect[] {
  const [left, , width] = pullViewBox(labels, k);
  const full = labels === "full";
  const { anatomy } = pullBands(params);
  const muscles = PULL_MUSCLES.map((part): Rect => {
    const { x, y, side } = labelPlace(part, k, full);
    const finding = findingOf(params, part);
    const lines = full ? (finding.note?.length ?? 0) : 0;
    const height = 38 + 15 * lines;
    const name = `${PULL_WORDS.names[part]}, ${wordOf(finding)}`;
    return side === "front"
      ? { part, name, x: x - 4, y: y - 16, width: left + width - x + 4, height }
      : { part, name, x: left, y: y - 16, width: x - left + 4, height };
  });
  const tiltX = params.tilt === null ? labelPlace("flexors", k, full).x : (anatomy.psis[0] + 151) * k;
  const tiltY = params.tilt === null ? -40 * k : (anatomy.psis[1] + 14) * k;
  const [backX, backY] = anatomy.lowBack;
  return [
    ...muscles,
    {
      part: "pelvis",
      name: PULL_WORDS.regions.pelvis,
      x: tiltX - 4,
      y: tiltY - 20,
      width: left + width - tiltX + 4,
      height: 56,
    },
    {
      part: "low_back",
      name: PULL_WORDS.regions.low_back,
      x: backX * k - 15,
      y: backY * k - 15,
      width: 30,
      height: 30,
    },
  ];
}

export function PullFigureInput({ labels = "full", onChoose, ...rest }: PullFigureInputProps) {
  const k = pullScale(labels, rest.k ?? 1);
  const [left, top, width, height] = pullViewBox(labels, k);
  const across = (x: number) => `${round((100 * (x - left)) / width)}%`;
  const down = (y: number) => `${round((100 * (y - top)) / height)}%`;
  const { bands } = pullBands(rest);
  const cut = (outline: readonly Point[]) =>
    `polygon(${outline
      .filter((_, index) => index % 4 === 0)
      .map(([x, y]) => `${across(x * k)} ${down(y * k)}`)
      .join(",")})`;
  return (
    <div className="relative max-w-full" style={{ width: rest.w }}>
      <PullFigure {...rest} labels={labels} />
      {PULL_MUSCLES.map((part) => (
        // The band repeats the button of its label, so the keyboard meets each muscle once.
        <button
          key={`band ${part}`}
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          className="absolute inset-0 cursor-pointer border-0 bg-transparent p-0 hover:bg-brand/15"
          style={{ clipPath: cut(bands[part].outline) }}
          onClick={() => onChoose(part)}
        />
      ))}
      {rectsOf(rest, labels, k).map(({ part, name, ...rect }) => (
        <button
          key={part}
          type="button"
          aria-label={fill(PULL_WORDS.choose, { name })}
          className="absolute cursor-pointer rounded-[6px] border-0 bg-transparent p-0 hover:bg-brand/10"
          style={{
            left: across(rect.x),
            top: down(rect.y),
            width: `${round((100 * rect.width) / width)}%`,
            height: `${round((100 * rect.height) / height)}%`,
          }}
          onClick={() => onChoose(part)}
        />
      ))}
    </div>
  );
}
