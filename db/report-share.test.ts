import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/domain/new-id";
import { transaction } from "./client";
import { listReports, storeReport } from "./report";
import { openSharedReport, sharedReports, shareReport, takeReportBack } from "./report-share";
import { holdOverlay } from "./schema/visit";
import type { Actor } from "./scope";
import { patientActor } from "./testing/assigned-plan";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { createPatientOf, draftVisit, workedCases } from "./testing/worked-case";

const database = testDatabase();
let clinician: Actor;
let count = 700;

beforeAll(async () => {
  clinician = (await newTestClinic()).owner;
});

async function reported() {
  const place = await createPatientOf(clinician, workedCases()[0]!, ++count);
  const period = { from: "2026-01-05", to: "2026-02-05" };
  const stored = await storeReport(clinician, { ...place, ...period, snapshot: { told: "stored" } });
  if (!stored) throw new Error("not stored");
  return { ...place, ...stored, patient: patientActor(clinician, place.patientId) };
}

const acts = async (reportId: string) =>
  (await database.admin`select action from audit_event where object_id = ${reportId} order by seq`).map(
    ({ action }) => action,
  );

describe("a report", () => {
  test("is the clinic's alone until it is shared, and again once it is taken back", async () => {
    const { patient, patientId, reportId } = await reported();
    expect([await sharedReports(patient), await openSharedReport(patient, reportId)]).toEqual([[], null]);

    expect(await shareReport(clinician, patientId, reportId)).toBe(true);
    expect(await shareReport(clinician, patientId, reportId)).toBe(true);
    expect((await listReports(clinician, patientId))[0]?.shared?.by).toBe("Ada Owner");
    expect(await sharedReports(patient)).toMatchObject([{ id: reportId, number: 1, from: "2026-01-05" }]);
    expect(await openSharedReport(patient, reportId)).toEqual({ snapshot: { told: "stored" } });

    await takeReportBack(clinician, patientId, reportId);
    expect([await sharedReports(patient), await openSharedReport(patient, reportId)]).toEqual([[], null]);
    expect((await listReports(clinician, patientId))[0]?.shared).toBeNull();
    expect(await acts(reportId)).toEqual(["report.create", "report.share", "report.download", "report.unshare"]);

    expect(await shareReport(clinician, patientId, reportId)).toBe(true);
    expect(await sharedReports(patient)).toHaveLength(1);
  });

  test("reaches nobody else: another patient, another clinic, a patient who shares it with themselves", async () => {
    const one = await reported();
    const other = await reported();
    const stranger = (await newTestClinic()).owner;
    expect(await shareReport(clinician, other.patientId, one.reportId)).toBe(false);
    expect(await shareReport(stranger, one.patientId, one.reportId)).toBe(false);
    await expect(shareReport(one.patient, one.patientId, one.reportId)).rejects.toThrow();
    await shareReport(clinician, one.patientId, one.reportId);
    expect(await openSharedReport(other.patient, one.reportId)).toBeNull();
    expect(await sharedReports(other.patient)).toEqual([]);
    await expect(openSharedReport(patientActor(stranger, one.patientId), one.reportId)).rejects.toThrow();
  });

  test("rests while exercises are on hold, since it holds them too", async () => {
    const { patient, patientId, episodeId, reportId } = await reported();
    await shareReport(clinician, patientId, reportId);
    const { visitId } = await draftVisit(clinician, patientId, workedCases()[0]!.visits[0]!, 70);
    await transaction(clinician, (tx) =>
      tx.insert(holdOverlay).values({
        ...{ clinicId: clinician.clinicId, id: newId(), patientId, episodeId, visitId },
        ...{ flag: "cauda_equina_suspected", setById: clinician.membershipId },
      }),
    );
    expect([await sharedReports(patient), await openSharedReport(patient, reportId)]).toEqual([[], null]);
  });
});
