import { describe, expect, test } from "vitest";
import { type Dated, ely, lastOf, visitsOf, worst } from "./sample-record";

const IN_RELEASE = { initial_state: { phase: "release", phase_since_day: 0 } } as const;

describe("second pass", () => {
  const pass = { measures: [...ely(125, 125), worst(1)] };
  const fail = { measures: [...ely(119, 125), worst(1)] };
  const missing = { measures: [worst(1)] };
  const afterFirst = (...later: Dated[]) => lastOf(visitsOf([10, pass], ...later), IN_RELEASE);
  test.each([
    [12, "provisional", ["less_than_3_days_since_first_pass"], ["second_pass_due:13-38"]],
    [13, "open", [], ["assign_plan:strengthen_1"]],
    [38, "open", [], ["assign_plan:strengthen_1"]],
    [39, "provisional", ["first_pass_confirm_next_visit"], ["first_pass_expired", "second_pass_due:42-67"]],
  ])("first on day 10, then day %d: %s", (day, status, reasons, notices) => {
    expect(afterFirst([day, pass])).toMatchObject({ gate: { status, reasons }, notices });
  });
  test("a failed criterion loses the first pass, missing data keeps it and its window", () => {
    expect(afterFirst([13, fail], [16, pass]).gate?.status).toBe("provisional");
    expect(afterFirst([13, missing]).notices).toEqual(["second_pass_due:13-38"]);
    expect(afterFirst([13, missing], [16, pass]).gate?.status).toBe("open");
    expect(afterFirst([39, missing]).notices).toEqual(expect.arrayContaining(["first_pass_expired"]));
  });
});
