/** A paper diary typed in: one row a day, the keys do the walking. */
"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useRef, useState, useTransition } from "react";
import type { Owner } from "@/components/outbox/device-store";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { type DiaryDay, keyOfMark } from "@/domain/home-session/diary";
import words from "@/messages/en/diary.json";
import { fill } from "@/messages/fill";
import { type Cell, COLUMNS, type Column, pressed } from "./diary-keys";
import { isSameDay, useKeptDays } from "./use-kept-days";

export type GridDay = { day: DiaryDay; name: string; isPlanned: boolean; isLogged: boolean };

export type DiaryGridProps = {
  owner: Owner;
  patientId: string;
  days: readonly GridDay[];
  /** Answers in words; false: nothing was saved. */
  save: (days: DiaryDay[]) => Promise<{ ok: boolean; message: string }>;
};

export function DiaryGrid({ owner, patientId, days: given, save }: DiaryGridProps) {
  const router = useRouter();
  const [message, setMessage] = useState<{ ok: boolean; message: string } | null>(null);
  const [isPending, start] = useTransition();
  const grid = useRef<HTMLTableSectionElement>(null);
  const open = given.filter(({ isLogged }) => !isLogged);
  const { typed, type, saved } = useKeptDays(
    owner,
    patientId,
    open.map(({ day }) => day),
  );
  const dayOf = (one: GridDay): DiaryDay => typed[one.day.on] ?? one.day;
  const changed = open.map((one) => ({ one, now: dayOf(one) })).filter(({ one, now }) => !isSameDay(one.day, now));

  function focus({ row, column }: Cell) {
    const on = open[row]?.day.on;
    if (on !== undefined) grid.current?.querySelector<HTMLInputElement>(`input[name="${column}.${on}"]`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent, row: number, column: Column) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const one = open[row];
    if (one === undefined) return;
    const answer = pressed(dayOf(one), { row, column }, event.key);
    if (answer === null) {
      // Letters would only look like an entry.
      if (event.key.length === 1) event.preventDefault();
      return;
    }
    event.preventDefault();
    setMessage(null);
    type(answer.day);
    if (answer.next !== null) focus(answer.next);
  }

  function submit() {
    if (isPending || changed.length === 0) return;
    start(async () => {
      const days = changed.map(({ now }) => now);
      const answer = await save(days).catch(() => ({ ok: false, message: words.failed }));
      setMessage(answer);
      if (!answer.ok) return;
      saved(days);
      router.refresh();
    });
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="overflow-x-auto">
        <table className="text-secondary">
          <caption className="sr-only">{words.title}</caption>
          <thead>
            <tr className="text-left text-caption text-muted">
              {(["day", "planned", "done", "during", "worst", "source"] as const).map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={classNames("px-2 py-1 font-normal max-sm:px-1", column === "planned" && "max-sm:hidden")}
                >
                  {words.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={grid}>
            {given.map((one) => {
              const row = open.indexOf(one);
              const day = dayOf(one);
              return (
                <tr key={day.on} className="border-t border-line">
                  <th scope="row" className="px-2 py-1 text-left font-semi max-sm:px-1 sm:whitespace-nowrap">
                    {one.name}
                  </th>
                  <td className="px-2 text-muted max-sm:hidden">{one.isPlanned ? words.planned : words.free}</td>
                  {one.isLogged ? (
                    <td colSpan={4} className="px-2 text-muted">
                      {words.logged}
                    </td>
                  ) : (
                    <>
                      {COLUMNS.map((column) => (
                        <td key={column} className="px-2 py-1 max-sm:px-1 max-sm:align-top">
                          <span className="flex items-center gap-2 max-sm:flex-col max-sm:items-start max-sm:gap-0">
                            <input
                              name={`${column}.${day.on}`}
                              aria-label={fill(words.cell[column], { day: one.name })}
                              inputMode="numeric"
                              autoComplete="off"
                              value={shown(day, column)}
                              onKeyDown={(event) => onKeyDown(event, row, column)}
                              onChange={(event) => touched(one, column, event.target.value)}
                              className="h-8 w-12 rounded-chip border border-field bg-surface text-center font-bold text-ink max-sm:h-11"
                            />
                            {column === "done" ? (
                              <span className="w-32 text-muted max-sm:w-16 max-sm:text-caption">
                                {day.mark === null ? words.unknown : words.marks[day.mark]}
                              </span>
                            ) : null}
                          </span>
                        </td>
                      ))}
                      <td className="px-2 max-sm:px-1 max-sm:py-1 max-sm:align-top">
                        <button
                          type="button"
                          aria-label={fill(words.cell.source, { day: one.name })}
                          aria-pressed={day.source === "recall"}
                          onClick={() => type({ ...day, source: day.source === "recall" ? "diary" : "recall" })}
                          className="min-h-8 rounded-chip border border-line-2 px-2 text-caption aria-pressed:border-dashed aria-pressed:border-warn aria-pressed:text-warn max-sm:min-h-11"
                        >
                          {words.sources[day.source]}
                        </button>
                      </td>
                    </>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button type="submit" variant="pri" aria-disabled={isPending || changed.length === 0 || undefined}>
          {isPending ? words.saving : words.save}
        </Button>
        <p role="status" className={message?.ok === false ? "font-semi text-bad" : "text-muted"}>
          {message?.message ?? (changed.length === 0 ? "" : fill(words.unsaved, { n: changed.length }))}
        </p>
      </div>
    </form>
  );

  /** A phone's keyboard sends no keys of its own: the last character typed is taken for one. */
  function touched(one: GridDay, column: Column, value: string) {
    const row = open.indexOf(one);
    const key = value === "" ? "Delete" : value.slice(-1);
    const answer = pressed(dayOf(one), { row, column }, key);
    if (answer === null) return;
    type(answer.day);
    if (answer.next !== null && value !== "") focus(answer.next);
  }
}

function shown(day: DiaryDay, column: Column): string {
  if (column === "done") return day.mark === null ? "" : keyOfMark(day.mark);
  const pain = column === "during" ? day.painDuring : day.painWorst24h;
  return pain === null ? "" : String(pain);
}
