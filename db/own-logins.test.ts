import { beforeAll, describe, expect, test } from "vitest";
import { preTenantTransaction } from "./client";
import { openLogin, readLogin } from "./login";
import { endOwnLogins, endPatientLogins, ownLogins } from "./own-logins";
import { membership } from "./schema/account";
import type { Actor } from "./scope";
import { seedPatientLogin } from "./seed/people";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { createPatientOf, workedCases } from "./testing/worked-case";

testDatabase();
let owner: Actor;
let count = 900;

beforeAll(async () => {
  owner = (await newTestClinic()).owner;
});

/** A patient with a phone and a tablet signed in; the phone asks. */
async function patientOnTwoDevices() {
  count += 1;
  const { patientId } = await createPatientOf(owner, workedCases()[0]!, count);
  const person = { givenName: "Robin", familyName: `Vane${count}` };
  const membershipId = await preTenantTransaction((tx) => seedPatientLogin(tx, owner.clinicId, patientId, person));
  const open = (device: string) =>
    preTenantTransaction(async (tx) => {
      const members = await tx.select({ id: membership.id, userId: membership.userId }).from(membership);
      const { userId } = members.find(({ id }) => id === membershipId)!;
      return openLogin(tx, { userId, membershipId, role: "patient", device });
    });
  const [phone, tablet] = [await open("iPhone"), await open("iPad")];
  const { actor } = (await readLogin(phone.id))!;
  return { patientId, actor, phone: phone.id, tablet: tablet.id };
}

const isAlive = async (id: string) => (await readLogin(id)) !== null;

describe("where a patient is signed in", () => {
  test("each device is told, the present one first, without the id that proves it", async () => {
    const { actor } = await patientOnTwoDevices();
    const logins = await ownLogins(actor);
    expect(logins.map(({ isThis, device }) => [isThis, device])).toEqual([
      [true, "iPhone"],
      [false, "iPad"],
    ]);
    expect(JSON.stringify(logins)).not.toContain(actor.loginId);
  });

  test("all others can be ended, then this one too; another patient's stay", async () => {
    const mine = await patientOnTwoDevices();
    const theirs = await patientOnTwoDevices();
    await endOwnLogins(mine.actor, "others");
    expect([await isAlive(mine.phone), await isAlive(mine.tablet)]).toEqual([true, false]);
    await endOwnLogins(mine.actor, "all");
    expect([await isAlive(mine.phone), await isAlive(theirs.phone)]).toEqual([false, true]);
  });

  test("the clinic ends them for a lost phone; another clinic can't", async () => {
    const { patientId, phone, tablet } = await patientOnTwoDevices();
    const stranger = (await newTestClinic()).owner;
    expect(await endPatientLogins(stranger, patientId)).toBe(false);
    expect(await isAlive(phone)).toBe(true);
    expect(await endPatientLogins(owner, patientId)).toBe(true);
    expect([await isAlive(phone), await isAlive(tablet)]).toEqual([false, false]);
  });
});
