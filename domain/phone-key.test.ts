/** A clinic's or a person's number as it is typed: what can be dialled, and what only looks like it. */
import { expect, test } from "vitest";
import { isPhone } from "./phone-key";

test.each(["020 7946 0142", "+34 (91) 555-01", "+44 (0)20 7946.0142", "112"])("%s can be dialled", (typed) => {
  expect(isPhone(typed)).toBe(true);
});

test.each(["", "abc", "12", "----", "ask 555 0142", "555+0142"])("%j can't", (typed) => {
  expect(isPhone(typed)).toBe(false);
});
