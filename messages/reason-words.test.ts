import { expect, test } from "vitest";
import { reasonWords, regressWords, statementWords, thingName } from "./reason-words";

test("gate reasons name their threshold and side; what is missing is said by name", () => {
  expect(reasonWords("ely_below_120:L")).toBe("Ely below 120° L");
  expect(reasonWords("missing:slhb_reps:R")).toBe("not measured: Single-leg hamstring bridge R");
  expect(reasonWords("missing:medical_clearance")).toBe("not measured: medical clearance");
  expect(reasonWords("nprs_worst_gt_5")).toBe("worst pain above 5");
  expect(reasonWords("less_than_48h")).toBe("less than 48 hours");
  expect(reasonWords("less_than_3_days_since_first_pass")).toBe("less than 3 days since the first pass");
});

test("charts and reports name measures by their own titles", () => {
  expect(reasonWords("missing:ely_angle_deg:L", () => "Prone knee bend")).toBe("not measured: Prone knee bend L");
});

test("a statement names what it lacks, side by side", () => {
  const lacking = { statement: "insufficient_data", missing: ["ely_angle_deg:R", "hamstring_strength:R"] } as const;
  expect(statementWords({ ...lacking, missing: [...lacking.missing] }, (id) => id)).toMatch(
    /ely_angle_deg R, hamstring strength R/,
  );
});

test("a return is said by its rule; what has no words stays readable", () => {
  expect(regressWords("R2_elasticity_loss")).toBe("loss of quadriceps length");
  expect(thingName("a_later_thing")).toBe("a later thing");
});
