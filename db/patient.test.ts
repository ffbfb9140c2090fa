import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/domain/new-id";
import { listCaseload } from "./caseload";
import { closeEpisode, openEpisode } from "./episode";
import { registerPatient } from "./patient";
import type { Actor } from "./scope";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { EPISODE, PERSON, register, registered } from "./testing/registered-patient";
import { startVisit } from "./visit";

const database = testDatabase();
let owner: Actor;
let stranger: Actor;

const names = async (actor: Actor, search: string) =>
  (await listCaseload(actor, { search })).rows.map(({ name }) => name).sort();

beforeAll(async () => {
  owner = (await newTestClinic()).owner;
  stranger = (await newTestClinic()).owner;
});

describe("Registering a patient", () => {
  test("counts record numbers up in each clinic by itself", async () => {
    const first = (await newTestClinic()).owner;
    await registered(first, { givenName: "Ada" });
    await registered(first, { givenName: "Bo" });
    const { rows } = await listCaseload(first, {});
    expect(rows.map(({ number }) => number).sort()).toEqual([1, 2]);
    await registered(stranger, { givenName: "Ada", familyName: "Elsewhere" });
    expect((await listCaseload(stranger, { search: "elsewhere" })).rows[0]?.number).toBe(1);
  });

  test("warns of somebody of the same name and birth date, and believes that it is another person", async () => {
    const person = { givenName: "Łukasz", familyName: "O’Neill", birthDate: "1980-05-05" };
    const twin = await registered(owner, person);
    const again = await register(owner, { ...person, givenName: "lukasz", familyName: "ONEILL" });
    expect(again).toMatchObject({ ok: false, reason: "same_person", twins: [{ patientId: twin }] });
    expect(await register(owner, person, { isAnother: true })).toMatchObject({ ok: true });
    expect(await register(owner, { ...person, birthDate: "1980-05-06" })).toMatchObject({ ok: true });
  });

  test("registers nobody twice when the same form is sent again", async () => {
    const id = newId();
    const person = { givenName: "Rhys", familyName: "Penhallow" };
    expect(await register(owner, person, { id })).toEqual({ ok: true, patientId: id });
    expect(await register(owner, person, { id })).toEqual({ ok: true, patientId: id });
    expect(await names(owner, "penhallow")).toEqual(["Rhys Penhallow"]);
  });

  test("wants a clinician of this clinic to be responsible, and leaves nothing behind", async () => {
    const saved = await registerPatient(owner, {
      id: newId(),
      person: { ...PERSON, givenName: "Nobody", familyName: "Responsible" },
      episode: { ...EPISODE, responsibleId: stranger.membershipId },
      consents: [],
      isAnother: false,
    });
    expect(saved).toEqual({ ok: false, reason: "no_clinician" });
    expect(await names(owner, "responsible")).toEqual([]);
  });
});

describe("Episodes", () => {
  test("one is open at a time; closing ends it, and a new one starts anew", async () => {
    const { owner: actor } = await newTestClinic();
    const patientId = await registered(actor);
    const next = { ...EPISODE, responsibleId: actor.membershipId };
    expect(await openEpisode(actor, patientId, next)).toEqual({ ok: false, reason: "already_open" });
    expect(await openEpisode(stranger, patientId, next)).toEqual({ ok: false, reason: "not_found" });
    const started = await startVisit(actor, { patientId, kind: "treatment" });
    expect(started.ok).toBe(true);
    expect(await closeEpisode(actor, patientId, { reason: "goals_met", note: null })).toEqual({
      ok: false,
      reason: "unsigned_visit",
    });
    if (started.ok)
      await database.admin`update visit set state = 'discarded', number = null where id = ${started.visitId}`;
    expect(await closeEpisode(stranger, patientId, { reason: "goals_met", note: null })).toMatchObject({ ok: false });
    expect(await closeEpisode(actor, patientId, { reason: "goals_met", note: null })).toEqual({ ok: true });
    expect((await listCaseload(actor, {})).rows).toHaveLength(0);
    expect((await listCaseload(actor, { group: "closed" })).rows).toHaveLength(1);
    expect(await openEpisode(actor, patientId, next)).toEqual({ ok: true });
    expect((await listCaseload(actor, {})).rows).toHaveLength(1);
  });

  test("nobody is discharged from a hold, but for what a hold may end in", async () => {
    const { owner: actor } = await newTestClinic();
    const patientId = await registered(actor);
    await database.admin`update caseload_row set phase = 'hold' where patient_id = ${patientId}`;
    expect(await closeEpisode(actor, patientId, { reason: "goals_met", note: null })).toEqual({
      ok: false,
      reason: "on_hold",
    });
    expect(await closeEpisode(actor, patientId, { reason: "hold_medical", note: null })).toEqual({ ok: true });
  });
});
