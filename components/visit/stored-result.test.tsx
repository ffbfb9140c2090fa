import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { VisitAssessment } from "@/domain/assessment";
import workedCases from "@/domain/cases.json";
import { StoredResult } from "./stored-result";

const result = workedCases.cases[0]?.expected[0] as unknown as VisitAssessment;
const shown = (ruleSetAdopted: boolean) =>
  renderToStaticMarkup(
    <StoredResult result={result} ruleSetVersion="1.1" ruleSetAdopted={ruleSetAdopted} dayZero="2026-09-02" />,
  );

test("a result judged by thresholds that nobody had adopted says so above everything else", () => {
  const card = shown(false);
  const banner = card.indexOf("had not adopted the rule set");
  expect(banner).toBeGreaterThan(0);
  expect(banner).toBeLessThan(card.indexOf("Phase:"));
  expect(shown(true)).not.toContain("adopted");
});
