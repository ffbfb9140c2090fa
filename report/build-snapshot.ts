/** Builds the snapshot of a progress report from the record; pure, so the same input always gives the same report. */
import { measureTitle } from "@/components/chart/chart-words";
import { type ChartGroupId, groupCharts } from "@/components/chart/groups";
import { limitsOf } from "@/components/chart/limits";
import { phaseSpans } from "@/components/chart/phase-spans";
import { verdictOf } from "@/components/chart/verdict";
import { isAttended } from "@/domain/attended";
import { addDays, daysBetween } from "@/domain/calendar-day";
import { buildSeries } from "@/domain/progress/build-series";
import type { Series } from "@/domain/progress/series";
import type { LimbSide } from "@/domain/record";
import { roundHalfUp } from "@/domain/rules/rounding";
import type { RuleSet } from "@/domain/rules/rule-set";
import { STATEMENT_CAVEAT } from "@/domain/vocabulary/statements";
import words from "@/messages/en/report.json";
import { statementWords } from "@/messages/reason-words";
import { decisionsOf } from "@/report/decisions";
import { writtenHeadline } from "@/report/headline";
import type { ReportInput, ReportVisit } from "@/report/report-input";
import { screeningSentences } from "@/report/screening";
import { type ChangeRow, type ReportSnapshot, reportSnapshot } from "@/report/snapshot";
import { sourceOf } from "@/report/sources";

type Statement = ReportSnapshot["statements"][number];

function statementsOf(visits: readonly ReportVisit[]): Statement[] {
  const pattern = visits.findLast(({ visit }) => isAttended(visit))?.assessment.pattern ?? null;
  if (pattern === null) return [];
  const read = (side: LimbSide): Omit<Statement, "sides"> => {
    const { statement, confidence } = pattern[side];
    return { statement, confidence, text: statementWords(pattern[side], measureTitle) };
  };
  const [left, right] = [read("L"), read("R")];
  return JSON.stringify(left) === JSON.stringify(right)
    ? [{ sides: "both", ...left }]
    : [
        { sides: "L", ...left },
        { sides: "R", ...right },
      ];
}

function changeRow(series: Series, group: ChartGroupId, source: number | null, dayZero: string): ChangeRow {
  const { measure, side, unit, decimals, baseline, latest, delta, mdc, mcid } = series;
  const on = (point: { day: number; value: number } | null) =>
    point === null ? null : { on: addDays(dayZero, point.day), value: point.value };
  const newest = series.points.findLast(({ value }) => value !== null);
  return {
    group,
    measure,
    side,
    unit,
    decimals,
    method: baseline?.method ?? null,
    from: on(baseline),
    to: delta === null ? null : on(latest),
    delta,
    mdc,
    mcid,
    verdict: verdictOf(series),
    other_rater: newest?.otherRater === true,
    source,
  };
}

function adherenceOf(
  visits: readonly ReportVisit[],
  dayZero: string,
  { adherence_good, adherence_partial }: RuleSet["values"],
): ReportSnapshot["adherence"] {
  const spans = visits.flatMap(({ visit: { visit, day, adherence } }) =>
    adherence === undefined
      ? []
      : [{ visit, on: addDays(dayZero, day), ...adherence, source: adherence.source ?? ("log" as const) }],
  );
  const reported = spans.filter(({ source, prescribed }) => source !== "none" && prescribed > 0);
  const done = reported.reduce((sum, span) => sum + span.done, 0);
  const prescribed = reported.reduce((sum, span) => sum + span.prescribed, 0);
  // Nothing reported is not "low": the dose is unknown.
  if (prescribed === 0) {
    const band = spans.some(({ source }) => source === "none") ? "not_reported" : "not_due";
    return { done, prescribed, pct: null, band, visits: spans };
  }
  const pct = Math.min(100, roundHalfUp((100 * done) / prescribed, 0));
  const band = pct >= adherence_good ? "good" : pct >= adherence_partial ? "partial" : "low";
  return { done, prescribed, pct, band, visits: spans };
}

/** Throws a ZodError when the input breaks the snapshot's shape. */
export function buildSnapshot(input: ReportInput): ReportSnapshot {
  const { episode, period, visits } = input;
  const series = buildSeries(input);
  const dayZero = episode.day_zero;
  const first = daysBetween(dayZero, period.from);
  const inPeriod = visits.filter(({ visit }) => visit.day >= first);
  const missed = input.missed.filter((day) => day >= first);
  const groups = groupCharts(series);
  const charts = groups.flatMap(({ id, charts: drawn }) =>
    drawn.map((chart) => ({ ...chart, id, limits: limitsOf(chart.series, input.rules.values) })),
  );
  const sources: ReportSnapshot["sources"] = [];
  const changes = charts.flatMap((chart) => {
    const source = sourceOf(sources.length + 1, chart.series, chart.limits, input.rules.values);
    if (source !== null) sources.push(source);
    return chart.series.map((one) => changeRow(one, chart.id, source?.number ?? null, dayZero));
  });
  return reportSnapshot.parse({
    schema: 1,
    kind: "progress",
    language: input.language,
    made_at: input.made_at,
    clinic: input.clinic,
    patient: input.patient,
    episode,
    period,
    attendance: { attended: inPeriod.filter(({ visit }) => isAttended(visit)).length, missed: missed.length },
    headline: writtenHeadline(series),
    statements: statementsOf(visits),
    screening: screeningSentences(inPeriod, dayZero),
    changes,
    charts: charts.map(({ measure, series: drawn, limits }) => ({ measure, series: drawn, limits })),
    course: { phases: phaseSpans(visits.map(({ assessment }) => assessment)), missed: [...input.missed] },
    plan: input.plan,
    adherence: adherenceOf(inPeriod, dayZero, input.rules.values),
    decisions: decisionsOf(inPeriod, dayZero),
    additions: input.additions.filter(({ on }) => on >= period.from && on <= period.to),
    next: input.next,
    sources,
    rules: { version: input.rules.version, adopted: input.adopted },
    signature: input.signature,
    caveats: [STATEMENT_CAVEAT, words.caveats.missing, words.caveats.phases],
  } satisfies ReportSnapshot);
}
