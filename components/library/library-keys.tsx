/** A grid of exercises by keyboard: arrows move, Enter opens, F marks a favourite, / searches. */
"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { type PageKey, usePageKeys } from "@/components/shell/page-keys";
import text from "@/messages/en/palette.json";

const LIBRARY_KEYS: readonly PageKey[] = [
  { keys: ["←", "→", "↑", "↓"], words: text.library.move },
  { keys: ["Enter"], words: text.library.open },
  { keys: ["F"], words: text.library.favourite },
  { keys: ["/"], words: text.library.search },
];

const keysOfLibrary = async () => ({ keys: LIBRARY_KEYS });

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("input, textarea, select, dialog, [contenteditable]") !== null;

/** Cards in the first row of the grid, by where they stand. */
function columnsOf(cards: readonly HTMLElement[]): number {
  const top = cards[0]?.offsetTop;
  const inRow = cards.findIndex((card) => card.offsetTop !== top);
  return inRow < 1 ? Math.max(1, cards.length) : inRow;
}

export function LibraryKeys({ children, searchId }: { children: ReactNode; searchId: string }) {
  usePageKeys(keysOfLibrary);
  const grid = useRef<HTMLDivElement>(null);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const cards = [...(grid.current?.querySelectorAll<HTMLElement>("[data-card]") ?? [])];
      const current = cards.findIndex((card) => card.contains(document.activeElement));
      const steps: Record<string, number> = {
        ArrowRight: 1,
        ArrowLeft: -1,
        ArrowDown: columnsOf(cards),
        ArrowUp: -columnsOf(cards),
      };
      const step = steps[event.key];
      if (step !== undefined) {
        const to = current < 0 ? 0 : Math.min(cards.length - 1, Math.max(0, current + step));
        cards[to]?.querySelector<HTMLElement>("[data-open]")?.focus();
      } else if (event.key === "f" && current >= 0) {
        cards[current]?.querySelector<HTMLElement>("[data-favourite]")?.click();
      } else if (event.key === "/") document.getElementById(searchId)?.focus();
      else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [searchId]);

  return <div ref={grid}>{children}</div>;
}
