/** Visits that did not take place: each is one of its own, and none of them keeps an episode open. */
import { beforeAll, describe, expect, test } from "vitest";
import { addDays } from "@/domain/calendar-day";
import { transaction } from "./client";
import { closeEpisode } from "./episode";
import { clinicToday } from "./hold";
import type { Actor } from "./scope";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { registered } from "./testing/registered-patient";
import { caseloadOf, signedCourse } from "./testing/signed-course";
import { startVisit } from "./visit";
import { voidVisit } from "./void-visit";

testDatabase();
let clinician: Actor;
let today: string;

beforeAll(async () => {
  if (!process.env.DATABASE_URL) return;
  clinician = (await newTestClinic()).owner;
  today = await transaction(clinician, (tx) => clinicToday(tx, clinician));
});

async function missed(patientId: string, visitOn: string): Promise<string> {
  const started = await startVisit(clinician, { patientId, kind: "did_not_attend", visitOn });
  if (!started.ok) throw new Error(started.reason);
  return started.visitId;
}
const reasonsOf = async (patientId: string) =>
  (await caseloadOf(clinician, patientId))?.reasons.map(({ id }) => id) ?? [];

describe("a visit that the patient missed", () => {
  test("twice in a row is not attending; voided, it is no miss any more", async () => {
    const { patientId } = await signedCourse(clinician, "C01", 1);
    await missed(patientId, addDays(today, -7));
    expect(await reasonsOf(patientId)).not.toContain("not_attending");
    const second = await missed(patientId, today);
    expect(await reasonsOf(patientId)).toContain("not_attending");
    await voidVisit(clinician, second, "She had rung before");
    expect(await reasonsOf(patientId)).not.toContain("not_attending");
  });

  test("is the same one when the key is pressed twice, and another one after it was voided", async () => {
    const patientId = await registered(clinician);
    const first = await missed(patientId, today);
    expect(await missed(patientId, today)).toBe(first);
    await voidVisit(clinician, first, "Belongs to another patient");
    expect(await missed(patientId, today)).not.toBe(first);
  });

  test("keeps nobody from being discharged, standing or voided", async () => {
    const patientId = await registered(clinician, { givenName: "Else" });
    await voidVisit(clinician, await missed(patientId, addDays(today, -1)), "She had rung before");
    await missed(patientId, today);
    expect(await closeEpisode(clinician, patientId, { reason: "not_attending", note: null })).toEqual({ ok: true });
  });
});
