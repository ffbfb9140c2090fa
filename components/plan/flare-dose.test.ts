import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { reduceForFlare } from "@/domain/plan/item";
import words from "@/messages/en/plan.json";
import { FlareDose } from "./flare-dose";
import type { DraftItem } from "./plan-data";

const DOSE = {
  ...{ sets: 3, reps: 8, time_s: null, hold_s: null, tempo: null, effort_pct: null },
  ...{ load: null, per_week: 3, side: null, rest_s: 60 },
};
const ITEM: DraftItem = {
  ...{ id: "01890a5d-ac96-7000-8000-000000000001", exercise: "bridge_sl", dose: DOSE, from: "2026-10-01", until: null },
  ...{ pain_limit: 3, limit_text: null, note: null, paused: null, reduced: null, override: null },
};
const halved = reduceForFlare([ITEM], "2026-10-15").map((item) => ({ ...item, override: null }));
const shown = (items: DraftItem[], today: string) =>
  renderToStaticMarkup(
    createElement(FlareDose, { items, data: { today, flareDays: { min: 3, max: 7 } }, changeAll: () => {} }),
  );

test("while a smaller dose is given, its days are chosen from three to seven", () => {
  const html = shown(halved, "2026-10-15");
  expect([...html.matchAll(/<option value="(\d)"/g)].map(([, days]) => days)).toEqual(["3", "4", "5", "6", "7"]);
  expect(html).not.toContain(words.flare_dose.confirm);
});

test("on the day after it the former dose asks for confirmation, and a plan without one says nothing", () => {
  expect(shown(halved, "2026-10-22")).not.toContain(words.flare_dose.confirm);
  const html = shown(halved, "2026-10-23");
  expect(html).toContain(words.flare_dose.confirm);
  expect(html).not.toContain("<option");
  expect(shown([ITEM], "2026-10-23")).toBe("");
});
