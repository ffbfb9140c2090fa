/** The list by keyboard: arrows or J and K move, Enter opens, N or V starts a visit, C a contact, D records a visit missed, S snoozes, / searches. */
"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { usePageKeys } from "@/components/shell/page-keys";

const keysOfCaseload = async () => ({ keys: (await import("./caseload-key-list")).CASELOAD_KEYS });

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("input, textarea, select, dialog, [contenteditable]") !== null;

export type KeyKind = "contact" | "did_not_attend";

export type CaseloadKeysProps = {
  children: ReactNode;
  searchId: string;
  /** The rarer kinds of visit have a key and no button of their own. */
  onStart: (kind: KeyKind, patientId: string) => void;
};

export function CaseloadKeys({ children, searchId, onStart }: CaseloadKeysProps) {
  usePageKeys(keysOfCaseload);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const rows = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
    const opener = (row: HTMLElement | undefined) => row?.querySelector<HTMLElement>("[data-open]");
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const all = rows();
      const current = all.findIndex((row) => row.contains(document.activeElement));
      const press = (part: string) => all[current]?.querySelector<HTMLElement>(part)?.click();
      // Only a patient in treatment has the button.
      const start = (kind: KeyKind) => {
        const patientId = all[current]?.querySelector<HTMLButtonElement>("[data-new-visit]")?.value;
        if (patientId !== undefined && !event.repeat) onStart(kind, patientId);
      };
      switch (event.key) {
        case "ArrowDown":
        case "j":
          opener(all[Math.min(current + 1, all.length - 1)])?.focus();
          break;
        case "ArrowUp":
        case "k":
          opener(all[Math.max(current - 1, 0)])?.focus();
          break;
        case "n":
        case "v":
          press("[data-new-visit]");
          break;
        case "c":
          start("contact");
          break;
        case "d":
          start("did_not_attend");
          break;
        case "s":
          press("[data-snooze]");
          break;
        case "/":
          document.getElementById(searchId)?.focus();
          break;
        default:
          return;
      }
      event.preventDefault();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [searchId, onStart]);

  return <div ref={list}>{children}</div>;
}
