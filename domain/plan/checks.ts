/** What is refused when a plan is assigned, what is advised, and what pauses by itself when a phase moves (CLINICAL 5.2). */
import type { CalendarDay } from "@/domain/calendar-day";
import { adviceOn, type PlanAdvice } from "@/domain/plan/advice";
import {
  type CatalogueItem,
  type ClinicItems,
  catalogueItem,
  easierChain,
  isAllowedInPhase,
} from "@/domain/plan/catalogue";
import { type Dose, partsAbove, partsAboveCap } from "@/domain/plan/dose";
import type { PlanItem } from "@/domain/plan/item";
import { latestDay } from "@/domain/plan/latest-day";
import { type VerdictInput, verdictOn } from "@/domain/plan/verdict";
import { DEFAULT_RULES, type RuleSet } from "@/domain/rules/rule-set";
import type { ConditionId } from "@/domain/vocabulary/contraindications";
import type { Phase } from "@/domain/vocabulary/phases";

export type PlanContext = VerdictInput & {
  phase: Phase;
  /** Own plan outside the model: no gate; matrix and holds act all the same. */
  outside_model: boolean;
  own?: ClinicItems;
  mass_kg?: number | null;
};
export type AssignContext = PlanContext & {
  /** Conditions named by an override: their "hide" is lifted for this plan. */
  waived: readonly ConditionId[];
  today?: CalendarDay;
  /** The newest onset of a strain. */
  onset_on?: CalendarDay | null;
  /** The running plan: what a step would be harder than. */
  current?: readonly PlanItem[];
};

export type Refusal = { item: string } & (
  | { code: "plan_on_hold" | "unknown_exercise" | "closed_phase" | "clinician_technique" | "needs_limit_text" }
  | { code: "hidden"; conditions: ConditionId[] }
  | { code: "above_limit"; parts: (keyof Dose)[] }
  | { code: "not_progressed"; parts: (keyof Dose)[] }
  | { code: "ends_too_late"; latest: CalendarDay }
  | { code: "ends_before_it_begins" | "pain_limit_above" }
);

function refusalsOf(item: PlanItem, found: CatalogueItem, context: AssignContext): Refusal[] {
  const at = { item: item.id };
  const verdict = verdictOn(found, context);
  const refused: Refusal[] = [];
  if (!found.home) refused.push({ ...at, code: "clinician_technique" });
  // A paused item is kept for later, not given: its phase may be closed.
  if (item.paused === null && !isAllowedInPhase(found, context.phase, context.outside_model)) {
    refused.push({ ...at, code: "closed_phase" });
  }
  const conditions = verdict.hidden_by.filter((condition) => !context.waived.includes(condition));
  if (item.paused === null && conditions.length > 0) refused.push({ ...at, code: "hidden", conditions });
  const parts = partsAboveCap(item.dose, verdict.cap, found.dose, context.mass_kg ?? null);
  if (parts.length > 0) refused.push({ ...at, code: "above_limit", parts });
  if (verdict.cap.pain_max !== undefined && item.pain_limit > verdict.cap.pain_max) {
    refused.push({ ...at, code: "pain_limit_above" });
  }
  if (verdict.cap.needs_text && !item.limit_text?.trim()) refused.push({ ...at, code: "needs_limit_text" });
  if (item.until !== null && item.until < item.from) refused.push({ ...at, code: "ends_before_it_begins" });
  const latest = latestDay(found, verdict.cap, { from: item.from, onset_on: context.onset_on ?? null });
  if (latest !== null && isGivenAfter(item, latest, context)) refused.push({ ...at, code: "ends_too_late", latest });
  const step = harderStep(item, found, context);
  if (step !== null) refused.push({ ...at, code: "not_progressed", parts: step });
  return refused;
}

/** What is set aside is not given, and what is over by date is left as it was. */
function isGivenAfter({ paused, until }: PlanItem, latest: CalendarDay, { today }: AssignContext): boolean {
  if (paused !== null) return false;
  return until === null || (until > latest && (today === undefined || until >= today));
}

/**
 * The parts of the dose that grew, or none of them for a harder exercise in the place of the former; null: no step, or
 * nothing stops it.
 */
function harderStep(item: PlanItem, found: CatalogueItem, context: AssignContext): (keyof Dose)[] | null {
  const before =
    context.current?.find(({ id }) => id === item.id) ??
    context.current?.find(({ exercise }) => exercise === item.exercise);
  const former = before && catalogueItem(before.exercise, context.own);
  if (item.paused !== null || !before || !former) return null;
  const isStopped = [former, found].some((each) => verdictOn(each, context).cap.progress === false);
  if (!isStopped) return null;
  if (before.exercise === item.exercise) {
    const parts = partsAbove(item.dose, before.dose, context.mass_kg ?? null);
    return parts.length > 0 ? parts : null;
  }
  return easierChain(item.exercise, context.own).some(({ id }) => id === before.exercise) ? [] : null;
}

/** Empty = this plan may be assigned. The server asks, whatever the buttons showed. */
export function assignRefusals(items: readonly PlanItem[], context: AssignContext): Refusal[] {
  if (context.blocked || context.phase === "hold")
    return items.map((item) => ({ item: item.id, code: "plan_on_hold" }));
  return items.flatMap((item) => {
    const found = catalogueItem(item.exercise, context.own);
    return found === null ? [{ item: item.id, code: "unknown_exercise" as const }] : refusalsOf(item, found, context);
  });
}

/** Items that are active and not allowed in the phase: they pause by themselves when it is entered. */
export function itemsToPause(
  items: readonly PlanItem[],
  phase: Phase,
  outsideModel: boolean,
  own?: ClinicItems,
): string[] {
  return items
    .filter((item) => {
      const found = catalogueItem(item.exercise, own);
      return item.paused === null && (found === null || !isAllowedInPhase(found, phase, outsideModel));
    })
    .map((item) => item.id);
}

/** Said, never refused (CLINICAL 6.2). */
export function planAdvice(
  items: readonly PlanItem[],
  phase: Phase,
  { own, rules = DEFAULT_RULES }: { own?: ClinicItems; rules?: RuleSet } = {},
): PlanAdvice[] {
  const active = items
    .filter((item) => item.paused === null)
    .flatMap((item) => catalogueItem(item.exercise, own) ?? []);
  return adviceOn(active, phase, rules.values.home_items_max);
}
