import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { doneWords, SessionLog, type ToldSession } from "./session-log";

const session: ToldSession = {
  ...{ id: "s1", on: "2026-03-10", source: "phone", outcome: "done", stopReason: null, note: null, isNoteRead: false },
  ...{ painDuring: 0, painWorst24h: 2, effort: null, settled: null },
  items: [
    {
      ...{ exercise: "stick_quad", swappedFrom: "foam_quad", outcome: "done" },
      done: { sets: 2, reps: null, seconds: 55, kg: null },
    },
    { exercise: "walk_easy", swappedFrom: null, outcome: "skipped", done: null },
  ],
};
const shown = (one: ToldSession) =>
  renderToStaticMarkup(createElement(SessionLog, { sessions: [one], own: new Map(), markRead: async () => {} }));

test("the chart says a swap in words, and of each exercise what was done", () => {
  const html = shown(session);
  expect(html).toMatch(/Did [^<]+ instead of Foam roll front of thigh</);
  expect(html).toContain("done, 2 × 55 s");
  expect(html).toContain("none done");
});

test("an exercise that was left out was swapped for nothing", () => {
  const [first] = session.items;
  expect(shown({ ...session, items: [{ ...first!, outcome: "skipped", done: null }] })).not.toContain("instead of");
});

test("numbers say only what was told; 0 is told", () => {
  expect(doneWords({ sets: 3, reps: 10, seconds: 5, kg: 12.5 })).toBe("3 × 10, 5 s, 12.5 kg");
  expect(doneWords({ sets: 0, reps: null, seconds: null, kg: null })).toBe("0 sets");
});
