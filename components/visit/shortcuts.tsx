/** Keys of the whole visit: one letter each outside texts, Ctrl+Enter to sign from anywhere; "?" lists them all. */
"use client";

import { useEffect } from "react";
import { usePageKeys } from "@/components/shell/page-keys";
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

const keysOfVisits = async () => (await import("./visit-keys")).VISIT_KEYS;

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
  usePageKeys(keysOfVisits);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { key, target, altKey } = event;
      const isChord = event.ctrlKey || event.metaKey;
      const isText = isTyping(target);
      if (isText && !isChord && key !== "Escape") return;
      // A cell or a dialog that used the key keeps it.
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      if (isChord && key === "Enter") document.querySelector<HTMLElement>("[data-sign]")?.click();
      else if (key === "Escape" && isText) leave(target);
      else if (isChord || altKey || isText) return;
      else if (!act(key.toLowerCase(), target, draft)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    // From the caseload one key leads here: the next one may be any of these.
    if (document.activeElement === document.body) goToSection("since_last", false);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [draft]);
  return null;
}
