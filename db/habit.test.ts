import { beforeAll, expect, test } from "vitest";
import { newId } from "@/domain/new-id";
import { transaction } from "./client";
import { keepMeasureOrder, measureOrdersIn } from "./measure-order";
import { listPhrases, removePhrase, savePhrase } from "./phrase";
import type { Actor } from "./scope";
import { newColleague } from "./testing/colleague";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";

testDatabase();
let nadia: Actor;
let colleague: Actor;
let stranger: Actor;

beforeAll(async () => {
  nadia = (await newTestClinic()).owner;
  colleague = await newColleague(nadia, "clinician", "Ana Reyes");
  stranger = (await newTestClinic()).owner;
});

const phrasesOf = async (actor: Actor) => (await listPhrases(actor)).map(({ trigger, text }) => ({ trigger, text }));

test("phrases belong to their clinician alone and come by trigger", async () => {
  expect(await savePhrase(nadia, { trigger: "lbp", text: "Low back ache" })).toEqual({ ok: true });
  expect(await savePhrase(nadia, { trigger: "adv", text: "Keep walking" })).toEqual({ ok: true });
  expect(await savePhrase(colleague, { trigger: "lbp", text: "Another's" })).toEqual({ ok: true });
  expect(await phrasesOf(nadia)).toEqual([
    { trigger: "adv", text: "Keep walking" },
    { trigger: "lbp", text: "Low back ache" },
  ]);
  expect(await phrasesOf(stranger)).toEqual([]);
});

test("a trigger is given once; a phrase is changed and thrown away by its owner only", async () => {
  const [first] = await listPhrases(nadia);
  if (!first) throw new Error("no phrase");
  expect(await savePhrase(nadia, { trigger: "lbp", text: "Again" })).toEqual({ ok: false, reason: "taken" });
  expect(await savePhrase(nadia, { ...first, trigger: "lbp" })).toEqual({ ok: false, reason: "taken" });
  expect(await savePhrase(colleague, { ...first, trigger: "x" })).toEqual({ ok: false, reason: "not_found" });
  await removePhrase(colleague, first.id);
  expect(await savePhrase(nadia, { ...first, text: "Keep moving" })).toEqual({ ok: true });
  expect((await phrasesOf(nadia))[0]).toEqual({ trigger: "adv", text: "Keep moving" });
  await removePhrase(nadia, first.id);
  expect(await phrasesOf(nadia)).toEqual([{ trigger: "lbp", text: "Low back ache" }]);
  expect(await savePhrase(nadia, { id: newId(), trigger: "y", text: "Y" })).toEqual({ ok: false, reason: "not_found" });
});

test("an order of measures is kept per person and profile, the newest one", async () => {
  await keepMeasureOrder(nadia, "imbalance", ["b", "a"]);
  await keepMeasureOrder(nadia, "imbalance", ["a", "b"]);
  await keepMeasureOrder(nadia, "acute_strain", ["c"]);
  const orders = (actor: Actor) => transaction(actor, (tx) => measureOrdersIn(tx, actor));
  expect(await orders(nadia)).toEqual({ imbalance: ["a", "b"], acute_strain: ["c"] });
  expect(await orders(colleague)).toEqual({});
});
