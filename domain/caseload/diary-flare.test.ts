import { describe, expect, test } from "vitest";
import { type DiaryDay, diaryFlare } from "@/domain/caseload/diary-flare";

/** Thursday 15 October 2026. */
const TODAY = "2026-10-15";

describe("a flare seen in the diary", () => {
  const day = (on: string, more: Partial<DiaryDay> = {}): DiaryDay => ({
    on: `2026-10-${on}`,
    pain_during: 2,
    pain_24h: 2,
    settled: true,
    ...more,
  });
  const flare = (days: DiaryDay[]) => diaryFlare(days, TODAY);
  const calm = ["05", "06", "07", "08"].map((on) => day(on));

  test("exercise pain above 5 on two of three days", () => {
    expect(flare([...calm, day("10", { pain_during: 6 }), day("12", { pain_during: 6 })])).toEqual({
      on: "2026-10-12",
      rise: 0,
    });
    expect(flare([...calm, day("10", { pain_during: 6 }), day("13", { pain_during: 6 })])).toBeNull();
    expect(flare([...calm, day("10", { pain_during: 5 }), day("11", { pain_during: 5 })])).toBeNull();
  });

  test("24-hour pain two above the usual and not settled", () => {
    const bad = { pain_24h: 4, settled: false };
    expect(flare([...calm, day("10", bad), day("11", bad)])).toEqual({ on: "2026-10-11", rise: 2 });
    expect(flare([...calm, day("10", { ...bad, settled: true }), day("11", bad)])).toBeNull();
    expect(flare([...calm, day("10", { ...bad, settled: null }), day("11", bad)])).toBeNull();
    expect(flare([...calm, day("10", { ...bad, pain_24h: 3 }), day("11", bad)])).toBeNull();
  });

  test("nothing to compare with is no rise; nothing logged is no flare", () => {
    expect(flare([day("10", { pain_24h: 5, settled: false })])).toBeNull();
    expect(flare([])).toBeNull();
    expect(flare([...calm, day("10", { pain_during: null, pain_24h: null, settled: null })])).toBeNull();
  });
});
