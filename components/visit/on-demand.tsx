/** Parts of the visit that are fetched when they are first shown; from the first key or touch on, the others follow ahead of need. */
"use client";

import { type ComponentType, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import text from "@/messages/en/visit.json";

type Fetched<T> = { fetch: () => Promise<T>; now: () => T | null };
const all = new Set<Fetched<unknown>>();

/** Fetches `load` once; a failure is forgotten, so that the next call tries again. */
export function fetchOnce<T>(load: () => Promise<T>): Fetched<T> {
  let coming: Promise<T> | null = null;
  let here: T | null = null;
  const once: Fetched<T> = {
    now: () => here,
    fetch: () => {
      coming ??= load().then(
        (found) => {
          here = found;
          return found;
        },
        (error: unknown) => {
          coming = null;
          throw error;
        },
      );
      return coming;
    },
  };
  all.add(once);
  return once;
}

/** A component that is fetched; `quiet` ones leave their place empty meanwhile. */
export type Part<P> = Fetched<ComponentType<P>> & { quiet: boolean };

export const partOf = <P extends object>(load: () => Promise<ComponentType<P>>, { quiet = false } = {}): Part<P> => ({
  ...fetchOnce(load),
  quiet,
});

/** Shows `part` with the other props. Without network a part that isn't here yet says so, and what was typed elsewhere stays. */
export function OnDemand<P extends object>({ part, ...props }: { part: Part<P> } & P) {
  // Wrapped: a component is a function, and state would call it.
  const [shown, setShown] = useState(() => ({ Now: part.now() }));
  const [isMissing, setMissing] = useState(false);
  const { Now } = shown;
  useEffect(() => {
    if (Now !== null || isMissing) return;
    let isGone = false;
    part.fetch().then(
      (found) => isGone || setShown({ Now: found }),
      () => isGone || setMissing(true),
    );
    return () => {
      isGone = true;
    };
  }, [Now, isMissing, part]);
  if (Now !== null) return <Now {...(props as unknown as P)} />;
  if (isMissing) {
    return (
      <p role="alert" className="mt-2 flex flex-wrap items-center gap-2 text-secondary text-warn">
        {text.partMissing}
        <Button size="sm" onClick={() => setMissing(false)}>
          {text.partAgain}
        </Button>
      </p>
    );
  }
  return part.quiet ? null : <Loading />;
}

const WORTH_A_WORD_MS = 400;

/** Said of what takes long: a line that comes and goes at once moves twice what one is about to press. */
function Loading() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), WORTH_A_WORD_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLong ? <p className="mt-2 text-secondary text-muted">{text.loading}</p> : null;
}

const SIGNS_OF_LIFE = ["keydown", "pointerdown", "pointermove", "touchstart", "wheel"] as const;
/** A part fetched while somebody types would hold up a key: they come one at a time, in the pauses. */
const PAUSE_MS = 700;

/** Calls on the rest as soon as somebody works on the page, so that it is all there should the network go; the answer ends it. */
export function fetchAheadOfNeed(): () => void {
  let isOver = false;
  let lastKey = Number.NEGATIVE_INFINITY;
  const noteKey = (event: Event) => {
    lastKey = event.timeStamp;
  };
  const stop = () => {
    isOver = true;
    document.removeEventListener("keydown", noteKey, true);
    for (const each of SIGNS_OF_LIFE) document.removeEventListener(each, begin, true);
  };
  function begin() {
    for (const each of SIGNS_OF_LIFE) document.removeEventListener(each, begin, true);
    fetchNext(all.values());
  }
  function fetchNext(left: Iterator<Fetched<unknown>>) {
    if (isOver) return;
    const wait = lastKey + PAUSE_MS - performance.now();
    if (wait > 0) {
      setTimeout(() => fetchNext(left), wait);
      return;
    }
    const next = left.next();
    if (next.done) return;
    const goOn = () => setTimeout(() => fetchNext(left));
    next.value.fetch().then(goOn, goOn);
  }
  document.addEventListener("keydown", noteKey, { capture: true, passive: true });
  for (const each of SIGNS_OF_LIFE) document.addEventListener(each, begin, { capture: true, passive: true });
  return stop;
}
