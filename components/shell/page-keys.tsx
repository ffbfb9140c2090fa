/** "?" lists the keys of the page on every clinic page: each page says its own, and those of all pages follow. */
"use client";

import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from "react";

export type PageKey = { keys: readonly string[]; words: string };
/** `lead` stands above them. */
export type SaidKeys = { keys: readonly PageKey[]; lead?: string };
type LoadKeys = () => Promise<SaidKeys>;

const PageKeysDialog = lazy(async () => ({ default: (await import("./page-keys-dialog")).PageKeysDialog }));

let ofPage: LoadKeys | null = null;
const listeners = new Set<() => void>();

function say(load: LoadKeys | null): void {
  ofPage = load;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Lists what `load` (a constant) gives while the caller is on the page. */
export function usePageKeys(load: LoadKeys): void {
  useEffect(() => {
    say(load);
    return () => say(null);
  }, [load]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])") !== null;

export function PageKeys() {
  const [isOpen, setOpen] = useState<boolean | null>(null);
  const load = useSyncExternalStore(
    subscribe,
    () => ofPage,
    () => null,
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
  if (isOpen === null) return null;
  return (
    <Suspense>
      <PageKeysDialog open={isOpen} onClose={() => setOpen(false)} load={load} />
    </Suspense>
  );
}
