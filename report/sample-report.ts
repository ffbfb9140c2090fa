/** Reports of the worked cases for the tests: their record, folded by the rules, with invented names around it. */
import type { VisitAssessment } from "@/domain/assessment";
import { addDays } from "@/domain/calendar-day";
import workedCases from "@/domain/cases.json";
import type { Series, SeriesPoint } from "@/domain/progress/series";
import type { EpisodeRecord, Side, VisitRecord } from "@/domain/record";
import { foldEpisode } from "@/domain/rules/course";
import { DEFAULT_RULES } from "@/domain/rules/rule-set";
import { isMeasureId, MEASURES, type MeasureId, type MeasureMethod, measureById } from "@/domain/vocabulary/measures";
import type { ReportInput } from "@/report/report-input";

type WorkedCase = EpisodeRecord & { case_id: string; title: string };

export const WORKED_CASES = workedCases.cases as unknown as WorkedCase[];
export const DAY_ZERO = "2026-09-02";

type Value = { value: number; method: MeasureMethod | null; derived: boolean; valid: boolean };

function valueAt(record: VisitRecord, result: VisitAssessment, measure: MeasureId, side: Side): Value | null {
  const entered = record.measures.find((one) => one.id === measure && one.side === side);
  if (entered !== undefined)
    return {
      value: entered.value,
      method: entered.method ?? null,
      derived: false,
      valid: entered.quality !== "invalid",
    };
  const derived = side === "M" ? undefined : result.derived[side];
  const found = Object.entries(derived ?? {}).find(([id]) => isMeasureId(id) && id === measure)?.[1];
  return typeof found === "number"
    ? { value: found, method: derived?.hq_method ?? null, derived: true, valid: true }
    : null;
}

const GOALS: Partial<Record<MeasureId, number>> = {
  ely_angle_deg: DEFAULT_RULES.values.ely_tight,
  rmdq_score: DEFAULT_RULES.values.rmdq_recovered,
  psfs_avg: DEFAULT_RULES.values.psfs_goal,
  hq_ratio: DEFAULT_RULES.values.hq_goal_isometric_belt_90,
};

function seriesOf(
  visits: readonly VisitRecord[],
  results: readonly VisitAssessment[],
  measure: MeasureId,
  side: Side,
): Series | null {
  const { unit, decimals, better, mdc, mcid } = measureById(measure);
  const values = visits.map((record, i) => {
    const result = results[i];
    return result === undefined ? null : valueAt(record, result, measure, side);
  });
  const method = values.find((one) => one?.valid === true)?.method ?? null;
  const points = visits.map(({ visit, day }, i): SeriesPoint => {
    const found = values[i] ?? null;
    const comparable = found?.valid === true && found.method === method;
    return {
      visit,
      day,
      value: found?.value ?? null,
      quality: found?.valid === false ? "invalid" : "ok",
      method: found?.method ?? null,
      rater: null,
      derived: found?.derived === true,
      comparable,
      notComparableBecause: found === null || comparable ? null : found.valid ? "method" : "invalid",
      otherRater: false,
      breaksBefore: false,
    };
  });
  const judged = points.flatMap((point) =>
    point.comparable && point.value !== null ? [{ ...point, value: point.value }] : [],
  );
  const [baseline, latest] = [judged[0], judged.at(-1)];
  if (baseline === undefined || latest === undefined) return null;
  const change = results
    .flatMap((result) => result.changes_vs_baseline)
    .findLast((one) => one.measure === measure && one.side === side);
  return {
    measure,
    side,
    unit,
    decimals,
    better,
    describedOnly: better === "none",
    baseline,
    mdc: change?.mdc ?? (mdc?.kind === "absolute" ? mdc.value : null),
    mcid,
    goal: GOALS[measure] ?? null,
    points,
    changeClass: change?.class ?? null,
    latest,
    delta: change?.delta ?? null,
  };
}

/** The report of a worked case over its whole course. */
export function sampleReport(caseId: string): ReportInput {
  const worked = WORKED_CASES.find(({ case_id }) => case_id === caseId);
  if (worked === undefined) throw new Error(`no worked case ${caseId}`);
  const results = foldEpisode(worked);
  const last = worked.visits.at(-1)?.day ?? 0;
  const to = addDays(DAY_ZERO, last);
  return {
    language: "en",
    made_at: `${to}T12:52:00Z`,
    clinic: {
      name: "Harbour Street Physiotherapy",
      address: "12 Harbour Street, Norhaven",
      phone: "555 0142",
      registration: "PT-20871",
      time_zone: "Europe/Berlin",
    },
    patient: { name: "Amara Reyes-Lind", born: "1992-05-14", record_no: "CP-0412", referred_by: "Dr. H. Quist" },
    episode: { day_zero: DAY_ZERO, complaint: "Low back pain when sitting" },
    period: { from: DAY_ZERO, to },
    visits: worked.visits.flatMap((record, i) => {
      const assessment = results[i];
      return assessment === undefined ? [] : [{ record, assessment, signed_by: "Marit Oduya" }];
    }),
    missed: [],
    series: MEASURES.flatMap(({ id, sides }) =>
      sides.flatMap((side) => seriesOf(worked.visits, results, id, side) ?? []),
    ),
    rules: DEFAULT_RULES,
    adopted: { by: "Marit Oduya", on: "2026-09-01" },
    plan: {
      version: 2,
      phase: "release",
      assigned_on: "2026-09-16",
      items: [
        { exercise: "foam_quad", name: "Foam roll front of thigh", dose: "2 × 60 s, 5 days a week" },
        { exercise: "stretch_quad_side", name: "Side-lying quadriceps stretch", dose: "3 × 30 s, 5 days a week" },
        { exercise: "walk_easy", name: "Easy walking", dose: "5–15 min, daily" },
      ],
    },
    next: { review_on: addDays(to, 7), note: "Hamstring and quadriceps force will be tested again." },
    signature: {
      name: "Marit Oduya",
      title: "Physiotherapist",
      registration: "PT-20871",
      signed_at: `${to}T12:52:00Z`,
    },
  };
}
