/** Who the chart is about, in two lines, with precautions and what screening said; and a hold, when there is one. */
import { OctagonPause, ShieldAlert } from "lucide-react";
import type { ReactNode } from "react";
import { dayText } from "@/components/chart/value-text";
import { Avatar } from "@/components/ui/avatar";
import { Banner } from "@/components/ui/banner";
import { ageOn, type CalendarDay } from "@/domain/calendar-day";
import { recordNumber } from "@/domain/patient-name";
import type { Sex } from "@/domain/record";
import { type FlagId, flagById } from "@/domain/vocabulary/flags";
import words from "@/messages/en/patient.json";
import { fill } from "@/messages/fill";

export type ChartHeadProps = {
  head: {
    name: string;
    number: number;
    birthDate: CalendarDay;
    sex: Sex;
    pronouns: string | null;
    occupation: string | null;
    heightCm: number | null;
    episode: { complaint: string | null; closedOn: CalendarDay | null } | null;
    phase: string;
    phaseSince: CalendarDay | null;
    flags: readonly FlagId[];
    screening: { on: CalendarDay; yes: number; no: number } | null;
  };
  today: CalendarDay;
  /** Buttons on the right. */
  children: ReactNode;
};

const text = words.chart;
const isBlocking = (flag: FlagId) => flagById(flag).level.startsWith("block_");

export function ChartHead({ head, today, children }: ChartHeadProps) {
  const precautions = head.flags.filter((flag) => !isBlocking(flag));
  const facts = [
    fill(text.age, { age: ageOn(head.birthDate, today) }),
    head.pronouns ?? words.choices.sex[head.sex],
    head.occupation,
    head.heightCm === null ? null : fill(text.height, { cm: head.heightCm }),
    fill(text.record, { number: recordNumber(head.number) }),
    head.episode?.complaint,
  ];
  return (
    <header className="mb-3 grid gap-3">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-1 basis-90 items-start gap-3">
          <Avatar name={head.name} size="lg" />
          <div className="min-w-0">
            <h1 className="text-title wrap-anywhere">{head.name}</h1>
            <p className="text-secondary text-muted wrap-anywhere">{facts.filter(Boolean).join(" · ")}</p>
            <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-secondary text-muted">
              {precautions.length === 0 ? (
                text.noPrecautions
              ) : (
                <span className="inline-flex items-center gap-1.5 font-semi text-warn">
                  <ShieldAlert aria-hidden size={14} strokeWidth={2.2} className="shrink-0" />
                  {fill(text.precautions, { names: precautions.map((flag) => flagById(flag).name).join(", ") })}
                </span>
              )}{" "}
              {screeningText(head.screening)}
            </p>
          </div>
        </div>
        <div className="flex flex-wrap items-start gap-2 max-sm:w-full print:hidden">{children}</div>
      </div>
      {head.phase === "hold" ? <HoldBanner flags={head.flags.filter(isBlocking)} since={head.phaseSince} /> : null}
      {head.episode?.closedOn ? (
        <Banner tone="same">{fill(text.closed, { date: dayText(head.episode.closedOn) })}</Banner>
      ) : null}
    </header>
  );
}

/** Questions were answered; nobody is declared free of anything (CLINICAL 12). */
function screeningText(screening: ChartHeadProps["head"]["screening"]): string {
  if (screening === null) return text.notScreened;
  const { on, yes } = screening;
  return fill(yes === 0 ? text.screenedNo : text.screenedYes, { date: dayText(on), n: yes });
}

function HoldBanner({ flags, since }: { flags: readonly FlagId[]; since: CalendarDay | null }) {
  const names = flags.map((flag) => flagById(flag).name).join(", ");
  return (
    <Banner
      tone="bad"
      icon={OctagonPause}
      title={since === null ? text.hold : fill(text.holdSince, { date: dayText(since) })}
    >
      {names === "" ? text.holdLead : `${names}. ${text.holdLead}`}
    </Banner>
  );
}
