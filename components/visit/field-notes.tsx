/** What is wrong or doubtful about a field, beside it: refused numbers, "typing error?", what signing still needs. */
"use client";

import { CircleAlert, CircleHelp } from "lucide-react";
import { useState } from "react";
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
  /** Its line stands there from the start: what comes up while one types moves nothing. */
  reserved?: boolean;
  /** On the line of its value, without a distance of its own. */
  inLine?: boolean;
  className?: string;
};

export function FieldNotes(props: FieldNotesProps) {
  const { path, onConfirm, onStands, blocking = true, reserved = false, inLine = false, className } = props;
  const notes = useFieldNotes(path).filter((note) => blocking || note.kind !== "blocking");
  // A line that was needed once stays: what is settled must not pull up what one is about to press.
  const [wasNeeded, setNeeded] = useState(false);
  if (notes.length > 0 && !wasNeeded) setNeeded(true);
  const keepsLine = !inLine && (reserved || wasNeeded);
  return (
    <div
      id={notesId(path)}
      aria-live="polite"
      className={classNames(keepsLine ? "min-h-5" : notes.length === 0 && "hidden", className)}
    >
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
              "flex flex-wrap items-center gap-x-1.5 text-caption font-semi",
              !inLine && "mt-1",
              isProblem ? "text-bad" : "text-warn",
            )}
          >
            <Icon aria-hidden size={13} strokeWidth={2.2} className="shrink-0" />
            <span>{noteWords(note)}</span>
            {answer?.act ? (
              <button
                type="button"
                onClick={answer.act}
                className="relative rounded-chip border border-warn-line bg-warn-wash px-1.5 text-warn max-sm:after:absolute max-sm:after:-inset-3.5"
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
