import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { SentState } from "@/components/outbox/session-outbox";
import en from "@/messages/en/portal.json";
import es from "@/messages/es/portal.json";
import { SavedAnswers } from "./saved-view";

const LIMITS = { progress: 2, stop: 5 };
const shown = (sent: SentState | null, text: typeof en = en) =>
  renderToStaticMarkup(
    createElement(SavedAnswers, {
      ...{ sent, text, limits: LIMITS, items: [], figures: [], easierFigures: [], beside: [] },
      ...{ versionId: "", on: "2026-02-16", day: "Monday", madeAt: "", clinicPhone: null, urgent: "" },
      ...{ asked: null, change: () => {} },
      answers: { outcomes: {}, painDuring: null, painWorst24h: 3, effort: null, note: "" },
    }),
  );

test.each([null, { kind: "on_phone", why: "unsent" }, { kind: "received", at: "2026-02-16T18:00:00Z" }] as const)(
  "a session on its way or received (%o) is saved, and its answers can be changed",
  (sent) => {
    const page = shown(sent);
    expect(page).toContain(en.saved.title);
    expect(page).toContain(en.saved.change);
    expect(page).toContain(en.saved.changeUntil);
  },
);

test.each([
  ["en", en],
  ["es", es],
])("one that the clinic refused is neither saved nor to be changed (%s)", (_, text) => {
  for (const why of ["episode-closed", "invalid"]) {
    const page = shown({ kind: "refused", why }, text);
    expect(page).toContain(text.saved.refused);
    expect(page).toContain(text.saved.refusedTitle);
    for (const untrue of [text.saved.title, text.saved.change, text.saved.changeUntil]) {
      expect(page).not.toContain(untrue);
    }
  }
});
