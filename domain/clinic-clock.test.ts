import { expect, test } from "vitest";
import { dayIn, daySpan, endOfDay, nextMidnight } from "./clinic-clock";

test("a late evening in New York is already tomorrow in Kiritimati and still today at home", () => {
  const at = new Date("2026-10-15T03:30:00Z");
  expect(dayIn("America/New_York", at)).toBe("2026-10-14");
  expect(dayIn("Pacific/Kiritimati", at)).toBe("2026-10-15");
  expect(dayIn("Etc/GMT+12", at)).toBe("2026-10-14");
});

test.each([
  ["Europe/Berlin", "2026-10-24T20:00:00Z", "2026-10-24T22:00:00.000Z"],
  ["Europe/Berlin", "2026-10-25T12:00:00Z", "2026-10-25T23:00:00.000Z"],
  ["Europe/Berlin", "2026-03-29T00:30:00Z", "2026-03-29T22:00:00.000Z"],
  ["Asia/Kolkata", "2026-11-22T15:00:00Z", "2026-11-22T18:30:00.000Z"],
])("the next midnight in %s after %s is %s, clock changes included", (zone, at, midnight) => {
  expect(nextMidnight(zone, new Date(at)).toISOString()).toBe(midnight);
});

test.each([
  ["Europe/Berlin", "2026-10-25", "2026-10-25T23:00:00.000Z"],
  ["Pacific/Kiritimati", "2026-10-15", "2026-10-15T10:00:00.000Z"],
  ["Etc/GMT+12", "2026-10-15", "2026-10-16T12:00:00.000Z"],
])("a day in %s that is %s ends at %s", (zone, day, end) => {
  expect(endOfDay(zone, day).toISOString()).toBe(end);
});

test("a day of a clock change spans 25 hours, from midnight to midnight", () => {
  const { begins, ends } = daySpan("Europe/Berlin", "2026-10-25");
  expect(new Date(begins).toISOString()).toBe("2026-10-24T22:00:00.000Z");
  expect(ends - begins).toBe(25 * 3_600_000);
});
