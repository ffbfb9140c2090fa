/** Criteria of a gate and changes of measures as the visit says them. */
import type { Change, ChangeClass } from "@/domain/assessment";
import type { GateCriterion } from "@/domain/rules/evidence";
import { measureById } from "@/domain/vocabulary/measures";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";
import { reasonWords, sideLetter, thingName } from "@/messages/reason-words";

/** Tilt, lordosis and extension range are described, never judged (CLINICAL 7, Change classes). */
export const shownChange = (change: Change): ChangeClass =>
  measureById(change.measure).better === "none" ? "changed_descriptive" : change.class;

/** The name of a gate's criterion and its threshold. */
export function gateCriterionTitle({ measure, side, rule, threshold, code, kind, value }: GateCriterion): string {
  if (measure === null)
    return kind === "time" && threshold !== null
      ? fill(text.rail.days, { rule: rule === "at_most" ? "≤" : "≥", n: threshold, value: value ?? "–" })
      : reasonWords(code);
  const name = `${thingName(measure)}${sideLetter(side ?? undefined)}`;
  return rule === null || threshold === null ? name : `${name} ${rule === "at_least" ? "≥" : "≤"} ${threshold}`;
}
