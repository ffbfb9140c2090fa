/** A gate's criterion in words: what is asked, what was found, and when. */
import { measureTitle } from "@/components/chart/chart-words";
import { measureText } from "@/components/chart/measure-text";
import { dayText } from "@/components/chart/value-text";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import type { GateCriterion } from "@/domain/rules/evidence";
import { isMeasureId } from "@/domain/vocabulary/measures";
import { isSignId, signById } from "@/domain/vocabulary/signs";
import words from "@/messages/en/assessment.json";
import { fill } from "@/messages/fill";

const KINDS: Readonly<Record<string, string>> = words.gate.kinds;

/** A day of the course as people write it: 15 Oct 2026. */
export const foldDayWords = (dayZero: CalendarDay, day: number): string => dayText(addDays(dayZero, day));

/** "Prone knee bend left": the measure or sign by its name, with the side where it has one. */
export function findingName(id: string, side: "L" | "R" | "M" | null): string {
  const name = isMeasureId(id) ? measureTitle(id) : isSignId(id) ? signById(id).label : (KINDS[id] ?? id);
  return side === null || side === "M" ? name : `${name}, ${words.sides[side].toLowerCase()}`;
}

const limitWords = (id: string | null, limit: number): string =>
  id !== null && isMeasureId(id) ? measureText(id, limit) : String(limit);

/** What is asked. */
export function criterionTitle(criterion: GateCriterion): string {
  const { measure, side, rule, threshold, code } = criterion;
  if (measure !== null && isMeasureId(measure) && rule !== null && threshold !== null) {
    const template = rule === "at_least" ? words.gate.at_least : words.gate.at_most;
    return fill(template, { name: findingName(measure, side), limit: limitWords(measure, threshold) });
  }
  if (measure !== null) return KINDS[measure] ?? findingName(measure, side);
  const id = code.replace(/^missing:/, "").split(":")[0] ?? code;
  const number = /\d+/.exec(id)?.[0] ?? "";
  if (/hour|\dh/.test(id)) return fill(words.gate.kinds.hours, { n: number });
  if (/days_in_stage/.test(id)) return fill(words.gate.kinds.days, { n: number });
  if (id.startsWith("slhb_diff")) return fill(words.gate.kinds.slhb_diff, { n: number });
  if (id.startsWith("function")) return words.gate.kinds.function;
  return KINDS[id] ?? id.replaceAll("_", " ");
}

/** What was found; null without data. */
export function criterionValue({ measure, value }: GateCriterion): string | null {
  if (value === null) return null;
  if (typeof value === "string") return value;
  if (measure === null || !isMeasureId(measure)) return fill(words.gate.waits, { n: value });
  return measureText(measure, value);
}
