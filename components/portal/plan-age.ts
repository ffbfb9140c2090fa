/** How old the plan on this screen is: one that the clinic hasn't confirmed for three days is not to be exercised by. */
"use client";

import { useEffect, useState } from "react";

const TOO_OLD_MS = 72 * 60 * 60_000;
const LOOK_EVERY_MS = 60_000;

/** `madeAt`: when the server made the page, ISO. */
export const isTooOld = (madeAt: string, now: number): boolean => now - Date.parse(madeAt) > TOO_OLD_MS;

export function useTooOld(madeAt: string): boolean {
  const [tooOld, setTooOld] = useState(false);
  useEffect(() => {
    const look = () => setTooOld(isTooOld(madeAt, Date.now()));
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    window.addEventListener("pageshow", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pageshow", look);
    };
  }, [madeAt]);
  return tooOld;
}
