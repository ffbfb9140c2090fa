/** A page brought back by the browser's Back button is asked for anew: who is signed in may have changed since. */
"use client";

import { useEffect } from "react";

export function FreshOnReturn() {
  useEffect(() => {
    const reload = (event: PageTransitionEvent) => event.persisted && window.location.reload();
    window.addEventListener("pageshow", reload);
    return () => window.removeEventListener("pageshow", reload);
  }, []);
  return null;
}
