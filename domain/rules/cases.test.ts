/** Every visit of every worked case comes out as its `expected`, every field. */
import { describe, expect, test } from "vitest";
import type { VisitAssessment } from "@/domain/assessment";
import cases from "@/domain/cases.json" with { type: "json" };
import type { EpisodeRecord } from "@/domain/record";
import { foldEpisode } from "./course";

type WorkedCase = EpisodeRecord & { case_id: string; title: string; expected: VisitAssessment[] };
const WORKED = cases.cases as unknown as WorkedCase[];

const sorted = <T>(items: readonly T[]): T[] =>
  items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** The order of these arrays has no meaning. */
function unordered(assessment: VisitAssessment): VisitAssessment {
  return {
    ...assessment,
    gate: assessment.gate && { ...assessment.gate, reasons: sorted(assessment.gate.reasons) },
    changes_vs_baseline: sorted(
      assessment.changes_vs_baseline.map(({ measure, side, from, to, delta, mdc, class: kind }) => ({
        measure,
        side,
        from,
        to,
        delta,
        mdc,
        class: kind,
      })),
    ),
    warnings: sorted(assessment.warnings),
    notices: sorted(assessment.notices),
  };
}

describe.each(WORKED)("$case_id $title", (worked) => {
  const results = foldEpisode(worked);
  test.each(worked.expected.map((expected, index) => ({ expected, index, visit: expected.visit })))(
    "visit $visit",
    ({ expected, index }) => {
      const result = results[index];
      expect(result && unordered(result)).toStrictEqual(unordered(expected));
    },
  );
});

test("no case and no visit is left out", () => {
  expect(WORKED).toHaveLength(18);
  expect(WORKED.flatMap(({ expected }) => expected)).toHaveLength(82);
});
