/** A phone call with one screening question answered is in the course, and is nobody's last visit. */
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { daysBetween } from "@/domain/calendar-day";
import type { VisitRecord } from "@/domain/record";
import { transaction } from "./client";
import { portalProgress } from "./portal-progress";
import { portalToday } from "./portal-today";
import { caseloadRow } from "./schema/caseload";
import type { Actor } from "./scope";
import { patientActor } from "./testing/assigned-plan";
import { testDatabase } from "./testing/database";
import { planBegun } from "./testing/dated-plan";
import { newTestClinic } from "./testing/founded-clinic";
import { assignItems, deskOf, patientInCare } from "./testing/plan-desk";
import { courseOf } from "./testing/signed-course";
import { DAY_ZERO, draftVisit, signDraft, workedCases } from "./testing/worked-case";

testDatabase();
let clinician: Actor;

beforeAll(async () => {
  clinician = (await newTestClinic()).owner;
});

const caseOf = (id: string) => workedCases().find(({ case_id }) => case_id === id)!;
const inCare = (id: string, visits: number) => {
  const of = caseOf(id);
  return patientInCare(clinician, of.visits.slice(0, visits), { of });
};

async function sign(patientId: string, record: VisitRecord) {
  const { visitId } = await draftVisit(clinician, patientId, record);
  expect(await signDraft(clinician, visitId)).toMatchObject({ ok: true });
  return visitId;
}

/** Two days after the visit given, over the phone. */
const call = (id: string, after: number, more: Partial<VisitRecord> = {}): VisitRecord => ({
  ...{ visit: 90, kind: "contact", day: caseOf(id).visits[after - 1]!.day + 2, flags: [], signs: [], measures: [] },
  screening: [{ flag: "fracture_suspected", answer: "no" }],
  ...more,
});

const rowOf = (patientId: string) =>
  transaction(clinician, (tx) => tx.select().from(caseloadRow).where(eq(caseloadRow.patientId, patientId))).then(
    ([row]) => row!,
  );

describe("after a phone call", () => {
  test("the half dose of a flare is still proposed, once", async () => {
    const patientId = await inCare("C17", 4);
    await assignItems(clinician, patientId, null);
    await sign(patientId, caseOf("C17").visits[4]!);
    await sign(patientId, call("C17", 5));
    const desk = await deskOf(clinician, patientId);
    expect(desk.begin.from).toBe("proposal");
    expect(desk.proposal?.flare).not.toBeNull();
    expect(desk.lastVisit).toMatchObject({ on: "2026-02-02", result: { regress: "R1a_flare" } });

    expect(await assignItems(clinician, patientId, null)).toMatchObject({ ok: true });
    await sign(patientId, call("C17", 5, { day: caseOf("C17").visits[4]!.day + 3 }));
    expect((await deskOf(clinician, patientId)).begin.from).toBe("running");
  });

  test("the gate and what it rests on are still shown, and the phone says that it was met once", async () => {
    const patientId = await inCare("C01", 3);
    await assignItems(clinician, patientId, null);
    await sign(patientId, call("C01", 3));
    const desk = await deskOf(clinician, patientId);
    expect(desk.lastVisit?.result.gate).toMatchObject({ id: "G2", status: "provisional" });
    expect(desk.criteria.length).toBeGreaterThan(0);
    const phone = patientActor(clinician, patientId);
    expect(await portalToday(phone)).toMatchObject({ next: { isMetOnce: true } });
    expect(await portalProgress(phone)).toMatchObject({ isMetOnce: true });
  });

  test("the caseload's last visit and pain are those of the visit", async () => {
    const patientId = await inCare("C01", 3);
    const before = await rowOf(patientId);
    await sign(patientId, call("C01", 3));
    const { lastVisitOn, pain, lastPain, reasons } = await rowOf(patientId);
    expect({ lastVisitOn, pain, lastPain }).toEqual({
      lastVisitOn: before.lastVisitOn,
      pain: before.pain,
      lastPain: before.lastPain,
    });
    expect(reasons.map(({ id }) => id)).toEqual(before.reasons.map(({ id }) => id));
  });

  test("adherence is still counted since the visit", async () => {
    const { patientId, episodeId, today } = await planBegun(clinician);
    const day = daysBetween(DAY_ZERO, today);
    await sign(patientId, call("C01", 1, { day: day - 2 }));
    await sign(patientId, { visit: 93, day, flags: [], signs: [], measures: [] });
    const course = await courseOf(clinician, episodeId);
    // Ten days of the plan, not the two since the call.
    expect(course.at(-1)?.record.adherence?.prescribed).toBeGreaterThan(2);
  });

  test("an own plan outside the model can still be made and changed", async () => {
    const patientId = await inCare("C05", 1);
    await sign(patientId, call("C05", 1));
    expect(await deskOf(clinician, patientId)).toMatchObject({ outsideModel: true, matched: "own_outside_model" });
    expect(await assignItems(clinician, patientId, null)).toMatchObject({ ok: true });
  });
});

test("a contact that sets a flag holds, and one that lifts it after three weeks restarts at half the dose", async () => {
  const patientId = await inCare("C01", 3);
  await assignItems(clinician, patientId, null);
  const { day } = caseOf("C01").visits[2]!;
  const suspected = { flag: "fracture_suspected", answer: "yes", decision: "suspected" } as const;
  await sign(patientId, call("C01", 3, { screening: [suspected] }));
  expect(await deskOf(clinician, patientId)).toMatchObject({ phase: "hold", flags: ["fracture_suspected"] });
  await sign(patientId, call("C01", 3, { day: day + 25, screening: [], events: ["medical_clearance"] }));
  const lifted = await deskOf(clinician, patientId);
  expect(lifted).toMatchObject({
    phase: "release",
    restartsAtHalf: true,
    lastVisit: { result: { gate: { id: "G0" } } },
  });
  await sign(patientId, call("C01", 3, { day: day + 26 }));
  expect(await deskOf(clinician, patientId)).toMatchObject({ restartsAtHalf: true });
  expect(await assignItems(clinician, patientId, null)).toMatchObject({ ok: true });
  expect(await deskOf(clinician, patientId)).toMatchObject({ restartsAtHalf: false });
  expect(await portalProgress(patientActor(clinician, patientId))).toMatchObject({ isMetOnce: false });
});

describe("a decision, made without the patient", () => {
  const decide = async (patientId: string, to_phase: "strengthen_1" | "maintain" | null, day: number) => {
    const why = { reason: "Agreed with the surgeon by phone", clinician: "ignored" };
    const override = to_phase === null ? undefined : { to_phase, ...why };
    const record: VisitRecord = { visit: 91, day, flags: [], signs: [], measures: [], ...(override && { override }) };
    const { visitId } = await draftVisit(clinician, patientId, record, undefined, "decision");
    return signDraft(clinician, visitId);
  };

  test("leaves the precautions and the exercise pain of the visit before it to the matrix", async () => {
    const first = caseOf("C01").visits[0]!;
    const painful = { id: "nprs_exercise", side: "M", value: 6, unit: "/10" } as const;
    const seen: VisitRecord = { ...first, flags: ["anticoagulant"], measures: [...first.measures, painful] };
    const patientId = await patientInCare(clinician, [seen]);
    const before = await deskOf(clinician, patientId);
    expect(await decide(patientId, null, seen.day + 3)).toMatchObject({ ok: true, phaseAfter: "release" });
    expect((await rowOf(patientId)).reasons.map(({ id }) => id)).toContain("ack_due");
    const kept = await deskOf(clinician, patientId);
    expect(kept.shelf.find(({ id }) => id === "foam_rf_pin")?.verdict.effect).toBe("hide");
    expect(await decide(patientId, "strengthen_1", seen.day + 4)).toMatchObject({ phaseAfter: "strengthen_1" });
    const moved = await deskOf(clinician, patientId);
    expect(moved).toMatchObject({ phase: "strengthen_1", flags: ["anticoagulant"] });
    expect(moved.conditions).toEqual(before.conditions);
  });

  test("knows that the third stage is left out where eccentric work is", async () => {
    const of = caseOf("C11");
    const patientId = await patientInCare(clinician, of.visits.slice(0, 5), { of });
    expect(await decide(patientId, "maintain", of.visits[4]!.day + 3)).toMatchObject({
      ok: true,
      phaseAfter: "maintain",
    });
  });
});

test("an own plan outside the model stays one when the findings have grown too old to judge", async () => {
  const patientId = await inCare("C05", 1);
  expect(await assignItems(clinician, patientId, null)).toMatchObject({ ok: true });
  const { day } = caseOf("C05").visits[0]!;
  const { visitId } = await draftVisit(clinician, patientId, {
    ...{ visit: 92, day: day + 60, flags: [], signs: [] },
    measures: [{ id: "nprs_worst", side: "M", value: 3, unit: "/10" }],
  });
  expect(await signDraft(clinician, visitId)).toMatchObject({ ok: true, phaseAfter: "none" });
  expect(await deskOf(clinician, patientId)).toMatchObject({ outsideModel: true, matched: "own_outside_model" });
  expect(await assignItems(clinician, patientId, null)).toMatchObject({ ok: true });
});
