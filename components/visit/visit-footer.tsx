/** Always in sight: whether what was typed is safe, what is still open, and Sign visit. */
"use client";

import { useChordKey } from "@/components/palette/palette";
import { Kbd } from "@/components/ui/kbd";
import palette from "@/messages/en/palette.json";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { useRailLine } from "./rail";
import { SaveState } from "./save-state";
import { SignVisit } from "./sign-visit";
import { useJudged } from "./use-draft";

export function VisitFooter() {
  const open = useJudged(({ completeness }) => {
    const { blocking, unconfirmed } = completeness;
    return [
      blocking.length > 0 ? fill(text.footer.blocking, { count: blocking.length }) : "",
      unconfirmed.length > 0 ? fill(text.footer.unconfirmed, { count: unconfirmed.length }) : "",
    ]
      .filter((part) => part !== "")
      .join(", ");
  });
  const line = useRailLine();
  const chord = useChordKey();
  return (
    <footer className="sticky bottom-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-surface px-4 py-2.5 print:hidden">
      <SaveState />
      <p className="text-secondary text-muted">{open === "" ? text.footer.ready : open}</p>
      <p className="text-secondary font-strong md:hidden">
        <a href="#visit-rail" className="text-brand-ink underline">
          {line === "" ? text.rail.title : line}
        </a>
      </p>
      <p aria-hidden="true" className="ml-auto flex items-center gap-3 text-caption text-muted max-lg:hidden">
        <span className="flex items-center gap-1">
          <Kbd>0</Kbd>–<Kbd>3</Kbd> {text.footer.grade}
        </span>
        <span className="flex items-center gap-1">
          <Kbd>C</Kbd> {text.footer.confirm}
        </span>
        <span className="flex items-center gap-1">
          <Kbd>{chord}</Kbd>
          <Kbd>K</Kbd> {palette.open}
        </span>
        <span className="flex items-center gap-1">
          <Kbd>?</Kbd> {text.footer.shortcuts}
        </span>
      </p>
      <div className="max-lg:ml-auto max-sm:flex max-sm:w-full">
        <SignVisit />
      </div>
    </footer>
  );
}
