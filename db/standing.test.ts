/** After a co-signature every screen reads what stands since, while the signed page keeps what was signed. */
import { beforeAll, expect, test } from "vitest";
import { amendVisit } from "./amend-visit";
import { coSign } from "./cosign-visit";
import { planDesk } from "./plan-desk";
import { progressOf } from "./progress";
import type { Actor } from "./scope";
import { newColleague } from "./testing/colleague";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { createPatientOf, draftVisit, signDraft, workedCases } from "./testing/worked-case";
import { clinicsToVerify, verifyClinic } from "./verify";
import { listVisits } from "./visit";
import { openVisit } from "./visit-page";
import { voidVisit } from "./void-visit";

testDatabase();
let clinician: Actor;
let supervised: Actor;
let count = 0;

beforeAll(async () => {
  if (!process.env.DATABASE_URL) return;
  clinician = (await newTestClinic()).owner;
  supervised = await newColleague(clinician, "supervised_clinician", "Sam Trainee");
});

async function signed(caseId: string, visits: number, supervisedFrom: number) {
  const worked = workedCases().find(({ case_id }) => case_id === caseId)!;
  count += 1;
  const { patientId, episodeId } = await createPatientOf(clinician, worked, count);
  const ids: string[] = [];
  for (const [index, record] of worked.visits.slice(0, visits).entries()) {
    const actor = index >= supervisedFrom ? supervised : clinician;
    const { visitId } = await draftVisit(actor, patientId, record, index === 0 ? worked.patient.mass_kg : undefined);
    expect(await signDraft(actor, visitId)).toMatchObject({ ok: true });
    ids.push(visitId);
  }
  return { patientId, episodeId, ids };
}

const lastOfList = async (patientId: string) => (await listVisits(clinician, patientId))[0]?.result;

test("list, chart and plan follow the co-signature; the visit's own page still says what was signed", async () => {
  const { ids, patientId } = await signed("C01", 4, 3);
  const [id] = ids.slice(-1) as [string];
  expect(await lastOfList(patientId)).toMatchObject({ phase_after: "release" });

  expect(await coSign(clinician, id)).toMatchObject({ ok: true, applied: true });
  expect(await lastOfList(patientId)).toMatchObject({ phase_after: "strengthen_1" });
  expect((await openVisit(clinician, id))?.stored).toMatchObject({
    result: { phase_after: "release" },
    stands: { phase_after: "strengthen_1" },
  });
  expect(await planDesk(clinician, patientId)).toMatchObject({
    phase: "strengthen_1",
    lastVisit: { result: { phase_after: "strengthen_1" } },
  });
  expect((await progressOf(clinician, patientId))?.course.at(-1)?.result.phase_after).toBe("strengthen_1");

  // What only flags changes nothing that stands.
  const ely = { path: "measure.ely_angle_deg.L", new: { value: "100" } };
  expect(await amendVisit(clinician, id, [ely], "Read off the wrong leg")).toMatchObject({ ok: true });
  expect(await lastOfList(patientId)).toMatchObject({ phase_after: "strengthen_1" });
});

test("the gate's criteria belong to the gate that stands, also of a visit that followed the co-signature", async () => {
  const { ids, patientId } = await signed("C01", 2, 0);
  const before = await progressOf(clinician, patientId);
  expect(before?.course.at(-1)?.result.gate).toBeNull();

  expect(await coSign(clinician, ids[0]!)).toMatchObject({ ok: true, applied: true });
  const after = await progressOf(clinician, patientId);
  const gate = after?.course.at(-1)?.result.gate;
  expect(gate?.id).toBe("G2");
  const codes = after?.evidence?.gate.map(({ code }) => code) ?? [];
  expect(codes.length).toBeGreaterThan(0);
  expect((await planDesk(clinician, patientId))?.criteria).toEqual(after?.evidence?.gate);
  expect(await lastOfList(patientId)).toMatchObject({ gate: { id: "G2" } });
});

test("a voided visit's criteria are nobody's", async () => {
  const { ids, patientId } = await signed("C01", 4, 4);
  const gateOf = async () => (await progressOf(clinician, patientId))?.evidence?.gate;
  const last = await gateOf();
  expect(await voidVisit(clinician, ids[3]!, "Entered for the wrong patient")).toMatchObject({ ok: true });
  const before = await gateOf();
  expect(before).not.toEqual(last);
  expect((await planDesk(clinician, patientId))?.criteria).toEqual(before);
});

test("everything that was restated is covered by a signature", async () => {
  for (const { id, name } of (await clinicsToVerify()).filter(({ id: clinic }) => clinic === clinician.clinicId)) {
    const verified = await verifyClinic({ id, name });
    expect(verified.faults).toEqual([]);
    expect(verified.counts.rechecks).toBeGreaterThan(0);
  }
});
