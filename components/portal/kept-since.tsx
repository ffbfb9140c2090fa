/** Says of a page shown from this phone since when it is kept, or of which day it is; a day that begins in flight mode turns it over. */
"use client";

import { useEffect, useState } from "react";
import type { DaySpan } from "@/domain/clinic-clock";
import { clinicNow } from "./plan-age";

const LOOK_EVERY_MS = 30_000;
/** A page from the clinic a moment ago isn't worth a word. */
const NEW_MS = 2 * 60_000;

/** Words and bounds come with the page: a phone takes long to learn the calendar of a time zone. */
export type KeptSinceProps = DaySpan & {
  /** When the server made the page, ISO. */
  madeAt: string;
  /** Said of a page that is kept, and of a page of another day. */
  keptSince: string;
  otherDay: string;
};

const isOfDay = ({ begins, ends }: DaySpan, now: number): boolean => begins <= now && now < ends;

/**
 * null: nothing to say.
 * @param now ms since 1970 by the clinic's clock
 */
export function keptWords(page: KeptSinceProps, now: number, isOnline: boolean): string | null {
  if (!isOfDay(page, now)) return page.otherDay;
  return isOnline || now - Date.parse(page.madeAt) < NEW_MS ? null : page.keptSince;
}

export function KeptSince({ madeAt, begins, ends, keptSince, otherDay }: KeptSinceProps) {
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => {
    const page = { madeAt, begins, ends, keptSince, otherDay };
    let isHere = true;
    let wasItsDay = false;
    const look = async () => {
      const now = await clinicNow(madeAt);
      if (!isHere) return;
      const isItsDay = isOfDay(page, now);
      // The worker has a page of the new day; online the page asks the clinic by itself.
      if (wasItsDay && !isItsDay && !navigator.onLine) window.location.reload();
      wasItsDay = isItsDay;
      setWords(keptWords(page, now, navigator.onLine));
    };
    const lookNow = () => void look();
    lookNow();
    const timer = setInterval(lookNow, LOOK_EVERY_MS);
    for (const event of ["online", "offline", "pageshow"]) window.addEventListener(event, lookNow);
    return () => {
      isHere = false;
      clearInterval(timer);
      for (const event of ["online", "offline", "pageshow"]) window.removeEventListener(event, lookNow);
    };
  }, [madeAt, begins, ends, keptSince, otherDay]);
  return <div role="status">{words === null ? null : <p className="mb-3 text-body text-muted">{words}</p>}</div>;
}
