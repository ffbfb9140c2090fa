import { expect, test } from "vitest";
import { THRESHOLDS } from "@/domain/vocabulary/thresholds";
import settings from "@/messages/en/settings.json";
import { faultWords, thresholdGroups, valueWithUnit } from "./threshold-words";

test("every threshold that a clinic may set stands in exactly one group, and no other does", () => {
  const listed = thresholdGroups({}).flatMap(({ thresholds }) => thresholds.map(({ id }) => id));
  const editable = THRESHOLDS.filter((threshold) => threshold.editable).map(({ id }) => id as string);
  expect(listed.sort()).toEqual(editable.sort());
});

test("every group has a title in words", () => {
  const titles: string[] = Object.values(settings.rules.groups);
  for (const { title } of thresholdGroups({})) expect(titles).toContain(title);
});

test("a clinic's own value stands in its field, beside the shipped one", () => {
  const ely = thresholdGroups({ ely_tight: 0 })
    .flatMap(({ thresholds }) => thresholds)
    .find(({ id }) => id === "ely_tight");
  expect(ely).toMatchObject({ value: "0", shipped: "120°" });
});

test.each([
  [120, "deg", "120°"],
  [0.4, "ratio", "0.4"],
  [0, "reps", "0 reps"],
])("%s in %s reads %s", (value, unit, read) => {
  expect(valueWithUnit(value, unit)).toBe(read);
});

test("a value that can't be meant is told what could be", () => {
  expect(faultWords({ kind: "range", min: 0, max: 10, whole: false })).toBe("From 0 to 10.");
  expect(faultWords({ kind: "range", min: 1, max: 365, whole: true })).toBe("A whole number from 1 to 365.");
  const free = { other: "ely_free", value: 130, orEqual: false } as const;
  expect(faultWords({ kind: "below", ...free })).toBe("It belongs below “ely free”, which is 130°.");
  expect(faultWords({ kind: "above", ...free })).toBe("It belongs above “ely free”, which is 130°.");
  expect(faultWords({ kind: "below", ...free, orEqual: true })).toBe("At most as much as “ely free”, which is 130°.");
});
