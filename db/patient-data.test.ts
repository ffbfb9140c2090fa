import { beforeAll, expect, test } from "vitest";
import { newId } from "@/domain/new-id";
import { listCaseload } from "./caseload";
import { readContact } from "./contact";
import { registerPatient } from "./patient";
import { addConsent, listConsents, patientTrail, readPatient, updatePatient } from "./patient-data";
import { patientHead } from "./patient-head";
import type { Actor } from "./scope";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";

testDatabase();
let owner: Actor;
let stranger: Actor;
const patientId = newId();

beforeAll(async () => {
  owner = (await newTestClinic()).owner;
  stranger = (await newTestClinic()).owner;
  const nothing = { pronouns: null, occupation: null, email: null, address: null, nextOfKin: null };
  const guardian = { guardianName: null, guardianPhone: null, guardianRelation: null };
  await registerPatient(owner, {
    id: patientId,
    person: {
      ...{ givenName: "Dana", familyName: "Kowalczyk", birthDate: "1995-02-03", sex: "X", phone: "0161 496 0000" },
      ...{ language: "pl", interpreter: "not_needed", mode: "phone", dominantSide: "R", heightCm: 171.5 },
      ...nothing,
      ...guardian,
    },
    episode: {
      complaint: "Back",
      onsetOn: null,
      startedOn: "2026-09-01",
      responsibleId: owner.membershipId,
      transfer: null,
    },
    consents: [],
    isAnother: false,
  });
});

test("two people who edit one patient: the second is told what the first saved, and nothing is lost", async () => {
  const read = await readPatient(owner, patientId);
  expect(read).toMatchObject({ heightCm: 171.5, dominantSide: "R", version: 1 });
  expect(await updatePatient(owner, patientId, { version: 1, familyName: "Nowak" })).toEqual({ ok: true });
  expect(await updatePatient(owner, patientId, { version: 1, phone: "0161 496 0001" })).toMatchObject({
    ok: false,
    reason: "changed",
    stands: { familyName: "Nowak", phone: "0161 496 0000", version: 2 },
  });
  expect(await updatePatient(owner, patientId, { version: 2, phone: "0161 496 0001" })).toEqual({ ok: true });
  const found = await listCaseload(owner, { search: "4960001" });
  expect(found.rows.map(({ name }) => name)).toEqual(["Dana Nowak"]);
  expect((await listCaseload(owner, { search: "kowal" })).rows).toEqual([]);
});

test("the trail names fields and people, and holds no values", async () => {
  const trail = await patientTrail(owner, patientId);
  expect(trail.at(-1)).toMatchObject({ action: "patient.create", byName: "Ada Owner" });
  expect(trail.find(({ action }) => action === "patient.update")?.fields).toEqual(["phone"]);
  expect(JSON.stringify(trail)).not.toMatch(/Nowak|Kowalczyk|0161/);
});

test("consents are added, never replaced", async () => {
  expect(await addConsent(owner, patientId, { item: "examination", state: "given" })).toBe(true);
  expect(await addConsent(owner, patientId, { item: "examination", state: "withdrawn" })).toBe(true);
  expect((await listConsents(owner, patientId)).map(({ state }) => state)).toEqual(["withdrawn", "given"]);
});

test("the chart's head is read in one go", async () => {
  expect(await patientHead(owner, patientId)).toMatchObject({
    name: "Dana Nowak",
    episode: { complaint: "Back", closedOn: null },
    phase: "none",
    flags: [],
    screening: null,
  });
});

test("another clinic finds nobody and changes nothing", async () => {
  expect(await patientHead(stranger, patientId)).toBeNull();
  expect(await readPatient(stranger, patientId)).toBeNull();
  expect(await readContact(stranger, patientId)).toBeNull();
  expect(await patientTrail(stranger, patientId)).toEqual([]);
  expect(await updatePatient(stranger, patientId, { version: 3, phone: null })).toEqual({
    ok: false,
    reason: "not_found",
  });
  expect(await addConsent(stranger, patientId, { item: "data", state: "given" })).toBe(false);
});
