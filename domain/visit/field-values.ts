/** The shape of every value a visit's draft may hold; numbers stay as typed, so that no keystroke is lost. */
import * as z from "zod/mini";
import { calendarDay } from "@/domain/calendar-day-schema";
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

// The strict content security policy forbids code made of text, which zod would try, and report, once per page.
if (typeof window !== "undefined") z.config({ jitless: true });

const upTo = (length: number) => z.string().check(z.maxLength(length));
const whole = (min: number, max: number) => z.int().check(z.minimum(min), z.maximum(max));
const prose = upTo(20_000);
const line = upTo(500);
const typed = z.union([upTo(24), z.number()]);
const side = z.enum(["L", "R", "M"]);
/** Filled by "Same as last visit" and not yet confirmed: kept, listed, not counted. */
const carried = z.optional(z.boolean());
const measureId = z.custom<MeasureId>((id) => typeof id === "string" && isMeasureId(id));
const exerciseId = z.custom<ExerciseId>((id) => typeof id === "string" && isExerciseId(id));
const filledBy = {
  filled_by: z.optional(z.enum(["clinician", "patient", "guardian"])),
  filled_on: z.optional(calendarDay),
  language: z.optional(upTo(35)),
  /** The patient's own response that was accepted into this visit. */
  response_id: z.optional(z.uuid()),
};

const response = { response: z.enum(ADVERSE_RESPONSES), note: z.optional(prose) };

export const DRAFT_VALUES = {
  subjective: z.strictObject({ text: prose, carried }),
  since_last: z.enum(["better", "same", "worse"]),
  interpreter: z.enum(INTERPRETER_NEEDS),
  consent: z.strictObject({
    answer: z.enum(["given", "declined", "withdrawn"]),
    explained_by: z.optional(line),
    language: z.optional(upTo(35)),
    chaperone: z.optional(z.enum(["accepted", "declined"])),
    chaperone_name: z.optional(line),
    receiver: z.optional(line),
    note: z.optional(prose),
  }),
  screening: z.strictObject({
    answer: z.enum(["yes", "no"]),
    decision: z.optional(z.enum(["not_concerned", "safety_net", "suspected"])),
    reason: z.optional(prose),
    recheck_on: z.optional(calendarDay),
  }),
  /** `set: false` with a reason takes back what this draft had set; null is "never set here". */
  flag: z.strictObject({ set: z.boolean(), reason: z.optional(prose), carried }),
  ack: z.strictObject({ limit: z.optional(prose) }),
  sign: z.strictObject({
    grade: z.enum(SIGN_GRADES),
    onset_on: z.optional(calendarDay),
    painful: z.optional(z.boolean()),
    count: z.optional(typed),
    length_cm: z.optional(typed),
    note: z.optional(prose),
    carried,
  }),
  measure: z.strictObject({
    value: z.optional(typed),
    trials: z.optional(z.array(typed).check(z.maxLength(6))),
    method: z.optional(z.enum(MEASURE_METHODS)),
    lever_m: z.optional(typed),
    pelvis_stabilised: z.optional(z.boolean()),
    rater: z.optional(line),
    quality: z.optional(z.enum(["ok", "invalid"])),
    note: z.optional(prose),
    /** "Typing error?" was asked and the value stands. */
    confirmed: z.optional(z.boolean()),
    /** A repeat was asked for and the value stands. */
    stands: z.optional(z.boolean()),
    /** Pain that the patient gave beforehand. */
    ...filledBy,
  }),
  body: z.strictObject({ value: typed, confirmed: z.optional(z.boolean()) }),
  neuro: z.strictObject({
    state: z.enum(NEUROLOGICAL_GRID.states),
    change: z.optional(z.enum(["reduced", "absent", "increased"])),
    onset: z.optional(z.enum(["new", "old", "unknown"])),
    note: z.optional(prose),
  }),
  pain_area: z.strictObject({
    quality: z.array(z.enum(PAIN_QUALITIES)).check(z.maxLength(PAIN_QUALITIES.length)),
    intensity: z.optional(typed),
    note: z.optional(prose),
  }),
  rmdq: z.strictObject({
    /** Said by itself: an unticked sentence is 0 points, an unfinished form is no score. */
    completed: z.boolean(),
    ticked: z.array(whole(1, 24)).check(z.maxLength(24)),
    ...filledBy,
  }),
  psfs: z.strictObject({
    activities: z.array(z.strictObject({ id: z.uuid(), text: line, score: z.optional(typed) })).check(z.maxLength(5)),
    ...filledBy,
  }),
  groc: z.strictObject({ score: whole(-7, 7), ...filledBy }),
  treatment: z.strictObject({
    side: z.optional(z.enum(["L", "R", "both"])),
    minutes: z.optional(typed),
    repetitions: z.optional(typed),
    pressure_0_10: z.optional(typed),
    grade: z.optional(z.enum(["I", "II", "III", "IV"])),
    level: z.optional(line),
    muscle: z.optional(line),
    region: z.optional(line),
    topics: z.optional(prose),
    which: z.optional(line),
    items: z.optional(z.array(exerciseId).check(z.maxLength(EXERCISE_IDS.length))),
    note: z.optional(prose),
  }),
  retest: z.strictObject({
    measure: measureId,
    side,
    before: z.optional(typed),
    after: z.optional(typed),
    same_rater: z.optional(z.boolean()),
  }),
  /** To the treatment before this visit; and to today's. */
  adverse_response: z.strictObject(response),
  treatment_response: z.strictObject(response),
  advice: prose,
  cannot_test: z.strictObject({ reason: z.enum(CANNOT_TEST.reasons), text: z.optional(prose) }),
  clearance: z.strictObject({ who: z.optional(line), on: z.optional(calendarDay), what: z.optional(prose) }),
  flag_error: z.strictObject({ reason: z.optional(prose), second_clinician: z.optional(line) }),
  decision: z.strictObject({
    choice: z.enum(DECISIONS.map((decision) => decision.id)),
    reason: z.optional(prose),
  }),
  override: z.strictObject({
    to_phase: z.enum(PHASES.filter((phase) => phase !== "hold")),
    reason: z.optional(z.enum(OVERRIDE_REASONS)),
    text: z.optional(prose),
    second_clinician: z.optional(line),
  }),
  next_review: z.strictObject({ on: z.union([z.literal("open"), calendarDay]) }),
  note: prose,
  channel: z.enum(CONTACT.kinds.filter((kind) => kind !== "visit")),
  direction: z.enum(CONTACT.direction),
  contact_text: prose,
  red_flag_questions_asked: z.boolean(),
  /** What the patient filled beforehand: taken into this visit, or left for another. */
  responses: z.strictObject({
    accepted: z.array(z.uuid()).check(z.maxLength(50)),
    left: z.array(z.uuid()).check(z.maxLength(50)),
  }),
  no_show: z.strictObject({ kind: z.enum(CONTACT.no_show), note: z.optional(prose) }),
} as const;

export type DraftValueKind = keyof typeof DRAFT_VALUES;
export type DraftValue<K extends DraftValueKind> = z.infer<(typeof DRAFT_VALUES)[K]>;
