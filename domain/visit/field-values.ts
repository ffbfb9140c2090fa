/** The shape of every value a visit's draft may hold; numbers stay as typed, so that no keystroke is lost. */
import { z } from "zod";
import { calendarDay } from "@/domain/calendar-day";
import { PAIN_QUALITIES } from "@/domain/vocabulary/body-regions";
import { CONTACT } from "@/domain/vocabulary/contacts";
import { CANNOT_TEST, DECISIONS, OVERRIDE_REASONS } from "@/domain/vocabulary/decisions";
import { EXERCISE_IDS, type ExerciseId, isExerciseId } from "@/domain/vocabulary/exercise-names";
import { isMeasureId, MEASURE_METHODS, type MeasureId } from "@/domain/vocabulary/measures";
import { NEUROLOGICAL_GRID } from "@/domain/vocabulary/neurological-grid";
import { INTERPRETER_NEEDS } from "@/domain/vocabulary/people";
import { PHASES } from "@/domain/vocabulary/phases";
import { SIGN_GRADES } from "@/domain/vocabulary/signs";
import { ADVERSE_RESPONSES } from "@/domain/vocabulary/treatments";

const prose = z.string().max(20_000);
const line = z.string().max(500);
const typed = z.union([z.string().max(24), z.number()]);
const side = z.enum(["L", "R", "M"]);
/** Filled by "Same as last visit" and not yet confirmed: kept, listed, not counted. */
const carried = z.boolean().optional();
const measureId = z.custom<MeasureId>((id) => typeof id === "string" && isMeasureId(id));
const exerciseId = z.custom<ExerciseId>((id) => typeof id === "string" && isExerciseId(id));
const filledBy = {
  filled_by: z.enum(["clinician", "patient"]).optional(),
  filled_on: calendarDay.optional(),
  language: z.string().max(35).optional(),
  /** The patient's own response that was accepted into this visit. */
  response_id: z.uuid().optional(),
};

export const DRAFT_VALUES = {
  subjective: z.strictObject({ text: prose, carried }),
  since_last: z.enum(["better", "same", "worse"]),
  interpreter: z.enum(INTERPRETER_NEEDS),
  consent: z.strictObject({
    answer: z.enum(["given", "declined", "withdrawn"]),
    explained_by: line.optional(),
    language: z.string().max(35).optional(),
    chaperone: z.enum(["accepted", "declined"]).optional(),
    chaperone_name: line.optional(),
    receiver: line.optional(),
    note: prose.optional(),
  }),
  screening: z.strictObject({
    answer: z.enum(["yes", "no"]),
    decision: z.enum(["not_concerned", "safety_net", "suspected"]).optional(),
    reason: prose.optional(),
    recheck_on: calendarDay.optional(),
  }),
  /** `set: false` with a reason takes back what this draft had set; null is "never set here". */
  flag: z.strictObject({ set: z.boolean(), reason: prose.optional(), carried }),
  ack: z.strictObject({ limit: prose.optional() }),
  sign: z.strictObject({
    grade: z.enum(SIGN_GRADES),
    onset_on: calendarDay.optional(),
    painful: z.boolean().optional(),
    count: typed.optional(),
    length_cm: typed.optional(),
    note: prose.optional(),
    carried,
  }),
  measure: z.strictObject({
    value: typed.optional(),
    trials: z.array(typed).max(6).optional(),
    method: z.enum(MEASURE_METHODS).optional(),
    lever_m: typed.optional(),
    pelvis_stabilised: z.boolean().optional(),
    rater: line.optional(),
    quality: z.enum(["ok", "invalid"]).optional(),
    note: prose.optional(),
    /** "Typing error?" was asked and the value stands. */
    confirmed: z.boolean().optional(),
  }),
  body: z.strictObject({ value: typed, confirmed: z.boolean().optional() }),
  neuro: z.strictObject({
    state: z.enum(NEUROLOGICAL_GRID.states),
    change: z.enum(["reduced", "absent", "increased"]).optional(),
    onset: z.enum(["new", "old", "unknown"]).optional(),
    note: prose.optional(),
  }),
  pain_area: z.strictObject({
    quality: z.array(z.enum(PAIN_QUALITIES)).max(PAIN_QUALITIES.length),
    intensity: typed.optional(),
    note: prose.optional(),
  }),
  rmdq: z.strictObject({ completed: z.literal(true), ticked: z.array(z.int().min(1).max(24)).max(24), ...filledBy }),
  psfs: z.strictObject({
    activities: z.array(z.strictObject({ id: z.uuid(), text: line, score: typed.optional() })).max(5),
    ...filledBy,
  }),
  groc: z.strictObject({ score: z.int().min(-7).max(7), ...filledBy }),
  treatment: z.strictObject({
    side: z.enum(["L", "R", "both"]).optional(),
    minutes: typed.optional(),
    repetitions: typed.optional(),
    pressure_0_10: typed.optional(),
    grade: z.enum(["I", "II", "III", "IV"]).optional(),
    level: line.optional(),
    muscle: line.optional(),
    region: line.optional(),
    topics: prose.optional(),
    which: line.optional(),
    items: z.array(exerciseId).max(EXERCISE_IDS.length).optional(),
    note: prose.optional(),
  }),
  retest: z.strictObject({
    measure: measureId,
    side,
    before: typed.optional(),
    after: typed.optional(),
    same_rater: z.boolean().optional(),
  }),
  adverse_response: z.strictObject({ response: z.enum(ADVERSE_RESPONSES), note: prose.optional() }),
  advice: prose,
  cannot_test: z.strictObject({ reason: z.enum(CANNOT_TEST.reasons), text: prose.optional() }),
  clearance: z.strictObject({ who: line.optional(), on: calendarDay.optional(), what: prose.optional() }),
  flag_error: z.strictObject({ reason: prose.optional(), second_clinician: line.optional() }),
  decision: z.strictObject({
    choice: z.enum(DECISIONS.map((decision) => decision.id)),
    reason: prose.optional(),
  }),
  override: z.strictObject({
    to_phase: z.enum(PHASES).exclude(["hold"]),
    reason: z.enum(OVERRIDE_REASONS).optional(),
    text: prose.optional(),
    second_clinician: line.optional(),
  }),
  next_review: z.strictObject({ on: z.union([z.literal("open"), calendarDay]) }),
  note: prose,
  channel: z.enum(CONTACT.kinds).exclude(["visit"]),
  direction: z.enum(CONTACT.direction),
  contact_text: prose,
  red_flag_questions_asked: z.boolean(),
  no_show: z.strictObject({ kind: z.enum(CONTACT.no_show), note: prose.optional() }),
} as const;

export type DraftValueKind = keyof typeof DRAFT_VALUES;
export type DraftValue<K extends DraftValueKind> = z.infer<(typeof DRAFT_VALUES)[K]>;
