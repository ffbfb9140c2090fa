import { expect, test } from "vitest";
import workedCases from "@/domain/cases.json";
import type { EpisodeRecord } from "@/domain/record";
import { foldCourse, gateAhead, openCourse } from "./course";

type WorkedCase = EpisodeRecord & { case_id: string };
const C01 = (workedCases.cases as unknown as WorkedCase[]).find(({ case_id }) => case_id === "C01")!;
const course = foldCourse(C01);

/** As the plan's board asks after the visit counted from 0. */
const aheadOf = (index: number, phase = course[index]!.assessment.phase_after) =>
  gateAhead(
    {
      patient: C01.patient,
      earlier: C01.visits.slice(0, index),
      state: course[index - 1]?.state ?? openCourse(C01),
      visit: C01.visits[index]!,
    },
    phase,
  );

test("after the move into Strengthen 1 the next gate counts its days from that visit", () => {
  const moved = course.findIndex(({ assessment }) => assessment.phase_after === "strengthen_1");
  const ahead = aheadOf(moved);
  expect(ahead?.id).toBe("G3a");
  const days = ahead?.criteria.find(({ code }) => code.endsWith("days_in_stage"));
  expect(days).toMatchObject({ value: 0, met: "not_met" });
  expect(ahead?.criteria.every(({ met }) => ["met", "not_met", "no_data"].includes(met))).toBe(true);
});

test("no gate leads on from Maintain", () => {
  expect(aheadOf(0, "maintain")).toBeNull();
});
