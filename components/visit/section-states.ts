/** What each section of the visit holds so far, and which section a field belongs to. */
import type { DraftValue } from "@/domain/visit/field-values";
import type { Judgement } from "@/domain/visit/judge-visit";
import { SCREENED } from "@/domain/vocabulary/flags";

export const SECTIONS = [
  "since_last",
  "screening",
  "precautions",
  "body",
  "pain",
  "signs",
  "measures",
  "questionnaires",
  "treatment",
  "decision",
  "next_review",
  "note",
] as const;
export type SectionId = (typeof SECTIONS)[number];

const OF_KIND: Record<string, SectionId> = {
  subjective: "since_last",
  since_last: "since_last",
  interpreter: "since_last",
  adverse_response: "since_last",
  consent: "since_last",
  contact: "since_last",
  no_show: "since_last",
  screening: "screening",
  flag: "precautions",
  ack: "precautions",
  event: "decision",
  pain_area: "body",
  neuro: "body",
  sign: "signs",
  measure: "measures",
  body: "measures",
  cannot_test: "measures",
  questionnaire: "questionnaires",
  responses: "questionnaires",
  treatment: "treatment",
  treatment_response: "treatment",
  retest: "treatment",
  advice: "treatment",
  decision: "decision",
  override: "decision",
  next_review: "next_review",
  note: "note",
};

const PAIN = /^measure\.nprs_/;
const SCORES = /^measure\.(rmdq_score|psfs_avg|groc|odi_pct|lefs_score)\./;

export function sectionOf(path: string): SectionId {
  if (PAIN.test(path)) return "pain";
  if (SCORES.test(path)) return "questionnaires";
  return OF_KIND[path.split(".")[0] ?? ""] ?? "note";
}

export type SectionState = {
  state: "empty" | "open" | "done";
  blocking: number;
  unconfirmed: number;
  recorded: number;
  /** Questions not asked, a form not finished. */
  left: number;
};

/** How a measure is taken comes along from last time: without a value nothing was measured. */
function isRecorded(path: string, value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (!path.startsWith("measure.")) return true;
  const { value: single, trials = [] } = value as DraftValue<"measure">;
  return [single, ...trials].some((typed) => typed !== undefined && typed !== "");
}

const isUnfinished = (form: unknown): boolean =>
  typeof form === "object" && form !== null && "completed" in form && form.completed === false;

/** `fields` are the draft's, by path; null is not recorded. */
export function sectionStates(
  fields: ReadonlyMap<string, unknown>,
  { completeness }: Pick<Judgement, "completeness">,
): Record<SectionId, SectionState> {
  const states = Object.fromEntries(
    SECTIONS.map((id) => [id, { state: "empty", blocking: 0, unconfirmed: 0, recorded: 0, left: 0 }]),
  ) as Record<SectionId, SectionState>;
  for (const [path, value] of fields) if (isRecorded(path, value)) states[sectionOf(path)].recorded += 1;
  // Begun and not gone through is not done; untouched it is empty like any other.
  if (states.screening.recorded > 0) states.screening.left = SCREENED.length - states.screening.recorded;
  states.questionnaires.left = isUnfinished(fields.get("questionnaire.rmdq")) ? 1 : 0;
  for (const { path } of completeness.blocking) states[sectionOf(path)].blocking += 1;
  for (const path of completeness.unconfirmed) states[sectionOf(path)].unconfirmed += 1;
  for (const id of SECTIONS) {
    const each = states[id];
    if (each.blocking + each.unconfirmed + each.left > 0) each.state = "open";
    else if (each.recorded > 0) each.state = "done";
  }
  return states;
}
