import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/domain/new-id";
import type { VisitRecord } from "@/domain/record";
import { type AssignInput, assignPlan } from "./plan";
import type { Actor } from "./scope";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { asProposed, deskOf, FIRST, line, patientInCare } from "./testing/plan-desk";
import { draftVisit } from "./testing/worked-case";

testDatabase();
let clinician: Actor;

beforeAll(async () => {
  clinician = (await newTestClinic()).owner;
});

const inCare = (visits?: readonly VisitRecord[]) => patientInCare(clinician, visits);
const desk = (patientId: string) => deskOf(clinician, patientId);

describe("what the server refuses", () => {
  test("an item of a closed phase, whatever the buttons showed; set aside as paused it may stay", async () => {
    const patientId = await inCare();
    const read = await desk(patientId);
    const bridge = line("bridge_sl");
    const input = asProposed(read);
    const items = [...input.items, bridge];
    expect(await assignPlan(clinician, { ...input, items })).toEqual({
      ok: false,
      reason: "refused",
      refusals: [{ item: bridge.id, code: "closed_phase" }],
    });
    const aside = items.map((item) => (item.id === bridge.id ? { ...item, paused: "clinician" as const } : item));
    expect(await assignPlan(clinician, { ...input, versionId: newId(), items: aside })).toMatchObject({ ok: true });
    expect((await desk(patientId)).running?.items.at(-1)).toMatchObject({ exercise: "bridge_sl", paused: "clinician" });
  });

  test("an item hidden by a contraindication, unless an override names the condition and says why", async () => {
    const bleeding: VisitRecord = { ...FIRST, flags: ["anticoagulant"], acks: ["anticoagulant"] };
    const patientId = await inCare([bleeding]);
    const read = await desk(patientId);
    expect(read.conditions).toContain("anticoagulant");
    const pin = line("foam_rf_pin");
    const send = (override: AssignInput["items"][number]["override"]) =>
      assignPlan(clinician, asProposed(read, { items: [{ ...pin, override }] }));
    expect(await send(null)).toEqual({
      ok: false,
      reason: "refused",
      refusals: [{ item: pin.id, code: "hidden", conditions: ["anticoagulant"] }],
    });
    expect(await send({ conditions: ["osteoporosis"], reason: "Agreed with the haematologist" })).toMatchObject({
      ok: false,
      refusals: [{ code: "hidden", conditions: ["anticoagulant"] }],
    });
    expect(await send({ conditions: ["anticoagulant"], reason: "fine" })).toMatchObject({
      ok: false,
      refusals: [{ code: "override_reason" }],
    });
    expect(await send({ conditions: ["anticoagulant"], reason: "Agreed with the haematologist" })).toMatchObject({
      ok: true,
    });
    expect((await desk(patientId)).overrides).toEqual({
      [pin.id]: { conditions: ["anticoagulant"], reason: "Agreed with the haematologist" },
    });
  });

  test("a dose above its limit; at the limit it is assigned", async () => {
    const patientId = await inCare([{ ...FIRST, flags: ["anticoagulant"], acks: ["anticoagulant"] }]);
    const read = await desk(patientId);
    const rolled = line("foam_quad");
    const send = (time_s: number) =>
      assignPlan(clinician, asProposed(read, { items: [{ ...rolled, dose: { ...rolled.dose, time_s } }] }));
    expect(await send(31)).toEqual({
      ok: false,
      reason: "refused",
      refusals: [{ item: rolled.id, code: "above_limit", parts: ["time_s"] }],
    });
    expect(await send(30)).toMatchObject({ ok: true });
    expect(read.shelf.find(({ id }) => id === "foam_quad")?.most).toEqual({ time_s: 30 });
  });

  test("anything on hold, from the moment a blocking flag is set in a draft", async () => {
    const patientId = await inCare();
    const input = asProposed(await desk(patientId));
    await draftVisit(clinician, patientId, { ...FIRST, visit: 2, day: 7, flags: ["cauda_equina_suspected"] });
    const held = await desk(patientId);
    expect(held).toMatchObject({ phase: "hold", signedPhase: "release", proposal: null });
    expect(await assignPlan(clinician, input)).toMatchObject({
      ok: false,
      reason: "refused",
      refusals: input.items.map(({ id }) => ({ item: id, code: "plan_on_hold" })),
    });
  });

  test("a plan without items, an item named twice, and a version that someone else has replaced", async () => {
    const patientId = await inCare();
    const input = asProposed(await desk(patientId));
    const again = (items: AssignInput["items"]) => assignPlan(clinician, { ...input, versionId: newId(), items });
    expect(await again([])).toEqual({ ok: false, reason: "empty" });
    const [item] = input.items;
    expect(await again([item!, item!])).toEqual({
      ok: false,
      reason: "repeated_item",
    });
    await assignPlan(clinician, input);
    expect(await assignPlan(clinician, { ...input, versionId: newId() })).toEqual({ ok: false, reason: "stale" });
  });
});
