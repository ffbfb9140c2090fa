/** The last visits at a glance, newest first. */
import Link from "next/link";
import { dayText } from "@/components/chart/value-text";
import { Card } from "@/components/ui/card";
import type { CalendarDay } from "@/domain/calendar-day";
import type { Phase } from "@/domain/vocabulary/phases";
import words from "@/messages/en/progress.json";
import status from "@/messages/en/status.json";

export type VisitLine = {
  id: string;
  number: number | null;
  kind: keyof typeof words.visit_kinds;
  on: CalendarDay;
  isSigned: boolean;
  /** What the visit did to the phase; null where it judged nothing. */
  phases: { before: Phase; after: Phase } | null;
};

const SHOWN = 6;

export function VisitsCard({ visits, href }: { visits: readonly VisitLine[]; href: string }) {
  return (
    <Card title={words.visits} aside={<Link href={href}>{words.visits_all}</Link>}>
      <ul className="divide-y divide-line">
        {visits.slice(0, SHOWN).map(({ id, number, kind, on, isSigned, phases }) => (
          <li key={id} className="flex items-baseline gap-3 py-1.5 text-secondary">
            <span className="w-24 shrink-0 text-muted">{dayText(on)}</span>
            <Link href={`/visits/${id}`} className="min-w-0 flex-1 text-ink">
              {words.visit_kinds[kind]}
              {number === null ? "" : ` ${number}`}
              {phases === null ? "" : `, ${phaseWords(phases)}`}
            </Link>
            {kind === "did_not_attend" ? null : (
              <span className="text-muted">{isSigned ? words.visit_signed : words.visit_draft}</span>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

const phaseWords = ({ before, after }: { before: Phase; after: Phase }): string =>
  before === after ? status.phase[after] : `${status.phase[before]} → ${status.phase[after]}`;
