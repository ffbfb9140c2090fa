/** What a phone does at each change of step, and its lit screen, each only where the phone can. */
import type { Step, StepKind } from "./player-steps";

const TONE_HZ: Record<StepKind, number> = { ready: 440, hold: 880, work: 880, release: 587, rest: 440, own_pace: 660 };
const TONE_S = 0.18;

type Place = {
  item: number;
  step: Step;
  /** null: it waits for the person, or is paused. */
  runningSince: number | null;
};

const placeKey = (item: number, { set, side, rep, kind }: Step): string => `${item} ${set} ${side} ${rep} ${kind}`;

/**
 * One cue where a step is reached, be it timed or waiting for the person, and one where a step that waited is begun;
 * opening the player is neither, and going on after a pause is no beginning.
 */
export function newCues(sound: (hz: number) => void = newTone()) {
  let reached: string | null = null;
  let begun: string | null = null;
  function cue(kind: StepKind, hasSound: boolean) {
    if ("vibrate" in navigator) navigator.vibrate(kind === "hold" || kind === "work" ? 200 : 80);
    if (hasSound) sound(TONE_HZ[kind]);
  }
  return {
    at({ item, step, runningSince }: Place, hasSound: boolean) {
      const key = placeKey(item, step);
      const isRunning = runningSince !== null;
      const isNew = (reached !== null && reached !== key) || (isRunning && begun !== key);
      reached = key;
      if (isRunning) begun = key;
      if (isNew) cue(step.kind, hasSound);
    },
    /** The last step has run out, and no other is reached. */
    over: (hasSound: boolean) => cue("rest", hasSound),
  };
}

function newTone() {
  let audio: AudioContext | null = null;
  return (hz: number) => {
    if (typeof AudioContext === "undefined") return;
    audio ??= new AudioContext();
    // A call, or another app's sound, leaves it silent until it is asked to go on.
    audio.resume().catch(() => {});
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hz;
    volume.gain.setValueAtTime(0.2, audio.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + TONE_S);
    tone.connect(volume).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + TONE_S);
  };
}

/** The screen stays lit until the returned function is called; the phone takes the lock back whenever it is put away. */
export function keepAwake(): () => void {
  if (!("wakeLock" in navigator)) return () => {};
  let lock: WakeLockSentinel | null = null;
  let isHere = true;
  const ask = () => {
    if (document.visibilityState !== "visible") return;
    navigator.wakeLock.request("screen").then(
      (given) => {
        if (!isHere) return void given.release();
        void lock?.release();
        lock = given;
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
}
