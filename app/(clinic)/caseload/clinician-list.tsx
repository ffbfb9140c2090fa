/** The caseload of clinicians: rows with their reasons, filters, snoozes, pages. */
import { SearchX } from "lucide-react";
import type { ReactNode } from "react";
import { CaseloadKeys } from "@/components/caseload/caseload-keys";
import { CaseloadRow, COLUMNS } from "@/components/caseload/caseload-row";
import { FilterBar } from "@/components/caseload/filter-bar";
import { KeysLegend } from "@/components/caseload/keys-legend";
import { NewVisitForm } from "@/components/caseload/new-visit-button";
import { NoPatients } from "@/components/caseload/no-patients";
import { reasonText } from "@/components/caseload/reason-words";
import { SEARCH_ID } from "@/components/caseload/search-form";
import { SnoozeDialog } from "@/components/caseload/snooze-dialog";
import { dayText } from "@/components/chart/value-text";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/screen-state";
import { type CaseloadFilter, type CaseloadList, PAGE_ROWS, type CaseloadRow as Row } from "@/db/caseload";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { asksForSnoozeReason, snoozeLimit } from "@/domain/caseload/caseload";
import words from "@/messages/en/caseload.json";
import { fill } from "@/messages/fill";
import { startVisitOf } from "../patients/start-visit";
import { countText, hrefOf } from "./address";
import { saveSnooze, wake } from "./snooze";

type Props = { list: CaseloadList; filter: CaseloadFilter; today: CalendarDay };

export function ClinicianList({ list, filter, today }: Props) {
  const { rows, next, counts } = list;
  const isSearch = filter.search !== undefined;
  const isFiltered = isSearch || hrefOf({ ...filter, after: undefined }) !== "/caseload";
  if (rows.length === 0 && !isFiltered && counts.active === 0) return <NoPatients />;
  const reasons = Object.entries(counts.reasons).map(([id, n]) => [id, countText(n)]);
  return (
    <>
      <FilterBar
        filter={filter}
        counts={{
          active: countText(counts.active),
          needsMe: countText(counts.needsMe),
          reasons: Object.fromEntries(reasons),
        }}
        hrefOf={hrefOf}
      />
      {list.isCatchingUp ? <Banner className="mb-3">{words.catchingUp}</Banner> : null}
      {rows.length === 0 ? <Nobody isSearch={isSearch} /> : <Rows rows={rows} today={today} />}
      <div className="mt-3 grid gap-3">
        {isSearch && list.hasMore ? <p className="text-muted">{fill(words.tooMany, { n: PAGE_ROWS })}</p> : null}
        <Pagination
          label={words.pages}
          previous={
            filter.after === undefined ? null : { href: hrefOf({ ...filter, after: undefined }), label: words.first }
          }
          next={
            next === null
              ? null
              : { href: hrefOf({ ...filter, after: next }), label: fill(words.next, { n: PAGE_ROWS }) }
          }
        />
        {rows.length === 0 ? null : <KeysLegend />}
      </div>
    </>
  );
}

export function Nobody({ isSearch }: { isSearch: boolean }) {
  return (
    <div className="rounded-card border border-line bg-surface">
      <EmptyState
        icon={SearchX}
        title={isSearch ? words.empty.searchTitle : words.empty.filterTitle}
        text={isSearch ? words.empty.searchText : words.empty.filterText}
      >
        <ButtonLink href="/caseload">{words.search.clear}</ButtonLink>
      </EmptyState>
    </div>
  );
}

const HEAD = ["patient", "why", "phase", "pain", "lastVisit", "sessions", "nextReview"] as const;

function Rows({ rows, today }: { rows: readonly Row[]; today: CalendarDay }) {
  return (
    <CaseloadKeys searchId={SEARCH_ID}>
      <NewVisitForm action={startVisitOf} />
      <div className="rounded-card border border-line bg-surface max-sm:-mx-4 max-sm:rounded-none max-sm:border-x-0">
        <div
          aria-hidden
          className={`border-b border-line px-3 py-2 text-caption font-bold text-muted max-lg:hidden ${COLUMNS}`}
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
              snooze={<Snooze row={row} today={today} />}
              sleeping={<Sleeping row={row} today={today} />}
            />
          ))}
        </ul>
      </div>
    </CaseloadKeys>
  );
}

function Snooze({ row, today }: { row: Row; today: CalendarDay }): ReactNode {
  const choices = row.reasons.flatMap((reason) => {
    const limit = snoozeLimit(reason, { today, next_review: row.nextReviewOn });
    if (limit === null || limit <= today) return [];
    const { id, since } = reason;
    const text = reasonText(reason, today);
    const days = { from: addDays(today, 1), limit, limitText: dayText(limit) };
    return [{ id, since, text, ...days, needsWhy: asksForSnoozeReason(id) }];
  });
  if (choices.length === 0) return null;
  return <SnoozeDialog patientId={row.patientId} name={row.name} choices={choices} action={saveSnooze} />;
}

function Sleeping({ row, today }: { row: Row; today: CalendarDay }): ReactNode {
  if (row.snoozed.length === 0) return null;
  return (
    <ul className="mt-1 grid gap-0.5">
      {row.snoozed.map((reason) => {
        const text = reasonText(reason, today);
        return (
          <li key={reason.id} className="flex flex-wrap items-center gap-x-2 text-caption text-muted">
            {fill(words.snoozedList, { reason: text, date: dayText(reason.until, { year: false }) })}
            <form action={wake}>
              <input type="hidden" name="patientId" value={row.patientId} />
              <input type="hidden" name="reason" value={reason.id} />
              <input type="hidden" name="since" value={reason.since} />
              <button
                type="submit"
                aria-label={fill(words.snooze.wakeOf, { reason: text, name: row.name })}
                className="min-h-6 font-strong text-brand-ink underline max-sm:min-h-11"
              >
                {words.snooze.wake}
              </button>
            </form>
          </li>
        );
      })}
    </ul>
  );
}
