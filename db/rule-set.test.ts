/** A clinic's thresholds: changed values judge nothing until somebody has put their name to them. */
import { beforeEach, expect, test } from "vitest";
import { DEFAULT_RULES } from "@/domain/rules/rule-set";
import { adoptRuleSet, currentRuleSet, listRuleSets, saveRuleSet } from "./rule-set";
import type { Actor } from "./scope";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";

testDatabase();
let owner: Actor;
const ada = { name: "Ada Owner", on: "2026-10-07" };

beforeEach(async () => {
  ({ owner } = await newTestClinic());
});

test("a new clinic judges by the shipped values, adopted by nobody", async () => {
  expect(await currentRuleSet(owner)).toEqual({ ...DEFAULT_RULES, number: 0, changes: {}, adopted: null });
  expect(await listRuleSets(owner)).toEqual([]);
});

test("the shipped values can be adopted as they are, again only as a new version", async () => {
  expect(await adoptRuleSet(owner, null, ada)).toEqual({ ok: true });
  const current = await currentRuleSet(owner);
  expect(current).toMatchObject({ version: DEFAULT_RULES.version, adopted: ada, number: 1 });
  expect(await adoptRuleSet(owner, 1, ada)).toEqual({ ok: false, reason: "already-adopted" });
  expect(await adoptRuleSet(owner, 7, ada)).toEqual({ ok: false, reason: "not-found" });
});

test("a changed threshold is in force from its adoption on, with a version of its own", async () => {
  await adoptRuleSet(owner, null, ada);
  const { number } = await saveRuleSet(owner, { ely_tight: 118 });
  expect((await currentRuleSet(owner)).values.ely_tight).toBe(DEFAULT_RULES.values.ely_tight);
  await adoptRuleSet(owner, number, { ...ada, on: "2026-10-08" });
  const current = await currentRuleSet(owner);
  expect(current.values.ely_tight).toBe(118);
  expect(current.values.ely_free).toBe(DEFAULT_RULES.values.ely_free);
  expect(current.version).toBe(`${DEFAULT_RULES.version}+2`);
  expect((await listRuleSets(owner)).map((version) => version.number)).toEqual([2, 1]);
});

test("0 is a value", async () => {
  const { number } = await saveRuleSet(owner, { ely_side_difference_notice: 0 });
  await adoptRuleSet(owner, number, ada);
  expect((await currentRuleSet(owner)).values.ely_side_difference_notice).toBe(0);
});

test("versions saved at the same time are numbered one after the other", async () => {
  const saved = await Promise.all([118, 119, 121].map((ely_tight) => saveRuleSet(owner, { ely_tight })));
  expect(saved.map(({ number }) => number).sort()).toEqual([1, 2, 3]);
});
