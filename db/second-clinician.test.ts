/** A second clinician is somebody who may stand as one here today; alone is who has nobody. */
import { beforeAll, expect, test } from "vitest";
import { transaction } from "./client";
import type { Actor } from "./scope";
import { newColleague } from "./testing/colleague";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { signedCourse } from "./testing/signed-course";
import { draftVisit, signDraft } from "./testing/worked-case";
import { saveDraftFields } from "./visit-draft";

const database = testDatabase();
let clinician: Actor;

beforeAll(async () => {
  if (!process.env.DATABASE_URL) return;
  clinician = (await newTestClinic()).owner;
});

test("sole practitioner until there is a colleague; neither a supervised one, nor one who left, nor a name typed", async () => {
  const { patientId } = await signedCourse(clinician, "C04", 2);
  const nothing = { visit: 9, day: 60, flags: [], signs: [], measures: [] };
  const { visitId } = await draftVisit(clinician, patientId, nothing);
  const path = "event.error.cauda_equina_suspected";
  let base = 0;
  const signedWith = async (second_clinician: string) => {
    const value = { reason: "Ticked in the wrong visit", second_clinician };
    await transaction(clinician, (tx) => saveDraftFields(tx, clinician, visitId, [{ path, value, base }]));
    base += 1;
    return signDraft(clinician, visitId);
  };
  const refused = { reason: "incomplete", blocking: [{ path, code: "second_not_here" }] };
  await newColleague(clinician, "supervised_clinician", "Sam Trainee");
  expect(await signedWith("Sam Trainee")).toMatchObject(refused);
  expect(await signedWith("Somebody")).toMatchObject(refused);
  const left = await newColleague(clinician, "clinician", "Bo Second");
  expect(await signedWith("sole_practitioner")).toMatchObject(refused);
  await database.admin`update staff_member set left_at = now() where id = ${left.membershipId}`;
  expect(await signedWith("Bo Second")).toMatchObject(refused);
  expect(await signedWith("sole_practitioner")).toMatchObject({ ok: true, phaseAfter: "release" });
});
