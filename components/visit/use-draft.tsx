/** The draft on screen: each control listens to its own field, so that a keystroke redraws one cell and no more. */
"use client";

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { DraftSync, type SyncState } from "@/components/outbox/draft-sync";
import { holdDraft } from "@/components/outbox/unsent-drafts";
import type { DraftValue, DraftValueKind } from "@/domain/visit/field-values";
import type { Judgement } from "@/domain/visit/judge-visit";
import type { ScreenJudgement } from "./judge-screen";
import { LiveJudgement } from "./live-judgement";
import { fetchAheadOfNeed } from "./on-demand";
import { tellWhatWasTypedEarly } from "./typed-early";
import type { VisitActs, VisitData } from "./visit-data";

export type Draft = { data: VisitData; acts: VisitActs; sync: DraftSync; live: LiveJudgement };

const DraftContext = createContext<Draft | null>(null);

export function useDraft(): Draft {
  const draft = useContext(DraftContext);
  if (!draft) throw new Error("Outside a visit's draft");
  return draft;
}

export function DraftProvider({ data, acts, children }: { data: VisitData; acts: VisitActs; children: ReactNode }) {
  const [draft] = useState<Draft>(() => {
    const sync = new DraftSync(data.owner, data.visitId, data);
    return {
      data,
      acts,
      sync,
      live: new LiveJudgement(sync.fields, data.judging, data.standingConsents, data.judgement),
    };
  });
  useEffect(() => {
    const { sync, live } = draft;
    const stop = live.follow();
    tellWhatWasTypedEarly();
    const stopFetching = fetchAheadOfNeed();
    const held = holdDraft(sync.visitId);
    void held.then(() => sync.recover()).then(() => live.refresh());
    const send = () => {
      void sync.flush();
      live.refresh();
    };
    window.addEventListener("online", send);
    // Leaving: it may be for good. Coming back: perhaps from signing in again in another tab.
    document.addEventListener("visibilitychange", send);
    return () => {
      window.removeEventListener("online", send);
      document.removeEventListener("visibilitychange", send);
      stop();
      stopFetching();
      void sync
        .flush()
        .finally(() => sync.close())
        .then(async () => (await held)());
    };
  }, [draft]);
  return <DraftContext value={draft}>{children}</DraftContext>;
}

/** One field of the draft; null = nothing recorded. `set` takes the next value, or what makes it of the present one. */
export function useField<K extends DraftValueKind>(path: string) {
  const { sync } = useDraft();
  const subscribe = useCallback((listener: () => void) => sync.fields.subscribe(path, listener), [sync, path]);
  const read = () => sync.fields.value(path) as DraftValue<K> | null;
  const value = useSyncExternalStore(subscribe, read, read);
  const set = useCallback(
    (next: DraftValue<K> | null | ((now: DraftValue<K> | null) => DraftValue<K> | null)) => {
      const now = sync.fields.value(path) as DraftValue<K> | null;
      sync.set(
        path,
        typeof next === "function" ? (next as (now: DraftValue<K> | null) => DraftValue<K> | null)(now) : next,
      );
    },
    [sync, path],
  );
  return [value, set] as const;
}

/** A part of the live judgement; drawn again only when that part changes. */
export function useJudged<T>(select: (judgement: ScreenJudgement) => T): T {
  const { live } = useDraft();
  const read = () => select(live.current);
  return useSyncExternalStore(live.subscribe, read, read);
}

/** The judgement on the screen is older than what was typed: the rules have not come yet and could not be fetched. */
export function useIsBehind(): boolean {
  const { live } = useDraft();
  const read = () => live.isBehind;
  return useSyncExternalStore(live.subscribe, read, read);
}

export type FieldNote =
  | { kind: "problem"; code: string; part: string | null; limits: readonly [number, number] | null }
  | { kind: "warning"; code: string; who?: string }
  | { kind: "blocking"; code: string };

/** What is wrong or doubtful about one field, said beside it. */
export function useFieldNotes(path: string): FieldNote[] {
  const rejected = useRejection(path);
  const text = useJudged((judgement) => notesOf(judgement, path));
  const notes = text === "" ? [] : (JSON.parse(text) as FieldNote[]);
  // A hold that stands has an answer of its own (TakeBackHold).
  if (rejected === null || rejected === "lift_needs_reason") return notes;
  return [{ kind: "problem", code: rejected, part: null, limits: null }, ...notes];
}

/** As text, so that an unchanged answer is the same answer. */
function notesOf({ read, completeness, retests }: Judgement, path: string): string {
  const notes: FieldNote[] = [
    ...read.problems
      .filter((problem) => problem.path === path)
      .map(({ code, part, limits }) => ({
        kind: "problem" as const,
        code,
        part: part ?? null,
        limits: limits ?? null,
      })),
    ...read.warnings
      .filter((each) => each.path === path)
      .map(({ code, who }) => ({ kind: "warning" as const, code, ...(who !== undefined && { who }) })),
    ...(retests.includes(path) ? [{ kind: "warning" as const, code: "retest_asked" }] : []),
    ...completeness.blocking
      .filter((each) => each.path === path && each.code !== "field_refused")
      .map(({ code }) => ({ kind: "blocking" as const, code })),
  ];
  return notes.length === 0 ? "" : JSON.stringify(notes);
}

export function useSyncState(): SyncState {
  const { sync } = useDraft();
  const subscribe = useCallback((listener: () => void) => sync.subscribe(listener), [sync]);
  const read = () => sync.state;
  return useSyncExternalStore(subscribe, read, read);
}

/** Why the server would not take this field as it is; null while it did. */
export function useRejection(path: string): string | null {
  const { sync } = useDraft();
  const subscribe = useCallback((listener: () => void) => sync.fields.subscribe(path, listener), [sync, path]);
  const read = () => sync.fields.rejection(path);
  return useSyncExternalStore(subscribe, read, read);
}
