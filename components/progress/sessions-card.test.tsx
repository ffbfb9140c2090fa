import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { startDose } from "@/domain/plan/dose";
import type { PlanItem } from "@/domain/plan/item";
import { exerciseById } from "@/domain/vocabulary/exercises";
import { SessionsCard, type SessionsCardProps } from "./sessions-card";

const item: PlanItem = {
  id: "00000000-0000-4000-8000-000000000001",
  exercise: "foam_quad",
  dose: { ...startDose(exerciseById("foam_quad").dose), per_week: 7 },
  from: "2026-10-05",
  until: null,
  pain_limit: 3,
  limit_text: null,
  note: null,
  paused: null,
  reduced: null,
};
const day = (on: string, source: "log" | "recall") => ({ on, completion: "done", source, counts: true }) as const;

const card = (more: Partial<SessionsCardProps>) =>
  renderToStaticMarkup(
    <SessionsCard
      history={{
        versions: [{ effective_from: "2026-10-05", items: [item] }],
        paused: [],
        sessions: [day("2026-10-05", "log"), day("2026-10-06", "recall")],
      }}
      weeks={[{ week_of: "2026-10-05", prescribed: 7, done: 2 }]}
      mode="phone"
      today="2026-10-12"
      diaryHref={null}
      bands={{ good: 80, partial: 50 }}
      {...more}
    />,
  );

test("a recalled day is marked in writing, a logged one isn't", () => {
  expect(card({})).toContain('aria-label="6 Oct 2026: done, recalled or from the diary"');
  expect(card({})).toContain('aria-label="5 Oct 2026: done"');
});

test("where no log is expected nothing is called low", () => {
  expect(card({})).toContain("low, dose not reached");
  expect(card({ mode: "none" })).not.toContain("low");
  expect(card({ mode: "none" })).toContain("Not reported");
});
