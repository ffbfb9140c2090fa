import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/domain/new-id";
import type { VisitRecord } from "@/domain/record";
import { transaction } from "./client";
import { closeEpisode, openEpisode } from "./episode";
import { setOverlay } from "./hold";
import { assignPlan } from "./plan";
import { planDesk } from "./plan-desk";
import { portalSession } from "./portal-session";
import { portalToday } from "./portal-today";
import type { Actor } from "./scope";
import { sheetSource } from "./sheet";
import { patientActor } from "./testing/assigned-plan";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { createPatientOf, draftVisit, missed, signDraft, workedCases } from "./testing/worked-case";

testDatabase();
let clinician: Actor;
let stranger: Actor;
let number = 700;

beforeAll(async () => {
  clinician = (await newTestClinic()).owner;
  stranger = (await newTestClinic()).owner;
});

const worked = workedCases().find(({ case_id }) => case_id === "C01")!;

/** C01 after so many signed visits, its proposed plan assigned. */
async function inCare(visits = 2) {
  number += 1;
  const place = await createPatientOf(clinician, worked, number);
  for (const [index, record] of worked.visits.slice(0, visits).entries()) {
    const { visitId } = await draftVisit(clinician, place.patientId, record, index === 0 ? 64 : undefined);
    expect(await signDraft(clinician, visitId)).toMatchObject({ ok: true });
  }
  const desk = await planDesk(clinician, place.patientId);
  if (!desk) throw new Error("no desk");
  const items = desk.begin.items.map((item) => ({ ...item, override: null }));
  const { patientId } = place;
  const sent = { versionId: newId(), patientId, base: 0, template: null, ticks: [], note: null, items };
  expect(await assignPlan(clinician, sent)).toMatchObject({ ok: true });
  return { ...place, items, patient: patientActor(clinician, patientId) };
}

const discharged = (patientId: string) => closeEpisode(clinician, patientId, { reason: "goals_met", note: null });

describe("what an episode came to", () => {
  test("holds the plan's exercises in order, first and last values, and who came", async () => {
    const { patientId, items } = await inCare(2);
    const source = await sheetSource(clinician, patientId);
    expect(source).toMatchObject({ isClosed: false, isHeld: false, attended: 2, missed: 0, overrides: 0 });
    expect(source?.items.map(({ exercise }) => exercise)).toEqual(items.map(({ exercise }) => exercise));
    expect(source?.outcomes.find(({ measure }) => measure === "nprs_worst")).toMatchObject({
      from: worked.visits[0]?.measures.find(({ id }) => id === "nprs_worst")?.value,
      to: worked.visits[1]?.measures.find(({ id }) => id === "nprs_worst")?.value,
    });
  });

  test("counts visits missed, not those cancelled, discarded or voided", async () => {
    const { patientId } = await inCare(1);
    await missed(clinician, patientId, "did_not_attend");
    await missed(clinician, patientId, "cancelled_late", "2026-02-03");
    await missed(clinician, patientId, "clinic_cancelled", "2026-02-04");
    expect(await sheetSource(clinician, patientId)).toMatchObject({ attended: 1, missed: 1 });
  });

  test("keeps a value that the last visit didn't take again, and offers discharge where it is due", async () => {
    const { patientId } = await inCare(2);
    const before = await sheetSource(clinician, patientId);
    const well = (day: number, measures: VisitRecord["measures"]): VisitRecord => ({
      ...{ visit: day, day, flags: [], signs: [], measures },
    });
    const pain = { id: "nprs_worst", side: "M", value: 1, unit: "/10" } as const;
    const psfs = { id: "psfs_avg", side: "M", value: 9, unit: "/10" } as const;
    const groc = { id: "groc", side: "M", value: 5, unit: "score" } as const;
    for (const record of [well(60, [pain, psfs]), well(90, [pain, psfs, groc]), well(92, [])]) {
      const { visitId } = await draftVisit(clinician, patientId, record);
      expect(await signDraft(clinician, visitId)).toMatchObject({ ok: true });
    }
    expect(before?.offer).toEqual([]);
    const source = await sheetSource(clinician, patientId);
    expect(source?.offer).toEqual(["psfs"]);
    expect(source?.outcomes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          measure: "nprs_worst",
          from: worked.visits[0]?.measures.find(({ id }) => id === "nprs_worst")?.value,
          to: 1,
        }),
        expect.objectContaining({ measure: "psfs_avg", to: 9 }),
        { measure: "groc", side: "M", from: null, to: 5, change: "improved_important" },
      ]),
    );
    await discharged(patientId);
    expect(await sheetSource(clinician, patientId)).toMatchObject({ offer: [], outcomes: source?.outcomes });
  });

  test("keeps its exercises when the episode is closed and its plan with it", async () => {
    const { patientId, items, patient } = await inCare(1);
    expect(await discharged(patientId)).toEqual({ ok: true });
    const source = await sheetSource(patient, patientId);
    expect(source).toMatchObject({ isClosed: true });
    expect(source?.items).toHaveLength(items.length);
  });

  test("leaves a paused exercise out", async () => {
    const { patientId, items } = await inCare(1);
    const [first, ...rest] = items;
    const next = [{ ...first!, paused: "clinician" as const }, ...rest];
    const sent = { versionId: newId(), patientId, base: 1, template: null, ticks: null, note: null, items: next };
    expect(await assignPlan(clinician, sent)).toMatchObject({ ok: true, number: 2 });
    const source = await sheetSource(clinician, patientId);
    expect(source?.items.map(({ exercise }) => exercise)).toEqual(rest.map(({ exercise }) => exercise));
  });

  test("names no exercise while a hold stands, be it only in a draft", async () => {
    const { patientId, episodeId } = await inCare(1);
    const record = { ...worked.visits[0]!, visit: 2, day: 7, flags: [], acks: [] };
    const { visitId } = await draftVisit(clinician, patientId, record);
    await transaction(clinician, (tx) =>
      setOverlay(tx, clinician, { id: visitId, patientId, episodeId }, "cauda_equina_suspected"),
    );
    expect(await sheetSource(clinician, patientId)).toMatchObject({ isHeld: true, items: [] });
  });
});

describe("whose it is", () => {
  test("not another clinic's, nor another patient's", async () => {
    const { patientId } = await inCare(1);
    const other = await inCare(1);
    expect(await sheetSource(stranger, patientId)).toBeNull();
    expect(await sheetSource(other.patient, patientId)).toBeNull();
    expect(await sheetSource(clinician, newId())).toBeNull();
  });
});

describe("after discharge", () => {
  test("the phone shows that care ended and gives no session", async () => {
    const { patientId, patient } = await inCare(1);
    await discharged(patientId);
    expect(await portalToday(patient)).toMatchObject({ kind: "open", plan: "ended", calendar: [], changes: [] });
    expect(await portalSession(patient, null)).toMatchObject({ kind: "open", plan: null });
  });

  test("a new episode begins with nothing measured and nothing assigned", async () => {
    const { patientId, patient } = await inCare(2);
    await discharged(patientId);
    const opened = await openEpisode(clinician, patientId, {
      complaint: "Again",
      onsetOn: null,
      startedOn: "2026-06-01",
      responsibleId: clinician.membershipId,
      transfer: null,
    });
    expect(opened).toEqual({ ok: true });
    const source = await sheetSource(clinician, patientId);
    expect(source).toMatchObject({
      isClosed: false,
      phase: null,
      outcomes: [],
      offer: [],
      items: [],
      goals: [],
      attended: 0,
    });
    expect(await portalToday(patient)).toMatchObject({ kind: "open", plan: null });
    // What is not closed is no sheet for the phone yet; the clinic reads it at any time.
    expect(await sheetSource(patient, patientId)).toMatchObject({ isClosed: false });
  });
});
