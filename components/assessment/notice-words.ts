/** Notices and warnings of an assessment in words (CLINICAL 5.4), for visit and chart. */
import { dayText } from "@/components/chart/value-text";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import notices from "@/messages/en/notice.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";
import { type MeasureName, sideLetter, thingName } from "@/messages/reason-words";

const NOTICES: Readonly<Record<string, string>> = notices;
const PHASES: Readonly<Record<string, string>> = status.phase;
const DAYS = /^(-?\d+)(?:-(-?\d+))?$/;

/** Days are said as dates; a code without words stays readable, and is never dropped. */
export function noticeWords(code: string, dayZero: CalendarDay, measureName?: MeasureName): string {
  const [id = "", ...parts] = code.split(":");
  const template = NOTICES[id];
  if (template === undefined) return code.replaceAll("_", " ");
  const [what = ""] = parts;
  const [, from, to] = parts.map((part) => DAYS.exec(part)).find((days) => days !== null) ?? [];
  const day = (value: string | undefined) => (value === undefined ? "" : dayText(addDays(dayZero, Number(value))));
  return fill(template, {
    what: thingName(what, measureName),
    phase: PHASES[what] ?? "",
    side: sideLetter(parts.find((part) => part === "L" || part === "R")),
    day: day(from),
    to: day(to),
  });
}
