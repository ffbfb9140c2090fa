import { expect, test } from "vitest";
import { fullName, nameKey, recordNumber } from "./patient-name";

test.each([
  ["Łukasz", "lukasz"],
  ["O’Neill", "oneill"],
  ["O'Neill", "oneill"],
  ["  Reyes-Lind ", "reyes-lind"],
  ["Müller", "muller"],
  ["Søren", "soren"],
  ["Nguyễn Thị", "nguyen thi"],
])("a search for %s looks for %s", (typed, key) => {
  expect(nameKey(typed)).toBe(key);
});

test("one name only is a whole name", () => {
  expect(fullName({ givenName: "Sukarno", familyName: "" })).toBe("Sukarno");
});

test("record numbers keep four digits and grow beyond them", () => {
  expect([recordNumber(7), recordNumber(12345)]).toEqual(["CP-0007", "CP-12345"]);
});
