/** Four weeks of days as marks: done, partly, planned and not reported, nothing planned. No count, no streak, no red. */
import { isoWeekStart } from "@/domain/calendar-day";
import type { Locale, Messages } from "@/messages/rooms";
import { dayAndShortMonth, shortWeekday, weekdayAndDay } from "./day-words";

export type DayMark = "done" | "partly" | "unreported" | "planned" | "free";
export type DayCell = { on: string; mark: DayMark };

const LEGEND: readonly DayMark[] = ["done", "partly", "unreported", "free"];

export function DoneDays(props: {
  cells: readonly DayCell[];
  today: string;
  text: Messages["portal"]["calendar"];
  locale: Locale;
}) {
  const { cells, today, text, locale } = props;
  const mondays = [...new Set(cells.map(({ on }) => isoWeekStart(on)))];
  const weeks = mondays.map((week) => ({ week, days: cells.filter(({ on }) => isoWeekStart(on) === week) }));
  const firstWeek = weeks[0]?.days ?? [];
  return (
    <>
      <table className="w-full table-fixed text-center">
        <caption className="sr-only">{text.caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-[22%] pb-1">
              <span className="sr-only">{text.week}</span>
            </th>
            {firstWeek.map(({ on }) => (
              <th key={on} scope="col" className="pb-1 text-caption font-semi text-muted">
                {shortWeekday(on, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ week, days }) => (
            <tr key={week}>
              <th scope="row" className="text-left text-caption font-normal whitespace-nowrap text-muted">
                <span className="sr-only">{text.week} </span>
                {dayAndShortMonth(week, locale)}
              </th>
              {days.map(({ on, mark }) => (
                <td key={on} className="py-1" aria-current={on === today ? "date" : undefined}>
                  <span className="sr-only">
                    {weekdayAndDay(on, locale)}: {text[mark]}
                    {on === today ? `, ${text.today}` : ""}
                  </span>
                  <DayShape mark={mark} isToday={on === today} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul aria-hidden className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-secondary text-muted">
        {LEGEND.map((mark) => (
          <li key={mark} className="flex items-center gap-1.5">
            <DayShape mark={mark} isToday={false} />
            {text[mark]}
          </li>
        ))}
      </ul>
    </>
  );
}

function DayShape({ mark, isToday }: { mark: DayMark; isToday: boolean }) {
  return (
    <svg viewBox="0 0 26 20" width={26} height={20} aria-hidden className="mx-auto block">
      {isToday ? (
        <rect x="0.75" y="0.75" width="24.5" height="18.5" rx="5" className="fill-none stroke-ink" strokeWidth="1.5" />
      ) : null}
      {mark === "done" ? <rect x="4" y="4" width="18" height="12" rx="3" className="fill-brand" /> : null}
      {mark === "partly" ? (
        <>
          <rect
            x="4.75"
            y="4.75"
            width="16.5"
            height="10.5"
            rx="2.5"
            className="fill-none stroke-brand"
            strokeWidth="1.5"
          />
          <path d="M4 13v0a3 3 0 0 0 3 3h6V4H7a3 3 0 0 0-3 3z" className="fill-brand" />
        </>
      ) : null}
      {mark === "unreported" || mark === "planned" ? (
        <rect
          x="4.75"
          y="4.75"
          width="16.5"
          height="10.5"
          rx="2.5"
          className={mark === "planned" ? "fill-none stroke-line-2" : "fill-none stroke-muted"}
          strokeWidth="1.3"
          strokeDasharray={mark === "planned" ? undefined : "3 2.4"}
        />
      ) : null}
      {mark === "free" ? <circle cx="13" cy="10" r="1.6" className="fill-muted" /> : null}
    </svg>
  );
}
