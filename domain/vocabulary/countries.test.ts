import { expect, test } from "vitest";
import { COUNTRIES } from "./countries";

test("every country stands once, has a name and either a number of digits or none", () => {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  expect(new Set(COUNTRIES.map(({ code }) => code)).size).toBe(COUNTRIES.length);
  for (const { code, emergencyNumber } of COUNTRIES) {
    expect(names.of(code), code).toBeTruthy();
    if (emergencyNumber !== null) expect(emergencyNumber).toMatch(/^\d{3,4}$/);
  }
});

test.each([
  ["GB", "999"],
  ["US", "911"],
  ["DE", "112"],
  ["AU", "000"],
  ["NZ", "111"],
])("in %s one calls %s", (code, number) => {
  expect(COUNTRIES.find((country) => country.code === code)?.emergencyNumber).toBe(number);
});
