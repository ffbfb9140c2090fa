/** Everything that throws inside the frame lands here. */
"use client";

import { ErrorScreen } from "@/components/shell/error-screen";
import { errorWords } from "@/components/shell/error-words";
import "@/app/globals.css";

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ErrorScreen words={errorWords()} error={error} retry={retry} />;
}
