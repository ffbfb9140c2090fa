import { expect, test } from "vitest";
import { DIARY_MARKS, diaryDay, diaryDays, keyOfMark, markOf, markOfKey, outcomeOf } from "./diary";

test("each mark is one key and one outcome, and back", () => {
  for (const mark of DIARY_MARKS) {
    expect(markOfKey(keyOfMark(mark))).toBe(mark);
    expect(markOf(outcomeOf(mark))).toBe(mark);
  }
  expect(markOfKey("4")).toBeNull();
  expect(markOfKey(" ")).toBeNull();
  expect(outcomeOf("pain_stop")).toEqual({ outcome: "partly", stopReason: "pain" });
});

test("an unknown day has no pain; 0 is pain that was written down", () => {
  const day = { on: "2026-03-02", mark: "all", painDuring: 0, painWorst24h: null, source: "diary" };
  expect(diaryDay.safeParse(day).success).toBe(true);
  expect(diaryDay.safeParse({ ...day, mark: null }).success).toBe(false);
  expect(diaryDay.safeParse({ ...day, mark: null, painDuring: null }).success).toBe(true);
  expect(diaryDay.safeParse({ ...day, painDuring: 11 }).success).toBe(false);
  expect(diaryDays.safeParse([day, day]).success).toBe(false);
});
