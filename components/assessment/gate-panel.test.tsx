import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { GateStatus } from "@/domain/assessment";
import type { GateCriterion } from "@/domain/rules/evidence";
import { DEFAULT_RULES, type RuleSet } from "@/domain/rules/rule-set";
import status from "@/messages/en/status.json";
import { GatePanel } from "./gate-panel";

const knee: GateCriterion = {
  code: "ely_below_120:L",
  kind: "elasticity",
  measure: "ely_angle_deg",
  side: "L",
  rule: "at_least",
  threshold: 120,
  thresholdId: "ely_tight",
  value: 110,
  day: 28,
  met: "not_met",
};

const panel = (changes: Partial<RuleSet["values"]>, status: GateStatus | null = "closed") =>
  renderToStaticMarkup(
    <GatePanel
      gate={{ id: "G2", status }}
      criteria={[knee]}
      notices={[]}
      dayZero="2026-01-05"
      visits={[
        { visitOn: "2026-01-05", number: 1 },
        { visitOn: "2026-02-02", number: 4 },
      ]}
      rules={{ values: { ...DEFAULT_RULES.values, ...changes } }}
    />,
  );

test("a value's distance from its limit is told by the measurement error that the clinic adopted", () => {
  expect(DEFAULT_RULES.values.mdc_ely_angle_deg).toBe(8);
  expect(panel({})).toContain("110°; −1.3 × measurement error from the limit");
  expect(panel({ mdc_ely_angle_deg: 5 })).toContain("110°; −2.0 × measurement error from the limit");
  expect(panel({ mdc_ely_angle_deg: 12 })).toContain("110°; inside measurement error");
});

test("the two visits of a gate lie as far apart as the clinic's rules ask", () => {
  expect(panel({ second_pass_min_days: 5, second_pass_max_days: 21 })).toContain("Two visits, ≥ 5 and ≤ 21 days apart");
});

test("each criterion names the visit its value was taken at, and where its threshold comes from", () => {
  expect(panel({})).toContain("Visit 4, 2 Feb 2026");
  expect(panel({})).toContain("from the limit · Counterpoise default");
  expect(panel({ ely_tight: 118 })).toContain("from the limit · Set by the clinic");
});

test("a gate that is only ahead shows how its criteria stand, and no verdict", () => {
  const ahead = panel({}, null);
  expect(ahead).toContain("Judged at the next visit");
  expect(ahead).toContain("110°");
  expect(ahead).not.toContain(status.gate.closed);
  expect(panel({})).toContain(status.gate.closed);
});
