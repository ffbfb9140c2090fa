/** What decided a domain of the pattern, with its cut-off, day and source; what a gate asks and what was found. */
import { measureText } from "@/components/chart/measure-text";
import { dayText, valueText } from "@/components/chart/value-text";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import { gateDistance } from "@/domain/progress/gate-distance";
import type { GateCriterion, PatternCriterion } from "@/domain/rules/evidence";
import type { RuleSet } from "@/domain/rules/rule-set";
import { isMeasureId, type MeasureId } from "@/domain/vocabulary/measures";
import type { SignId } from "@/domain/vocabulary/signs";
import { type ThresholdId, thresholdById } from "@/domain/vocabulary/thresholds";
import tags from "@/messages/en/source-tag.json";
import text from "@/messages/en/visit.json";
import more from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";
import { reasonWords, sideLetter, thingName } from "@/messages/reason-words";

/** "Published", "Commonly cited, to be verified", "Counterpoise default". */
export function sourceWords(threshold: ThresholdId | null): string {
  return threshold === null ? "" : tags[thresholdById(threshold).tag];
}

const sayIndicator = (indicator: MeasureId | SignId, value: number | string): string =>
  isMeasureId(indicator) && typeof value === "number"
    ? measureText(indicator, value)
    : (text.grades[value as keyof typeof text.grades] ?? String(value));

/** What decided a domain of the pattern: "Ely / prone knee bend angle 108°, cut-off 120, today, Counterpoise default". */
export function criterionWords(criterion: PatternCriterion, today: number, dayZero: CalendarDay): string {
  const { indicator, value, cutoff, day, side, verdict, thresholdId } = criterion;
  const parts = [
    `${thingName(indicator)}${sideLetter(side)} ${sayIndicator(indicator, value)}`,
    cutoff === null ? "" : fill(more.why.cutoff, { cutoff: sayIndicator(indicator, cutoff) }),
    more.why.verdicts[verdict],
    day === today ? text.rail.today : dayText(addDays(dayZero, day)),
    cutoff === null ? tags.MC : sourceWords(thresholdId),
  ];
  return parts.filter((part) => part !== "").join(", ");
}

/** A criterion of the gate: what it asks, and what was found; null without a value. */
export type GateLine = { title: string; found: string | null };

/** "Worst pain ≤ 5", "Found 6, −0.5 MDC from the limit". */
export const gateLine = (criterion: GateCriterion, rules: RuleSet): GateLine => ({
  title: gateTitle(criterion),
  found: gateFound(criterion, rules),
});

function gateTitle({ measure, side, rule, threshold, code, kind, value }: GateCriterion): string {
  if (measure === null)
    return kind === "time" && threshold !== null
      ? fill(text.rail.days, { rule: rule === "at_most" ? "≤" : "≥", n: threshold, value: value ?? "–" })
      : reasonWords(code);
  const name = `${thingName(measure)}${sideLetter(side ?? undefined)}`;
  return rule === null || threshold === null
    ? name
    : `${name} ${rule === "at_least" ? "≥" : "≤"} ${sayIndicator(measure, threshold)}`;
}

function gateFound(criterion: GateCriterion, rules: RuleSet): string | null {
  const { measure, value } = criterion;
  if (value === null) return null;
  const found = fill(text.rail.found, { value: measure === null ? value : sayIndicator(measure, value) });
  const distance = gateDistance(criterion, rules);
  if (distance === null) return found;
  const far = distance.isInsideError
    ? text.rail.insideError
    : fill(text.rail.mdcs, { count: valueText(distance.mdcs, 1) });
  return `${found}, ${far}`;
}
