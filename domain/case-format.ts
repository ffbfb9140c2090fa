/** The format of the worked cases, field by field: ids, sides, units, grades and hard limits of the vocabulary. */
import { z } from "zod";
import { SIDES } from "@/domain/record";
import { CANNOT_TEST } from "@/domain/vocabulary/decisions";
import { FLAGS, type FlagId } from "@/domain/vocabulary/flags";
import { MEASURE_METHODS, MEASURES, type MeasureId, measureById } from "@/domain/vocabulary/measures";
import { PHASES } from "@/domain/vocabulary/phases";
import { SIGN_GRADES, SIGNS, type SignId, signById, signGrades, signSides } from "@/domain/vocabulary/signs";

const idsOf = <T extends string>(entries: readonly { id: T }[]) => z.enum(entries.map(({ id }) => id) as [T, ...T[]]);
const flagId = idsOf<FlagId>(FLAGS);
const signId = idsOf<SignId>(SIGNS);
/** What is computed is never entered; a lever stands on the force it belongs to. */
const measureId = idsOf<MeasureId>(MEASURES.filter(({ id, derived }) => !derived && id !== "lever_m"));
const ackId = z.union([flagId, signId, z.enum(["strain_suspected", "contradictory_findings"])]);

/** Units as UCUM writes them; the vocabulary's own spelling says the same. */
const UCUM: Record<string, string> = { Nm: "N.m", reps: "{reps}", score: "{score}", grade: "{score}" };
const unitsOf = (id: MeasureId): string[] => {
  const { unit } = measureById(id);
  return UCUM[unit] === undefined ? [unit] : [UCUM[unit], unit];
};

const day = z.int();
/** Wider than any patient: what lies outside is a slip of the unit, and torque per kg would lose its meaning. */
const massKg = z.number().min(1).max(1000);
const person = z.string().trim().min(1);

const within = (id: MeasureId) => z.number().min(measureById(id).hard_min).max(measureById(id).hard_max);

function refuse(context: z.RefinementCtx, path: PropertyKey[], message: string) {
  context.addIssue({ code: "custom", path, message });
}

function refuseRepeats<T>(
  context: z.RefinementCtx,
  list: string,
  field: string,
  entries: readonly T[],
  keyOf: (entry: T, index: number) => string,
) {
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const key = keyOf(entry, index);
    if (seen.has(key)) refuse(context, [list, index, field], "recorded twice at this visit");
    seen.add(key);
  }
}

const patient = z.strictObject({
  age: z.int().min(0).max(130),
  sex: z.enum(["M", "F", "X"]),
  mass_kg: massKg.optional(),
  height_cm: z.number().positive().optional(),
  dominant_side: z.enum(["L", "R"]).optional(),
});

const entryStrength = z.strictObject({
  hq_ratio: within("hq_ratio").optional(),
  lsi_ham_pct: within("lsi_ham_pct").optional(),
  method: z.enum(MEASURE_METHODS).optional(),
});

const initialState = z.strictObject({
  phase: z.enum(PHASES),
  phase_since_day: day,
  gate_ely: z.strictObject({ L: within("ely_angle_deg").optional(), R: within("ely_angle_deg").optional() }).optional(),
  last_nprs_worst: within("nprs_worst").int().optional(),
  maintain_entry: z.strictObject({ L: entryStrength.optional(), R: entryStrength.optional() }).optional(),
});

const sign = z
  .strictObject({ id: signId, side: z.enum(SIDES), grade: z.enum(SIGN_GRADES), onset_day: day.optional() })
  .superRefine(({ id, side, grade }, context) => {
    const known = signById(id);
    if (!signSides(known).includes(side))
      refuse(context, ["side"], `${id} is recorded on ${signSides(known).join("/")}`);
    if (!signGrades(known).includes(grade)) refuse(context, ["grade"], `${id} is ${signGrades(known).join("/")}`);
  });

const measure = z
  .strictObject({
    id: measureId,
    side: z.enum(SIDES),
    value: z.number(),
    unit: z.string(),
    method: z.enum(MEASURE_METHODS).optional(),
    lever_m: within("lever_m").optional(),
    pelvis_stabilised: z.boolean().optional(),
    rater: person.optional(),
    quality: z.enum(["ok", "invalid"]).optional(),
  })
  .superRefine(({ id, side, value, unit }, context) => {
    const { sides, hard_min, hard_max, integer } = measureById(id);
    if (!sides.includes(side)) refuse(context, ["side"], `${id} is measured on ${sides.join("/")}`);
    if (value < hard_min || value > hard_max) refuse(context, ["value"], `outside ${hard_min}–${hard_max}`);
    if (integer && !Number.isInteger(value)) refuse(context, ["value"], "whole numbers only");
    if (!unitsOf(id).includes(unit)) refuse(context, ["unit"], `expected ${unitsOf(id).join(" or ")}`);
  });

const event = z.union([
  z.literal("medical_clearance"),
  z.strictObject({
    type: z.literal("flag_entered_in_error"),
    flag: flagId,
    reason: z.string(),
    clinician: z.string(),
    second_clinician: z.string().optional(),
  }),
]);

/** One visit; days and numbers are compared between visits elsewhere. */
export const visitFormat = z
  .strictObject({
    visit: z.int(),
    day,
    mass_kg: massKg.optional(),
    flags: z.array(flagId),
    signs: z.array(sign),
    measures: z.array(measure),
    screening: z
      .array(
        z.strictObject({
          flag: flagId,
          answer: z.enum(["yes", "no"]),
          decision: z.enum(["not_concerned", "safety_net", "suspected"]).optional(),
          reason: z.string().optional(),
          recheck_day: day.optional(),
        }),
      )
      .optional(),
    acks: z.array(ackId).optional(),
    events: z.array(event).optional(),
    adherence: z
      .strictObject({
        prescribed: z.int().min(0),
        done: z.int().min(0),
        source: z.enum(["log", "recall", "none"]).optional(),
      })
      .optional(),
    cannot_test: z.array(z.strictObject({ id: z.enum(CANNOT_TEST.tests), reason: z.string() })).optional(),
    decision: z
      .strictObject({
        choice: z.enum(["advance", "keep", "protect"]),
        reason: z.string().optional(),
        clinician: z.string(),
      })
      .optional(),
    override: z
      .strictObject({
        to_phase: z.enum(PHASES),
        reason: z.string(),
        clinician: z.string(),
        second_clinician: z.string().optional(),
      })
      .optional(),
  })
  .superRefine(({ signs, measures, screening }, context) => {
    // Order has no meaning, so two answers to one question would be settled by chance.
    refuseRepeats(context, "signs", "id", signs, ({ id, side }) => `${id} ${side}`);
    const judged = ({ id, side, method, quality }: (typeof measures)[number], index: number) =>
      quality === "invalid" ? `invalid ${index}` : `${id} ${side} ${method ?? ""}`;
    refuseRepeats(context, "measures", "id", measures, judged);
    refuseRepeats(context, "screening", "flag", screening ?? [], ({ flag }) => flag);
  });

/** A case around its visits; what explains the case to a reader is not looked at. */
export const caseFormat = z.strictObject({
  case_id: z.string().min(1),
  title: z.unknown().optional(),
  fictional: z.unknown().optional(),
  rationale: z.unknown().optional(),
  expected: z.unknown().optional(),
  patient,
  onset_day: day.optional(),
  initial_state: initialState.optional(),
  visits: z.array(z.unknown()),
});

export const fileFormat = z.strictObject({
  schema_version: z.string().optional(),
  rounding: z.string().optional(),
  sides: z.string().optional(),
  cases: z.array(z.unknown()),
});
