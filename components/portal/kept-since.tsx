/** Says of a page shown from this phone since when it is kept, or of which day it is; a day that begins in flight mode turns it over. */
"use client";

import { useEffect, useState } from "react";
import { dayIn } from "@/domain/clinic-clock";
import { fill } from "@/messages/fill";
import type { Locale, Messages } from "@/messages/rooms";
import { clinicNow } from "./plan-age";

const LOOK_EVERY_MS = 30_000;
/** A page from the clinic a moment ago isn't worth a word. */
const NEW_MS = 2 * 60_000;

export type KeptSinceProps = {
  /** When the server made the page, ISO. */
  madeAt: string;
  /** The clinical day the page is of, and the same in words. */
  today: string;
  day: string;
  timeZone: string;
  locale: Locale;
  text: Pick<Messages["portal"]["today"], "keptSince" | "otherDay">;
};

/** null: nothing to say. */
export function keptWords(props: KeptSinceProps, now: Date, isOnline: boolean): string | null {
  const { madeAt, today, day, timeZone, locale, text } = props;
  if (dayIn(timeZone, now) !== today) return fill(text.otherDay, { day });
  if (isOnline || now.getTime() - Date.parse(madeAt) < NEW_MS) return null;
  const when = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    ...{ weekday: "long", hour: "2-digit", minute: "2-digit", timeZone },
  });
  return fill(text.keptSince, { when: when.format(new Date(madeAt)) });
}

export function KeptSince(props: KeptSinceProps) {
  const { madeAt, today, day, timeZone, locale } = props;
  const { keptSince, otherDay } = props.text;
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => {
    const own = { madeAt, today, day, timeZone, locale, text: { keptSince, otherDay } };
    let isHere = true;
    let wasItsDay = false;
    const look = async () => {
      const now = new Date(await clinicNow(madeAt));
      if (!isHere) return;
      const isItsDay = dayIn(timeZone, now) === today;
      // The worker has a page of the new day; online the page asks the clinic by itself.
      if (wasItsDay && !isItsDay && !navigator.onLine) window.location.reload();
      wasItsDay = isItsDay;
      setWords(keptWords(own, now, navigator.onLine));
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
  }, [madeAt, today, day, timeZone, locale, keptSince, otherDay]);
  return <div role="status">{words === null ? null : <p className="mb-3 text-body text-muted">{words}</p>}</div>;
}
