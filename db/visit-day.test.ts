/** The day of a visit: none after the clinic's today, none before the episode or the patient. */
import { beforeAll, expect, test } from "vitest";
import { addDays } from "@/domain/calendar-day";
import { transaction } from "./client";
import { clinicToday } from "./hold";
import type { Actor } from "./scope";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { EPISODE, PERSON, registered } from "./testing/registered-patient";
import { createPatientOf, draftVisit, signDraft, workedCases } from "./testing/worked-case";
import { moveDraft, startVisit } from "./visit";

const database = testDatabase();
let clinician: Actor;
let today: string;

beforeAll(async () => {
  if (!process.env.DATABASE_URL) return;
  clinician = (await newTestClinic()).owner;
  today = await transaction(clinician, (tx) => clinicToday(tx, clinician));
});

const cases = () =>
  [
    [addDays(today, 1), "in_future"],
    [addDays(EPISODE.startedOn, -1), "before_episode"],
    [addDays(PERSON.birthDate, -1), "before_birth"],
  ] as const;

test("an impossible one is refused at the start and when a draft is moved, and the draft stays where it was", async () => {
  const patientId = await registered(clinician);
  for (const [visitOn, reason] of cases()) {
    expect(await startVisit(clinician, { patientId, kind: "treatment", visitOn })).toEqual({ ok: false, reason });
  }
  const started = await startVisit(clinician, { patientId, kind: "treatment" });
  if (!started.ok) throw new Error(started.reason);
  for (const [visitOn, reason] of cases()) {
    expect(await moveDraft(clinician, started.visitId, visitOn)).toEqual({ ok: false, reason });
  }
  const [row] = await database.admin`select visit_on::text as on, version from visit where id = ${started.visitId}`;
  expect(row).toEqual({ on: today, version: 1 });
  expect(await moveDraft(clinician, started.visitId, EPISODE.startedOn)).toEqual({ ok: true });
});

test("a draft that came to lie on one isn't signed", async () => {
  const [worked] = workedCases();
  const { patientId } = await createPatientOf(clinician, worked!, 901);
  const { visitId } = await draftVisit(clinician, patientId, worked!.visits[0]!, 64);
  for (const [visitOn, reason] of [
    [addDays(today, 1), "in_future"],
    ["2026-01-04", "before_episode"],
  ] as const) {
    await database.admin`update visit set visit_on = ${visitOn} where id = ${visitId}`;
    expect(await signDraft(clinician, visitId)).toEqual({ ok: false, reason });
  }
});
