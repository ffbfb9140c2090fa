/** Home sessions by week: done, partly, due and not reported, not due. No log is "not reported", never "low". */
import Link from "next/link";
import { dayText } from "@/components/chart/value-text";
import { Card } from "@/components/ui/card";
import { addDays, type CalendarDay, isoWeekStart } from "@/domain/calendar-day";
import { isPrescribedDay, type PlanHistory, type WeekCount } from "@/domain/plan/adherence-count";
import type { PatientMode } from "@/domain/vocabulary/people";
import words from "@/messages/en/progress.json";
import { fill } from "@/messages/fill";

type DayState = keyof typeof words.session_states;

export type SessionsCardProps = {
  history: PlanHistory | null;
  weeks: readonly WeekCount[];
  /** With "none" no log is expected and nothing is called low. */
  mode: PatientMode;
  today: CalendarDay;
  /** Where a paper diary is typed in; null on a closed episode. */
  diaryHref: string | null;
  /** Limits of the bands, from the clinic's rule set. */
  bands: { good: number; partial: number };
};

const WEEKS_SHOWN = 6;

export function SessionsCard({ history, weeks, mode, today, diaryHref, bands }: SessionsCardProps) {
  const prescribed = weeks.reduce((sum, week) => sum + week.prescribed, 0);
  const done = weeks.reduce((sum, week) => sum + week.done, 0);
  if (history === null || prescribed === 0) return <Card title={words.sessions}>{words.sessions_empty}</Card>;
  const reported = mode !== "none" && history.sessions.length > 0;
  const pct = Math.min(100, Math.round((100 * done) / prescribed));
  const band = pct >= bands.good ? "good" : pct >= bands.partial ? "partial" : "low";
  const aside = reported
    ? fill(words.sessions_count, { done, prescribed, pct, band: words.bands[band] })
    : words.sessions_none;
  const starts = weeks.slice(-WEEKS_SHOWN).map(({ week_of }) => week_of);
  if (!starts.includes(isoWeekStart(today))) starts.push(isoWeekStart(today));
  return (
    <Card title={words.sessions} aside={aside}>
      <table className="text-caption">
        <thead>
          <tr className="text-muted">
            <th className="pr-3 text-left font-normal">
              <span className="sr-only">{words.week_of}</span>
            </th>
            {words.weekdays.map((day) => (
              <th key={day} className="w-8 font-normal">
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {starts.map((start) => (
            <tr key={start}>
              <th scope="row" className="pr-3 text-left font-normal whitespace-nowrap text-muted">
                {dayText(start)}
              </th>
              {words.weekdays.map((weekday, index) => {
                const on = addDays(start, index);
                const state = on >= today ? null : stateOn(history, on);
                const recalled = state !== null && isRecalled(history, on);
                return (
                  <td key={weekday} className="p-0.5">
                    {state === null ? null : (
                      <Cell state={state} recalled={recalled} label={dayLabel(on, state, recalled)} />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-caption text-muted">{words.sessions_key}</p>
      {diaryHref === null ? null : (
        <p className="mt-1 text-secondary">
          <Link prefetch={false} href={diaryHref} className="inline-flex items-center max-sm:min-h-11">
            {words.log.diary}
          </Link>
        </p>
      )}
    </Card>
  );
}

const dayLabel = (on: CalendarDay, state: DayState, recalled: boolean): string =>
  fill(recalled ? words.sessions_day_recalled : words.sessions_day, {
    on: dayText(on),
    state: words.session_states[state],
  });

/** Told afterwards, or from a paper diary, and by no log. */
function isRecalled(history: PlanHistory, on: CalendarDay): boolean {
  const told = history.sessions.filter((session) => session.on === on && session.completion !== "skipped");
  return told.length > 0 && told.every(({ source }) => source === "recall");
}

function stateOn(history: PlanHistory, on: CalendarDay): DayState {
  const sessions = history.sessions.filter((session) => session.on === on);
  if (sessions.some(({ completion }) => completion === "done")) return "done";
  if (sessions.some(({ completion }) => completion === "partly")) return "part";
  return isPrescribedDay(history, on) ? "due" : "none";
}

const LOOK: Record<DayState, string> = {
  done: "bg-brand",
  part: "border-2 border-brand bg-brand-wash",
  due: "border border-dashed border-field",
  none: "",
};

function Cell({ state, recalled, label }: { state: DayState; recalled: boolean; label: string }) {
  return (
    <span
      role="img"
      aria-label={label}
      className={`flex h-[17px] w-[26px] max-[22rem]:w-5 items-center justify-center rounded-[3px] ${LOOK[state]}`}
    >
      {state === "none" ? <span className="size-1 rounded-full bg-field" /> : null}
      {recalled ? (
        <span className={`text-[11px] leading-none font-bold ${state === "done" ? "text-on-brand" : ""}`}>
          {words.sessions_recalled_mark}
        </span>
      ) : null}
    </span>
  );
}
