import { afterEach, expect, test, vi } from "vitest";
import { DraftFields } from "@/components/outbox/draft-fields";
import type { JudgingContext } from "@/domain/visit/judge-draft";
import type { ScreenJudgement } from "./judge-screen";

const rules = vi.hoisted(() => ({ isReachable: false }));
vi.mock("./judge-screen", () => {
  if (!rules.isReachable) throw new Error("no network");
  return { judgeScreen: () => ({ retests: ["judged"] }) };
});

const OPENED = { retests: ["opened"] } as unknown as ScreenJudgement;

async function aDraft() {
  const { LiveJudgement } = await import("./live-judgement");
  const fields = new DraftFields([]);
  const live = new LiveJudgement(fields, {} as JudgingContext, [], OPENED);
  return { fields, live };
}

afterEach(() => {
  vi.resetModules();
  rules.isReachable = false;
});

test("what came with the page stands as long as nothing was typed", async () => {
  const { live } = await aDraft();
  const seen = vi.fn();
  live.whenJudged(seen);
  expect(seen).toHaveBeenCalledWith(OPENED);
  expect(live.isBehind).toBe(false);
});

test("rules that can't be fetched are said to be missing; they judge once the network is back", async () => {
  const { fields, live } = await aDraft();
  const told = vi.fn();
  live.subscribe(told);
  fields.type("note", "typed");
  live.refresh();
  await vi.waitFor(() => expect(live.isBehind).toBe(true));
  expect(told).toHaveBeenCalled();
  expect(live.current).toBe(OPENED);

  rules.isReachable = true;
  vi.resetModules();
  live.refresh();
  await vi.waitFor(() => expect(live.isBehind).toBe(false));
  expect(live.current.retests).toEqual(["judged"]);
});
