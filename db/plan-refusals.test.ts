import { beforeAll, describe, expect, test } from "vitest";
import { addDays, daysBetween } from "@/domain/calendar-day";
import { dayIn } from "@/domain/clinic-clock";
import { newId } from "@/domain/new-id";
import type { VisitRecord } from "@/domain/record";
import { type AssignInput, assignPlan } from "./plan";
import type { Actor } from "./scope";
import { newColleague } from "./testing/colleague";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { asProposed, deskOf, FIRST, line, patientInCare } from "./testing/plan-desk";
import { DAY_ZERO, draftVisit, workedCases } from "./testing/worked-case";

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

  test("an override by a supervised clinician, though the visit is a clinician's; one that stands goes on", async () => {
    const supervised = await newColleague(clinician, "supervised_clinician", "Sam Trainee");
    const patientId = await inCare([{ ...FIRST, flags: ["anticoagulant"], acks: ["anticoagulant"] }]);
    const read = await desk(patientId);
    const override = { conditions: ["anticoagulant"], reason: "Agreed with the haematologist" };
    const items = [{ ...line("foam_rf_pin"), override }];
    const refused = { ok: false, reason: "needs_supervisor" };
    expect(await assignPlan(supervised, asProposed(read, { items }))).toEqual(refused);
    expect(await assignPlan(clinician, asProposed(read, { items }))).toMatchObject({ ok: true });
    const next = (more: typeof items) =>
      assignPlan(supervised, { ...asProposed(read, { items: more }), base: 1, versionId: newId() });
    expect(await next([{ ...items[0]!, id: newId() }])).toEqual(refused);
    expect(await next(items)).toMatchObject({ ok: true });
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

  test("rest beyond a condition's days, and left open", async () => {
    const strained = workedCases().find(({ case_id }) => case_id === "C02")!;
    const seen: VisitRecord = { ...strained.visits[0]!, flags: ["yellow_flags_high"] };
    const patientId = await patientInCare(clinician, [seen], { of: strained });
    const read = await desk(patientId);
    expect(read).toMatchObject({ phase: "protect", conditions: expect.arrayContaining(["yellow_flags_high"]) });
    const from = read.today;
    const rest = line("rest_relative", { from });
    const send = (until: string | null) => assignPlan(clinician, asProposed(read, { items: [{ ...rest, until }] }));
    const refusals = [{ item: rest.id, code: "ends_too_late", latest: addDays(from, 1) }];
    expect(await send(null)).toEqual({ ok: false, reason: "refused", refusals });
    expect(await send(addDays(from, 2))).toEqual({ ok: false, reason: "refused", refusals });
    expect(await send(addDays(from, 1))).toMatchObject({ ok: true });
  });

  test("a harder step while a finding stops it, until that is acknowledged", async () => {
    const of = workedCases().find(({ case_id }) => case_id === "C03")!;
    const signs: VisitRecord["signs"] = [{ id: "neural_tension_positive", side: "L", grade: "present" }];
    const yesterday = daysBetween(DAY_ZERO, dayIn("Europe/London", new Date())) - 1;
    const late: VisitRecord = { visit: 3, day: yesterday, flags: [], signs, measures: [] };
    const patientId = await patientInCare(clinician, [...of.visits.slice(0, 2), late], { of });
    const read = await desk(patientId);
    expect(read).toMatchObject({ phase: "strengthen_2", conditions: ["neural_tension_positive"] });
    const hinge = line("rdl_dl", { from: read.today });
    const send = async (sets: number) => {
      const now = await desk(patientId);
      return assignPlan(clinician, asProposed(now, { items: [{ ...hinge, dose: { ...hinge.dose, sets } }] }));
    };
    expect(await send(2)).toMatchObject({ ok: true });
    expect(await send(3)).toEqual({
      ok: false,
      reason: "refused",
      refusals: [{ item: hinge.id, code: "not_progressed", parts: ["sets"] }],
    });
    expect(await send(1)).toMatchObject({ ok: true });
  });
});
