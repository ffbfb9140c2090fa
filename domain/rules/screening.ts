/** From a screening answer to a judgement: what it still lacks, safety-nets and their recheck dates (CLINICAL 3.1). */
import type { ScreeningRecord, VisitRecord } from "@/domain/record";
import type { FlagId } from "@/domain/vocabulary/flags";
import { isReason } from "./reason";
import type { RuleSet } from "./rule-set";

const hasRecheck = ({ recheck_day }: ScreeningRecord, { day }: VisitRecord) =>
  recheck_day !== undefined && recheck_day !== null && recheck_day > day;

function noticeFor(answer: ScreeningRecord, visit: VisitRecord, rules: RuleSet["values"]): string[] {
  if (answer.answer === "no") return [];
  if (answer.decision === undefined || answer.decision === null) return [`screening_decision_missing:${answer.flag}`];
  if (answer.decision === "not_concerned" && !isReason(answer.reason, rules)) {
    return [`screening_reason_missing:${answer.flag}`];
  }
  if (answer.decision !== "safety_net") return [];
  return hasRecheck(answer, visit)
    ? [`safety_net:${answer.flag}:${answer.recheck_day}`]
    : [`screening_recheck_missing:${answer.flag}`];
}

/** The safety-nets whose date has passed without the question answered again or the flag set (CLINICAL 3.1, 13). */
function overdue(visits: readonly VisitRecord[], today: VisitRecord): FlagId[] {
  const due = new Map<FlagId, number>();
  for (const visit of visits) {
    for (const flag of visit.flags) due.delete(flag);
    for (const answer of visit.screening ?? []) {
      due.delete(answer.flag);
      if (answer.answer === "yes" && answer.decision === "safety_net" && hasRecheck(answer, visit)) {
        due.set(answer.flag, answer.recheck_day as number);
      }
    }
  }
  return [...due].filter(([, day]) => today.day > day).map(([flag]) => flag);
}

/** @param visits the episode so far, today included. */
export function screeningNotices(visits: readonly VisitRecord[], today: VisitRecord, rules: RuleSet["values"]) {
  return [
    ...(today.screening ?? []).flatMap((answer) => noticeFor(answer, today, rules)),
    ...overdue(visits, today).map((flag) => `recheck_overdue:${flag}`),
  ];
}
