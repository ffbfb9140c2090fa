import { describe, expect, test } from "vitest";
import file from "@/domain/cases.json" with { type: "json" };
import { activeConditions } from "@/domain/plan/conditions";
import { proposePlan } from "@/domain/plan/propose";
import { restartsAtHalf, templateFacts } from "@/domain/plan/template-facts";
import type { EpisodeRecord } from "@/domain/record";
import { foldEpisode } from "@/domain/rules/course";
import type { ConditionId } from "@/domain/vocabulary/contraindications";
import { isExerciseId } from "@/domain/vocabulary/exercise-names";
import { exerciseById } from "@/domain/vocabulary/exercises";

const cases = file.cases as unknown as (EpisodeRecord & { case_id: string })[];

function planned(one: EpisodeRecord, visit: number) {
  const course = foldEpisode(one)
    .slice(0, visit)
    .map((result, index) => ({ record: { kind: one.visits[index]?.kind }, result }));
  const flags = one.visits[visit - 1]?.flags ?? [];
  const last = course.at(-1)?.result;
  const facts = templateFacts(course, { age: one.patient.age, flags, sport_goal: false });
  if (facts === null || last === undefined) throw new Error("no visit");
  const conditions: ConditionId[] = activeConditions({
    today: "2026-10-15",
    flags,
    signs: [],
    strain: facts.strain,
    nprs_exercise: null,
    ticks: [],
  });
  return proposePlan({
    ...facts,
    conditions,
    blocked: last.safety.level.startsWith("block_e") || last.safety.level === "block_urgent",
    from: "2026-10-15",
    onset_on: null,
    mass_kg: one.patient.mass_kg ?? null,
    restart_half_dose: restartsAtHalf(last),
    current: [],
  });
}
const template = (id: string, visit: number) => {
  const one = cases.find((candidate) => candidate.case_id === id);
  if (!one) throw new Error(`no case ${id}`);
  return planned(one, visit)?.template ?? null;
};

describe("the worked cases get their plans", () => {
  test.each([
    ["C01", 1, "release_quad_dominant"],
    ["C01", 3, "release_quad_dominant"],
    ["C01", 4, "s1_default"],
    ["C02", 1, "protect_strain"],
    ["C02", 3, "release_after_strain"],
    ["C03", 1, "s1_weakness_only"],
    ["C03", 2, "s2_default"],
    ["C03", 3, "s3_default"],
    ["C03", 5, "maintain_default"],
    ["C04", 2, null],
    ["C04", 3, null],
    ["C04", 4, "release_quad_dominant"],
    ["C05", 1, "own_outside_model"],
    ["C11", 1, "release_gentle"],
    ["C11", 5, "s2_no_eccentric"],
    ["C11", 7, "maintain_no_eccentric"],
    ["C12", 3, "release_quad_dominant"],
    ["C16", 1, "protect_strain"],
    ["C16", 3, "own_outside_model"],
    ["C17", 1, "protect_suspected"],
    ["C17", 2, "release_after_strain"],
  ])("%s, visit %d: %s", (id, visit, expected) => expect(template(id, visit)).toBe(expected));

  test("wherever a plan is to be assigned one is proposed, and nothing in it is hidden or closed", () => {
    for (const one of cases) {
      for (const { visit, notices } of foldEpisode(one)) {
        if (!notices.some((notice) => notice.startsWith("assign_plan:"))) continue;
        const proposal = planned(one, visit);
        expect(proposal, `${one.case_id} visit ${visit}`).not.toBeNull();
        for (const item of proposal?.items ?? []) {
          expect(item.verdict.effect).not.toBe("hide");
          expect(isExerciseId(item.exercise) && exerciseById(item.exercise).home).toBe(true);
        }
      }
    }
  });

  test("after a hold of more than 14 days the plan restarts at half the dose", () => {
    const one = cases.find((candidate) => candidate.case_id === "C04");
    if (!one) throw new Error("no case");
    expect(planned(one, 4)?.items.find((item) => item.exercise === "foam_quad")?.dose.sets).toBe(1);
    expect(planned(one, 1)?.items.find((item) => item.exercise === "foam_quad")?.dose.sets).toBe(2);
  });
});
