/** The clinic's own exercises by name: asked once each time the palette opens, then matched like the library's. */
import { useEffect, useState } from "react";
import text from "@/messages/en/palette.json";
import type { Choice } from "./choice";

type Named = { itemId: string; name: string };

export function useOwnExercises(): readonly Choice[] {
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    // Without an answer the library's exercises are found all the same.
    void fetch("/api/exercises", { signal: abort.signal })
      .then(async (response) => {
        if (response.ok) setChoices(((await response.json()) as { exercises: Named[] }).exercises.map(choiceOf));
      })
      .catch(() => {});
    return () => abort.abort();
  }, []);
  return choices;
}

const choiceOf = ({ itemId, name }: Named): Choice => ({
  key: `exercise clinic:${itemId}`,
  group: "exercises",
  label: name,
  detail: text.own,
  act: { kind: "open", href: `/library/exercises/own/${itemId}` },
});
