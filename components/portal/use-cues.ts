/** A tone and a short vibration at each change of step, and a lit screen while the player is open. */
"use client";

import { useEffect, useRef } from "react";
import { keepAwake, newCues } from "./cues";
import { leftAt, type PlayerState } from "./player";
import type { Step } from "./player-steps";

export function useCues(state: PlayerState, step: Step | null, hasSound: boolean): void {
  const cues = useRef<ReturnType<typeof newCues> | null>(null);
  const last = useRef({ state, hasSound });

  useEffect(() => {
    last.current = { state, hasSound };
    cues.current ??= newCues();
    if (step !== null) cues.current.at({ item: state.item, step, runningSince: state.runningSince }, hasSound);
  }, [state, step, hasSound]);

  useEffect(() => {
    const sleep = keepAwake();
    return () => {
      sleep();
      const { state: left, hasSound: wasAudible } = last.current;
      // The timer of the last exercise closes the player.
      if (left.runningSince !== null && leftAt(left, Date.now()) === 0) cues.current?.over(wasAudible);
    };
  }, []);
}
