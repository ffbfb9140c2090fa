/** N, C and D on a patient's pages press what the menu of visits holds, also while it is closed. */
"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { usePageKeys } from "@/components/shell/page-keys";

const keysOfChart = async () => ({ keys: (await import("./chart-key-list")).CHART_KEYS });

const KINDS: Readonly<Record<string, string>> = { n: "treatment", c: "contact", d: "did_not_attend" };

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest("input, textarea, select, dialog, [contenteditable]") !== null;

export function VisitKeys({ children }: { children: ReactNode }) {
  usePageKeys(keysOfChart);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const kind = KINDS[event.key];
      if (kind === undefined || event.repeat || event.defaultPrevented) return;
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      const form = menu.current?.querySelector<HTMLFormElement>(`form[data-kind="${kind}"]`);
      if (!form) return;
      event.preventDefault();
      form.requestSubmit();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <div ref={menu} className="flex">
      {children}
    </div>
  );
}
