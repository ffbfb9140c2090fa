/** What a reader sees when a page throws: no detail, an incident number, a way on. */
"use client";

import { Button } from "@/components/ui/button";
import { fill } from "@/messages/fill";
import { BrandMark } from "./brand-mark";

type Said = { title: string; text: string };
export type ErrorWords = Said & { incident: string; retry: string; busy: Said & { notSaved: string } };

/** What errors of db/unavailable carry: of a thrown error nothing else reaches the browser. */
const BUSY = "database-unavailable";

/** The number under which the server logged what it threw; nothing for what the browser threw. */
export function incidentOf(error: unknown): string | null {
  return error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : null;
}

export const isBusyDatabase = (error: unknown): boolean => incidentOf(error) === BUSY;

export function ErrorScreen({ words, error, retry }: { words: ErrorWords; error: unknown; retry: () => void }) {
  const digest = incidentOf(error);
  const isBusy = isBusyDatabase(error);
  const { title, text } = isBusy ? words.busy : words;
  const incident = isBusy ? null : digest;
  return (
    <main className="mx-auto flex min-h-[60vh] max-w-md flex-col items-start justify-center gap-3 p-6" role="alert">
      <BrandMark size={32} />
      <h1 className="text-title">{title}</h1>
      <p className="text-muted">{text}</p>
      {incident === null ? null : <p className="text-caption text-muted">{fill(words.incident, { id: incident })}</p>}
      <Button variant="pri" className="mt-2" onClick={retry}>
        {words.retry}
      </Button>
    </main>
  );
}
