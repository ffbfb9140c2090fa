import { expect, test } from "vitest";
import { guardianUntil, isMinor } from "./guardian-age";
import { DEFAULT_RULES } from "./rules/rule-set";

test("a guardian answers until the day before the eighteenth birthday", () => {
  expect(isMinor("2008-11-22", "2026-11-21")).toBe(true);
  expect(isMinor("2008-11-22", "2026-11-22")).toBe(false);
});

test("is the age from which adult cut-offs are judged", () => {
  const age = DEFAULT_RULES.values.adult_age;
  expect(isMinor("2000-06-01", `${2000 + age}-06-01`)).toBe(false);
  expect(isMinor("2000-06-01", `${2000 + age - 1}-06-01`)).toBe(true);
});

test("the login is the guardian's until the day before the birthday that the clinic names", () => {
  expect(guardianUntil("2012-11-22", "2026-11-28", 16)).toBe("2028-11-21");
  expect(guardianUntil("2010-11-22", "2026-11-21", 16)).toBe("2026-11-21");
  expect(guardianUntil("2010-11-22", "2026-11-22", 16)).toBeNull();
  expect(guardianUntil("2012-02-29", "2026-11-28", 15)).toBe("2027-02-28");
});
