import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/db/scope";
import { newId } from "@/domain/new-id";
import { findPatient, findPatients } from "./find-patient";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { registered } from "./testing/registered-patient";

const database = testDatabase();
let owner: Actor;
let stranger: Actor;

const names = async (text: string, atMost = 6) => (await findPatients(owner, text, atMost)).map(({ name }) => name);

let cleo: string;
beforeAll(async () => {
  owner = (await newTestClinic()).owner;
  stranger = (await newTestClinic()).owner;
  cleo = await registered(owner, { givenName: "Cleo", familyName: "Quay", phone: "020 7946 0188" });
  await registered(owner, { givenName: "Łucja", familyName: "Clements" });
  await registered(stranger, { givenName: "Cleo", familyName: "Elsewhere" });
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
