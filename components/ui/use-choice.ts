/** One choice out of several that may also be none, kept by its parent or by itself, and through React's form reset. */
"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

export type ChoiceProps<T> = {
  /** Controlled: what is chosen; null = nothing, which is a state of its own. */
  value?: T | null;
  defaultValue?: T | null;
  onChange?: (value: T | null) => void;
};

export function useChoice<T, E extends HTMLElement>({ value, defaultValue = null, onChange }: ChoiceProps<T>) {
  const [own, setOwn] = useState(defaultValue);
  const [resets, setResets] = useState(0);
  const group = useRef<E>(null);

  // React resets a form after its action; the browser then shows the first choice again unless it is drawn anew.
  useEffect(() => {
    const form = group.current?.closest("form");
    const redraw = () => setTimeout(() => setResets((count) => count + 1));
    form?.addEventListener("reset", redraw);
    return () => form?.removeEventListener("reset", redraw);
  }, []);

  const chosen = value === undefined ? own : value;
  const choose = (next: T | null) => {
    if (value === undefined) setOwn(next);
    onChange?.(next);
  };
  return { chosen, choose, resets, group: group as RefObject<E | null> };
}
