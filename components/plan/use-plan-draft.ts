/** The version being written: its items in order, the answers to the ticks, and what can't be read yet. */
"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { newId } from "@/domain/new-id";
import type { ShelfItem } from "@/domain/plan/shelf";
import type { AssignTickId } from "@/domain/vocabulary/contraindications";
import type { DraftItem, PlanEditorData } from "./plan-data";

const withOverrides = (
  items: PlanEditorData["offered"]["items"],
  overrides: PlanEditorData["overrides"],
): DraftItem[] => items.map((item) => ({ ...item, override: overrides[item.id] ?? null }));

export type GivenTicks = {
  /** null = the answers on file are kept, or nothing is answered yet. */
  ticks: AssignTickId[] | null;
  keepTicks: (ticks: AssignTickId[]) => void;
};

export function usePlanDraft(
  data: PlanEditorData,
  review: (ticks: AssignTickId[]) => Promise<PlanEditorData["offered"] | null>,
  { ticks, keepTicks }: GivenTicks,
) {
  const [offered, setOffered] = useState(data.offered);
  const [items, setItems] = useState(() => withOverrides(data.offered.items, data.overrides));
  const [isTouched, setTouched] = useState(false);
  const [faults, setFaults] = useState<ReadonlySet<string>>(new Set());
  const [isChecking, setChecking] = useState(false);
  const asked = useRef(0);
  // Given before the editor opened anew: what is offered was worked out without them.
  const answerAgain = useEffectEvent(() => {
    if (ticks !== null) void answer(ticks);
  });
  useEffect(() => answerAgain(), []);

  function edit(change: (items: DraftItem[]) => DraftItem[]) {
    setTouched(true);
    setItems(change);
  }

  const change = (id: string, part: Partial<DraftItem>) =>
    edit((all) => all.map((item) => (item.id === id ? { ...item, ...part } : item)));

  const changeAll = (part: (item: DraftItem) => DraftItem) => edit((all) => all.map(part));

  function mark(field: string, isFault: boolean) {
    setFaults((known) => {
      if (known.has(field) === isFault) return known;
      const next = new Set(known);
      if (isFault) next.add(field);
      else next.delete(field);
      return next;
    });
  }

  function remove(id: string) {
    edit((all) => all.filter((item) => item.id !== id));
    setFaults((known) => new Set([...known].filter((field) => !field.startsWith(id))));
  }

  function move(id: string, to: number) {
    edit((all) => {
      const item = all.find((entry) => entry.id === id);
      if (!item || to < 0 || to >= all.length) return all;
      const rest = all.filter((entry) => entry.id !== id);
      return [...rest.slice(0, to), item, ...rest.slice(to)];
    });
  }

  function add({ id: exercise, start }: ShelfItem): string {
    const id = newId();
    const rest = { limit_text: null, note: null, paused: null, reduced: null, override: null };
    edit((all) => [...all, { id, exercise, ...start, ...rest }]);
    return id;
  }

  /** One step harder or easier: the item keeps its place and key. What its phase had paused goes on where the step is open. */
  function swap(id: string, { id: exercise, start, allowed }: ShelfItem) {
    const paused = items.find((item) => item.id === id)?.paused ?? null;
    change(id, {
      exercise,
      paused: paused === "phase" && allowed ? null : paused,
      dose: start.dose,
      until: start.until,
      pain_limit: start.pain_limit,
      reduced: null,
      override: null,
    });
  }

  async function answer(next: AssignTickId[]) {
    keepTicks(next);
    setChecking(true);
    asked.current += 1;
    const turn = asked.current;
    const fresh = await review(next).catch(() => null);
    // An earlier answer that arrives late no longer counts.
    if (turn !== asked.current) return;
    setChecking(false);
    if (fresh === null) return;
    setOffered(fresh);
    if (!isTouched) setItems(withOverrides(fresh.items, data.overrides));
  }

  return {
    offered,
    items,
    isTouched,
    faults,
    ticks,
    isChecking,
    change,
    changeAll,
    mark,
    remove,
    move,
    add,
    swap,
    answer,
  };
}

export type PlanDraft = ReturnType<typeof usePlanDraft>;
