/** Notices and warnings of an assessment in words (CLINICAL 5.4). */
import { measureTitle } from "@/components/chart/chart-words";
import type { CalendarDay } from "@/domain/calendar-day";
import { FLAGS } from "@/domain/vocabulary/flags";
import { isMeasureId } from "@/domain/vocabulary/measures";
import { isSignId, signById } from "@/domain/vocabulary/signs";
import words from "@/messages/en/assessment.json";
import status from "@/messages/en/status.json";
import { fill } from "@/messages/fill";
import { foldDayWords } from "./criterion-words";

const TEMPLATES: Readonly<Record<string, string>> = words.notices;
const PHASES: Readonly<Record<string, string>> = status.phase;

/** A code without words is shown as it is, never dropped. */
export function noticeWords(code: string, dayZero: CalendarDay): string {
  const [id = "", ...parts] = code.split(":");
  const template = TEMPLATES[id];
  if (template === undefined) return code;
  const values: Record<string, string> = {};
  for (const part of parts) {
    const window = /^(-?\d+)-(-?\d+)$/.exec(part);
    if (window) {
      values.from = foldDayWords(dayZero, Number(window[1]));
      values.to = foldDayWords(dayZero, Number(window[2]));
    } else if (/^-?\d+$/.test(part)) values.on = foldDayWords(dayZero, Number(part));
    else if (part === "L" || part === "R" || part === "M") values.side = words.sides[part].toLowerCase();
    else if (isMeasureId(part)) values.measure = measureTitle(part);
    else if (part in PHASES) values.phase = PHASES[part] ?? part;
    else {
      const name = FLAGS.find((flag) => flag.id === part)?.name ?? (isSignId(part) ? signById(part).label : null);
      const shown = name ?? part.replaceAll("_", " ");
      Object.assign(values, { flag: shown, item: shown, test: shown });
    }
  }
  return fill(template, values).replace(/ {2,}/g, " ").trim();
}
