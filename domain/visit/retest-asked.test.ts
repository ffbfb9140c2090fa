import { expect, test } from "vitest";
import type { VisitAssessment } from "@/domain/assessment";
import type { VisitRecord } from "@/domain/record";
import { retestAsked } from "./retest-asked";
import type { MeasurementEntry } from "./visit-entries";

const taken = (measure: MeasurementEntry["measure"], side: "L" | "R", value: number, trials: number[] = []) => ({
  ...{ measure, side, value, trials, unit: "", method: null, lever_m: null, pelvis_stabilised: null },
  ...{ rater: "Ana", quality: "ok" as const, note: null },
});
const said = (of: Partial<VisitAssessment>) => ({ notices: [], regress: null, ...of }) as unknown as VisitAssessment;
const never = () => false;
const shortened = said({ notices: ["assign_plan:release", "retest_ely:L"], regress: "R2_elasticity_loss" });

test("a knee bend that would step the phase back is asked for again, on its side only", () => {
  const measurements = [taken("ely_angle_deg", "L", 112), taken("ely_angle_deg", "R", 126)];
  expect(retestAsked(shortened, { measurements }, [], never)).toEqual(["measure.ely_angle_deg.L"]);
});

test("repeated, or let stand, it isn't asked for any more", () => {
  const repeated = [taken("ely_angle_deg", "L", 112, [110, 112])];
  expect(retestAsked(shortened, { measurements: repeated }, [], never)).toEqual([]);
  const once = [taken("ely_angle_deg", "L", 112, [112])];
  expect(retestAsked(shortened, { measurements: once }, [], (path) => path === "measure.ely_angle_deg.L")).toEqual([]);
  expect(retestAsked(shortened, { measurements: once }, [], never)).toEqual(["measure.ely_angle_deg.L"]);
});

test("lost strength asks for the hamstring that fell, not for the one that held", () => {
  const earlier = [
    {
      measures: [
        { id: "ham_force_n", side: "L", value: 200, unit: "N" },
        { id: "ham_force_n", side: "R", value: 190, unit: "N" },
      ],
    },
  ] as VisitRecord[];
  const measurements = [
    taken("ham_force_n", "L", 140),
    taken("ham_force_n", "R", 190),
    taken("quad_force_n", "L", 300),
  ];
  const lost = said({ regress: "R4_strength_loss" });
  expect(retestAsked(lost, { measurements }, earlier, never)).toEqual(["measure.ham_force_n.L"]);
  expect(retestAsked(lost, { measurements }, [], never)).toEqual([]);
});

test("a visit that steps nothing back asks for nothing", () => {
  expect(retestAsked(said({}), { measurements: [taken("ely_angle_deg", "L", 90)] }, [], never)).toEqual([]);
});
