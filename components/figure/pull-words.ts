/** The words of the pull figure and its text alternative: what is drawn, said in the same order. */

import type { Side } from "@/domain/record";
import figure from "@/messages/en/figure.json";
import { fill } from "@/messages/fill";
import type { MuscleState } from "./muscle-band";
import { PULL_MUSCLES, type PullMuscle } from "./pull-anatomy";

export const PULL_WORDS = figure.pull;

export type MuscleFinding = {
  state: MuscleState;
  /** Adds the pain mark to any state. */
  pain?: boolean;
  /** Lines under the state: where it comes from, values per side. */
  note?: readonly string[];
  /** Said instead of the state's own word ("Short L"). */
  word?: string;
  /** The side that is drawn, the midline where that was found. */
  side?: Side;
};

/** "worse" draws the worse side of each muscle. */
export const PULL_SIDES = ["worse", "L", "R"] as const;
export type PullSide = (typeof PULL_SIDES)[number];

export type PullFigureParams = {
  /** Measured slope of ASIS to PSIS, degrees; null = not recorded. */
  tilt: number | null;
  /** When (and on which side) the tilt was measured. */
  tiltNote?: string;
  /** The first measured tilt, drawn dashed when at least 1° away. */
  base?: number | null;
  /** Upper end of the usual range of tilt, degrees; null draws no range. */
  usual: number | null;
  /** Worst low back pain, 0 to 10; null = not recorded. */
  lbp: number | null;
  muscles: Partial<Record<PullMuscle, MuscleFinding>>;
};

const UNTESTED: MuscleFinding = { state: "untested" };

export const findingOf = (params: PullFigureParams, muscle: PullMuscle): MuscleFinding =>
  params.muscles[muscle] ?? UNTESTED;

/** A muscle in the state "painful" carries the mark too. */
export const isPainful = (finding: MuscleFinding) => finding.pain === true || finding.state === "painful";

export function wordOf(finding: MuscleFinding): string {
  const word = finding.word ?? PULL_WORDS.states[finding.state];
  return finding.pain === true && finding.state !== "painful" ? fill(PULL_WORDS.and_painful, { state: word }) : word;
}

export function ghostOf({ tilt, base }: PullFigureParams): number | null {
  return tilt !== null && typeof base === "number" && Math.abs(base - tilt) >= 1 ? base : null;
}

export function describePull(params: PullFigureParams): string {
  const words = PULL_WORDS;
  const parts: string[] = [];
  const { tilt, tiltNote, usual, lbp } = params;
  const ghost = ghostOf(params);
  if (tilt === null) parts.push(words.described_tilt_unknown);
  else if (tiltNote === undefined) parts.push(fill(words.described_tilt, { tilt }));
  else parts.push(fill(words.described_tilt_noted, { tilt, note: tiltNote }));
  if (tilt !== null && usual !== null) parts.push(fill(words.described_usual, { usual }));
  if (ghost !== null) parts.push(fill(words.described_base, { base: ghost }));
  for (const muscle of PULL_MUSCLES) {
    const finding = findingOf(params, muscle);
    const said = { name: words.names[muscle], word: wordOf(finding) };
    if (finding.note === undefined || finding.note.length === 0) parts.push(fill(words.described_muscle, said));
    else parts.push(fill(words.described_muscle_noted, { ...said, note: finding.note.join(" ") }));
  }
  if (lbp !== null && lbp > 0) parts.push(fill(words.described_pain, { score: lbp }));
  return fill(words.described, { title: words.title, parts: parts.join(" ") });
}
