/**
 * A text that the browser itself holds while it is typed. What listens to it (the draft, React, the device) learns of it
 * in the pause after the frame that shows it, so that a key waits for nobody; whatever else is done first tells it.
 */
"use client";

import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { inPause } from "@/components/outbox/in-pause";

export type TypedText<E extends HTMLInputElement | HTMLTextAreaElement> = {
  ref: RefObject<E | null>;
  /** What the field begins with; later values are written into it here. */
  defaultValue: string;
  /** After a key. */
  tellSoon: () => void;
  tell: () => void;
};

/** Of all fields: in fact of the one that is typed in. */
const untold = new Set<() => void>();

function tellAll(): void {
  for (const tell of [...untold]) tell();
}

/** A letter changes the text alone; any other key may be one that reads it. */
function tellBeforeKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
  if (key.length > 1 || ctrlKey || metaKey || altKey) tellAll();
}

let isListening = false;
/** Before anybody else hears of it: a press (a screen reader's has a click alone), a shortcut, the page going away. */
function listenOnce(): void {
  if (isListening) return;
  isListening = true;
  window.addEventListener("keydown", tellBeforeKey, true);
  for (const kind of ["pointerdown", "click", "submit", "visibilitychange", "pagehide", "beforeunload"]) {
    window.addEventListener(kind, tellAll, true);
  }
}

export function useTypedText<E extends HTMLInputElement | HTMLTextAreaElement>(
  value: string,
  onText: (text: string) => void,
): TypedText<E> {
  const ref = useRef<E>(null);
  const [first] = useState(value);
  const current = useRef(onText);
  const callOff = useRef<(() => void) | null>(null);
  const isFirst = useRef(true);
  const [{ tell, tellSoon }] = useState(() => {
    const tell = () => {
      if (callOff.current === null) return;
      callOff.current();
      callOff.current = null;
      untold.delete(tell);
      if (ref.current) current.current(ref.current.value);
    };
    const tellSoon = () => {
      if (callOff.current !== null) return;
      callOff.current = inPause(tell);
      untold.add(tell);
    };
    return { tell, tellSoon };
  });
  useLayoutEffect(() => {
    current.current = onText;
  });
  useLayoutEffect(() => {
    const field = ref.current;
    // What is being typed, and what was typed before the script had come (typed-early.ts), is newer than any value.
    const isOwn = callOff.current !== null || (field === document.activeElement && isFirst.current);
    isFirst.current = false;
    if (field && !isOwn && field.value !== value) field.value = value;
  });
  useLayoutEffect(() => {
    listenOnce();
    return tell;
  }, [tell]);
  return { ref, defaultValue: first, tellSoon, tell };
}
