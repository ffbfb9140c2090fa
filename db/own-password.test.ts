import { beforeAll, expect, test } from "vitest";
import { emailKey } from "@/domain/email-key";
import { tryCredentials } from "./account";
import { preTenantTransaction } from "./client";
import { chooseFirstPassword, ownSignIn } from "./own-password";
import { membership } from "./schema/account";
import type { Actor } from "./scope";
import { seedPatientLogin } from "./seed/people";
import { patientActor } from "./testing/assigned-plan";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";
import { createPatientOf, workedCases } from "./testing/worked-case";

testDatabase();
let owner: Actor;
let ownerEmail: string;
let count = 950;

beforeAll(async () => {
  ({ owner, ownerEmail } = await newTestClinic("hash-of-ada"));
});

/** A patient who came in by a link, without a password. */
async function signedIn() {
  count += 1;
  const { patientId } = await createPatientOf(owner, workedCases()[0]!, count);
  const person = { givenName: "Robin", familyName: `Vane${count}` };
  const membershipId = await preTenantTransaction((tx) => seedPatientLogin(tx, owner.clinicId, patientId, person));
  const members = await preTenantTransaction((tx) =>
    tx.select({ id: membership.id, userId: membership.userId }).from(membership),
  );
  const { userId } = members.find(({ id }) => id === membershipId)!;
  return { ...patientActor(owner, patientId), userId, membershipId };
}
const LIMIT = { kind: "sign-in:account", subject: "own-password", atMost: 100 };
const hashOf = async (email: string) => (await tryCredentials(emailKey(email), [LIMIT])).found?.passwordHash;

test("a first password is chosen with an email, and signs in from then on", async () => {
  const patient = await signedIn();
  const email = `robin-${count}@example.org`;
  expect(await ownSignIn(patient)).toMatchObject({ hasPassword: false });
  expect(await chooseFirstPassword(patient, { email, passwordHash: "hash-of-robin" })).toBe("chosen");
  expect(await ownSignIn(patient)).toMatchObject({ email, hasPassword: true });
  expect(await hashOf(email)).toBe("hash-of-robin");
});

test("whoever holds the phone replaces no password that was chosen, and claims nobody's email", async () => {
  const patient = await signedIn();
  const email = `robin-${count}@example.org`;
  await chooseFirstPassword(patient, { email, passwordHash: "hash-of-robin" });
  expect(await chooseFirstPassword(patient, { email: "x@example.org", passwordHash: "another" })).toBe("has_one");
  expect(await hashOf(email)).toBe("hash-of-robin");
  const other = await signedIn();
  expect(await chooseFirstPassword(other, { email: ownerEmail, passwordHash: "theirs" })).toBe("email_taken");
  expect(await hashOf(ownerEmail)).toBe("hash-of-ada");
  expect(await ownSignIn(other)).toMatchObject({ hasPassword: false });
});
