/** Own progress in plain words: pain and function as charts with their gaps, the stretch of the thigh, sessions done. */
import { chartModel } from "@/components/chart/geometry";
import { PlainChart } from "@/components/chart/plain-chart";
import { valueText } from "@/components/chart/value-text";
import { dayAndMonth, fullDay } from "@/components/portal/day-words";
import { OutboxNotice } from "@/components/portal/outbox-notice";
import { PatientCard } from "@/components/portal/patient-card";
import { StretchBars } from "@/components/portal/stretch-bars";
import { PatientShell } from "@/components/shell/patient-shell";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Disclosure } from "@/components/ui/disclosure";
import { portalProgress } from "@/db/portal-progress";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import type { Series } from "@/domain/progress/series";
import { fill } from "@/messages/fill";
import type { Locale, Messages } from "@/messages/rooms";
import { Kept, PausedScreen, portalFrame } from "../portal-frame";
import { changeSentence, titleOf } from "./progress-words";

type Text = Messages["portal"]["progress"];

export async function generateMetadata() {
  const { text } = await portalFrame();
  return { title: text.progress.title };
}

export default async function ProgressPage() {
  const frame = await portalFrame();
  const found = await portalProgress(frame.actor);
  if (found.kind === "hold") return <PausedScreen {...frame} />;
  const { locale, phones, owner } = frame;
  const text = frame.text.progress;
  const { outcomes, stretch, sessionsDone, dayZero, missed } = found;
  const isEmpty = outcomes.length === 0 && stretch.length === 0 && sessionsDone === 0;
  return (
    <PatientShell
      phones={phones}
      tab="progress"
      title={text.title}
      above={isEmpty ? undefined : fill(text.since, { day: dayAndMonth(found.startedOn, locale) })}
    >
      <Kept frame={frame} madeAt={new Date().toISOString()} />
      <OutboxNotice owner={owner} clinicPhone={phones.clinicPhone} text={frame.text.outbox} />
      {isEmpty ? (
        <Card>
          <h2 className="text-section">{text.nothing}</h2>
          <p className="mt-1">{text.nothingText}</p>
        </Card>
      ) : null}
      <div className="grid gap-4">
        {outcomes.map((series) => (
          <OutcomeCard
            key={series.measure}
            series={series}
            missed={missed}
            dayZero={dayZero}
            locale={locale}
            text={text}
          />
        ))}
        {stretch.length === 0 ? null : (
          <PatientCard title={text.stretch}>
            <StretchBars bars={stretch} text={text} />
            {found.isMetOnce ? <p className="mt-2 text-muted">{frame.text.next.metOnce}</p> : null}
          </PatientCard>
        )}
        {sessionsDone === 0 ? null : (
          <PatientCard title={text.sessions}>
            <p className="text-title">{sessionsDone}</p>
          </PatientCard>
        )}
      </div>
    </PatientShell>
  );
}

function OutcomeCard(props: {
  series: Series;
  missed: readonly number[];
  dayZero: CalendarDay;
  locale: Locale;
  text: Text;
}) {
  const { series, missed, dayZero, locale, text } = props;
  const { baseline, latest, measure } = series;
  const title = titleOf(series, text);
  const values = series.points.filter(({ value }) => value !== null);
  const name = fill(text.chart, { title, from: baseline?.value ?? "", to: latest?.value ?? "" });
  return (
    <PatientCard title={title}>
      <p>{changeSentence(series, text, locale)}</p>
      {values.length < 2 ? null : (
        <>
          <div className="mt-2">
            <PlainChart
              model={chartModel({ measure, series: [series], limits: [], phases: [], missed })}
              name={name}
              weekZero={text.weekZero}
              locale={locale}
            />
          </div>
          <Disclosure summary={text.table}>
            <DataTable
              caption={title}
              captionHidden
              dense
              columns={[
                { key: "date", header: text.date },
                { key: "value", header: text.value, numeric: true },
              ]}
              rows={series.points.map(({ visit, day, value }) => ({
                key: String(visit),
                cells: {
                  date: fullDay(addDays(dayZero, day), locale),
                  value: value === null ? text.notMeasured : valueText(value, series.decimals, locale),
                },
              }))}
            />
          </Disclosure>
        </>
      )}
    </PatientCard>
  );
}
