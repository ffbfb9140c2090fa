import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  adherenceSince,
  countWeeks,
  isPrescribedDay,
  type PlanHistory,
  type SessionDay,
} from "@/domain/plan/adherence-count";
import { startDose } from "@/domain/plan/dose";
import type { PlanItem } from "@/domain/plan/item";
import {
  countsTowardsAdherence,
  dueItems,
  isDueDay,
  itemSeconds,
  longestGap,
  sessionMinutes,
} from "@/domain/plan/schedule";
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";
import { exerciseById } from "@/domain/vocabulary/exercises";

let next = 0;
/** Monday 5 October 2026. */
const START = "2026-10-05";
const item = (exercise: ExerciseId, perWeek: number, more: Partial<PlanItem> = {}): PlanItem => ({
  id: `00000000-0000-4000-8000-${String(++next).padStart(12, "0")}`,
  exercise,
  dose: { ...startDose(exerciseById(exercise).dose), per_week: perWeek },
  from: START,
  until: null,
  pain_limit: 3,
  limit_text: null,
  note: null,
  paused: null,
  reduced: null,
  ...more,
});

describe("due days", () => {
  test.each([
    [1, [0]],
    [2, [0, 3]],
    [3, [0, 2, 4]],
    [5, [0, 1, 2, 4, 5]],
    [7, [0, 1, 2, 3, 4, 5, 6]],
  ])("%d times a week falls on plan days %j", (perWeek, days) => {
    expect([0, 1, 2, 3, 4, 5, 6].filter((k) => isDueDay(perWeek, k))).toEqual(days);
  });

  test("any seven days in a row hold exactly n of them, and the first is due", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.nat(200), (perWeek, from) => {
        const week = Array.from({ length: 7 }, (_, k) => isDueDay(perWeek, from + k));
        expect(week.filter(Boolean)).toHaveLength(perWeek);
        expect(isDueDay(perWeek, 0)).toBe(true);
      }),
    );
  });

  test("nothing is due before the item begins, after it ends, or while it is paused", () => {
    const daily = item("foam_quad", 7, { until: "2026-10-07" });
    expect(dueItems([daily], "2026-10-04")).toEqual([]);
    expect(dueItems([daily], "2026-10-07")).toHaveLength(1);
    expect(dueItems([daily], "2026-10-08")).toEqual([]);
    expect(dueItems([{ ...daily, paused: "hold" }], "2026-10-06")).toEqual([]);
  });

  test("walking, rest, ice and compression never count", () => {
    const counts = (exercise: ExerciseId) => countsTowardsAdherence(item(exercise, 7));
    expect(
      ["walk_easy", "rest_relative", "ice_protocol", "compress_elevate"].map((id) => counts(id as ExerciseId)),
    ).toEqual([false, false, false, false]);
    expect(counts("foam_quad")).toBe(true);
  });

  test("the longest gap is what the plan leaves free", () => {
    expect(longestGap([item("bridge_sl", 1)], START)).toBe(6);
    expect(longestGap([item("bridge_sl", 2)], START)).toBe(3);
    expect(longestGap([item("foam_quad", 7)], START)).toBe(0);
    expect(longestGap([item("walk_easy", 7)], START)).toBe(7);
  });
});

describe("how long a session takes", () => {
  test("holds, sides, tempo and rest are counted", () => {
    // 3 sets × (3 s + 30 s) × 2 sides + 2 × 20 s rest + 30 s to get ready.
    expect(itemSeconds(startDose(exerciseById("stretch_quad_side").dose))).toBe(268);
    // 2 × 10 × 2-5-2, the hold being the middle.
    expect(itemSeconds(startDose(exerciseById("glute_bridge_act").dose))).toBe(2 * 10 * 9 + 45 + 30);
    expect(itemSeconds(startDose(exerciseById("walk_easy").dose))).toBe(330);
  });

  test("minutes are rounded up; nothing to do is 0", () => {
    expect(sessionMinutes([item("walk_easy", 7)], START)).toBe(6);
    expect(sessionMinutes([item("ice_protocol", 7)], START)).toBe(0);
    expect(sessionMinutes([], START)).toBe(0);
  });
});

describe("adherence from plan and log", () => {
  const on = (
    day: string,
    completion: SessionDay["completion"] = "done",
    more: Partial<SessionDay> = {},
  ): SessionDay => ({
    on: `2026-10-${day}`,
    completion,
    source: "log",
    counts: true,
    ...more,
  });
  const history = (sessions: SessionDay[], more: Partial<PlanHistory> = {}): PlanHistory => ({
    versions: [{ effective_from: START, items: [item("foam_quad", 5), item("walk_easy", 7)] }],
    paused: [],
    sessions,
    ...more,
  });
  const since = (given: PlanHistory, mode: "phone" | "paper" | "none" = "phone") =>
    adherenceSince(given, START, "2026-10-19", mode);

  test("two weeks of five: ten prescribed, partly counts, skipped doesn't", () => {
    const sessions = [on("05"), on("06", "partly"), on("07", "skipped"), on("13")];
    expect(since(history(sessions))).toEqual({ prescribed: 10, done: 3, source: "log" });
  });

  test("a session on a rest day stands for one of that week's days, never for more than were due", () => {
    const everyDay = ["05", "06", "07", "08", "09", "10", "11"].map((day) => on(day));
    expect(since(history(everyDay))).toMatchObject({ prescribed: 10, done: 5 });
    expect(since(history([on("08")]))).toMatchObject({ done: 1 });
  });

  test("a walk alone is no session of the plan, but it is a log", () => {
    expect(since(history([on("06", "done", { counts: false })]))).toEqual({ prescribed: 10, done: 0, source: "log" });
  });

  test("no log at all is not reported; recalled days are marked", () => {
    expect(since(history([]))).toEqual({ prescribed: 10, done: 0, source: "none" });
    expect(since(history([on("06")]), "none")).toMatchObject({ source: "none" });
    expect(since(history([on("06", "done", { source: "recall" })]), "paper")).toEqual({
      prescribed: 10,
      done: 1,
      source: "recall",
    });
  });

  test("days on hold are not prescribed; without any prescribed day there is no adherence", () => {
    const paused = [{ from: "2026-10-12", to: null }];
    expect(since(history([on("05")], { paused }))).toMatchObject({ prescribed: 5 });
    expect(since(history([], { paused: [{ from: "2026-10-01", to: null }] }))).toBeUndefined();
    expect(since(history([], { versions: [] }))).toBeUndefined();
  });

  test("today doesn't count yet, and each day follows the version of its time", () => {
    const versions = [
      { effective_from: START, items: [item("foam_quad", 7)] },
      { effective_from: "2026-10-12", items: [item("foam_quad", 1, { from: "2026-10-12" })] },
    ];
    const weeks = countWeeks(history([on("19")], { versions }), START, "2026-10-18");
    expect(weeks).toEqual([
      { week_of: "2026-10-05", prescribed: 7, done: 0 },
      { week_of: "2026-10-12", prescribed: 1, done: 0 },
    ]);
  });
});

describe("what was prescribed on a day", () => {
  const prescribed = (given: Partial<PlanHistory>, days: string[]) =>
    days.map((day) => isPrescribedDay({ versions: [], paused: [], sessions: [], ...given }, `2026-10-${day}`));
  const daily = item("foam_quad", 7);

  test("a plan that ended counts until the day it ended, and the next one from its own first day", () => {
    const ended = { effective_from: START, until: "2026-10-08", items: [daily] };
    const next = { effective_from: "2026-10-12", items: [item("stretch_quad_side", 7, { from: "2026-10-12" })] };
    expect(prescribed({ versions: [ended, next] }, ["05", "08", "09", "11", "12"])).toEqual([
      true,
      true,
      false,
      false,
      true,
    ]);
  });

  test("an item's pause takes its days alone, and the day is free once every item is paused", () => {
    const stretch = item("stretch_quad_side", 7);
    const versions = [{ effective_from: START, items: [daily, stretch] }];
    const one = { from: "2026-10-08", to: null, item: daily.id };
    expect(prescribed({ versions, paused: [one] }, ["07", "08", "12"])).toEqual([true, true, true]);
    const both = [one, { from: "2026-10-10", to: "2026-10-11", item: stretch.id }];
    expect(prescribed({ versions, paused: both }, ["09", "10", "11", "12"])).toEqual([true, false, false, true]);
  });
});
