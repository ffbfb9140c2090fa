import { expect, test } from "vitest";
import { isEnteredMeasure } from "@/domain/visit/fields";
import { SCREENED } from "@/domain/vocabulary/flags";
import { MEASURES } from "@/domain/vocabulary/measures";
import { SIGNS } from "@/domain/vocabulary/signs";
import text from "@/messages/en/visit.json";
import { withValue } from "./measure-cell";
import { withTrial } from "./measure-details";
import { FLOWSHEET, PAIN_MEASURES, SCORE_MEASURES, THIGH_MEASURES } from "./measure-rows";
import { SIGN_FILTERS, signGroup, signsUnder } from "./sign-groups";

test("every measure that is typed has exactly one place per side on the screen", () => {
  const places = [
    ...FLOWSHEET.flatMap(({ id, sides }) => sides.map((side) => `${id} ${side}`)),
    ...[...PAIN_MEASURES, ...SCORE_MEASURES].map((id) => `${id} M`),
    ...THIGH_MEASURES.flatMap((id) => [`${id} L`, `${id} R`]),
  ];
  const typed = MEASURES.filter(({ id }) => isEnteredMeasure(id)).flatMap(({ id, sides }) =>
    sides.map((side) => `${id} ${side}`),
  );
  expect([...places].sort()).toEqual([...typed].sort());
});

test("the filters divide the signs, and a recorded sign is never hidden", () => {
  const groups = SIGN_FILTERS.filter((filter) => filter !== "all").flatMap((filter) => signsUnder(filter, new Set()));
  expect(groups.map(({ id }) => id).sort()).toEqual(SIGNS.map(({ id }) => id).sort());
  expect(signGroup("sij_cluster_positive")).toBe("against");
  expect(signsUnder("strain", new Set(["quad_tightness"])).map(({ id }) => id)).toContain("quad_tightness");
});

test("an emptied cell is no field; its method stays when one was chosen", () => {
  expect(withValue({ value: "12" }, "", {})).toBeNull();
  expect(withValue({ value: "12", method: "isometric_belt_90" }, "", {})).toEqual({ method: "isometric_belt_90" });
});

test("0 is a value, and a new number asks again whether it is a typing error", () => {
  expect(withValue(null, "0", {})).toEqual({ value: "0" });
  expect(withValue({ value: "210", confirmed: true }, "211", {})).toEqual({ value: "211" });
});

test("method and lever arm of last time come with the first digit only", () => {
  const remembered = { method: "isometric_belt_90", lever_m: "0.36" } as const;
  expect(withValue(null, "1", remembered)).toEqual({ ...remembered, value: "1" });
  expect(withValue({ value: "1" }, "11", remembered)).toEqual({ value: "11" });
});

test("every screening question has a topic that stands for it at a later visit", () => {
  expect(Object.keys(text.screening.topics).sort()).toEqual([...SCREENED].sort());
});

test("what stands in the cell is the first trial; the second makes them trials, taking it out again one value", () => {
  const twice = withTrial({ value: "112", method: "isometric_belt_90", stands: true }, 1, "121");
  expect(twice).toEqual({ method: "isometric_belt_90", trials: ["112", "121"] });
  expect(withTrial(twice, 1, "")).toEqual({ method: "isometric_belt_90", value: "112" });
  expect(withTrial({ value: "0" }, 0, "")).toBeNull();
  expect(withTrial(null, 2, "0")).toEqual({ trials: ["", "", "0"] });
});
