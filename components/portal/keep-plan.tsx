/** Tells the phone's worker whose page this is, so that it keeps the plan for flight mode and forgets it on hold. */
"use client";

import { useEffect } from "react";

/** The worker's cache of pages (public/my-worker.js). */
export const KEPT_PAGES = "my-pages-1";

/** `kept`: "open" or "paused" and the membership; the worker reads the same from the text of each page it keeps. */
export function KeepPlan({ kept, madeAt }: { kept: string; madeAt: string }) {
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
  return <span hidden data-kept={kept} />;
}

/** At sign-out: nothing of the plan stays on a phone that others use. */
export async function forgetKeptPlan(): Promise<void> {
  if (typeof caches === "undefined") return;
  await caches.delete(KEPT_PAGES);
}
