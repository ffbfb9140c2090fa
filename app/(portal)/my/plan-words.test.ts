import { expect, test } from "vitest";
import type { PortalItem } from "@/db/portal-plan";
import en from "@/messages/en/portal.json";
import es from "@/messages/es/portal.json";
import { toldItems } from "./plan-words";

const DOSE = {
  ...{ sets: 4, reps: 8, time_s: null, hold_s: null, tempo: null, effort_pct: null },
  ...{ load: null, per_week: 3, side: null, rest_s: 60 },
};
const ITEM: PortalItem = {
  ...{ id: "01890a5d-ac96-7000-8000-000000000001", exercise: "bridge_sl", dose: DOSE, until: null },
  ...{ pain_limit: 3, limit_text: null, note: null, cautions: [] },
  reduced: { dose: { ...DOSE, sets: 2 }, from: "2026-10-15", until: "2026-10-18" },
};
const told = (today: string, locale: "en" | "es" = "en", item = ITEM) =>
  toldItems({ items: [item], own: new Map() }, today, locale, locale === "en" ? en.today : es.today)[0];

test("a smaller dose is told until its last day, and then until the clinic confirms the former one", () => {
  expect(told("2026-10-14")?.doseNow.sets).toBe(4);
  expect(told("2026-10-18")?.notes).toContain("A smaller dose until 18 October");
  const after = told("2026-10-19");
  expect(after?.doseNow.sets).toBe(2);
  expect(after?.notes).toContain("Still the smaller dose until your physiotherapist confirms");
  expect(after?.notes.join()).not.toContain("18 October");
  expect(told("2026-10-19", "es")?.notes).toContain(es.today.smallerDoseStill);
});

test("a caution of the matrix and the exercise's own are told once each, in the reader's language", () => {
  const cautions = ["Light pressure; never over spine or ribs.", "Light pressure; never over spine or ribs."];
  expect(told("2026-10-01", "en", { ...ITEM, cautions })?.notes).toEqual([
    "Light pressure; never over the spine or ribs.",
    "Your clinic tests you in this position too.",
  ]);
  expect(told("2026-10-01", "es", { ...ITEM, cautions })?.notes[0]).toMatch(/^Presión ligera/);
});
