/** Keys of the whole screen: C confirms and X clears the carried row in focus and goes to the next; "?" lists them all. */
"use client";

import { useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import text from "@/messages/en/visit.json";
import { useDraft } from "./use-draft";

const LIST: readonly { keys: readonly string[]; words: string }[] = [
  { keys: ["0", "1", "2", "3"], words: text.shortcuts.grade },
  { keys: ["N", "Y"], words: text.shortcuts.screening },
  { keys: ["C"], words: text.shortcuts.confirm },
  { keys: ["X"], words: text.shortcuts.drop },
  { keys: ["Backspace"], words: text.shortcuts.clear },
  { keys: ["Enter", "↑", "↓"], words: text.shortcuts.move },
  { keys: ["Esc"], words: text.shortcuts.restore },
  { keys: ["?"], words: text.shortcuts.list },
];

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !["radio", "checkbox"].includes(target.type));

export function Shortcuts() {
  const { sync } = useDraft();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    /** Confirms or clears the carried row in focus; false where none is. */
    function settleRow(target: EventTarget | null, keep: boolean): boolean {
      const row = target instanceof Element ? target.closest<HTMLElement>("[data-carried]") : null;
      const path = row?.dataset.path;
      if (!row || path === undefined) return false;
      const rows = [...document.querySelectorAll<HTMLElement>("[data-carried]")];
      const next = rows[rows.indexOf(row) + 1];
      const { carried: _, ...value } = sync.value(path) as { carried?: boolean };
      sync.set(path, keep ? value : null);
      next?.querySelector<HTMLInputElement>("input:checked")?.focus();
      return true;
    }
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key === "?") setOpen(true);
      else if (!((key === "c" || key === "x") && settleRow(event.target, key === "c"))) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [sync]);
  return (
    <Dialog open={isOpen} onClose={() => setOpen(false)} title={text.shortcuts.title} closeLabel={text.close}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-secondary">
        {LIST.map(({ keys, words }) => (
          <div key={words} className="contents">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
