/** A tone, a short vibration and a lit screen while the timer runs, each only where the phone can. */
"use client";

import { useEffect, useRef } from "react";
import type { Step, StepKind } from "./player-steps";

const TONE_HZ: Record<StepKind, number> = { ready: 440, hold: 880, work: 880, release: 587, rest: 440, own_pace: 660 };
const TONE_S = 0.18;

export function useCues(step: Step | null, isRunning: boolean, hasSound: boolean): void {
  const audio = useRef<AudioContext | null>(null);
  const cued = useRef("");
  const kind = step?.kind;
  const place = step === null ? "" : `${step.set} ${step.side} ${step.rep} ${step.kind}`;

  // One cue at the beginning of each step; going on after a pause is no beginning.
  useEffect(() => {
    if (!isRunning || kind === undefined || cued.current === place) return;
    cued.current = place;
    if ("vibrate" in navigator) navigator.vibrate(kind === "hold" || kind === "work" ? 200 : 80);
    if (!hasSound || typeof AudioContext === "undefined") return;
    audio.current ??= new AudioContext();
    sound(audio.current, TONE_HZ[kind]);
  }, [place, kind, isRunning, hasSound]);

  useEffect(() => {
    if (!isRunning || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isHere = true;
    const ask = () => {
      if (document.visibilityState !== "visible") return;
      navigator.wakeLock.request("screen").then(
        (given) => {
          if (isHere) lock = given;
          else void given.release();
        },
        // Refused at low battery: the screen may go dark, the timer goes on.
        () => {},
      );
    };
    ask();
    document.addEventListener("visibilitychange", ask);
    return () => {
      isHere = false;
      document.removeEventListener("visibilitychange", ask);
      void lock?.release();
    };
  }, [isRunning]);
}

function sound(context: AudioContext, hz: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = hz;
  volume.gain.setValueAtTime(0.2, context.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + TONE_S);
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + TONE_S);
}
