/** Tells the phone's worker whose page this is, so that it keeps the plan for flight mode and forgets it on hold. */
"use client";

import { useEffect } from "react";
import { KEPT_PAGES, KEPT_PHOTOS } from "./kept-pages";

export type KeepPlanProps = {
  kept: string;
  /** When the server made the page, ISO. */
  madeAt: string;
  /** The clinical day the page is of and the clinic's zone, where its content goes by the day. */
  day?: string | undefined;
  /** Version and day of the session it leads to. */
  session?: string | undefined;
};

/** `kept`: "open" or "paused" and the membership; the worker reads the same from the text of each page it keeps. */
export function KeepPlan({ kept, madeAt, day, session }: KeepPlanProps) {
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    const workers = navigator.serviceWorker;
    const tell = async () => {
      await workers.register("/my-worker.js", { scope: "/my", updateViaCache: "none" });
      const { active } = await workers.ready;
      active?.postMessage({ kept, madeAt });
    };
    // A browser that refuses keeps nothing; the pages work as long as there is a network.
    const begin = () => void tell().catch(() => {});
    if (document.readyState === "complete") return begin();
    window.addEventListener("load", begin);
    return () => window.removeEventListener("load", begin);
  }, [kept, madeAt]);
  return <span hidden data-kept={kept} data-made={madeAt} data-day={day} data-session={session} />;
}

const PATIENCE_MS = 2_000;

/**
 * At sign-out, where others use the phone, and once the clinic says paused: nothing of the plan stays, nor comes back with
 * what the worker has under way.
 */
export async function forgetKeptPlan(): Promise<void> {
  if (typeof caches === "undefined") return;
  await workerForgets();
  await Promise.all([KEPT_PAGES, KEPT_PHOTOS].map((name) => caches.delete(name)));
}

/** Waits for the worker's word; one that doesn't answer keeps nobody from signing out. */
async function workerForgets(): Promise<void> {
  const worker = (await navigator.serviceWorker?.getRegistration("/my"))?.active;
  if (!worker) return;
  const { port1, port2 } = new MessageChannel();
  await new Promise<void>((resolve) => {
    port1.onmessage = () => resolve();
    setTimeout(resolve, PATIENCE_MS);
    worker.postMessage({ forget: true }, [port2]);
  });
  port1.close();
}
