/** One exercise at a time: figure, steps, sets as dots, countdown, and the stop within reach of either thumb. */
"use client";

import { ArrowLeftRight, Check, Pause, Play, SkipBack, SkipForward, Volume2, VolumeX, X } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { Button } from "@/components/ui/button";
import type { StopReason } from "@/domain/home-session/check-in";
import { fill } from "@/messages/fill";
import { CONTROLS_SLOT } from "./controls-slot";
import { forgetKeptPlan } from "./keep-plan";
import { leftAt, type PlayerEvent, type PlayerState, setsDone, stepAt } from "./player";
import { Countdown, SetDots, Sides, spoken } from "./player-step";
import type { PlayedItem } from "./room-item";
import type { SessionRoomProps } from "./session-room";
import { StopButton } from "./stop-button";
import { useCues } from "./use-cues";

type PlayerViewProps = Omit<SessionRoomProps, "items"> & {
  items: readonly PlayedItem[];
  state: PlayerState;
  wasResumed: boolean;
  play: (event: PlayerEvent) => void;
  swap: (key: string) => void;
  stop: (reason: StopReason) => Promise<void>;
  didAll: () => void;
};

const ASK_EVERY_MS = 30_000;
let askedAt = 0;

/** A hold ends the session at the next contact with the clinic. */
function askWhetherPaused(isDue = Date.now() - askedAt >= ASK_EVERY_MS) {
  if (!isDue) return;
  askedAt = Date.now();
  void fetch("/my/contact", { cache: "no-store" })
    .then((response) => response.json())
    .then(async (answer: { paused?: boolean }) => {
      if (answer.paused !== true) return;
      // Were the network to go again now, what the phone keeps would come back as today's plan.
      await forgetKeptPlan().catch(() => {});
      window.location.assign("/my");
    })
    // Offline: the session goes on.
    .catch(() => {});
}

export function PlayerView({
  state,
  items,
  figures,
  limits,
  text: all,
  wasResumed,
  play,
  swap,
  stop,
  didAll,
}: PlayerViewProps) {
  const text = all.session;
  const item = items[state.item];
  const step = stepAt(state, items);
  const isRunning = state.runningSince !== null;
  const [now, setNow] = useState(() => Date.now());
  const [hasSound, setSound] = useState(true);
  useCues(state, step, hasSound);

  useEffect(() => {
    askWhetherPaused();
    if (!isRunning) return;
    const timer = setInterval(() => {
      setNow(Date.now());
      play({ kind: "tick", at: Date.now() });
      askWhetherPaused();
    }, 200);
    return () => clearInterval(timer);
  }, [isRunning, play]);

  useEffect(() => {
    const ask = () => askWhetherPaused(true);
    window.addEventListener("online", ask);
    return () => window.removeEventListener("online", ask);
  }, []);

  // A call or another app: the timer waits, and the phone keeps where it stood.
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === "hidden") play({ kind: "pause", at: Date.now() });
    };
    document.addEventListener("visibilitychange", leave);
    return () => document.removeEventListener("visibilitychange", leave);
  }, [play]);

  if (item === undefined || step === null) return null;
  const go = () => {
    setNow(Date.now());
    play({ kind: "go", at: Date.now() });
  };
  const controls = (
    <>
      <div className="grid grid-cols-[60px_minmax(0,1fr)_60px] gap-2 [&>button]:min-w-0 [&>button]:px-2">
        <IconButton label={text.back} onClick={() => play({ kind: "back", at: Date.now() })}>
          <SkipBack aria-hidden size={20} />
        </IconButton>
        {step.seconds === null ? (
          <Button variant="pri" size="lg" onClick={() => play({ kind: "set_done", at: Date.now() })}>
            <Check aria-hidden size={19} /> {text.setDone}
          </Button>
        ) : isRunning ? (
          <Button variant="pri" size="lg" onClick={() => play({ kind: "pause", at: Date.now() })}>
            <Pause aria-hidden size={19} /> {text.pause}
          </Button>
        ) : (
          <Button variant="pri" size="lg" onClick={go}>
            <Play aria-hidden size={19} /> {state.step > 0 ? text.goOn : text.start}
          </Button>
        )}
        <IconButton label={text.forward} onClick={() => play({ kind: "next", at: Date.now() })}>
          <SkipForward aria-hidden size={20} />
        </IconButton>
      </div>
      <StopButton limits={limits} text={text} stop={stop} pause={() => play({ kind: "pause", at: Date.now() })} />
    </>
  );
  const slot = document.getElementById(CONTROLS_SLOT);
  return (
    <>
      {slot === null ? null : createPortal(controls, slot)}
      <div className="-mx-2 -mt-2 flex items-center gap-2">
        <Link
          href="/my"
          prefetch={false}
          aria-label={text.close}
          className="grid size-11 shrink-0 place-items-center rounded-card"
        >
          <X aria-hidden size={22} />
        </Link>
        <ItemBars state={state} items={items} label={fill(text.progress, { n: state.item, total: items.length })} />
        <button
          type="button"
          aria-pressed={hasSound}
          aria-label={text.sound}
          onClick={() => setSound(!hasSound)}
          className="grid size-11 shrink-0 place-items-center rounded-card"
        >
          {hasSound ? <Volume2 aria-hidden size={20} /> : <VolumeX aria-hidden size={20} />}
        </button>
      </div>
      {wasResumed && !isRunning ? <p className="mt-1 text-body text-brand-ink">{text.resume}</p> : null}
      <p className="mt-1 text-body text-muted">
        {fill(text.of, { n: state.item + 1, total: items.length })} · {item.doseText}
      </p>
      <h1 className="text-title">{item.name}</h1>
      {item.isSwapped ? <p className="text-body">{fill(text.inPlaceOf, { name: item.planned })}</p> : null}
      {item.lastTime === null ? null : (
        <p className="text-body text-muted">{fill(text.lastTime, { done: item.lastTime })}</p>
      )}
      <div className="mt-2 flex items-center justify-center rounded-card border border-line bg-surface p-3">
        {figures[state.item]}
      </div>
      {item.dose.side === "each" ? <Sides step={step} text={text} /> : null}
      <div className="mt-2 flex items-center gap-5">
        <Countdown
          step={step}
          leftMs={leftAt(state, isRunning ? Math.max(now, state.runningSince ?? 0) : now)}
          text={text}
        />
        <div className="min-w-0">
          <p aria-live="polite" className="font-bold">
            {fill(text.set, { n: step.set, total: item.dose.sets })}
            <span className="sr-only">. {spoken(step, text)}</span>
          </p>
          {step.kind === "own_pace" && item.dose.reps !== null ? (
            <p className="text-body">{fill(text.repetitions, { count: item.dose.reps })}</p>
          ) : null}
          <SetDots done={setsDone(state, items)} total={item.dose.sets} />
          <p className="mt-1.5 text-body">{fill(text.limit, { pain: item.painLimit })}</p>
        </div>
      </div>
      {item.notes.map((note) => (
        <p key={note} className="mt-2 font-semi">
          {note}
        </p>
      ))}
      <ol aria-label={text.steps} className="mt-2">
        {item.steps.map((line) => (
          <li key={line} className="inline">
            {line}{" "}
          </li>
        ))}
      </ol>
      {item.easier === null ? null : (
        <Button className="mt-2 min-h-11 w-full" onClick={() => swap(item.key)}>
          <ArrowLeftRight aria-hidden size={17} />{" "}
          {item.isSwapped ? fill(text.swapBack, { name: item.planned }) : fill(text.swap, { name: item.easier.name })}
        </Button>
      )}
      <div className="mt-2 grid grid-cols-2 gap-2">
        <Button variant="quiet" className="min-h-11" onClick={() => play({ kind: "skip", at: Date.now() })}>
          {text.skip}
        </Button>
        <Button variant="quiet" className="min-h-11" onClick={didAll}>
          {all.finish.didAll}
        </Button>
      </div>
    </>
  );
}

function IconButton({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Button size="lg" aria-label={label} onClick={onClick} className="px-0">
      {children}
    </Button>
  );
}

function ItemBars({ state, items, label }: { state: PlayerState; items: readonly PlayedItem[]; label: string }) {
  return (
    <div role="img" aria-label={label} className="flex flex-1 gap-1.5">
      {items.map(({ key, dose }, index) => {
        const share = index < state.item ? 1 : index > state.item ? 0 : setsDone(state, items) / dose.sets;
        return (
          <span key={key} className="h-1.5 flex-1 overflow-hidden rounded-key bg-line-2">
            <span className="block h-full bg-brand" style={{ width: `${100 * share}%` }} />
          </span>
        );
      })}
    </div>
  );
}
