/** A paper diary's day in one key (CLINICAL 11.9): 0 none, 1 part, 2 all, 3 stopped for pain, space unknown. */
import { z } from "zod";
import { calendarDay } from "@/domain/calendar-day-schema";
import type { Outcome, StopReason } from "./check-in";

export const DIARY_MARKS = ["none", "part", "all", "pain_stop"] as const;
export type DiaryMark = (typeof DIARY_MARKS)[number];

/** The key of each mark is its place in the list. */
export const markOfKey = (key: string): DiaryMark | null =>
  /^[0-3]$/.test(key) ? (DIARY_MARKS[Number(key)] ?? null) : null;
export const keyOfMark = (mark: DiaryMark): string => String(DIARY_MARKS.indexOf(mark));

export type DiarySource = "diary" | "recall";

const pain = z.int().min(0).max(10).nullable();

/** A day as entered; mark null: unknown, whatever stood there counts no longer. Pain not written down stays missing. */
export const diaryDay = z
  .strictObject({
    on: calendarDay,
    mark: z.enum(DIARY_MARKS).nullable(),
    painDuring: pain,
    painWorst24h: pain,
    source: z.enum(["diary", "recall"]),
  })
  .refine(({ mark, painDuring, painWorst24h }) => mark !== null || (painDuring === null && painWorst24h === null), {
    error: "pain_without_day",
  });
export type DiaryDay = z.infer<typeof diaryDay>;

export const diaryDays = z
  .array(diaryDay)
  .min(1)
  .max(92)
  .refine((days) => new Set(days.map(({ on }) => on)).size === days.length, { error: "repeated_day" });

export function outcomeOf(mark: DiaryMark): { outcome: Outcome; stopReason: StopReason | null } {
  switch (mark) {
    case "none":
      return { outcome: "skipped", stopReason: null };
    case "part":
      return { outcome: "partly", stopReason: null };
    case "all":
      return { outcome: "done", stopReason: null };
    case "pain_stop":
      return { outcome: "partly", stopReason: "pain" };
  }
}

export function markOf({ outcome, stopReason }: { outcome: Outcome; stopReason: StopReason | null }): DiaryMark {
  if (stopReason !== null) return "pain_stop";
  return outcome === "done" ? "all" : outcome === "partly" ? "part" : "none";
}
