/** Writes the style sheet into the document itself, so that its first paint waits for one answer instead of two. */
"use client";

import { useServerInsertedHTML } from "next/navigation";
import { useEffect, useRef } from "react";
import { SHEET_COOKIE, styleSheet } from "./style-sheet";

const A_YEAR_S = 365 * 24 * 60 * 60;

/**
 * In documents alone: a page that is fetched by the one before it finds the sheet there, and its text is in no data.
 * `href`: where the sheet lies as well, for the documents after this one, and for one that leaves with a part of it
 * (app/sheet-in-use.ts).
 */
export function SheetInPage({ href, nonce }: { href: string; nonce: string | undefined }) {
  // It is asked again for each part of the document that is sent.
  const isWritten = useRef(false);
  useServerInsertedHTML(() => {
    if (isWritten.current) return null;
    isWritten.current = true;
    return (
      <style nonce={nonce} data-whole={href}>
        {styleSheet().text}
      </style>
    );
  });
  useEffect(() => {
    const stop = new AbortController();
    void keepForNextTime(href, stop.signal);
    return () => stop.abort();
  }, [href]);
  return null;
}

/** Once it lies in the browser's cache, the next document links to it instead of carrying it. */
async function keepForNextTime(href: string, signal: AbortSignal): Promise<void> {
  const answer = await fetch(href, { signal, priority: "low" }).catch(() => null);
  if (answer?.ok) {
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser that patients have
    document.cookie = `${SHEET_COOKIE}=${encodeURIComponent(href)}; path=/my; max-age=${A_YEAR_S}; samesite=lax`;
  }
}
