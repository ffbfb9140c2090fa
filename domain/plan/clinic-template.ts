/** A template of the clinic's own: a plan's items with their doses, kept apart from every plan made of it. */
import { z } from "zod";
import { type CalendarDay, daysBetween } from "@/domain/calendar-day";
import type { ClinicTemplateId } from "@/domain/plan/catalogue";
import { doseSchema } from "@/domain/plan/dose";
import { type PlanItem, planExerciseId } from "@/domain/plan/item";
import type { Phase } from "@/domain/vocabulary/phases";

export const clinicTemplateItem = z.strictObject({
  exercise: planExerciseId,
  dose: doseSchema,
  /** Days it is given for; null = open. */
  days: z.int().min(1).max(366).nullable(),
  pain_limit: z.int().min(0).max(10),
  note: z.string().max(1000).nullable(),
});
export type ClinicTemplateItem = z.infer<typeof clinicTemplateItem>;

export const CLINIC_TEMPLATE_NAME_MAX = 80;

export type ClinicTemplate = {
  id: ClinicTemplateId;
  name: string;
  phase: Phase;
  outside_model: boolean;
  items: ClinicTemplateItem[];
};

export const clinicTemplateId = (id: string): ClinicTemplateId => `clinic:${id}`;

/** Paused items and a flare's smaller doses belong to one patient's days; limits written for one patient stay with them. */
export function templateItemsOf(items: readonly PlanItem[], on: CalendarDay): ClinicTemplateItem[] {
  return items
    .filter((item) => item.paused === null && (item.until === null || item.until >= on))
    .map(({ exercise, dose, from, until, pain_limit, note }) => ({
      exercise,
      dose,
      days: until === null ? null : daysBetween(from, until) + 1,
      pain_limit,
      note,
    }));
}
