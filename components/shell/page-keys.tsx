/** "?" lists the keys of the page on every clinic page: each page says its own, and those of all pages follow. */
"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { useChordKey } from "@/components/palette/palette";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import palette from "@/messages/en/palette.json";

export type PageKey = { keys: readonly string[]; words: string };

const text = palette.keys;
type Said = { keys: readonly PageKey[]; lead?: string };
const NONE: Said = { keys: [] };
let ofPage: Said = NONE;
const listeners = new Set<() => void>();

function say(said: Said): void {
  ofPage = said;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Lists `keys` (a constant) while the caller is on the page; `lead` stands above them. */
export function usePageKeys(keys: readonly PageKey[], lead?: string): void {
  useEffect(() => {
    say({ keys, lead });
    return () => say(NONE);
  }, [keys, lead]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])") !== null;

export function PageKeys() {
  const [isOpen, setOpen] = useState(false);
  const chord = useChordKey();
  const said = useSyncExternalStore(
    subscribe,
    () => ofPage,
    () => NONE,
  );
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "?" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  const everywhere = [
    { keys: [chord, "K"], words: text.palette },
    { keys: ["?"], words: text.list },
  ];
  return (
    <Dialog open={isOpen} onClose={() => setOpen(false)} title={text.title} closeLabel={text.close}>
      {said.lead === undefined ? null : <p className="mb-3 text-secondary text-muted">{said.lead}</p>}
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2 text-secondary">
        {[...said.keys, ...everywhere].map(({ keys: pressed, words }) => (
          <div key={words} className="contents">
            <dt className="flex gap-1">
              {pressed.map((key) => (
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
