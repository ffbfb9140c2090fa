import { expect, test } from "vitest";
import { refuseVisitDay } from "./visit-day";

const bounds = { birthDate: "1955-03-02", startedOn: "2026-09-01", today: "2026-10-05" };

test.each([
  ["the clinic's today", "2026-10-05", null],
  ["tomorrow", "2026-10-06", "in_future"],
  ["the episode's first day", "2026-09-01", null],
  ["the day before the episode", "2026-08-31", "before_episode"],
  ["a year mistyped", "0026-10-05", "before_birth"],
] as const)("a visit on %s", (_, on, refusal) => {
  expect(refuseVisitDay(on, bounds)).toBe(refusal);
});

test("of somebody whose episode was dated before they were born", () => {
  expect(refuseVisitDay("2026-09-02", { ...bounds, birthDate: "2026-09-03" })).toBe("before_birth");
});
