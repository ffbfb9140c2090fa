/** Always in sight: whether what was typed is safe, what is still open, and Sign visit. */
"use client";

import { ArrowDown } from "lucide-react";
import { useChordKey } from "@/components/palette/palette";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { SCREENED } from "@/domain/vocabulary/flags";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { goOn } from "./commands";
import { nextToDo } from "./next-to-do";
import { useRailLine } from "./rail";
import { SaveState } from "./save-state";
import { sectionOf } from "./section-states";
import { SignVisit } from "./sign-visit";
import { useDraft, useJudged } from "./use-draft";

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
          <Kbd>K</Kbd> {text.footer.palette}
        </span>
        <span className="flex items-center gap-1">
          <Kbd>?</Kbd> {text.footer.shortcuts}
        </span>
      </p>
      <div className="flex gap-2 max-lg:ml-auto max-sm:w-full">
        <Next />
        <SignVisit />
      </div>
    </footer>
  );
}

/** "Screening, anything new?" is Screening on a key. */
const shortName = (path: string): string => text.sections[sectionOf(path)].split(",")[0] ?? "";

/** Where there are no keys: one thumb leads to what the visit still waits for. */
function Next() {
  const draft = useDraft();
  const { data, sync } = draft;
  const path = useJudged((judgement) => nextToDo(judgement, sync.fields.all(), data.kind, SCREENED));
  if (path === null) return null;
  return (
    <Button onClick={() => goOn(draft)} className="min-w-0 md:hidden max-sm:flex-1">
      <ArrowDown aria-hidden size={16} className="shrink-0" />
      <span className="truncate">{fill(text.index.next, { section: shortName(path) })}</span>
    </Button>
  );
}
