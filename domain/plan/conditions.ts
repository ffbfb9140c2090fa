/** Which conditions of the matrix hold today: flags, findings still valid, and ticks given at assigning (CLINICAL 3.6). */
import type { StrainStatus } from "@/domain/assessment";
import { type CalendarDay, daysBetween } from "@/domain/calendar-day";
import type { LimbSide, Side } from "@/domain/record";
import { DEFAULT_RULES, type RuleSet } from "@/domain/rules/rule-set";
import {
  ASSIGN_TICKS,
  type AssignTickId,
  CONTRAINDICATIONS,
  type ConditionId,
} from "@/domain/vocabulary/contraindications";
import { type FlagId, flagById, isBlocking } from "@/domain/vocabulary/flags";
import type { SignGrade, SignId } from "@/domain/vocabulary/signs";

export type ConditionFacts = {
  today: CalendarDay;
  /** In force at the last visit, and those set in an open draft: a flag acts at once. */
  flags: readonly FlagId[];
  signs: readonly { id: SignId; side: Side; grade: SignGrade; on: CalendarDay }[];
  /** From the last signed assessment. */
  strain: Partial<Record<LimbSide, StrainStatus>>;
  /** Worst pain in the exercises of the last week, at the last visit; null when not asked. */
  nprs_exercise: number | null;
  ticks: readonly { id: AssignTickId; on: CalendarDay }[];
  rules?: RuleSet;
};

const CONDITIONS: ReadonlySet<string> = new Set(CONTRAINDICATIONS.map((cell) => cell.condition));
const isCondition = (id: string): id is ConditionId => CONDITIONS.has(id);

/** Pain above this in the exercises hides eccentric work; named in the condition's id. */
const EXERCISE_PAIN_MAX = 3;

function latestGrade(facts: ConditionFacts, id: SignId, side: Side): SignGrade | null {
  const valid = facts.signs.filter((sign) => {
    const age = daysBetween(sign.on, facts.today);
    return (
      sign.id === id && sign.side === side && age >= 0 && age <= (facts.rules ?? DEFAULT_RULES).values.sign_valid_days
    );
  });
  return (
    valid.reduce<(typeof valid)[number] | null>((a, b) => (a === null || b.on >= a.on ? b : a), null)?.grade ?? null
  );
}

/** Ticks are asked again after the days an acknowledgement lasts. */
export function validTicks(facts: Pick<ConditionFacts, "ticks" | "today" | "rules">): AssignTickId[] {
  const lasts = (facts.rules ?? DEFAULT_RULES).values.ack_valid_days;
  const ids = facts.ticks.filter(({ on }) => daysBetween(on, facts.today) <= lasts).map((tick) => tick.id);
  return ASSIGN_TICKS.map((tick) => tick.id).filter((id) => ids.includes(id));
}

export function activeConditions(facts: ConditionFacts): ConditionId[] {
  const findings = facts.signs
    .filter((sign) => isCondition(sign.id))
    .filter(({ id, side }) => {
      const grade = latestGrade(facts, id, side);
      return grade !== null && grade !== "absent";
    })
    .map((sign) => sign.id);
  const strained = (["L", "R"] as const).filter((side) => facts.strain[side] === "confirmed");
  const isSore = strained.some((side) => {
    const grade = latestGrade(facts, "pain_resisted_knee_flexion", side);
    return grade === "moderate" || grade === "severe";
  });
  const derived: ConditionId[] = [];
  if (strained.length > 0) derived.push("strain_confirmed");
  if (isSore) derived.push("strain_confirmed_pain_resisted_gt_mild");
  if (facts.nprs_exercise !== null && facts.nprs_exercise > EXERCISE_PAIN_MAX) derived.push("nprs_exercise_gt_3");
  const all: string[] = [...facts.flags, ...findings, ...derived, ...validTicks(facts)];
  return [...new Set(all.filter(isCondition))];
}

/** A block hides everything. */
export const isBlocked = (flags: readonly FlagId[]): boolean => flags.some((flag) => isBlocking(flagById(flag)));
