/** What decided a domain of the pattern, with its cut-off, its day and the source of the cut-off. */
import { dayText } from "@/components/chart/value-text";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import type { PatternCriterion } from "@/domain/rules/evidence";
import { isMeasureId, type MeasureId, measureById } from "@/domain/vocabulary/measures";
import type { SignId } from "@/domain/vocabulary/signs";
import { type ThresholdId, thresholdById } from "@/domain/vocabulary/thresholds";
import tags from "@/messages/en/source-tag.json";
import text from "@/messages/en/visit.json";
import more from "@/messages/en/visit-parts.json";
import { fill } from "@/messages/fill";
import { sideLetter, thingName } from "@/messages/reason-words";

/** "Published", "Commonly cited, to be verified", "Counterpoise default". */
export function sourceWords(threshold: ThresholdId | null): string {
  return threshold === null ? "" : tags[thresholdById(threshold).tag];
}

const sayIndicator = (indicator: MeasureId | SignId, value: number | string): string =>
  isMeasureId(indicator)
    ? `${value}${measureById(indicator).unit === "deg" ? "°" : ""}`
    : (text.grades[value as keyof typeof text.grades] ?? String(value));

/** What decided a domain of the pattern: "Ely / prone knee bend angle 108°, cut-off 120, today, Counterpoise default". */
export function criterionWords(criterion: PatternCriterion, today: number, dayZero: CalendarDay): string {
  const { indicator, value, cutoff, day, side, verdict, thresholdId } = criterion;
  const parts = [
    `${thingName(indicator)}${sideLetter(side)} ${sayIndicator(indicator, value)}`,
    cutoff === null ? "" : fill(more.why.cutoff, { cutoff }),
    more.why.verdicts[verdict],
    day === today ? text.rail.today : dayText(addDays(dayZero, day)),
    cutoff === null ? tags.MC : sourceWords(thresholdId),
  ];
  return parts.filter((part) => part !== "").join(", ");
}
