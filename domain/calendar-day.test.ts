import { describe, expect, test } from "vitest";
import { addDays, ageOn, daysBetween, isCalendarDay, isoWeekday, isoWeekStart } from "@/domain/calendar-day";

describe("clinical days", () => {
  test.each([
    ["2026-02-28", true],
    ["2026-02-29", false],
    ["2028-02-29", true],
    ["2026-13-01", false],
    ["2026-1-1", false],
    ["", false],
    ["2026-02-28T00:00", false],
  ])("%s exists: %s", (text, exists) => expect(isCalendarDay(text)).toBe(exists));

  test("days count across a daylight-saving change and a leap day", () => {
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2028-02-28", "2028-03-01")).toBe(2);
    expect(daysBetween("2026-10-02", "2026-10-01")).toBe(-1);
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  });

  test("a person turns 18 on the birthday, not the day before", () => {
    expect(ageOn("2008-06-15", "2026-06-14")).toBe(17);
    expect(ageOn("2008-06-15", "2026-06-15")).toBe(18);
    expect(ageOn("2008-02-29", "2026-02-28")).toBe(17);
    expect(ageOn("2008-02-29", "2026-03-01")).toBe(18);
  });

  test("weeks begin on Monday", () => {
    expect(isoWeekday("2026-11-22")).toBe(7);
    expect(isoWeekStart("2026-11-22")).toBe("2026-11-16");
    expect(isoWeekStart("2026-11-16")).toBe("2026-11-16");
    expect(isoWeekday("1969-12-31")).toBe(3);
  });
});
