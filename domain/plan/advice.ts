/** What is said about a plan and never refused (CLINICAL 6.2): asked of the exercises' properties, so it runs while a plan is edited. */
import type { CatalogueItem } from "@/domain/plan/catalogue";
import type { Phase } from "@/domain/vocabulary/phases";

export const PLAN_ADVICE = [
  "more_home_items_than_advised",
  "release_needs_two_active",
  "length_item_missing",
  "quad_strength_item_missing",
] as const;
export type PlanAdvice = (typeof PLAN_ADVICE)[number];

export type AdvisedItem = Pick<CatalogueItem, "active" | "low_load" | "quad_length" | "quad_strength">;

const RELEASE_ACTIVE_MIN = 2;

/** @param active items that are not paused. @param most home items advised at a time (threshold home_items_max). */
export function adviceOn(active: readonly AdvisedItem[], phase: Phase, most: number): PlanAdvice[] {
  const advice: PlanAdvice[] = [];
  if (active.length > most) advice.push("more_home_items_than_advised");
  const lowLoad = active.filter((item) => item.active && item.low_load);
  if (phase === "release" && lowLoad.length < RELEASE_ACTIVE_MIN) advice.push("release_needs_two_active");
  const isStrengthening = phase === "strengthen_1" || phase === "strengthen_2" || phase === "strengthen_3";
  if (isStrengthening && !active.some((item) => item.quad_length)) advice.push("length_item_missing");
  if (isStrengthening && phase !== "strengthen_1" && !active.some((item) => item.quad_strength)) {
    advice.push("quad_strength_item_missing");
  }
  return advice;
}
