/** Words for an act that is not done yet, as a form's state: on the device with every key, there again when it is opened. */
"use client";

import { useEffect, useRef, useState } from "react";
import { forgetPending, keepPending, keptPending, type PendingPlace, pendingHere } from "./pending-words";

/**
 * `start` is shown where nothing was kept, and again once the act is done. `isOne` tells a value of this form from what
 * an earlier version of it left there. Answers the value, what takes the next one, and what forgets it.
 */
export function usePending<T>(place: PendingPlace, start: T, isOne: (kept: unknown) => kept is T) {
  const { userId, membershipId, visitId, of } = place;
  const [value, setValue] = useState<T>(() => {
    const kept = pendingHere(place);
    return isOne(kept) ? kept : start;
  });
  const isTyped = useRef(false);
  const isKept = useRef(isOne);
  useEffect(() => {
    let isGone = false;
    void keptPending({ userId, membershipId, visitId, of }).then((kept) => {
      if (!isGone && !isTyped.current && isKept.current(kept)) setValue(kept);
    });
    return () => {
      isGone = true;
    };
  }, [userId, membershipId, visitId, of]);
  function keep(next: T) {
    isTyped.current = true;
    setValue(next);
    void keepPending(place, next);
  }
  function forget() {
    isTyped.current = true;
    setValue(start);
    void forgetPending(place);
  }
  return [value, keep, forget] as const;
}

export const isText = (kept: unknown): kept is string => typeof kept === "string";
