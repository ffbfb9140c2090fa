import { expect, test } from "vitest";
import { lastOf, visitsOf } from "./sample-record";

test.each([
  [
    { prescribed: 10, done: 0 },
    { pct: 0, band: "low" },
  ],
  [
    { prescribed: 200, done: 99 },
    { pct: 50, band: "partial" },
  ],
  [
    { prescribed: 1000, done: 494 },
    { pct: 49, band: "low" },
  ],
  [
    { prescribed: 10, done: 5 },
    { pct: 50, band: "partial" },
  ],
  [
    { prescribed: 1000, done: 794 },
    { pct: 79, band: "partial" },
  ],
  [
    { prescribed: 5, done: 4 },
    { pct: 80, band: "good" },
  ],
  [
    { prescribed: 5, done: 7 },
    { pct: 100, band: "good" },
  ],
  [
    { prescribed: 9, done: 0, source: "none" },
    { pct: null, band: "not_reported" },
  ],
  [
    { prescribed: 9, done: 9, source: "recall" },
    { pct: 100, band: "good" },
  ],
  [{ prescribed: 0, done: 0 }, undefined],
] as const)("%j is %j", (adherence, expected) => {
  expect(lastOf(visitsOf([0, { adherence: { ...adherence } }])).adherence).toEqual(expected);
});

test("nothing said of it: the field is absent", () => {
  expect(lastOf(visitsOf([0, {}]))).not.toHaveProperty("adherence");
});
