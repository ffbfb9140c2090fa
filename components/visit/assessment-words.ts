/** Codes of an assessment in words: notices, gate reasons and criteria. */
import { dayText } from "@/components/chart/value-text";
import type { Change, ChangeClass } from "@/domain/assessment";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import type { GateCriterion } from "@/domain/rules/evidence";
import { flagById, isFlagId } from "@/domain/vocabulary/flags";
import { isMeasureId, measureById } from "@/domain/vocabulary/measures";
import { isSignId, signById } from "@/domain/vocabulary/signs";
import reason from "@/messages/en/reason.json";
import status from "@/messages/en/status.json";
import text from "@/messages/en/visit.json";
import { fill } from "@/messages/fill";

const NOTICES: Readonly<Record<string, string>> = text.notices;
const REASONS: Readonly<Record<string, string>> = reason.reasons;
const REGRESS: Readonly<Record<string, string>> = reason.regress_rules;
const MISSING: Readonly<Record<string, string>> = reason.missing_names;
const ACKS: Readonly<Record<string, string>> = text.acks;
const TESTS: Readonly<Record<string, string>> = text.tests;

export const sideLetter = (part: string | undefined): string => (part === "L" || part === "R" ? ` ${part}` : "");

/** A measure, a sign, a flag or another test by its name. */
export function thingName(id: string): string {
  if (isMeasureId(id)) return measureById(id).label;
  if (isSignId(id)) return signById(id).label;
  if (isFlagId(id)) return flagById(id).name;
  return ACKS[id] ?? TESTS[id] ?? MISSING[id] ?? id.replaceAll("_", " ");
}

/** A notice in a sentence; days are said as dates. */
export function noticeWords(notice: string, dayZero: CalendarDay): string {
  const [code = "", ...parts] = notice.split(":");
  const template = NOTICES[code];
  if (template === undefined) return notice.replaceAll("_", " ");
  const dates = (parts.find((part) => /^-?\d/.test(part)) ?? "").match(/-?\d+/g) ?? [];
  const [from, to] = code === "second_pass_due" ? splitRange(parts[0] ?? "") : [dates[0], undefined];
  const day = (value: string | undefined) => (value === undefined ? "" : dayText(addDays(dayZero, Number(value))));
  const side = sideLetter(parts.find((part) => part === "L" || part === "R"));
  const phase = status.phase[parts[0] as keyof typeof status.phase] ?? "";
  return fill(template, { what: thingName(parts[0] ?? ""), phase, side, day: day(from), to: day(to) });
}

function splitRange(range: string): [string | undefined, string | undefined] {
  const found = /^(-?\d+)-(-?\d+)$/.exec(range);
  return [found?.[1], found?.[2]];
}

export function missingWords(code: string): string {
  const [id = "", side] = code.replace(/^missing:/, "").split(":");
  return `${thingName(id)}${sideLetter(side)}`;
}

export function reasonWords(code: string): string {
  if (code.startsWith("missing:")) return fill(reason.missing, { what: missingWords(code) });
  const [id = "", side] = code.split(":");
  const number = /\d+/.exec(id)?.[0] ?? "";
  return fill(REASONS[id.replace(/\d+/, "N")] ?? id.replaceAll("_", " "), { n: number }) + sideLetter(side);
}

/** Tilt, lordosis and extension range are described, never judged (CLINICAL 7, Change classes). */
export const shownChange = (change: Change): ChangeClass =>
  measureById(change.measure).better === "none" ? "changed_descriptive" : change.class;

export const regressWords = (code: string): string => REGRESS[code] ?? code.replaceAll("_", " ");

/** The name of a gate's criterion and its threshold. */
export function gateCriterionTitle({ measure, side, rule, threshold, code, kind, value }: GateCriterion): string {
  if (measure === null)
    return kind === "time" && threshold !== null
      ? fill(text.rail.days, { rule: rule === "at_most" ? "≤" : "≥", n: threshold, value: value ?? "–" })
      : reasonWords(code);
  const name = `${thingName(measure)}${sideLetter(side ?? undefined)}`;
  return rule === null || threshold === null ? name : `${name} ${rule === "at_least" ? "≥" : "≤"} ${threshold}`;
}
