/** How far the front of each thigh bends: from the start to now, with the mark that is needed. Shape and words per side. */
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/rooms";

export type StretchBar = { side: "L" | "R"; start: number; now: number; needed: number };

const LEAST = 80;
const MOST = 150;
const WIDTH = 300;

const at = (degrees: number): number => ((Math.min(MOST, Math.max(LEAST, degrees)) - LEAST) / (MOST - LEAST)) * WIDTH;

export function StretchBars({ bars, text }: { bars: readonly StretchBar[]; text: Messages["portal"]["progress"] }) {
  return (
    <div className="grid gap-3">
      {bars.map(({ side, start, now, needed }) => {
        const [from, to] = [Math.min(at(start), at(now)), Math.max(at(start), at(now))];
        return (
          <div key={side}>
            <p className="flex justify-between font-bold">
              <span>
                <span aria-hidden>{side === "L" ? "●" : "▲"}</span> {side === "L" ? text.left : text.right}
              </span>
              <span>{now}°</span>
            </p>
            <svg viewBox={`0 -5 ${WIDTH} 20`} aria-hidden className="block w-full">
              <rect x="0" y="0" width={WIDTH} height="10" rx="5" className="fill-sunken stroke-line" />
              <rect x={from} y="0" width={Math.max(1, to - from)} height="10" className="fill-front" />
              <path d={`M${at(start)},-4V14`} className="stroke-ink" strokeWidth="1.6" />
              <path d={`M${at(needed)},-4V14`} className="stroke-ink" strokeWidth="1.6" strokeDasharray="3 2.4" />
            </svg>
            <p className="flex justify-between text-secondary text-muted">
              <span>{fill(text.startAt, { value: start })}</span>
              <span className="font-semi text-ink-2">{fill(text.needed, { value: needed })}</span>
            </p>
          </div>
        );
      })}
    </div>
  );
}
