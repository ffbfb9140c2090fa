/** A patient's progress: where they stand, why, and honestly whether it works. */
import { ClipboardList } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { requireClinician } from "@/auth/actor";
import { GatePanel } from "@/components/assessment/gate-panel";
import { PatternWhy, StatementLines } from "@/components/assessment/pattern-why";
import { limitsByMeasure } from "@/components/chart/limits";
import { phaseSpans } from "@/components/chart/phase-spans";
import { ProgressCharts } from "@/components/chart/progress-charts";
import { packSeries } from "@/components/chart/shown-series";
import { dayText } from "@/components/chart/value-text";
import { pullFigureState } from "@/components/figure/pull-figure-state";
import { PhaseCard } from "@/components/progress/phase-card";
import { PlanCard } from "@/components/progress/plan-card";
import { PullDrawing } from "@/components/progress/pull-drawing";
import { SessionLog } from "@/components/progress/session-log";
import { SessionsCard } from "@/components/progress/sessions-card";
import { type VisitLine, VisitsCard } from "@/components/progress/visits-card";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/screen-state";
import { patientOn } from "@/db/course";
import { type Progress, progressOf } from "@/db/progress";
import { lastConclusion } from "@/domain/attended";
import { addDays } from "@/domain/calendar-day";
import { isUuid } from "@/domain/new-id";
import { buildSeries } from "@/domain/progress/build-series";
import assessmentWords from "@/messages/en/assessment.json";
import words from "@/messages/en/progress.json";
import record from "@/messages/en/record.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";
import { writtenHeadline } from "@/report/headline";
import { readNotesOf } from "../read-notes";

export const metadata: Metadata = { title: words.title };

type Props = { params: Promise<{ patientId: string }>; searchParams: Promise<{ episode?: string }> };

export default async function ProgressPage({ params, searchParams }: Props) {
  const actor = await requireClinician();
  const [{ patientId }, { episode }] = await Promise.all([params, searchParams]);
  if (!isUuid(patientId) || (episode !== undefined && !isUuid(episode))) notFound();
  const progress = await progressOf(actor, patientId, episode);
  if (!progress) notFound();
  const { course, rules, dayZero, today, closedOn, differing } = progress;
  const last = lastConclusion(course);
  return (
    <>
      {differing.map(({ id, visitOn, phaseStands, phaseNow }) => (
        <Banner
          key={id}
          tone="warn"
          className="mb-3"
          action={
            <ButtonLink size="sm" href={`/visits/${id}`}>
              {record.difference.open}
            </ButtonLink>
          }
        >
          {phaseStands === phaseNow
            ? fill(record.difference.chartDetails, { on: dayText(visitOn) })
            : fill(record.difference.chart, {
                on: dayText(visitOn),
                before: status.phase[phaseStands],
                after: status.phase[phaseNow],
              })}
        </Banner>
      ))}
      {closedOn === null ? null : (
        <Banner tone="same" className="mb-3">
          {fill(words.closed, { on: dayText(closedOn) })}
        </Banner>
      )}
      {rules.adopted ? null : (
        <Banner
          tone="warn"
          className="mb-3"
          action={
            <ButtonLink size="sm" href="/settings/rules">
              {words.adopt}
            </ButtonLink>
          }
        >
          {words.not_adopted}
        </Banner>
      )}
      {last === undefined ? (
        <EmptyState icon={ClipboardList} title={words.empty} text={words.empty_text} />
      ) : (
        <div className="grid gap-4 lg:grid-cols-[26.5rem_minmax(0,1fr)]">
          {/* On a phone the two columns dissolve and stand in reading order: where, whether, what, why. */}
          <div className="min-w-0 content-start gap-4 max-lg:contents lg:grid">
            <PullCard progress={progress} last={last} />
            <Card title={assessmentWords.why.title} className="max-lg:order-5">
              <PatternWhy pattern={last.result.pattern} criteria={progress.evidence?.pattern ?? []} dayZero={dayZero} />
              <p className="mt-2 text-caption text-muted">
                {rules.adopted
                  ? fill(assessmentWords.why.rules, {
                      version: rules.version,
                      name: rules.adopted.name,
                      on: dayText(rules.adopted.on),
                    })
                  : assessmentWords.why.not_adopted}{" "}
                {fill(assessmentWords.why.validity, {
                  measures: rules.values.measure_valid_days,
                  signs: rules.values.sign_valid_days,
                })}{" "}
                <Link href="/library/rules">{assessmentWords.why.numbers}</Link>
              </p>
            </Card>
            <div className="min-w-0 max-lg:order-6">
              <PlanCard version={shownVersion(progress)} own={progress.own} today={closedOn ?? today} />
            </div>
          </div>
          <div className="min-w-0 content-start gap-4 max-lg:contents lg:grid">
            <div className="grid min-w-0 gap-4 max-lg:order-1 md:grid-cols-2">
              <PhaseCard
                phase={last.result.phase_after}
                since={phaseSince(progress)}
                today={today}
                dayZero={dayZero}
                outsideModel={(progress.running ?? progress.plans.at(-1))?.outsideModel ?? false}
                codes={codesOf(course, last).filter(
                  (code) => !(code.startsWith("assign_plan:") && isPlanned(progress, last.visitId)),
                )}
              />
              <GatePanel
                gate={last.result.gate}
                criteria={progress.evidence?.gate ?? []}
                notices={last.result.notices}
                dayZero={dayZero}
                visits={course}
                rules={rules}
              />
            </div>
            <Charts progress={progress} />
            <div className="grid min-w-0 gap-4 max-lg:order-7 md:grid-cols-2">
              <VisitsCard visits={visitLines(progress)} href={`/patients/${patientId}/visits`} />
              <SessionsCard
                history={progress.history}
                weeks={progress.weeks}
                mode={progress.mode}
                today={closedOn === null ? today : addDays(closedOn, 1)}
                diaryHref={closedOn === null ? `/patients/${patientId}/diary` : null}
                bands={{ good: rules.values.adherence_good, partial: rules.values.adherence_partial }}
              />
              <SessionLog sessions={progress.log} own={progress.own} markRead={readNotesOf.bind(null, patientId)} />
            </div>
          </div>
        </div>
      )}
    </>
  );
}

type LastVisit = Progress["course"][number];

/** Of the last visit and of contacts since. */
const codesOf = (course: Progress["course"], last: LastVisit): string[] => [
  ...new Set(course.slice(course.indexOf(last)).flatMap(({ result }) => [...result.warnings, ...result.notices])),
];

function PullCard({ progress, last }: { progress: Progress; last: LastVisit }) {
  const { course, origin, dayZero, rules } = progress;
  if (!origin) return null;
  const findings = pullFigureState({
    patient: patientOn(origin, last.visitOn),
    earlier: course.slice(0, course.indexOf(last)).map(({ record }) => record),
    visit: last.record,
    assessment: last.result,
    rules,
    // Years would not fit beside the drawing; the card names the visit's day in full.
    sayDay: (day) => dayText(addDays(dayZero, day), { year: false }),
  });
  return (
    <Card
      className="max-lg:order-3"
      title={words.pull}
      aside={fill(words.pull_aside, { n: last.number ?? "", on: dayText(last.visitOn) })}
    >
      <PullDrawing findings={findings} />
      <StatementLines pattern={last.result.pattern} />
    </Card>
  );
}

function Charts({ progress }: { progress: Progress }) {
  const { course, missed, age, rules, dayZero } = progress;
  const visits = course.map(({ record, result }) => ({ visit: record, assessment: result }));
  const series = buildSeries({ visits, missed, age, goals: [], rules });
  const headline = writtenHeadline(series);
  const first = course[0];
  return (
    <>
      <p className="rounded-card border border-line bg-surface p-3 max-lg:order-2">
        {headline.sentence} <span className="text-secondary text-muted">({words.headline_aside})</span>
      </p>
      <section className="min-w-0 max-lg:order-4">
        <h2 className="text-section">{first ? fill(words.since, { on: dayText(first.visitOn) }) : words.title}</h2>
        <ProgressCharts
          series={packSeries(series)}
          limits={limitsByMeasure(series, rules.values)}
          course={{ phases: phaseSpans(course.map(({ result }) => result)), missed }}
          dayZero={dayZero}
        />
      </section>
    </>
  );
}

/** A plan was assigned since that visit was signed: it is no longer asked for. */
/** The plan in force; of a closed episode the one it ended with. */
const shownVersion = ({ running, plans, closedOn }: Progress) =>
  (running ?? (closedOn === null ? undefined : plans.at(-1)))?.versions.at(-1) ?? null;

function isPlanned({ running, visits }: Progress, visitId: string): boolean {
  const signedAt = visits.find(({ id }) => id === visitId)?.signedAt;
  const assignedAt = running?.versions.at(-1)?.assignedAt;
  return signedAt != null && assignedAt !== undefined && assignedAt >= signedAt;
}

function phaseSince({ course, dayZero, initialState }: Progress): string | null {
  const moved = course.findLast(({ result }) => result.phase_before !== result.phase_after);
  if (moved) return moved.visitOn;
  return initialState ? addDays(dayZero, initialState.phase_since_day) : null;
}

function visitLines({ visits, course }: Progress): VisitLine[] {
  return visits.toReversed().map(({ id, number, kind, visitOn, state }) => {
    const result = course.find((entry) => entry.visitId === id)?.result;
    return {
      id,
      number,
      kind,
      on: visitOn,
      isSigned: state === "signed",
      phases: result ? { before: result.phase_before, after: result.phase_after } : null,
    };
  });
}
