import { expect, test } from "vitest";
import { lastAttended } from "./attended";

const visit = { on: 1, record: {} };
const contact = { on: 2, record: { kind: "contact" as const } };

test("a phone call is not the last visit", () => {
  expect(lastAttended([visit, contact, contact])).toBe(visit);
  expect(lastAttended([visit, contact, visit])).toBe(visit);
});

test("without a visit there is no last one", () => {
  expect(lastAttended([])).toBeUndefined();
  expect(lastAttended([contact])).toBeUndefined();
});
