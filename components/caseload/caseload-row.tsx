/** One patient of the caseload: why they need someone, where they stand, and what to do; a card on narrow screens. */
import Link from "next/link";
import type { ReactNode } from "react";
import { dayText } from "@/components/chart/value-text";
import { buttonClass } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { type DayMark, FourteenDayDots } from "@/components/ui/fourteen-day-dots";
import { PhaseTrack } from "@/components/ui/phase-track";
import { Sparkline } from "@/components/ui/sparkline";
import { ageOn, type CalendarDay, daysBetween } from "@/domain/calendar-day";
import type { CaseloadReasonId } from "@/domain/vocabulary/caseload-reasons";
import type { Phase } from "@/domain/vocabulary/phases";
import words from "@/messages/en/caseload.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";
import { NewVisitButton } from "./new-visit-button";
import { reasonLook } from "./reason-look";

export type ShownReason = { id: CaseloadReasonId; text: string };

export type RowData = {
  patientId: string;
  episodeId: string | null;
  name: string;
  birthDate: CalendarDay;
  phone: string | null;
  phase: Phase;
  phaseSince: CalendarDay | null;
  pain: readonly { on: CalendarDay; worst: number | null }[];
  lastPain: number | null;
  lastVisitOn: CalendarDay | null;
  nextReviewOn: CalendarDay | null;
  draftVisitId: string | null;
  fortnight: string | null;
  reasons: readonly ShownReason[];
  complaint: string | null;
  occupation: string | null;
};

export type CaseloadRowProps = {
  row: RowData;
  today: CalendarDay;
  /** Beside the reason: the dialog to snooze it. */
  snooze: ReactNode;
  /** Sleeping reasons, each with its button to wake it. */
  sleeping: ReactNode;
};

/** Shared with the head of the list. */
export const COLUMNS = "caseload-columns";

export function CaseloadRow({ row, today, snooze, sleeping }: CaseloadRowProps) {
  const { patientId, name, reasons } = row;
  const facts = [fill(words.age, { age: ageOn(row.birthDate, today) }), row.complaint, row.occupation];
  return (
    <li data-row className={`caseload-row ${COLUMNS}`}>
      <div className="min-w-0">
        <Link
          prefetch={false}
          data-open
          href={`/patients/${patientId}`}
          className="line-clamp-2 font-bold text-ink no-underline wrap-anywhere hover:underline max-sm:py-1"
        >
          {name}
        </Link>
        <p className="line-clamp-2 text-caption text-muted wrap-anywhere">{facts.filter(Boolean).join(" · ")}</p>
      </div>
      <div className="min-w-0 max-list:col-span-2">
        <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1 xl:flex-nowrap">
          <Reasons reasons={reasons} />
          <span className="flex shrink-0 items-center">
            <FirstAct row={row} />
            {snooze}
          </span>
        </div>
        {sleeping}
      </div>
      <div className="min-w-0">
        <p className="truncate text-secondary font-strong">
          {row.episodeId === null ? words.closed : status.phase[row.phase]}{" "}
          <span className="font-normal text-muted">{sinceText(row, today)}</span>
        </p>
        {row.episodeId === null ? null : <PhaseTrack phase={row.phase} className="mt-1 w-31" />}
      </div>
      <Pain pain={row.pain} last={row.lastPain} />
      <Labelled label={words.columns.lastVisit}>{shortDay(row.lastVisitOn, today)}</Labelled>
      <div className="max-list:justify-self-end">
        {row.fortnight === null ? (
          <span className="text-caption text-muted">{words.noPlan}</span>
        ) : (
          <Dots fortnight={row.fortnight} />
        )}
      </div>
      <Labelled label={words.columns.nextReview}>
        {row.nextReviewOn === today ? <strong>{words.today}</strong> : shortDay(row.nextReviewOn, today)}
      </Labelled>
      <div className="max-list:justify-self-end">
        {row.episodeId === null ? null : <NewVisitButton patientId={patientId} name={name} look="sign" />}
      </div>
    </li>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <p className="text-secondary">
      <span className="text-muted list:sr-only">{label}: </span>
      {children}
    </p>
  );
}

const shortDay = (on: CalendarDay | null, today: CalendarDay): string =>
  on === null ? "–" : dayText(on, { year: on.slice(0, 4) !== today.slice(0, 4) });

function sinceText({ phase, phaseSince, episodeId }: RowData, today: CalendarDay): string {
  if (phaseSince === null || episodeId === null) return "";
  if (phase === "hold") return fill(words.onHold, { date: shortDay(phaseSince, today) });
  return fill(words.since, { n: daysBetween(phaseSince, today) });
}

function Reasons({ reasons: [first, ...others] }: { reasons: readonly ShownReason[] }) {
  if (!first) return <span className="text-muted">–</span>;
  const { icon, tone } = reasonLook(first.id);
  const rest = others.map(({ text }) => text).join("; ");
  return (
    <span className="flex min-w-0 items-center gap-1 max-list:flex-wrap">
      <Chip tone={tone} icon={icon}>
        {first.text}
      </Chip>
      {others.length === 0 ? null : (
        <details className="group/more relative text-secondary">
          <summary className="inline-flex min-h-6 min-w-6 list-none items-center justify-center rounded-chip px-1 font-strong text-muted hover:text-ink max-sm:min-h-11 max-sm:min-w-11 [&::-webkit-details-marker]:hidden">
            <span aria-hidden>{fill(words.more, { n: others.length })}</span>
            <span className="sr-only">{fill(words.moreList, { reasons: rest })}</span>
          </summary>
          <ul className="absolute z-5 mt-1 grid w-max max-w-70 gap-1 rounded-card border border-line-2 bg-surface p-3 shadow-dialog max-sm:right-0">
            {others.map((reason) => (
              <li key={reason.id}>{reason.text}</li>
            ))}
          </ul>
        </details>
      )}
    </span>
  );
}

/** What the first reason asks for. */
function FirstAct({ row }: { row: RowData }) {
  const [first] = row.reasons;
  if (!first) return null;
  const { act } = reasonLook(first.id);
  const look = buttonClass("quiet", "sm", "underline sm:px-1 whitespace-nowrap");
  const room = `/patients/${row.patientId}`;
  const to = (href: string) => (
    <Link prefetch={false} href={href} className={look}>
      {words.actions[act]}
      <span className="sr-only">, {row.name}</span>
    </Link>
  );
  if (act === "visit") {
    return <NewVisitButton patientId={row.patientId} name={row.name} look="link" />;
  }
  if (act === "call") {
    if (row.phone === null) return null;
    return (
      <a href={`tel:${row.phone.replace(/[^\d+]/g, "")}`} className={look}>
        {words.actions.call}
        <span className="sr-only">
          , {row.name}, {row.phone}
        </span>
      </a>
    );
  }
  if (act === "openVisit") return row.draftVisitId === null ? null : to(`/visits/${row.draftVisitId}`);
  if (act === "assign") return to(`${room}/plan`);
  if (act === "visits" || act === "record") return to(`${room}/${act}`);
  return to(room);
}

function Pain({ pain, last }: { pain: RowData["pain"]; last: number | null }) {
  if (pain.length === 0) return <span className="text-caption text-muted">{words.noPain}</span>;
  const values = pain.map(({ worst }) => worst).reverse();
  const label = fill(words.pain, { values: values.map((value) => value ?? words.painGap).join(", ") });
  return (
    <div className="flex items-center gap-2.5 max-list:justify-self-end">
      <Sparkline values={values} label={label} />
      <span aria-hidden className="text-section">
        {last ?? "–"}
      </span>
    </div>
  );
}

const MARKS: Record<string, DayMark> = { D: "done", P: "part", "-": "due", ".": "none" };

function Dots({ fortnight }: { fortnight: string }) {
  const days = [...fortnight].map((letter) => MARKS[letter] ?? "none");
  const count = (mark: DayMark) => days.filter((day) => day === mark).length;
  const label = fill(words.dots, { done: count("done"), part: count("part"), due: count("due") });
  return <FourteenDayDots days={days} label={label} />;
}
