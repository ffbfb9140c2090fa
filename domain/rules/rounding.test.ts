import { expect, test } from "vitest";
import { difference, roundHalfUp } from "./rounding";

test.each([
  [0, 2, 0],
  [0.395, 2, 0.4],
  [0.394999, 2, 0.39],
  [1.005, 2, 1.01],
  [24.75, 1, 24.8],
  [35.25, 1, 35.3],
  [79.5, 0, 80],
  [79.49, 0, 79],
  [-0.005, 2, -0.01],
  [-0.001, 2, 0],
  [2.675, 2, 2.68],
  [23.7 / 60, 2, 0.4],
  [3e-8, 1, 0],
  [5.5e-17, 2, 0],
  [1.5e22, 1, 1.5e22],
])("%d to %d decimals is %d", (value, decimals, expected) => {
  expect(Object.is(roundHalfUp(value, decimals), expected)).toBe(true);
});

test("a difference that is a tenth stays a tenth", () => {
  expect(difference(0.51, 0.41)).toBe(0.1);
  expect(difference(6.5, 4.3)).toBe(2.2);
  expect(difference(0.35, 0.46)).toBe(-0.11);
});
