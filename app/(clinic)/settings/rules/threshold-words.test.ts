import { expect, test } from "vitest";
import { THRESHOLDS } from "@/domain/vocabulary/thresholds";
import settings from "@/messages/en/settings.json";
import { thresholdGroups, valueWithUnit } from "./threshold-words";

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
