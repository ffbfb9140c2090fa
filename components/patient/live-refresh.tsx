/** Keeps an open chart current: asks while the page is in sight, and draws it anew when something came in. */
"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** A session logged on the phone is on the chart within five seconds: three of them are for a busy server's answers. */
const EVERY_MS = 2_000;

/** `stamp`: what the page was drawn from; a new drawing brings a new one. */
export function LiveRefresh({ patientId, stamp }: { patientId: string; stamp: string }) {
  const router = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isHere = true;
    async function ask() {
      if (!isHere || document.visibilityState !== "visible") return;
      const answer = await fetch(`/api/changes/${patientId}?since=${stamp}`, { cache: "no-store" }).catch(() => null);
      if (!isHere) return;
      // Signed out, or not ours any more: the next click says so.
      if (answer?.status === 401 || answer?.status === 404) return;
      if (answer?.status === 200) router.refresh();
      timer = setTimeout(ask, EVERY_MS);
    }
    function onSight() {
      clearTimeout(timer);
      void ask();
    }
    timer = setTimeout(ask, EVERY_MS);
    document.addEventListener("visibilitychange", onSight);
    return () => {
      isHere = false;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onSight);
    };
  }, [patientId, stamp, router]);
  return null;
}
