/** The caseload's rows, drawn from data: as elements from the server they would travel twice, as page and as what React reads. */
"use client";

import { useCallback, useTransition } from "react";
import words from "@/messages/en/caseload.json";
import { fill } from "@/messages/fill";
import { CaseloadKeys, type KeyKind } from "./caseload-keys";
import { CaseloadRow, COLUMNS, type RowData } from "./caseload-row";
import { NewVisitForm } from "./new-visit-button";
import { SEARCH_ID } from "./search-form";
import { type SnoozeChoice, SnoozeDialog, type SnoozeDialogProps } from "./snooze-dialog";

export type SleepingReason = { id: string; since: string; text: string; until: string };

export type ListedRow = RowData & {
  choices: readonly SnoozeChoice[];
  sleeping: readonly SleepingReason[];
};

export type CaseloadListProps = {
  rows: readonly ListedRow[];
  /** YYYY-MM-DD in the clinic's zone. */
  today: string;
  startVisit: (form: FormData) => Promise<void>;
  snooze: SnoozeDialogProps["action"];
  /** Reads fields `patientId`, `reason` and `since`. */
  wake: (form: FormData) => Promise<void>;
};

const HEAD = ["patient", "why", "phase", "pain", "lastVisit", "sessions", "nextReview"] as const;

export function CaseloadList({ rows, today, startVisit, snooze, wake }: CaseloadListProps) {
  const [isStarting, start] = useTransition();
  const startKind = useCallback(
    (kind: KeyKind, patientId: string) => {
      if (isStarting) return;
      const form = new FormData();
      form.set("kind", kind);
      form.set("patientId", patientId);
      start(() => startVisit(form));
    },
    [isStarting, startVisit],
  );
  return (
    <CaseloadKeys searchId={SEARCH_ID} onStart={startKind}>
      <NewVisitForm action={startVisit} />
      <div className="rounded-card border border-line bg-surface max-sm:-mx-4 max-sm:rounded-none max-sm:border-x-0">
        <div
          aria-hidden
          className={`border-b border-line px-3 py-2 text-caption font-bold text-muted max-list:hidden ${COLUMNS}`}
        >
          {HEAD.map((name) => (
            <span key={name}>{words.columns[name]}</span>
          ))}
        </div>
        <ul aria-label={words.list}>
          {rows.map((row) => (
            <CaseloadRow
              key={row.patientId}
              row={row}
              today={today}
              snooze={
                row.choices.length === 0 ? null : (
                  <SnoozeDialog patientId={row.patientId} name={row.name} choices={row.choices} action={snooze} />
                )
              }
              sleeping={row.sleeping.length === 0 ? null : <Sleeping row={row} wake={wake} />}
            />
          ))}
        </ul>
      </div>
    </CaseloadKeys>
  );
}

function Sleeping({ row, wake }: { row: ListedRow; wake: CaseloadListProps["wake"] }) {
  return (
    <ul className="mt-1 grid gap-0.5">
      {row.sleeping.map(({ id, since, text, until }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-2 text-caption text-muted">
          {fill(words.snoozedList, { reason: text, date: until })}
          <form action={wake}>
            <input type="hidden" name="patientId" value={row.patientId} />
            <input type="hidden" name="reason" value={id} />
            <input type="hidden" name="since" value={since} />
            <button
              type="submit"
              aria-label={fill(words.snooze.wakeOf, { reason: text, name: row.name })}
              className="min-h-6 font-strong text-brand-ink underline max-sm:min-h-11"
            >
              {words.snooze.wake}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
