import { describe, expect, test } from "vitest";
import type { DiaryDay } from "@/domain/home-session/diary";
import { type Cell, emptyDay, pressed } from "./diary-keys";

/** Types keys into a grid of days and returns them. */
function type(keys: readonly string[], days: DiaryDay[] = [emptyDay("2026-03-02"), emptyDay("2026-03-03")]) {
  let at: Cell = { row: 0, column: "done" };
  for (const key of keys) {
    const day = days[at.row];
    if (!day) break;
    const answer = pressed(day, at, key);
    if (answer === null) continue;
    days[at.row] = answer.day;
    at = answer.next ?? at;
  }
  return { days, at };
}

describe("a diary typed day by day", () => {
  test("a day with both pains takes three keys, and with 10 or 1 at most five", () => {
    expect(type(["2", "3", "5"])).toMatchObject({
      days: [{ mark: "all", painDuring: 3, painWorst24h: 5 }, { mark: null }],
      at: { row: 1, column: "done" },
    });
    expect(type(["1", "1", "0", "1", "Enter"])).toMatchObject({
      days: [{ mark: "part", painDuring: 10, painWorst24h: 1 }, {}],
      at: { row: 1, column: "done" },
    });
  });

  test("none and unknown go straight on; unknown forgets what stood there", () => {
    expect(type(["0", "2"]).days).toMatchObject([{ mark: "none" }, { mark: "all" }]);
    const stood: DiaryDay = { ...emptyDay("2026-03-02"), mark: "all", painDuring: 2, painWorst24h: 2 };
    expect(type([" "], [stood, emptyDay("2026-03-03")]).days[0]).toEqual(emptyDay("2026-03-02"));
  });

  test("pain that wasn't written down stays missing; 0 is pain", () => {
    expect(type(["2", "Enter", "0"]).days[0]).toMatchObject({ painDuring: null, painWorst24h: 0 });
  });

  test("no pain of a day nobody knows of", () => {
    expect(pressed(emptyDay("2026-03-02"), { row: 0, column: "during" }, "4")).toBeNull();
  });

  test("R marks a day as recalled and back; other keys are the browser's", () => {
    expect(type(["r"]).days[0]?.source).toBe("recall");
    expect(type(["r", "R"]).days[0]?.source).toBe("diary");
    expect(pressed(emptyDay("2026-03-02"), { row: 0, column: "done" }, "Tab")).toBeNull();
  });
});
