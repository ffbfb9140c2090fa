import { expect, test } from "vitest";
import { weekdayAndTime } from "./day-words";

test("an instant is told by the clinic's clock, in the reader's language", () => {
  const at = new Date("2026-03-10T20:00:00Z");
  expect(weekdayAndTime(at, "Europe/Madrid", "en")).toMatch(/^Tuesday.*21:00$/);
  expect(weekdayAndTime(at, "Europe/Madrid", "es")).toMatch(/^martes.*21:00$/);
});
