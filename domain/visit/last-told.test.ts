import { expect, test } from "vitest";
import { isSportGoal, lastTold, type ToldVisit } from "./last-told";

const visit = (of: Partial<ToldVisit>): ToldVisit => ({ subjective: {}, treatments: [], amended: [], ...of });

test("each part of the history as it was last told, from whichever visit told it", () => {
  const { history } = lastTold([
    visit({ subjective: { complaint: "Back ache", medication: "None", since_last: "Better" } }),
    visit({ subjective: { medication: "Ibuprofen", anything_new: "No" } }),
  ]);
  expect(history).toEqual([
    { key: "complaint", text: "Back ache" },
    { key: "medication", text: "Ibuprofen" },
  ]);
});

test("an amended text is taken as it reads now; one that was taken out is gone", () => {
  const { history } = lastTold([
    visit({
      subjective: { work: "Baker", allergies: "Latex" },
      amended: [
        { path: "subjective.work", new: { text: "Night baker" } },
        { path: "subjective.allergies", new: null },
      ],
    }),
  ]);
  expect(history).toEqual([{ key: "work", text: "Night baker" }]);
});

test("the treatment of the last visit that had one, with its dose but not what was felt", () => {
  const { treatments } = lastTold([
    visit({ treatments: [{ treatment: "taping", detail: {} }] }),
    visit({
      treatments: [
        { treatment: "mfr_quad_clin", detail: { side: "both", minutes: 5, pressure_0_10: 6, note: "Sore spot" } },
      ],
    }),
    visit({ subjective: { work: "Baker" } }),
  ]);
  expect(treatments).toEqual([{ treatment: "mfr_quad_clin", value: { side: "both", minutes: 5 } }]);
});

test("a first visit has nothing told before", () => {
  expect(lastTold([])).toEqual({ history: [], treatments: [] });
});

test("sprinting or kicking is a goal only where somebody said so last", () => {
  const goal = (...said: string[]) =>
    isSportGoal(lastTold(said.map((text) => visit({ subjective: { sport_goal: text } }))));
  expect(goal()).toBe(false);
  expect(goal("yes")).toBe(true);
  expect(goal("yes", "no")).toBe(false);
  expect(goal("no", "Yes ")).toBe(true);
});
