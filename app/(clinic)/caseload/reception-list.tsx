/** The caseload of reception: who, how to reach them and when they come next; nothing that tells of their health. */
import Link from "next/link";
import { reasonText } from "@/components/caseload/reason-words";
import { dayText } from "@/components/chart/value-text";
import { DataTable } from "@/components/ui/data-table";
import { Pagination } from "@/components/ui/pagination";
import { PAGE_ROWS } from "@/db/caseload";
import type { ContactRow } from "@/db/contact";
import type { CalendarDay } from "@/domain/calendar-day";
import words from "@/messages/en/caseload.json";
import { fill } from "@/messages/fill";
import { hrefOf } from "./address";
import { Nobody } from "./clinician-list";

type Props = {
  list: { rows: ContactRow[]; next: string | null; hasMore: boolean };
  search: string | undefined;
  after: string | undefined;
  today: CalendarDay;
};

export function ReceptionList({ list: { rows, next, hasMore }, search, after, today }: Props) {
  if (rows.length === 0) return <Nobody isSearch={search !== undefined} />;
  return (
    <div className="grid gap-3">
      <DataTable
        className="border border-line bg-surface"
        caption={words.list}
        captionHidden
        columns={(["patient", "born", "phone", "nextReview", "why"] as const).map((key) => ({
          key,
          header: words.columns[key],
        }))}
        rows={rows.map((row) => ({
          key: row.patientId,
          cells: {
            patient: (
              <Link
                prefetch={false}
                href={`/patients/${row.patientId}/record`}
                className="inline-flex items-center wrap-anywhere max-sm:min-h-11"
              >
                {row.name}
              </Link>
            ),
            born: dayText(row.birthDate),
            phone: row.phone === null ? undefined : <a href={`tel:${row.phone.replace(/[^\d+]/g, "")}`}>{row.phone}</a>,
            nextReview: row.nextReviewOn === null ? undefined : dayText(row.nextReviewOn),
            why:
              row.reasons.length === 0 ? undefined : row.reasons.map((reason) => reasonText(reason, today)).join("; "),
          },
        }))}
      />
      {search !== undefined && hasMore ? <p className="text-muted">{fill(words.tooMany, { n: PAGE_ROWS })}</p> : null}
      <Pagination
        label={words.pages}
        previous={after === undefined ? null : { href: hrefOf({ search }), label: words.first }}
        next={
          next === null ? null : { href: hrefOf({ search, after: next }), label: fill(words.next, { n: PAGE_ROWS }) }
        }
      />
    </div>
  );
}
