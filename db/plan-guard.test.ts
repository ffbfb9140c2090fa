import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/domain/new-id";
import type { VisitRecord } from "@/domain/record";
import { transaction } from "./client";
import { type AssignInput, assignPlan, endPlan } from "./plan";
import { planDesk } from "./plan-desk";
import { portalToday } from "./portal-today";
import { phaseTransition } from "./schema/assessment";
import { planVersion } from "./schema/plan";
import { visit, visitDraftField } from "./schema/visit";
import type { Actor } from "./scope";
import { signVisit } from "./sign-visit";
import { patientActor } from "./testing/assigned-plan";
import { newColleague } from "./testing/colleague";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { createPatientOf, draftVisit, signDraft, type WorkedCase, workedCases } from "./testing/worked-case";
import { startVisit } from "./visit";
import { saveDraftFields } from "./visit-draft";

testDatabase();
let clinician: Actor;
let colleague: Actor;
let number = 800;

beforeAll(async () => {
  clinician = (await newTestClinic()).owner;
  colleague = await newColleague(clinician, "clinician", "Bo Second");
});

const caseOf = (id: string): WorkedCase => workedCases().find(({ case_id }) => case_id === id)!;
const c01 = caseOf("C01");

/** A patient of the case with the visits given, all signed. */
async function inCare(worked: WorkedCase, visits: readonly VisitRecord[]) {
  number += 1;
  const place = await createPatientOf(clinician, worked, number);
  for (const [index, record] of visits.entries()) {
    const { visitId } = await draftVisit(clinician, place.patientId, record, index === 0 ? 64 : undefined);
    expect(await signDraft(clinician, visitId)).toMatchObject({ ok: true });
  }
  return { ...place, patient: patientActor(clinician, place.patientId) };
}

/** What the page sends when nothing is changed. */
async function asProposed(patientId: string): Promise<AssignInput> {
  const desk = await planDesk(clinician, patientId);
  if (!desk) throw new Error("no desk");
  return {
    versionId: newId(),
    patientId,
    base: desk.running?.number ?? 0,
    template: desk.proposal?.template ?? null,
    ticks: desk.ticks === null ? [] : null,
    note: null,
    items: desk.begin.items.map((item) => ({ ...item, override: null })),
  };
}

const versionsOf = (patientId: string) =>
  transaction(clinician, (tx) =>
    tx
      .select({ number: planVersion.number })
      .from(planVersion)
      .where(and(eq(planVersion.clinicId, clinician.clinicId), eq(planVersion.patientId, patientId))),
  );

const movesOf = (patientId: string) =>
  transaction(clinician, (tx) =>
    tx
      .select({
        from: phaseTransition.fromPhase,
        to: phaseTransition.toPhase,
        kind: phaseTransition.kind,
        reason: phaseTransition.reason,
        by: phaseTransition.byId,
      })
      .from(phaseTransition)
      .where(and(eq(phaseTransition.clinicId, clinician.clinicId), eq(phaseTransition.patientId, patientId)))
      .orderBy(phaseTransition.movedOn, phaseTransition.createdAt),
  );

describe("a patient's hand-made requests", () => {
  test("assign no plan, change none and end none", async () => {
    const { patientId, patient } = await inCare(c01, c01.visits.slice(0, 1));
    const first = await asProposed(patientId);
    const refused = { ok: false, reason: "not_found" };
    expect(await assignPlan(patient, first)).toEqual(refused);
    expect(await versionsOf(patientId)).toEqual([]);
    expect(await assignPlan(clinician, { ...first, versionId: newId() })).toMatchObject({ ok: true });
    expect(await assignPlan(patient, await asProposed(patientId))).toEqual(refused);
    expect(await endPlan(patient, patientId, 1)).toEqual(refused);
    expect(await versionsOf(patientId)).toEqual([{ number: 1 }]);
    expect((await planDesk(clinician, patientId))?.running).toMatchObject({ number: 1 });
  });

  test("begin no visit, write into none and sign none", async () => {
    const { patientId, patient } = await inCare(c01, c01.visits.slice(0, 1));
    expect(await startVisit(patient, { patientId, kind: "decision", visitOn: "2026-02-02" })).toMatchObject({
      ok: false,
    });
    const { visitId } = await draftVisit(clinician, patientId, c01.visits[1]!);
    const before = await draftOf(visitId);
    const change = { path: "decision", value: { choice: "advance" }, base: 0 };
    const refused = { ok: false, reason: "not_found" };
    expect(await transaction(patient, (tx) => saveDraftFields(tx, patient, visitId, [change]))).toEqual(refused);
    expect(await signVisit(patient, visitId, await versionOf(visitId))).toEqual(refused);
    expect(await draftOf(visitId)).toEqual(before);
    expect(await movesOf(patientId)).toHaveLength(1);
  });
});

const draftOf = (visitId: string) =>
  transaction(clinician, (tx) =>
    tx
      .select({ path: visitDraftField.path, value: visitDraftField.value })
      .from(visitDraftField)
      .where(and(eq(visitDraftField.clinicId, clinician.clinicId), eq(visitDraftField.visitId, visitId)))
      .orderBy(visitDraftField.path),
  );

const versionOf = (visitId: string) =>
  transaction(clinician, (tx) =>
    tx
      .select({ version: visit.version })
      .from(visit)
      .where(and(eq(visit.clinicId, clinician.clinicId), eq(visit.id, visitId))),
  ).then(([row]) => row?.version ?? 0);

describe("two clinicians at once", () => {
  test("sign one visit: one signature, one move of the phase", async () => {
    const { patientId } = await inCare(c01, []);
    const { visitId } = await draftVisit(clinician, patientId, c01.visits[0]!, 64);
    const version = await versionOf(visitId);
    const outcomes = await Promise.all([
      signVisit(clinician, visitId, version),
      signVisit(colleague, visitId, version),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: "not_a_draft" });
    const [move, ...others] = await movesOf(patientId);
    expect(others).toEqual([]);
    expect(move).toMatchObject({ from: "none", to: "release", kind: "entry" });
    const signer = outcomes[0]?.ok ? clinician : colleague;
    expect(move?.by).toBe(signer.membershipId);
  });

  test("assign a plan: one version, and the other is told that it is stale", async () => {
    const { patientId } = await inCare(c01, c01.visits.slice(0, 1));
    const input = await asProposed(patientId);
    const outcomes = await Promise.all([
      assignPlan(clinician, input),
      assignPlan(colleague, { ...input, versionId: newId() }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: "stale" });
    expect(await versionsOf(patientId)).toEqual([{ number: 1 }]);
  });
});

describe("an override", () => {
  // C12's second visit holds one that is too short to be signed.
  const c12 = caseOf("C12");

  test("stands in the record with its reason and name; the patient is told so, without the reason", async () => {
    const [first, , third, fourth] = c12.visits;
    const { patientId, patient } = await inCare(c12, [first!, third!, fourth!]);
    const reason = fourth!.override!.reason;
    expect((await movesOf(patientId)).at(-1)).toMatchObject({
      ...{ from: "release", to: "strengthen_1", kind: "override", reason },
      by: clinician.membershipId,
    });
    expect(await assignPlan(clinician, await asProposed(patientId))).toMatchObject({ ok: true });
    const told = await portalToday(patient);
    expect(told).toMatchObject({ kind: "open", isMovedOn: true });
    expect(JSON.stringify(told)).not.toContain(reason);
  });

  test("is not told where the gate was met", async () => {
    const { patientId, patient } = await inCare(c01, c01.visits.slice(0, 1));
    await assignPlan(clinician, await asProposed(patientId));
    expect(await portalToday(patient)).toMatchObject({ kind: "open", isMovedOn: false });
  });
});

describe("an exercise whose phase was closed again", () => {
  test("takes one step easier to what is open; the exercise itself stays closed to any request", async () => {
    const { patientId } = await inCare(c01, c01.visits.slice(0, 1));
    const first = await asProposed(patientId);
    const [walk] = first.items;
    const nordic = { ...walk!, id: newId(), exercise: "nordic" as const, paused: "phase" as const };
    expect(await assignPlan(clinician, { ...first, items: [...first.items, nordic] })).toMatchObject({ ok: true });
    const desk = await planDesk(clinician, patientId);
    const shelf = desk?.shelf ?? [];
    const easier = shelf.find(({ id }) => id === "nordic")?.easier;
    const step = shelf.find(({ id }) => id === easier);
    expect(step).toMatchObject({ id: "ham_iso_sub", allowed: true });
    const next = await asProposed(patientId);
    const swapped = (exercise: typeof walk & object) =>
      next.items.map((item) => (item.id === nordic.id ? { ...item, ...exercise, id: item.id, paused: null } : item));
    const active = { ...next, versionId: newId(), items: swapped({ ...nordic, paused: null }) };
    expect(await assignPlan(clinician, active)).toMatchObject({ ok: false, refusals: [{ code: "closed_phase" }] });
    const { dose, from, until, pain_limit } = step!.start;
    const down = swapped({ ...nordic, exercise: step!.id, dose, from, until, pain_limit });
    expect(await assignPlan(clinician, { ...next, items: down })).toMatchObject({ ok: true, number: 2 });
  });
});
