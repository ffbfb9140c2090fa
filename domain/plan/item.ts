/** One line of a plan version: what, how much, from when until when, and why it is paused. */
import { z } from "zod";
import { addDays, type CalendarDay, daysBetween } from "@/domain/calendar-day";
import { calendarDay } from "@/domain/calendar-day-schema";
import type { PlanExerciseId } from "@/domain/plan/catalogue";
import { type Dose, doseSchema, scaleDose } from "@/domain/plan/dose";
import { DEFAULT_RULES, type RuleSet } from "@/domain/rules/rule-set";
import { isExerciseId } from "@/domain/vocabulary/exercise-names";

const CLINIC_ITEM = /^clinic:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const planExerciseId = z.custom<PlanExerciseId>(
  (id) => typeof id === "string" && (isExerciseId(id) || CLINIC_ITEM.test(id)),
);

export const PAUSED_BY = ["phase", "hold", "clinician"] as const;
export const planItemSchema = z.strictObject({
  /** Stays the same through all versions of the plan. */
  id: z.uuid(),
  exercise: planExerciseId,
  dose: doseSchema,
  from: calendarDay,
  /** The last day; null = open. */
  until: z.nullable(calendarDay),
  /** Pain in this exercise at which one stops to progress, 0–10. */
  pain_limit: z.int().min(0).max(10),
  /** The limit a surgeon or a protocol set, where a condition asks for it in words. */
  limit_text: z.string().max(500).nullable(),
  note: z.string().max(1000).nullable(),
  paused: z.enum(PAUSED_BY).nullable(),
  /** A flare's smaller dose; it stays after `until` until the clinician confirms the former one. */
  reduced: z.strictObject({ dose: doseSchema, from: calendarDay, until: calendarDay }).nullable(),
});
export type PlanItem = z.infer<typeof planItemSchema>;

export const isWithinDates = (item: PlanItem, on: CalendarDay): boolean =>
  item.from <= on && (item.until === null || on <= item.until);

export const isActiveOn = (item: PlanItem, on: CalendarDay): boolean => item.paused === null && isWithinDates(item, on);

export const doseOn = (item: PlanItem, on: CalendarDay): Dose =>
  item.reduced !== null && item.reduced.from <= on ? item.reduced.dose : item.dose;

/** A flare's dose is over by date: the former dose asks for confirmation. */
export const asksForFormerDose = ({ reduced }: Pick<PlanItem, "reduced">, on: CalendarDay): boolean =>
  reduced !== null && on > reduced.until;

/** Every dose halved from today, for as long as the rules allow until the clinician says less (CLINICAL 5, R1; 6.2 flare_half). */
export function reduceForFlare(
  items: readonly PlanItem[],
  today: CalendarDay,
  { rules = DEFAULT_RULES }: { rules?: RuleSet } = {},
): PlanItem[] {
  const pct = rules.values.flare_dose_pct;
  const until = addDays(today, rules.values.flare_dose_days_max);
  return items.map((item) =>
    isWithinDates(item, today) ? { ...item, reduced: { dose: scaleDose(item.dose, pct), from: today, until } } : item,
  );
}

/** The smaller dose for that many days from its first. */
export const reducedFor = (item: PlanItem, days: number): PlanItem =>
  item.reduced === null ? item : { ...item, reduced: { ...item.reduced, until: addDays(item.reduced.from, days) } };

export const confirmFormerDose = (item: PlanItem): PlanItem => ({ ...item, reduced: null });

/** Whole days since the item began: its plan day, counted from 0. */
export const planDay = (item: PlanItem, on: CalendarDay): number => daysBetween(item.from, on);
