/** What is wrong or doubtful about a field, beside it: refused numbers, "typing error?", what signing still needs. */
"use client";

import { CircleAlert, CircleHelp } from "lucide-react";
import { classNames } from "@/components/ui/class-names";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { type FieldNote, useFieldNotes } from "./use-draft";

const PROBLEMS: Readonly<Record<string, string>> = text.problems;
const WARNINGS: Readonly<Record<string, string>> = text.warnings;
const BLOCKING: Readonly<Record<string, string>> = text.blocking;

export function noteWords(note: FieldNote): string {
  if (note.kind === "warning") return fill(WARNINGS[note.code] ?? note.code, { who: note.who ?? "" });
  if (note.kind === "blocking") return BLOCKING[note.code] ?? note.code;
  const [min, max] = note.limits ?? [];
  const words = fill(PROBLEMS[note.code] ?? note.code, { min: min ?? "", max: max ?? "" });
  return note.part === "lever_m" ? `${text.measures.lever}: ${words}` : words;
}

export const notesId = (path: string): string => `notes-${path}`;

export type FieldNotesProps = {
  path: string;
  /** "Typing error?" was asked: the value stands. */
  onConfirm?: () => void;
  /** A repeat was asked for: done, or not needed. */
  onStands?: () => void;
  /** What blocks signing is said here too; off where the control says it itself. */
  blocking?: boolean;
  className?: string;
};

export function FieldNotes({ path, onConfirm, onStands, blocking = true, className }: FieldNotesProps) {
  const notes = useFieldNotes(path).filter((note) => blocking || note.kind !== "blocking");
  return (
    <div id={notesId(path)} aria-live="polite" className={classNames(notes.length === 0 && "hidden", className)}>
      {notes.map((note) => {
        const isProblem = note.kind === "problem";
        const answer =
          note.kind !== "warning"
            ? undefined
            : note.code === "retest_asked"
              ? { words: text.measures.stands, act: onStands }
              : note.code.endsWith("outside_plausible")
                ? { words: text.measures.confirm, act: onConfirm }
                : undefined;
        const Icon = isProblem ? CircleAlert : CircleHelp;
        return (
          <p
            key={`${note.kind} ${note.code} ${note.kind === "problem" ? note.part : ""}`}
            className={classNames(
              "mt-1 flex flex-wrap items-center gap-1.5 text-caption font-semi",
              isProblem ? "text-bad" : "text-warn",
            )}
          >
            <Icon aria-hidden size={13} strokeWidth={2.2} className="shrink-0" />
            <span>{noteWords(note)}</span>
            {answer?.act ? (
              <button
                type="button"
                onClick={answer.act}
                className="rounded-chip border border-warn-line bg-warn-wash px-1.5 py-0.5 text-warn max-sm:min-h-11"
              >
                {answer.words}
              </button>
            ) : null}
          </p>
        );
      })}
    </div>
  );
}
