/** The caseload of clinicians: rows with their reasons, filters, snoozes, pages. */
import { SearchX } from "lucide-react";
import { CaseloadList as List, type ListedRow } from "@/components/caseload/caseload-list";
import { FilterBar } from "@/components/caseload/filter-bar";
import { KeysLegend } from "@/components/caseload/keys-legend";
import { NoPatients } from "@/components/caseload/no-patients";
import { reasonText } from "@/components/caseload/reason-words";
import type { SnoozeChoice } from "@/components/caseload/snooze-dialog";
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
      {rows.length === 0 ? (
        <Nobody isSearch={isSearch} />
      ) : (
        <List
          rows={rows.map((row) => listed(row, today))}
          today={today}
          startVisit={startVisitOf}
          snooze={saveSnooze}
          wake={wake}
        />
      )}
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

/** What the list shows of a row, its reasons in words. */
function listed(row: Row, today: CalendarDay): ListedRow {
  return {
    patientId: row.patientId,
    episodeId: row.episodeId,
    name: row.name,
    birthDate: row.birthDate,
    phone: row.phone,
    phase: row.phase,
    phaseSince: row.phaseSince,
    pain: row.pain,
    lastPain: row.lastPain,
    lastVisitOn: row.lastVisitOn,
    nextReviewOn: row.nextReviewOn,
    draftVisitId: row.draftVisitId,
    fortnight: row.fortnight,
    complaint: row.complaint,
    occupation: row.occupation,
    reasons: row.reasons.map((reason) => ({ id: reason.id, text: reasonText(reason, today) })),
    choices: snoozeChoices(row, today),
    sleeping: row.snoozed.map((reason) => ({
      id: reason.id,
      since: reason.since,
      text: reasonText(reason, today),
      until: dayText(reason.until, { year: false }),
    })),
  };
}

function snoozeChoices({ reasons, nextReviewOn }: Row, today: CalendarDay): SnoozeChoice[] {
  return reasons.flatMap((reason) => {
    const limit = snoozeLimit(reason, { today, next_review: nextReviewOn });
    if (limit === null || limit <= today) return [];
    const { id, since } = reason;
    const text = reasonText(reason, today);
    const days = { from: addDays(today, 1), limit, limitText: dayText(limit) };
    return [{ id, since, text, ...days, needsWhy: asksForSnoozeReason(id) }];
  });
}
