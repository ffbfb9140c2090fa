import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ageOf, isTooOld } from "./plan-age";

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
/** When the clinic made the page, by its own clock. */
const MADE = Date.parse("2026-03-02T09:00:00Z");
const madeAt = new Date(MADE).toISOString();
let pages: { headers: Headers }[];

const keep = (made: number, keptAt: number) =>
  pages.push({
    headers: new Headers({ "X-Made-At": new Date(made).toISOString(), "X-Kept-At": String(keptAt) }),
  });
const tooOldAt = async (phone: number, made = madeAt) => {
  vi.setSystemTime(phone);
  return isTooOld(await ageOf(made));
};

beforeEach(() => {
  vi.useFakeTimers();
  pages = [];
  vi.stubGlobal("caches", { has: async () => true, open: async () => ({ matchAll: async () => pages }) });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe.each([
  ["right", 0],
  ["three days fast", 3 * DAY],
  ["three days slow", -3 * DAY],
])("on a phone whose clock is %s", (_, off) => {
  test("a plan is good for 72 hours from when the phone had it", async () => {
    keep(MADE, MADE + off);
    for (const [hours, isOld] of [
      [0, false],
      [71, false],
      [72, false],
      [73, true],
      [200, true],
    ] as const) {
      expect(await tooOldAt(MADE + off + hours * HOUR), `${hours} h`).toBe(isOld);
    }
  });

  test("one that was not kept itself is dated by the newest that was", async () => {
    keep(MADE - 5 * DAY, MADE - 5 * DAY + off);
    expect(await tooOldAt(MADE + off + HOUR)).toBe(false);
    expect(await tooOldAt(MADE + off + 80 * HOUR)).toBe(true);
  });
});

test("a clock set back since then can't vouch for the plan", async () => {
  keep(MADE, MADE);
  expect(await tooOldAt(MADE - 60_000)).toBe(false);
  expect(await tooOldAt(MADE - DAY)).toBe(true);
});

test("a browser that keeps nothing counts from when it first showed the page", async () => {
  vi.stubGlobal("caches", undefined);
  const made = new Date(MADE + 1).toISOString();
  expect(await tooOldAt(MADE + 10 * DAY, made)).toBe(false);
  expect(await tooOldAt(MADE + 10 * DAY + 73 * HOUR, made)).toBe(true);
});
