/** What was done of one exercise in numbers: filled in from last time while the dose is the same, else from the plan. */
import { z } from "zod";
import type { Dose } from "@/domain/plan/dose";

export const doneSchema = z.strictObject({
  sets: z.int().min(0).max(20),
  /** Of each set; null where the work goes by the clock. */
  reps: z.int().min(0).max(200).nullable(),
  /** Of each set by the clock, or of each hold; null where neither is asked for. */
  seconds: z.int().min(0).max(7200).nullable(),
  /** Only where the plan gives a weight. */
  kg: z.number().min(0).max(300).nullable(),
});
export type Done = z.infer<typeof doneSchema>;

/** All of the dose. */
export const doneOf = ({ sets, reps, time_s, hold_s, load }: Dose): Done => ({
  sets,
  reps,
  seconds: time_s ?? hold_s,
  kg: load?.kind === "kg" ? load.value : null,
});

/** The same work is asked for: sides and days apart, which aren't told in numbers. */
const isSameWork = (a: Dose, b: Dose): boolean => JSON.stringify(doneOf(a)) === JSON.stringify(doneOf(b));

/** @param last what was told last time, and the dose it was told of; null when nothing was */
export const prefilled = (dose: Dose, last: { done: Done; dose: Dose } | null): Done =>
  last !== null && isSameWork(last.dose, dose) ? last.done : doneOf(dose);
