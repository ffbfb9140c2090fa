/** Scores the questionnaires a visit holds; their totals count as measures of the visit (CLINICAL 8). */
import { roundHalfUp } from "@/domain/rules/rounding";
import { type AnsweredBy, sourceOf } from "@/domain/visit/answered-by";
import type { DraftValue } from "@/domain/visit/field-values";
import { type FieldProblem, type Limits, readTyped } from "@/domain/visit/read-measure";
import type { MeasurementEntry, QuestionnaireEntry } from "@/domain/visit/visit-entries";
import { measureById } from "@/domain/vocabulary/measures";

const PSFS_SCORE: Limits = { min: 0, max: 10, whole: true, decimals: 0 };
export const SCORED_MEASURE = { rmdq: "rmdq_score", psfs: "psfs_avg", groc: "groc" } as const;

const base = (instrument: QuestionnaireEntry["instrument"], filled: AnsweredBy, visitOn: string) => ({
  instrument,
  filled_by: filled.filled_by ?? ("clinician" as const),
  filled_on: filled.filled_on ?? visitOn,
  language: filled.language ?? null,
  response_id: filled.response_id ?? null,
});

/** One point per tick; an unticked sentence is 0, an untouched form or an unfinished one is no score. */
export function readRmdq(typed: DraftValue<"rmdq">, visitOn: string): QuestionnaireEntry {
  const ticked = [...new Set(typed.ticked)].sort((a, b) => a - b);
  return { ...base("rmdq", typed, visitOn), score: typed.completed ? ticked.length : null, ticked, activities: null };
}

export const readGroc = (typed: DraftValue<"groc">, visitOn: string): QuestionnaireEntry => ({
  ...base("groc", typed, visitOn),
  score: typed.score,
  ticked: null,
  activities: null,
});

/** The mean of the activities scored today, to 0.1; activities without a score don't count. */
export function readPsfs(
  typed: DraftValue<"psfs">,
  visitOn: string,
): { entry: QuestionnaireEntry; problems: Omit<FieldProblem, "path">[] } {
  const problems: Omit<FieldProblem, "path">[] = [];
  const activities = typed.activities.map((activity) => {
    const { value, code } = readTyped(activity.score, PSFS_SCORE);
    if (code !== null) problems.push({ code, part: `activities.${activity.id}`, limits: [0, 10] });
    return { id: activity.id, text: activity.text.trim(), score: value };
  });
  const scores = activities.flatMap((activity) => (activity.score === null ? [] : [activity.score]));
  const sum = scores.reduce((total, score) => total + score, 0);
  const score = scores.length === 0 ? null : roundHalfUp(sum / scores.length, 1);
  return { entry: { ...base("psfs", typed, visitOn), score, ticked: null, activities }, problems };
}

/** A scored questionnaire as the measurement the rules read. */
export function scoredMeasurement(entry: QuestionnaireEntry, rater: string): MeasurementEntry | null {
  if (entry.score === null) return null;
  const { filled_by, filled_on, response_id } = entry;
  const source = sourceOf({ filled_by, filled_on, ...(response_id !== null && { response_id }) });
  const measure = measureById(SCORED_MEASURE[entry.instrument]);
  return {
    measure: measure.id,
    side: "M",
    value: entry.score,
    unit: measure.unit,
    trials: [],
    method: null,
    lever_m: null,
    pelvis_stabilised: null,
    rater,
    quality: "ok",
    note: null,
    ...(source !== null && { source }),
  };
}
