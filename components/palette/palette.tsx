/** Ctrl K (⌘ K) opens the palette on every clinic page; it is fetched when it is first asked for. */
"use client";

import { Search } from "lucide-react";
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from "react";
import { Kbd } from "@/components/ui/kbd";
import type { PaletteDialogProps } from "./palette-dialog";

const PaletteDialog = lazy(() => import("./palette-dialog").then(({ PaletteDialog: part }) => ({ default: part })));

/** The button stands in the frame, the palette beside it. */
const ASKED = "counterpoise:palette";

export function Palette(props: Pick<PaletteDialogProps, "membershipId" | "startVisit">) {
  const [isOpen, setOpen] = useState(false);
  const [wasAsked, setAsked] = useState(false);
  useEffect(() => {
    const open = () => {
      setAsked(true);
      setOpen(true);
    };
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      const isChord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isChord || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      // Over another question it would hide what is asked there.
      if (document.querySelector("dialog[open]") === null) open();
    };
    document.addEventListener("keydown", onKeyDown);
    window.addEventListener(ASKED, open);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      window.removeEventListener(ASKED, open);
    };
  }, []);
  if (!wasAsked) return null;
  return (
    <Suspense>
      <PaletteDialog {...props} isOpen={isOpen} onClose={() => setOpen(false)} />
    </Suspense>
  );
}

const never = () => () => {};
const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

/** "Ctrl" or "⌘", as this keyboard says it. */
export function useChordKey(): string {
  return useSyncExternalStore(never, isMac, () => false) ? "⌘" : "Ctrl";
}

/** `label` says what is found there. */
export function PaletteButton({ label }: { label: string }) {
  const chord = useChordKey();
  return (
    <button
      type="button"
      onClick={() => window.dispatchEvent(new Event(ASKED))}
      className="mb-3 flex min-h-8.5 w-full items-center gap-2 rounded-card border border-line-2 bg-surface px-2 text-secondary text-muted hover:border-field max-sm:min-h-11"
    >
      <Search aria-hidden size={15} className="shrink-0" />
      <span className="min-w-0 flex-1 truncate text-left">{label}</span>
      <span className="flex shrink-0 gap-0.5 max-sm:hidden">
        <Kbd>{chord}</Kbd>
        <Kbd>K</Kbd>
      </span>
    </button>
  );
}
