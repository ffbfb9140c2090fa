import { describe, expect, test } from "vitest";
import { areValuesTooOld, flareOf, lastPhaseMove, phaseDirection } from "@/domain/caseload/signed-facts";
import file from "@/domain/cases.json" with { type: "json" };
import type { EpisodeRecord } from "@/domain/record";
import { foldEpisode } from "@/domain/rules/course";

const course = (id: string, until: number) => {
  const found = (file.cases as unknown as (EpisodeRecord & { case_id: string })[]).find((one) => one.case_id === id);
  if (!found) throw new Error(`no case ${id}`);
  const assessments = foldEpisode(found);
  return found.visits.slice(0, until).flatMap((visit, index) => {
    const assessment = assessments[index];
    return assessment ? [{ visit, assessment }] : [];
  });
};
const ZERO = "2026-09-01";

describe("what the caseload takes from signed visits", () => {
  test("pain that crept up from 2 to 5: the flare of day 28, still going on at day 32, over at day 39", () => {
    expect(flareOf(course("C17", 4), ZERO)).toBeNull();
    expect(flareOf(course("C17", 5), ZERO)).toEqual({ since: "2026-09-29", rise: 3 });
    expect(flareOf(course("C17", 6), ZERO)).toEqual({ since: "2026-09-29", rise: 3 });
    expect(flareOf(course("C17", 7), ZERO)).toBeNull();
    const [first] = course("C17", 1);
    const contact = first ? [{ ...first, visit: { ...first.visit, kind: "contact" as const } }] : [];
    expect(flareOf([...course("C17", 5), ...contact], ZERO)).toEqual({ since: "2026-09-29", rise: 3 });
  });

  test("values that grew older than 42 days, not values never taken", () => {
    expect(areValuesTooOld(course("C12", 1))).toBe(false);
    expect(areValuesTooOld(course("C12", 3))).toBe(true);
    expect(areValuesTooOld(course("C13", 1))).toBe(false);
    expect(areValuesTooOld([])).toBe(false);
  });

  test("moves forward, back, restored", () => {
    expect(phaseDirection("none", "release")).toBe("forward");
    expect(phaseDirection("strengthen_2", "protect")).toBe("back");
    expect(phaseDirection("hold", "release")).toBe("restored");
    expect(phaseDirection("release", "hold")).toBeNull();
    expect(phaseDirection("release", "release")).toBeNull();
    const moves = (id: string, until: number) => lastPhaseMove(course(id, until).map(({ assessment }) => assessment));
    expect(moves("C10", 3)).toEqual({ visit: 2, day: 90, direction: "back" });
    expect(moves("C04", 3)).toMatchObject({ visit: 1, direction: "forward" });
    expect(moves("C04", 4)).toMatchObject({ visit: 4, direction: "restored" });
    expect(moves("C05", 1)).toBeNull();
  });
});
