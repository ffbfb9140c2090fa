/** What a phone sends about a session at home: the shapes of its writes, read again by the server. */
import { z } from "zod";
import { planExerciseId } from "@/domain/plan/item";
import { EFFORTS, OUTCOMES, STOP_REASONS } from "./check-in";
import { doneSchema } from "./done";

const pain = z.int().min(0).max(10);
const note = z.string().trim().max(1000);

const itemAnswer = z.strictObject({
  key: z.uuid(),
  outcome: z.enum(OUTCOMES),
  /** The easier exercise done in its place. */
  swappedTo: planExerciseId.optional(),
  done: doneSchema.optional(),
});

const answers = {
  items: z
    .array(itemAnswer)
    .min(1)
    .max(40)
    .refine((items) => new Set(items.map(({ key }) => key)).size === items.length, { error: "repeated_item" }),
  painDuring: pain.nullable(),
  painWorst24h: pain.nullable(),
  effort: z.enum(EFFORTS).nullable(),
  note: note.nullable(),
};

/** Pain is asked, never assumed: only a session that was stopped may arrive before its answers. */
const hasPain = (entry: { painDuring: number | null; painWorst24h: number | null; stopReason: string | null }) =>
  entry.stopReason !== null || (entry.painDuring !== null && entry.painWorst24h !== null);

/** The id of the write is the id of the session. `performedAt` is when it ended, by the phone's clock. */
export const sessionLog = z
  .strictObject({
    planVersionId: z.uuid(),
    performedAt: z.iso.datetime(),
    ...answers,
    stopReason: z.enum(STOP_REASONS).nullable(),
  })
  .refine(hasPain, { error: "pain_missing" });
export type SessionLog = z.infer<typeof sessionLog>;

/** Other answers to the same session; `changedAt` by the phone's clock. Why it stopped stays as it was said. */
export const sessionCorrection = z
  .strictObject({ sessionId: z.uuid(), changedAt: z.iso.datetime(), ...answers })
  .refine(({ painDuring, painWorst24h }) => painDuring !== null && painWorst24h !== null, { error: "pain_missing" });
export type SessionCorrection = z.infer<typeof sessionCorrection>;

/** Asked once, the next day. */
export const settledNextMorning = z.strictObject({ sessionId: z.uuid(), settled: z.boolean() });
export type SettledNextMorning = z.infer<typeof settledNextMorning>;
