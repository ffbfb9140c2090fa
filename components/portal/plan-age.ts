/**
 * How old the plan on this screen is: one that the clinic hasn't confirmed for three days is not to be exercised by. The
 * phone's clock may be days off, so age is counted from when the phone had a page, by the clock it was had by.
 */
"use client";

import { useEffect, useState } from "react";
import { KEPT_PAGES } from "./kept-pages";

const TOO_OLD_MS = 72 * 60 * 60_000;
const LOOK_EVERY_MS = 60_000;
/** The worker keeps a page a moment after it is shown. */
const LOOK_AGAIN_MS = 3_000;
/** A clock set back by more since the page was had can't tell its age any more. */
const TOLERATED_MS = 2 * 60_000;

/** A page on this phone: when the server made it, and when the phone had it by its own clock. */
export type Had = { madeAt: string; keptAt: number };

/**
 * Server minus phone, in ms: as this very page was had, else as the newest one was; `seenAt`, when it was first shown,
 * counts on a phone that keeps nothing, as such a page comes from the clinic itself.
 */
export function clockOffset(madeAt: string, seenAt: number, kept: readonly Had[]): number {
  const newest = kept.reduce<Had | null>((a, b) => (a === null || b.keptAt > a.keptAt ? b : a), null);
  const had = kept.find((page) => page.madeAt === madeAt) ?? newest ?? { madeAt, keptAt: seenAt };
  return Date.parse(had.madeAt) - had.keptAt;
}

export const isTooOld = (age: number): boolean => age > TOO_OLD_MS || age < -TOLERATED_MS;

const seen = new Map<string, number>();

/** By the clinic's clock, as far as the phone knows it. @param madeAt when the server made the page shown, ISO. */
export async function clinicNow(madeAt: string): Promise<number> {
  const seenAt = seen.get(madeAt) ?? Date.now();
  seen.set(madeAt, seenAt);
  const kept = await keptPages().catch(() => []);
  return Date.now() + clockOffset(madeAt, seenAt, kept);
}

export const ageOf = async (madeAt: string): Promise<number> => (await clinicNow(madeAt)) - Date.parse(madeAt);

/** Of what the worker keeps (public/my-worker.js). */
async function keptPages(): Promise<Had[]> {
  if (typeof caches === "undefined" || !(await caches.has(KEPT_PAGES))) return [];
  const pages = await (await caches.open(KEPT_PAGES)).matchAll();
  return pages.flatMap(({ headers }) => {
    const [madeAt, keptAt] = [headers.get("X-Made-At"), Number(headers.get("X-Kept-At"))];
    return madeAt === null || Number.isNaN(Date.parse(madeAt)) ? [] : [{ madeAt, keptAt }];
  });
}

export function useTooOld(madeAt: string): boolean {
  const [tooOld, setTooOld] = useState(false);
  useEffect(() => {
    let isHere = true;
    const look = () => void ageOf(madeAt).then((age) => isHere && setTooOld(isTooOld(age)));
    look();
    const soon = setTimeout(look, LOOK_AGAIN_MS);
    const timer = setInterval(look, LOOK_EVERY_MS);
    window.addEventListener("pageshow", look);
    return () => {
      isHere = false;
      clearTimeout(soon);
      clearInterval(timer);
      window.removeEventListener("pageshow", look);
    };
  }, [madeAt]);
  return tooOld;
}
