/** What was managed of one exercise in numbers: filled in, and changed by two large keys each. */
"use client";

import { Minus, Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import type { Done } from "@/domain/home-session/done";
import { fill } from "@/messages/fill";
import type { Messages } from "@/messages/rooms";

type Text = Messages["portal"]["finish"];
type Part = keyof Done;

/** One tap changes by this much; a hold or a roll goes by the clock's larger steps. */
const STEP: Record<Part, number> = { sets: 1, reps: 1, seconds: 5, kg: 0.5 };
const MOST: Record<Part, number> = { sets: 20, reps: 200, seconds: 7200, kg: 300 };
const PARTS: readonly Part[] = ["sets", "reps", "seconds", "kg"];

export function DoneNumbers(props: {
  name: string;
  done: Done;
  /** False: a part was done and no number said yet; what stands there is a beginning only. */
  isTold: boolean;
  text: Text;
  change: (done: Done) => void;
}) {
  const { name, done, isTold, text, change } = props;
  const words = text.numbers;
  const parts = PARTS.flatMap((part) => {
    const amount = done[part];
    return amount === null ? [] : [{ part, amount }];
  });
  return (
    <details className="mt-1">
      <summary className="flex min-h-11 flex-wrap items-center gap-x-2 text-body">
        {words.title}: <strong>{isTold ? doneWords(done, words) : words.notTold}</strong>
        <span className="font-bold text-brand-ink underline">{words.change}</span>
      </summary>
      <ul className="grid gap-2 py-1">
        {parts.map(({ part, amount }) => (
          <li key={part} className="flex items-center gap-2">
            <span className="min-w-0 flex-1">{words[part]}</span>
            <Button
              className="size-11 px-0"
              aria-label={fill(words.fewer, { what: words[part], name })}
              onClick={() => change({ ...done, [part]: Math.max(0, amount - STEP[part]) })}
            >
              <Minus aria-hidden size={18} />
            </Button>
            <output className="w-12 text-center font-bold">{amount}</output>
            <Button
              className="size-11 px-0"
              aria-label={fill(words.more, { what: words[part], name })}
              onClick={() => change({ ...done, [part]: Math.min(MOST[part], amount + STEP[part]) })}
            >
              <Plus aria-hidden size={18} />
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function doneWords({ sets, reps, seconds, kg }: Done, words: Text["numbers"]): string {
  const work =
    reps !== null && (reps > 1 || seconds === null)
      ? fill(words.setsReps, { sets, reps })
      : seconds === null
        ? fill(words.setsOnly, { sets })
        : fill(words.setsSeconds, { sets, seconds });
  return kg === null ? work : fill(words.withKg, { work, kg });
}
