/** A session from its first exercise to the clinic's receipt: player, finish, saved; it goes on where it was left. */
"use client";

import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { Owner } from "@/components/outbox/device-store";
import { type SessionEntry, saveSession, sendSessions } from "@/components/outbox/session-outbox";
import type { Outcome, PainLimits, StopReason } from "@/domain/home-session/check-in";
import { newId } from "@/domain/new-id";
import type { Messages } from "@/messages/rooms";
import { CheckFirst } from "./check-first";
import { FinishForm } from "./finish-form";
import { useTooOld } from "./plan-age";
import { advance, newPlayer, outcomesOf, type PlayerEvent, resumed } from "./player";
import { PlayerView } from "./player-view";
import { playedItem, type RoomItem } from "./room-item";
import { SavedView } from "./saved-view";
import { correctionBody, logBody } from "./session-body";
import {
  type Answers,
  begunQuery,
  goesOn,
  isBegun,
  keepDraft,
  openDraft,
  readDraft,
  type SessionDraft,
} from "./session-draft";

export type SessionRoomProps = {
  owner: Owner;
  versionId: string;
  /** The day whose items these are, and the same in words. */
  on: string;
  day: string;
  items: readonly RoomItem[];
  /** Drawn by the server, one per item; null where there is no easier exercise. */
  figures: readonly ReactNode[];
  easierFigures: readonly ReactNode[];
  /** A walk, ice: asked about at the end only. */
  beside: readonly { key: string; name: string }[];
  limits: PainLimits;
  /** When the server made this page, ISO. */
  madeAt: string;
  clinicPhone: string | null;
  /** The session under way that the server was asked for; null on a page kept for flight mode. */
  asked: { versionId: string; on: string } | null;
  urgent: string;
  text: Pick<Messages["portal"], "session" | "finish" | "saved" | "light" | "outbox"> & {
    today: Pick<Messages["portal"]["today"], "checkFirst" | "checkFirstText">;
  };
};

const NO_ANSWERS: Answers = { outcomes: {}, painDuring: null, painWorst24h: null, effort: null, note: "" };

export function SessionRoom(props: SessionRoomProps) {
  const { owner, versionId, on, items, beside, madeAt, asked, text } = props;
  const [draft, setDraft] = useState<SessionDraft | null>(null);
  const [wasResumed, setResumed] = useState(false);
  const [waits, setWaits] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const tooOld = useTooOld(madeAt);
  const opened = useRef(false);

  const keep = useCallback(
    (next: SessionDraft) => {
      setDraft(next);
      keepDraft(owner, next).then(
        (stands) => {
          if (stands !== next) setDraft(stands);
        },
        // The page goes on without its memory; what is finished is sent all the same.
        () => {},
      );
    },
    [owner],
  );

  useEffect(() => {
    if (opened.current) return;
    opened.current = true;
    void open();

    async function open() {
      const fresh = newDraft(versionId, on, items);
      const found = await openDraft(owner, fresh).catch(() => null);
      const stands = found ?? fresh;
      // It finishes on the version it began on; the clinic says whether that may still be.
      const where = goesOn(stands, { page: { versionId, on }, asked, search: window.location.search });
      if (where === "its_page") {
        return window.location.replace(`/my/session?${begunQuery(stands)}`);
      }
      if (where === "waits") return setWaits(true);
      if (where === "ended") return keep(fresh);
      setResumed(stands.stage === "play" && isBegun(stands));
      setDraft({ ...stands, player: resumed(stands.player, stands.savedAt) });
    }
  }, [owner, versionId, on, items, asked, keep]);

  if (waits) {
    return (
      <p role="status" className="py-12">
        {text.session.waits}
      </p>
    );
  }

  if (draft === null) return <p className="py-12 text-center text-muted">{text.session.loading}</p>;
  if (tooOld && !isBegun(draft)) return <CheckFirst text={text.today} />;

  const swapped = draft.swapped ?? [];
  const played = items.map((item) => playedItem(item, swapped.includes(item.key)));
  const figures = items.map(({ key }, at) => (swapped.includes(key) ? props.easierFigures[at] : props.figures[at]));

  function play(event: PlayerEvent) {
    if (draft === null) return;
    const player = advance(draft.player, played, event);
    if (player === draft.player) return;
    const next = { ...draft, player, savedAt: Date.now() };
    if (player.item < items.length) keep(next);
    else keep({ ...next, stage: "finish", answers: { ...draft.answers, outcomes: player.outcomes } });
  }

  /** The easier exercise in place of the planned one, and back. */
  function swap(key: string) {
    if (draft === null) return;
    const next = swapped.includes(key) ? swapped.filter((one) => one !== key) : [...swapped, key];
    const now = items.map((item) => playedItem(item, next.includes(item.key)));
    keep({
      ...draft,
      swapped: next,
      player: advance(draft.player, now, { kind: "again" }),
      savedAt: Date.now(),
    });
  }

  function didAll() {
    if (draft === null) return;
    const outcomes = Object.fromEntries([...items, ...beside].map(({ key }): [string, Outcome] => [key, "done"]));
    const player = advance(draft.player, played, { kind: "end" });
    keep({ ...draft, player, stage: "finish", answers: { ...draft.answers, outcomes }, savedAt: Date.now() });
  }

  async function stop(reason: StopReason) {
    if (draft === null) return;
    const player = advance(draft.player, played, { kind: "stop", reason });
    const outcomes = outcomesOf(player, played);
    const performedAt = new Date().toISOString();
    const answers = { ...draft.answers, outcomes };
    const stopped: SessionDraft = {
      ...draft,
      player,
      answers,
      performedAt,
      stage: "finish",
      isSent: true,
      savedAt: Date.now(),
    };
    // The clinic hears of it now, whether or not the questions are answered.
    keep({ ...stopped, lastWrite: draft.sessionId });
    if (await save({ id: draft.sessionId, kind: "session.log", body: logBody(stopped, played) })) await send();
  }

  async function finish(answers: Answers) {
    if (draft === null) return;
    const stored = await readDraft(owner).catch(() => null);
    // Another tab has finished it: its answers stand.
    if (!draft.isSent && stored?.isSent && stored.sessionId === draft.sessionId) return setDraft(stored);
    const performedAt = draft.performedAt ?? new Date().toISOString();
    const next: SessionDraft = { ...draft, answers, performedAt, stage: "saved", isSent: true, savedAt: Date.now() };
    const entry: SessionEntry = draft.isSent
      ? { id: newId(), kind: "session.correct", body: correctionBody(next, played) }
      : { id: draft.sessionId, kind: "session.log", body: logBody(next, played) };
    if (!(await save(entry))) return;
    keep({ ...next, lastWrite: entry.id });
    await send();
  }

  /** False when this browser keeps nothing: the person is told, and the answers stay on the screen. */
  async function save(entry: SessionEntry): Promise<boolean> {
    try {
      await saveSession(owner, entry);
      return true;
    } catch {
      setFault(text.outbox.noStore);
      return false;
    }
  }

  const send = () => sendSessions(owner).catch(() => {});

  return (
    <>
      <p role="alert" className="font-bold text-bad">
        {fault}
      </p>
      {draft.stage === "play" ? (
        <PlayerView
          {...props}
          items={played}
          figures={figures}
          state={draft.player}
          wasResumed={wasResumed}
          play={play}
          swap={swap}
          stop={stop}
          didAll={didAll}
        />
      ) : draft.stage === "finish" ? (
        <FinishForm
          {...props}
          items={played}
          answers={draft.answers}
          stopped={draft.player.stopped !== null}
          isChange={draft.isSent && draft.player.stopped === null}
          keep={(answers) => keep({ ...draft, answers, savedAt: Date.now() })}
          goBack={
            draft.isSent
              ? null
              : () =>
                  keep({ ...draft, stage: "play", player: { ...draft.player, item: 0, step: 0 }, savedAt: Date.now() })
          }
          finish={finish}
        />
      ) : (
        <SavedView
          {...props}
          answers={draft.answers}
          lastWrite={draft.lastWrite ?? draft.sessionId}
          change={() => keep({ ...draft, stage: "finish", savedAt: Date.now() })}
        />
      )}
    </>
  );
}

const newDraft = (versionId: string, on: string, items: readonly RoomItem[]): SessionDraft => ({
  sessionId: newId(),
  versionId,
  on,
  stage: "play",
  player: newPlayer(items),
  answers: NO_ANSWERS,
  performedAt: null,
  isSent: false,
  lastWrite: null,
  savedAt: Date.now(),
});
