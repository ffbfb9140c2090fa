import { describe, expect, test } from "vitest";
import type { Phase } from "@/domain/vocabulary/phases";
import { lastAttended, lastConclusion, sinceLifted, standingVisits } from "./attended";

const moving = (phase_before: Phase, phase_after: Phase) => ({ result: { phase_before, phase_after } });
const visit = { record: {}, ...moving("release", "release") };
const call = { record: { kind: "contact" as const }, ...moving("release", "release") };
const holding = { record: { kind: "contact" as const }, ...moving("release", "hold") };

describe("a phone call", () => {
  test("is not the last visit, whatever it held", () => {
    expect(lastAttended([visit, call, holding])).toBe(visit);
    expect(lastAttended([call, visit])).toBe(visit);
  });

  test("has the last word only where it set or lifted a hold", () => {
    expect(lastConclusion([visit, call])).toBe(visit);
    expect(lastConclusion([visit, holding, call])).toBe(holding);
    expect(lastConclusion([visit, holding, visit])).toBe(visit);
  });

  test("stands beside the visit before it", () => {
    expect(standingVisits([visit, visit, call, call])).toEqual([visit, call, call]);
    expect(standingVisits([call])).toEqual([call]);
  });

  test("that lifts a hold ends what blocked before it", () => {
    const lifting = { ...call, ...moving("hold", "release") };
    expect(sinceLifted([visit, holding, lifting, call])).toEqual([call]);
    expect(sinceLifted([visit, holding])).toEqual([visit, holding]);
  });
});

test("without a visit there is no last one", () => {
  expect([lastAttended([]), lastConclusion([])]).toEqual([undefined, undefined]);
  expect(lastAttended([call])).toBeUndefined();
  expect(standingVisits([])).toEqual([]);
});
