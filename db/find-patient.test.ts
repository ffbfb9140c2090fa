import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/db/scope";
import { newId } from "@/domain/new-id";
import { findPatient, findPatients } from "./find-patient";
import { type PatientData, registerPatient } from "./patient";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";

const database = testDatabase();
let owner: Actor;
let stranger: Actor;

const PERSON: PatientData = {
  givenName: "Margit",
  familyName: "Sandvik",
  birthDate: "1955-03-02",
  sex: "F",
  pronouns: null,
  occupation: null,
  phone: null,
  email: null,
  address: null,
  nextOfKin: null,
  language: "en",
  interpreter: "not_needed",
  mode: "phone",
  guardianName: null,
  guardianPhone: null,
  guardianRelation: null,
  dominantSide: null,
  heightCm: null,
};
const EPISODE = { complaint: "Low back pain", onsetOn: null, startedOn: "2026-09-01", transfer: null };

async function registered(actor: Actor, givenName: string, familyName: string, phone: string | null = null) {
  const saved = await registerPatient(actor, {
    id: newId(),
    person: { ...PERSON, givenName, familyName, phone },
    episode: { ...EPISODE, responsibleId: actor.membershipId },
    consents: [{ item: "data", state: "given" }],
    isAnother: false,
  });
  if (!saved.ok) throw new Error(saved.reason);
  return saved.patientId;
}

const names = async (text: string, atMost = 6) => (await findPatients(owner, text, atMost)).map(({ name }) => name);

let cleo: string;
beforeAll(async () => {
  owner = (await newTestClinic()).owner;
  stranger = (await newTestClinic()).owner;
  cleo = await registered(owner, "Cleo", "Quay", "020 7946 0188");
  await registered(owner, "Łucja", "Clements");
  await registered(stranger, "Cleo", "Elsewhere");
});

test("by the beginning of a given or family name, sorted by family name, of this clinic only", async () => {
  expect(await names("cle")).toEqual(["Łucja Clements", "Cleo Quay"]);
  expect(await names("lucja")).toEqual(["Łucja Clements"]);
  expect(await names("leo")).toEqual([]);
  expect(await names("elsewhere")).toEqual([]);
});

test("by record number or the end of a phone number", async () => {
  expect(await names("CP-0001")).toEqual(["Cleo Quay"]);
  expect(await names("9460188")).toEqual(["Cleo Quay"]);
});

test("nothing typed finds nobody, and never more than asked", async () => {
  expect(await names("  ")).toEqual([]);
  expect(await names("cle", 1)).toEqual(["Łucja Clements"]);
});

test("one by id, with whether a visit can be started; a foreign id is nobody", async () => {
  expect(await findPatient(owner, cleo)).toMatchObject({ name: "Cleo Quay", number: 1, isOpen: true });
  await database.admin`update caseload_row set episode_id = null where patient_id = ${cleo}`;
  expect(await findPatient(owner, cleo)).toMatchObject({ isOpen: false });
  expect(await findPatient(stranger, cleo)).toBeNull();
  expect(await findPatient(owner, newId())).toBeNull();
});
