/** The frame itself threw: a document of its own, in the device's colours. */
"use client";

import { ErrorScreen } from "@/components/shell/error-screen";
import { errorWords } from "@/components/shell/error-words";
import "./globals.css";

export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const words = errorWords();
  return (
    <html lang={document.documentElement.lang || "en"}>
      <body>
        <title>{words.title}</title>
        <ErrorScreen words={words} error={error} retry={retry} />
      </body>
    </html>
  );
}
