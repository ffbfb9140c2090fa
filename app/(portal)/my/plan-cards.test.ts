import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import en from "@/messages/en/portal.json";
import { PlanChanged, WhyThese } from "./plan-cards";
import { changeWords } from "./plan-words";
import { seePlan } from "./see-plan";
import { seenPlan } from "./seen-plan";

const cookies = new Map<string, string>();
vi.mock("next/headers", () => ({
  cookies: async () => ({
    set: (name: string, value: string) => cookies.set(name, value),
    get: (name: string) => (cookies.has(name) ? { name, value: cookies.get(name) } : undefined),
  }),
}));
vi.mock("@/auth/actor", () => ({ requirePatient: async () => ({ role: "patient" }) }));

const SEEN_AT = "2026-03-02T09:00:00.000Z";
const VERSION = "01890a5d-ac96-7000-8000-000000000001";
const cardOf = (changes: string[]) =>
  renderToStaticMarkup(
    createElement(PlanChanged, { changes, gotIt: seePlan.bind(null, VERSION, SEEN_AT), text: en.changed }),
  );
const whyOf = (isMovedOn: boolean) =>
  renderToStaticMarkup(
    createElement(WhyThese, { plan: { phase: "strengthen_1", outsideModel: false }, isMovedOn, text: en.why }),
  );

test("a new version is told in sentences with Got it below; a plan that stayed says nothing", () => {
  const changes = changeWords(
    [{ kind: "added", item: VERSION, exercise: "foam_quad" }, { kind: "order" }],
    { items: [], own: new Map() },
    "en",
    en.changed,
  );
  const html = cardOf(changes);
  expect(html).toContain("New: Foam roll front of thigh");
  expect(html).toContain("The order has changed");
  expect(html).toMatch(/<button[^>]*type="submit"[^>]*>.*Got it/);
  expect(cardOf([])).toBe("");
});

test("Got it remembers that very version and when it was told, and nothing else", async () => {
  await seePlan(VERSION, "yesterday");
  expect(await seenPlan()).toBeNull();
  await seePlan(VERSION, SEEN_AT);
  expect(await seenPlan()).toEqual({ versionId: VERSION, at: new Date(SEEN_AT) });
});

test("an override is told in plain words beside the reason of the stage", () => {
  expect(whyOf(true)).toContain("moved you on to this stage although not every test for it was met");
  expect(whyOf(true)).toContain("we start to train the back of your thighs");
  expect(whyOf(false)).not.toContain("although not every test");
});
