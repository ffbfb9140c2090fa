import { expect, test } from "vitest";
import { daySpan } from "@/domain/clinic-clock";
import { type KeptSinceProps, keptWords } from "./kept-since";

const page: KeptSinceProps = {
  ...daySpan("Europe/Madrid", "2026-03-10"),
  madeAt: "2026-03-10T20:00:00Z",
  keptSince: "Kept since Tuesday 21:00.",
  otherDay: "Of Tuesday.",
};
const at = (iso: string) => Date.parse(iso);

test("a page from the clinic says nothing; in flight mode it says since when it is kept", () => {
  expect(keptWords(page, at("2026-03-10T20:01:00Z"), false)).toBeNull();
  expect(keptWords(page, at("2026-03-10T22:30:00Z"), true)).toBeNull();
  expect(keptWords(page, at("2026-03-10T22:30:00Z"), false)).toBe(page.keptSince);
});

test("past the clinic's midnight a page of the day before says so, and one of the day after before it", () => {
  expect(keptWords(page, at("2026-03-10T22:59:59Z"), false)).toBe(page.keptSince);
  expect(keptWords(page, at("2026-03-10T23:00:00Z"), true)).toBe(page.otherDay);
  expect(keptWords(page, at("2026-03-09T22:59:59Z"), true)).toBe(page.otherDay);
});
