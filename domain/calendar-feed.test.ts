import { expect, test } from "vitest";
import { calendarFeed } from "./calendar-feed";

const feed = {
  id: "feed",
  name: "My plan",
  titles: { session: "Session at home", visit: "Next visit" },
  madeAt: new Date("2026-03-02T10:00:00Z"),
};

test("each day is a whole day that ends where the next begins", () => {
  const text = calendarFeed({ ...feed, days: [{ on: "2026-02-28", kind: "session" }] });
  expect(text).toContain("DTSTART;VALUE=DATE:20260228\r\nDTEND;VALUE=DATE:20260301\r\n");
  expect(text).toContain("SUMMARY:Session at home");
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
});

test("no day, no event: a calendar that empties is still a calendar", () => {
  const text = calendarFeed({ ...feed, days: [] });
  expect(text).not.toContain("VEVENT");
  expect(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")).toBe(true);
});

test("signs are escaped and long lines folded between characters", () => {
  const name = `${"é".repeat(60)}, and; so`;
  const lines = calendarFeed({ ...feed, name, days: [] }).split("\r\n");
  for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const unfolded = lines.join("\r\n").replaceAll("\r\n ", "");
  expect(unfolded).toContain(`X-WR-CALNAME:${"é".repeat(60)}\\, and\\; so`);
});
