/** Keys of the whole visit: one letter each outside texts, Ctrl+Enter to sign from anywhere; "?" lists them all. */
"use client";

import { useEffect } from "react";
import { type PageKey, usePageKeys } from "@/components/shell/page-keys";
import text from "@/messages/en/visit.json";
import {
  answerNo,
  carry,
  goOn,
  goToRow,
  precautionsUnchanged,
  reviewAsUsual,
  settleRow,
  treatAsLast,
} from "./commands";
import { goToFirstEmptyMeasure, goToSection } from "./go-to";
import { type Draft, useDraft } from "./use-draft";

const words = text.shortcuts;

/** Said in the list, in the order of a visit. */
export const VISIT_KEYS: readonly PageKey[] = [
  { keys: ["A"], words: words.allNo },
  { keys: ["P"], words: words.precautions },
  { keys: ["S"], words: words.carry },
  { keys: ["C"], words: words.confirm },
  { keys: ["X"], words: words.drop },
  { keys: ["M"], words: words.measures },
  { keys: ["T"], words: words.treatment },
  { keys: ["R"], words: words.review },
  { keys: ["J"], words: words.next },
  { keys: ["Ctrl", "Enter"], words: words.sign },
  { keys: ["0", "1", "2", "3"], words: words.grade },
  { keys: ["0", "–", "9", "1 0"], words: words.pain },
  { keys: ["N", "Y"], words: words.screening },
  { keys: ["Backspace"], words: words.clear },
  { keys: ["Enter", "↑", "↓"], words: words.move },
  { keys: ["Alt", "↑", "↓"], words: words.row },
  { keys: [";"], words: words.phrase },
  { keys: ["Esc"], words: words.restore },
];

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !["radio", "checkbox"].includes(target.type));

/** Out of a text, into its section: single letters work again. */
const leave = (target: EventTarget | null): void =>
  (target as HTMLElement).closest<HTMLElement>("section[tabindex]")?.focus({ preventScroll: true });

/** Keys of visits that are held; a contact has its screening and precautions alone. */
const ONLY_VISITS = ["s", "m", "t", "r"];

function act(key: string, target: EventTarget | null, draft: Draft): boolean {
  const { kind } = draft.data;
  if (ONLY_VISITS.includes(key) && kind !== "treatment" && kind !== "decision") return false;
  switch (key) {
    case "a":
      answerNo(draft);
      goOn(draft);
      return true;
    case "p":
      precautionsUnchanged(draft);
      return true;
    case "s":
      goToRow(draft, carry(draft));
      return true;
    case "c":
    case "x": {
      const row = target instanceof Element ? target.closest<HTMLElement>("[data-carried]") : null;
      if (row) settleRow(draft, row, key === "c");
      return row !== null;
    }
    case "m":
      goToFirstEmptyMeasure();
      return true;
    case "t":
      if (kind === "treatment") treatAsLast(draft);
      goOn(draft);
      return true;
    case "r":
      reviewAsUsual(draft);
      goOn(draft);
      return true;
    case "j":
      goOn(draft);
      return true;
    default:
      return false;
  }
}

export function Shortcuts() {
  const draft = useDraft();
  usePageKeys(VISIT_KEYS, words.lead);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // A cell or a dialog that used the key keeps it.
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const isChord = event.ctrlKey || event.metaKey;
      if (isChord && event.key === "Enter") document.querySelector<HTMLElement>("[data-sign]")?.click();
      else if (event.key === "Escape" && isTyping(event.target)) leave(event.target);
      else if (isChord || event.altKey || isTyping(event.target)) return;
      else if (!act(event.key.toLowerCase(), event.target, draft)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    // From the caseload one key leads here: the next one may be any of these.
    if (document.activeElement === document.body) goToSection("since_last", false);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [draft]);
  return null;
}
