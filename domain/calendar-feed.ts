/** A calendar feed (RFC 5545): whole days with a title each, and nothing else about anybody. */
import { addDays, type CalendarDay } from "@/domain/calendar-day";

export type FeedDay = { on: CalendarDay; kind: "session" | "visit" };

export type Feed = {
  /** Makes the events' ids; never the secret of the address. */
  id: string;
  name: string;
  titles: Record<FeedDay["kind"], string>;
  days: readonly FeedDay[];
  madeAt: Date;
};

const FOLD_OCTETS = 75;

export function calendarFeed({ id, name, titles, days, madeAt }: Feed): string {
  const stamp = `${madeAt.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Counterpoise//plan//EN",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
    ...days.flatMap(({ on, kind }) => [
      "BEGIN:VEVENT",
      `UID:${kind}-${on}-${id}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(on)}`,
      `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
      `SUMMARY:${escaped(titles[kind])}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

const compact = (on: CalendarDay): string => on.replaceAll("-", "");
const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, "\\n");

/** No line longer than 75 octets; what is left goes on after a blank, and no character is cut. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const length = new TextEncoder().encode(character).length;
    if (octets + length > FOLD_OCTETS) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += length;
  }
  return [...parts, part].join("\r\n");
}
