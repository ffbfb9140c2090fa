/** The step in work as the player shows it: which side, how long still, which of the sets. */
"use client";

import type { Step } from "./player-steps";
import type { SessionRoomProps } from "./session-room";

type Text = SessionRoomProps["text"]["session"];

const kindWord = (step: Step, text: Text): string =>
  step.kind === "own_pace"
    ? ""
    : { ready: text.ready, hold: text.hold, work: text.work, release: text.release, rest: text.rest }[step.kind];

export function spoken(step: Step, text: Text): string {
  const side = step.side === "L" ? text.left : step.side === "R" ? text.right : "";
  return [kindWord(step, text), side].filter(Boolean).join(", ");
}

/** The side in work, and which comes next; shape and word, not colour alone. */
export function Sides({ step, text }: { step: Step; text: Text }) {
  const sides = [
    { side: "L", now: text.left, next: text.leftNext, shape: "●" },
    { side: "R", now: text.right, next: text.rightNext, shape: "▲" },
  ] as const;
  const current = step.side ?? "L";
  return (
    <div aria-hidden className="mt-2 grid grid-cols-2 overflow-hidden rounded-touch border border-field text-center">
      {sides.map(({ side, now, next, shape }) => (
        <span
          key={side}
          className={
            side === current && step.kind !== "rest"
              ? "border-b-3 border-brand bg-brand-wash py-2 font-bold text-brand-ink"
              : "border-b-3 border-transparent py-2 text-muted"
          }
        >
          {shape} {side === current && step.kind !== "rest" ? now : next}
        </span>
      ))}
    </div>
  );
}

const RADIUS = 52;
const ROUND = 2 * Math.PI * RADIUS;

export function Countdown({ step, leftMs, text }: { step: Step; leftMs: number; text: Text }) {
  const share = step.seconds === null ? 0 : leftMs / (step.seconds * 1000);
  return (
    <div className="relative grid size-28 shrink-0 place-items-center">
      <svg viewBox="0 0 128 128" aria-hidden className="absolute inset-0 -rotate-90">
        <circle cx="64" cy="64" r={RADIUS} className="fill-none stroke-line-2" strokeWidth="9" />
        <circle
          cx="64"
          cy="64"
          r={RADIUS}
          className="fill-none stroke-brand"
          strokeWidth="9"
          strokeLinecap="round"
          strokeDasharray={`${share * ROUND} ${ROUND}`}
        />
      </svg>
      <p role="timer" aria-live="off" className="px-3 text-center">
        {step.seconds === null ? null : (
          <span className="block text-display leading-8">{Math.ceil(leftMs / 1000)}</span>
        )}
        <span className="block text-caption text-muted">{kindWord(step, text) || text.setDone}</span>
      </p>
    </div>
  );
}

export function SetDots({ done, total }: { done: number; total: number }) {
  return (
    <span aria-hidden className="mt-1 flex flex-wrap gap-1.5">
      {Array.from({ length: total }, (_, set) => set + 1).map((set) => (
        <span key={set} className={`size-3 rounded-full border-2 border-brand ${set <= done ? "bg-brand" : ""}`} />
      ))}
    </span>
  );
}
