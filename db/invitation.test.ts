/** One-time links: looked at without being spent, accepted once even in parallel, and never a way into somebody's account. */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import {
  findInvitation,
  invitePatient,
  inviteStaff,
  listInvitations,
  type StaffInvitation,
  withdrawInvitation,
} from "./invitation";
import { acceptInvitation, type Joiner } from "./joining";
import { readLogin } from "./login";
import { listTeam } from "./membership";
import type { Actor } from "./scope";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";

const database = testDatabase();
let owner: Actor;
let ownerEmail: string;
let run = 0;
/** Tokens and emails of their own for each test. */
const own = (name: string) => `${name}-${run}`;

beforeEach(async () => {
  ({ owner, ownerEmail } = await newTestClinic("hash-of-ada"));
  run += 1;
});

const clinician = (): StaffInvitation => ({
  role: "clinician",
  name: "Cleo Clinician",
  email: `Cleo-${run}@Example.org`,
  expiresOn: null,
  supervisorId: null,
});
/** Of the invited clinician's clinic, which has no phone on record. */
const CLINIC = { role: "clinician", clinicName: "Harbour Street", clinicPhone: null };
const cleo: Joiner = { kind: "new", name: "Cleo Clinician", email: null, passwordHash: "hash-of-cleo" };

describe("a staff invitation", () => {
  test("opens a membership, an account and a login, and shows in the team", async () => {
    await inviteStaff(owner, clinician(), own("link-1"));
    expect((await listInvitations(owner)).map(({ name }) => name)).toEqual(["Cleo Clinician"]);
    const joined = await acceptInvitation(own("link-1"), cleo, "Safari");
    if (!joined.ok) throw new Error(joined.reason);
    const login = await readLogin(joined.opened.id);
    expect(login?.actor).toMatchObject({ role: "clinician", clinicId: owner.clinicId });
    expect((await listTeam(owner)).map(({ name, role }) => [name, role])).toEqual([
      ["Ada Owner", "owner"],
      ["Cleo Clinician", "clinician"],
    ]);
    expect(await listInvitations(owner)).toEqual([]);
    const actions = await database.admin`select action from audit_event
      where clinic_id = ${owner.clinicId} order by seq`;
    expect(actions.map(({ action }) => action)).toEqual(["clinic.found", "team.invite", "team.join"]);
  });

  test("is accepted once when eight try at the same time", async () => {
    await inviteStaff(owner, clinician(), own("link-1"));
    const tries = await Promise.all(Array.from({ length: 8 }, () => acceptInvitation(own("link-1"), cleo, null)));
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1);
    expect(tries.filter((joined) => !joined.ok && joined.reason === "link-spent")).toHaveLength(7);
    expect(
      await database.admin`select id from user_account where email_key = ${own("cleo")} || '@example.org'`,
    ).toHaveLength(1);
  });

  test("looked at a hundred times is still open; used, expired and unknown ones say so", async () => {
    await inviteStaff(owner, clinician(), own("link-1"));
    for (let look = 0; look < 100; look += 1) await findInvitation(own("link-1"));
    expect(await findInvitation(own("link-1"))).toMatchObject({
      state: "open",
      clinicName: "Harbour Street",
      hasAccount: false,
    });
    await acceptInvitation(own("link-1"), cleo, null);
    expect(await findInvitation(own("link-1"))).toEqual({ state: "used", ...CLINIC });
    await inviteStaff(owner, { ...clinician(), email: `dee-${run}@example.org` }, own("link-2"));
    await database.admin`update one_time_token set expires_at = now() where token_hash = ${own("link-2")}`;
    expect(await findInvitation(own("link-2"))).toEqual({ state: "expired", ...CLINIC });
    expect(await acceptInvitation(own("link-2"), cleo, null)).toEqual({ ok: false, reason: "link-spent" });
    expect(await findInvitation(own("link-3"))).toEqual({ state: "unknown" });
  });

  test("withdrawn, it opens nothing", async () => {
    await inviteStaff(owner, clinician(), own("link-1"));
    const [open] = await listInvitations(owner);
    expect(await withdrawInvitation(owner, open?.id ?? "")).toBe(true);
    expect(await acceptInvitation(own("link-1"), cleo, null)).toEqual({ ok: false, reason: "link-spent" });
  });

  test("never sets a new password on an account that exists, and isn't spent by trying", async () => {
    await inviteStaff(owner, { ...clinician(), email: ownerEmail.toUpperCase(), role: "reception" }, own("link-1"));
    expect(await findInvitation(own("link-1"))).toMatchObject({ hasAccount: true });
    expect(await acceptInvitation(own("link-1"), cleo, null)).toEqual({ ok: false, reason: "email-taken" });
    const [ada] = await database.admin`select password_hash from user_account where email_key = ${ownerEmail}`;
    expect(ada?.password_hash).toBe("hash-of-ada");
    expect(await acceptInvitation(own("link-1"), { kind: "known", userId: owner.userId }, null)).toMatchObject({
      ok: true,
    });
  });

  test("isn't accepted by somebody else's account", async () => {
    await inviteStaff(owner, clinician(), own("link-1"));
    const stranger: Joiner = { kind: "known", userId: owner.userId };
    expect(await acceptInvitation(own("link-1"), stranger, null)).toEqual({ ok: false, reason: "wrong-account" });
    expect(await findInvitation(own("link-1"))).toMatchObject({ state: "open" });
  });

  test("of a locum ends with the last day in the clinic's zone", async () => {
    await inviteStaff(owner, { ...clinician(), expiresOn: "2030-07-01" }, own("link-1"));
    await acceptInvitation(own("link-1"), cleo, null);
    const [row] = await database.admin`select expires_at from membership
      where role = 'clinician' and clinic_id = ${owner.clinicId}`;
    expect(row?.expires_at).toEqual(new Date("2030-07-01T23:00:00Z"));
  });

  test("of a supervised clinician names a clinician of this clinic as supervisor", async () => {
    const supervised = { ...clinician(), role: "supervised_clinician" as const, supervisorId: randomUUID() };
    expect(await inviteStaff(owner, supervised, own("link-1"))).toEqual({ ok: false, reason: "no-such-supervisor" });
    await inviteStaff(owner, { ...supervised, supervisorId: owner.membershipId }, own("link-2"));
    await acceptInvitation(own("link-2"), cleo, null);
    const team = await listTeam(owner);
    expect(team.find(({ name }) => name === "Cleo Clinician")?.supervisorName).toBe("Ada Owner");
  });
});

describe("a patient's link", () => {
  let patientId: string;
  const amira: Joiner = { kind: "new", name: "Amira Haddad", email: null, passwordHash: null };

  beforeEach(async () => {
    patientId = randomUUID();
    await database.admin`insert into patient
      (clinic_id, id, number, given_name, family_name, family_key, given_key, birth_date, sex, email)
      values (${owner.clinicId}, ${patientId}, 1, 'Amira', 'Haddad', 'haddad amira', 'amira haddad', '1990-04-01', 'F',
        ${`amira-${run}@example.org`})`;
  });

  test("signs the patient in without a password, for a patient's time", async () => {
    await invitePatient(owner, patientId, own("link-1"));
    const joined = await acceptInvitation(own("link-1"), amira, "Pixel");
    if (!joined.ok) throw new Error(joined.reason);
    const login = await readLogin(joined.opened.id);
    expect(login?.actor).toMatchObject({ role: "patient", patientId });
    // No password, so nobody may claim the address by it.
    expect(await database.admin`select id from user_account where email_key = ${`amira-${run}@example.org`}`).toEqual(
      [],
    );
  });

  test("sent again closes the older one; a new phone joins the same account", async () => {
    await invitePatient(owner, patientId, own("link-1"));
    await invitePatient(owner, patientId, own("link-2"));
    expect(await acceptInvitation(own("link-1"), amira, null)).toEqual({ ok: false, reason: "link-spent" });
    expect(await acceptInvitation(own("link-2"), amira, null)).toMatchObject({ ok: true });
    await invitePatient(owner, patientId, own("link-3"));
    expect(await acceptInvitation(own("link-3"), amira, null)).toMatchObject({ ok: true });
    expect(await database.admin`select id from membership where patient_id = ${patientId}`).toHaveLength(1);
  });

  test("may give a first password and never replaces one", async () => {
    const chooses = (passwordHash: string): Joiner => ({
      ...amira,
      kind: "new",
      name: "Amira Haddad",
      email: `amira-${run}@example.org`,
      passwordHash,
    });
    await invitePatient(owner, patientId, own("link-1"));
    await acceptInvitation(own("link-1"), amira, null);
    await invitePatient(owner, patientId, own("link-2"));
    await acceptInvitation(own("link-2"), chooses("first"), null);
    await invitePatient(owner, patientId, own("link-3"));
    await acceptInvitation(own("link-3"), chooses("second"), null);
    const [account] =
      await database.admin`select password_hash from user_account where email_key = ${`amira-${run}@example.org`}`;
    expect(account?.password_hash).toBe("first");
  });

  test("of another clinic's patient is no patient", async () => {
    expect(await invitePatient(owner, randomUUID(), own("link-1"))).toEqual({ ok: false, reason: "not-found" });
  });
});

describe("the link of a patient too young for an own login", () => {
  let patientId: string;
  const guardian: Joiner = { kind: "new", name: "Nadia Haddad", email: null, passwordHash: null };
  const sami: Joiner = { kind: "new", name: "Sami Haddad", email: null, passwordHash: null };
  const year = new Date().getUTCFullYear();

  beforeEach(async () => {
    patientId = randomUUID();
    await database.admin`insert into patient
      (clinic_id, id, number, given_name, family_name, family_key, given_key, birth_date, sex)
      values (${owner.clinicId}, ${patientId}, 1, 'Sami', 'Haddad', 'haddad sami', 'sami haddad', ${`${year - 13}-01-01`}, 'M')`;
  });

  const name = () =>
    database.admin`update patient set guardian_name = 'Nadia Haddad', guardian_phone = '020 7946 0107'
      where id = ${patientId}`;
  const consents = () =>
    database.admin`insert into consent (clinic_id, id, patient_id, item, state, consented_on, explained_by_id, language)
      values (${owner.clinicId}, ${randomUUID()}, ${patientId}, 'guardian', 'given', '2026-01-05', ${owner.membershipId}, 'en')`;
  const age = (years: number) =>
    database.admin`update clinic set own_login_age = ${years} where id = ${owner.clinicId}`;

  test("is refused until the guardian is on record and has consented", async () => {
    expect(await invitePatient(owner, patientId, own("link-1"))).toEqual({ ok: false, reason: "no-guardian" });
    await name();
    expect(await invitePatient(owner, patientId, own("link-1"))).toEqual({ ok: false, reason: "no-guardian-consent" });
    await consents();
    expect(await invitePatient(owner, patientId, own("link-1"))).toMatchObject({ ok: true, guardian: "Nadia Haddad" });
    expect(await findInvitation(own("link-1"))).toMatchObject({ name: "Sami Haddad", guardian: "Nadia Haddad" });
  });

  test("is the patient's own at the age that the clinic names", async () => {
    await age(12);
    expect(await invitePatient(owner, patientId, own("link-1"))).toMatchObject({ ok: true, guardian: null });
    expect(await findInvitation(own("link-1"))).toMatchObject({ name: "Sami Haddad", guardian: null });
  });

  test("opens a login that ends on that birthday; the patient's own ends the guardian's", async () => {
    await name();
    await consents();
    await invitePatient(owner, patientId, own("link-1"));
    const first = await acceptInvitation(own("link-1"), guardian, null);
    if (!first.ok) throw new Error(first.reason);
    const [theirs] = await database.admin`select expires_at from membership where patient_id = ${patientId}`;
    expect(theirs?.expires_at.toISOString().slice(0, 10)).toMatch(new RegExp(`^${year + 3}-01-01|^${year + 2}-12-31`));
    expect((await readLogin(first.opened.id))?.actor.patientId).toBe(patientId);

    await invitePatient(owner, patientId, own("link-2"));
    const second = await acceptInvitation(own("link-2"), guardian, "a new phone");
    if (!second.ok) throw new Error(second.reason);
    expect(await database.admin`select id from membership where patient_id = ${patientId}`).toHaveLength(1);

    await age(12);
    await invitePatient(owner, patientId, own("link-3"));
    const ownLogin = await acceptInvitation(own("link-3"), sami, null);
    if (!ownLogin.ok) throw new Error(ownLogin.reason);
    expect(await readLogin(first.opened.id)).toBeNull();
    expect(await readLogin(second.opened.id)).toBeNull();
    expect((await readLogin(ownLogin.opened.id))?.personName).toBe("Sami Haddad");
  });
});
