/** What the form of a clinic's own exercise sends, read into the shape the library keeps. */
import { z } from "zod";
import { CLINIC_ITEM_KINDS, clinicItemContent, stepRef } from "@/domain/plan/clinic-item";
import { CONTRAINDICATIONS, type ConditionId } from "@/domain/vocabulary/contraindications";
import { TREATMENT_PHASES } from "@/domain/vocabulary/phases";
import library from "@/messages/en/library.json";
import { fill } from "@/messages/fill";

const words = library.own;

export const EFFECT_PREFIX = "effect.";
export const CONDITION_IDS: readonly ConditionId[] = [...new Set(CONTRAINDICATIONS.map((cell) => cell.condition))];

const text = (max: number) => z.string(words.required).trim().min(1, words.required).max(max, words.too_long);
const optional = (max: number) =>
  z
    .string()
    .trim()
    .max(max, words.too_long)
    .transform((typed) => (typed === "" ? null : typed));
function whole(min: number, max: number) {
  const message = fill(words.whole, { min, max });
  return z
    .string(message)
    .trim()
    .regex(/^\d+$/, message)
    .transform(Number)
    .pipe(z.int().min(min, message).max(max, message));
}
const wholeOrNone = (min: number, max: number) => z.union([z.literal("").transform(() => null), whole(min, max)]);
const ticked = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

const step = z.union([z.literal("").transform(() => null), stepRef]).optional();

const LINE_MAX = 300;
const STEPS_MAX = 12;
const steps = z
  .string(words.required)
  .transform((typed) =>
    typed
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  )
  .refine((lines) => lines.length >= 1 && lines.length <= STEPS_MAX && lines.every((line) => line.length <= LINE_MAX), {
    message: words.steps_fault,
  });

export const itemFields = z
  .object({
    name: text(120),
    kind: z.enum(CLINIC_ITEM_KINDS, words.required),
    phases: z.array(z.enum(TREATMENT_PHASES.map(({ id }) => id))).min(1, words.one_phase),
    targets: text(200),
    equipment: text(200),
    sets: whole(1, 20),
    reps: wholeOrNone(1, 200),
    time_s: wholeOrNone(5, 7200),
    hold_s: wholeOrNone(0, 300).transform((seconds) => seconds ?? 0),
    rest_s: wholeOrNone(0, 600).transform((seconds) => seconds ?? 0),
    per_week: whole(1, 7),
    tempo: optional(80),
    per_side: ticked,
    pain_limit: whole(0, 10),
    steps,
    cautions: optional(500),
    quad_length: ticked,
    quad_strength: ticked,
    active: ticked,
    easier: step,
    harder: step,
    contraindications: clinicItemContent.shape.contraindications,
  })
  .transform(({ sets, reps, time_s, hold_s, rest_s, per_week, tempo, per_side, ...said }) => ({
    ...said,
    dose: { sets, reps, time_s, hold_s, rest_s, per_week, tempo, per_side },
  }));

/** Entries of the form as `itemFields` takes them: phases as a list, effects by condition. */
export function itemEntries(form: FormData): Record<string, unknown> {
  const contraindications = CONDITION_IDS.flatMap((condition) => {
    const effect = form.get(`${EFFECT_PREFIX}${condition}`);
    return effect === "hide" || effect === "caution" ? [{ condition, effect }] : [];
  });
  return { ...Object.fromEntries(form), phases: form.getAll("phases"), contraindications };
}
