import { expect, test } from "vitest";
import type { GateCriterion } from "@/domain/rules/evidence";
import { DEFAULT_RULES } from "@/domain/rules/rule-set";
import { gateLine, sourceWords } from "./criterion-words";

test("sources are read as on screen", () => {
  expect(sourceWords("ely_tight")).toBe("Counterpoise default");
  expect(sourceWords(null)).toBe("");
});

const knee: GateCriterion = {
  code: "ely_below_120:L",
  kind: "elasticity",
  measure: "ely_angle_deg",
  side: "L",
  rule: "at_least",
  threshold: 120,
  thresholdId: "ely_tight",
  value: 108,
  day: 28,
  met: "not_met",
};
const lineOf = (more: Partial<GateCriterion>) => gateLine({ ...knee, ...more }, DEFAULT_RULES);

test("a gate's criterion and what was found stand in the measure's own decimals and unit", () => {
  expect(lineOf({})).toEqual({
    title: "Ely / prone knee bend angle (knee flexion) L ≥ 120°",
    found: "Found 108°, −1.5 MDC from the limit",
  });
  expect(lineOf({ measure: "hq_ratio", threshold: 0.6, value: 0.55 })).toMatchObject({
    title: "Conventional H:Q ratio L ≥ 0.60",
    found: "Found 0.55, inside measurement error",
  });
});

test("a value of 0 was found; without a value nothing was", () => {
  const pain = { measure: "nprs_worst", side: null, rule: "at_most", threshold: 5 } as const;
  expect(lineOf({ ...pain, value: 0 }).found).toBe("Found 0, 2.5 MDC from the limit");
  expect(lineOf({ ...pain, value: null }).found).toBeNull();
});

test("a sign is found in its grade; a time says how long it has been", () => {
  expect(lineOf({ measure: "gait_antalgic", side: null, rule: null, threshold: null, value: "mild" }).found).toBe(
    "Found Mild",
  );
  expect(lineOf({ measure: null, side: null, kind: "time", threshold: 7, value: 3 }).title).toBe("≥ 7 days: 3");
});
