import { expect, test } from "vitest";
import en from "@/messages/en/portal.json";
import { type KeptSinceProps, keptWords } from "./kept-since";

const page: KeptSinceProps = {
  ...{ madeAt: "2026-03-10T20:00:00Z", today: "2026-03-10", day: "Tuesday 10 March" },
  ...{ timeZone: "Europe/Madrid", locale: "en", text: en.today },
};

test("a page from the clinic says nothing; in flight mode it says since when it is kept, by the clinic's clock", () => {
  expect(keptWords(page, new Date("2026-03-10T20:01:00Z"), false)).toBeNull();
  expect(keptWords(page, new Date("2026-03-10T22:30:00Z"), true)).toBeNull();
  expect(keptWords(page, new Date("2026-03-10T22:30:00Z"), false)).toMatch(/^Kept on this phone since Tuesday.*21:00/);
});

test("past the clinic's midnight a page of the day before says so", () => {
  expect(keptWords(page, new Date("2026-03-10T22:59:00Z"), false)).not.toContain("Go online");
  expect(keptWords(page, new Date("2026-03-10T23:00:00Z"), false)).toBe(
    "This page is of Tuesday 10 March. Go online to see today's exercises.",
  );
});
