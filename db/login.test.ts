/** Logins end when they should: by time, by sign-out, with their membership or account; and one person's logins don't open another's. */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { preTenantTransaction } from "./client";
import { endLoginsOf, openLogin, readLogin, revokeLogin } from "./login";
import { endMembership, membershipsOf, openLatestMembership, switchMembership } from "./membership";
import type { Actor } from "./scope";
import { testDatabase } from "./testing/database";
import { newTestClinic } from "./testing/founded-clinic";

const database = testDatabase();

describe("a login", () => {
  let owner: Actor;
  beforeEach(async () => {
    ({ owner } = await newTestClinic());
  });

  test("names its person, role and clinic", async () => {
    const login = await readLogin(owner.loginId);
    expect(login?.personName).toBe("Ada Owner");
    expect(login?.clinic).toMatchObject({ name: "Harbour Street", timeZone: "Europe/London", demoPassword: null });
    expect(login?.actor).toMatchObject({ role: "owner", patientId: null, aal: 1 });
    expect(await readLogin(randomUUID())).toBeNull();
  });

  test("ends after 30 idle minutes and not before", async () => {
    const { admin } = database;
    await admin`update login set last_seen_at = now() - interval '29 minutes 50 seconds' where id = ${owner.loginId}`;
    expect(await readLogin(owner.loginId)).not.toBeNull();
    await admin`update login set last_seen_at = now() - interval '30 minutes 1 second' where id = ${owner.loginId}`;
    expect(await readLogin(owner.loginId)).toBeNull();
  });

  test("is seen at most once a minute", async () => {
    const { admin } = database;
    const seen = async () => (await admin`select last_seen_at from login where id = ${owner.loginId}`)[0]?.last_seen_at;
    const opened = await seen();
    await readLogin(owner.loginId);
    expect(await seen()).toEqual(opened);
    await admin`update login set last_seen_at = now() - interval '61 seconds' where id = ${owner.loginId}`;
    const before = await seen();
    await readLogin(owner.loginId);
    expect((await seen()).getTime()).toBeGreaterThan(before.getTime());
  });

  test("ends after 12 hours for staff, after 90 days for a patient, however busy", async () => {
    const { admin } = database;
    const life = async (role: "owner" | "patient") => {
      const { id } = await preTenantTransaction((tx) => openLogin(tx, { ...owner, role }));
      const [row] =
        await admin`select idle_minutes, round(extract(epoch from expires_at - created_at) / 3600)::int as hours
        from login where id = ${id}`;
      return row;
    };
    expect(await life("owner")).toEqual({ idle_minutes: 30, hours: 12 });
    expect(await life("patient")).toEqual({ idle_minutes: 30 * 24 * 60, hours: 90 * 24 });
    await admin`update login set expires_at = now() where id = ${owner.loginId}`;
    expect(await readLogin(owner.loginId)).toBeNull();
  });

  test("is worthless after signing out", async () => {
    await revokeLogin(owner.loginId);
    expect(await readLogin(owner.loginId)).toBeNull();
  });

  test("ends with the account, and a lowered role acts at the next request", async () => {
    const { admin } = database;
    await admin`update membership set role = 'reception' where id = ${owner.membershipId}`;
    expect((await readLogin(owner.loginId))?.actor.role).toBe("reception");
    await admin`update user_account set disabled_at = now() where id = ${owner.userId}`;
    expect(await readLogin(owner.loginId)).toBeNull();
  });

  test("a new password ends the person's other logins", async () => {
    const other = await openLatestMembership(owner.userId, "phone", null);
    await preTenantTransaction((tx) => endLoginsOf(tx, owner.userId, owner.loginId));
    expect(await readLogin(other?.opened.id ?? "")).toBeNull();
    expect(await readLogin(owner.loginId)).not.toBeNull();
  });

  test("signing in again gives a new login and ends the browser's old one", async () => {
    const again = await openLatestMembership(owner.userId, "Firefox", owner.loginId);
    expect(again?.opened.id).not.toBe(owner.loginId);
    expect(await readLogin(owner.loginId)).toBeNull();
    expect(await readLogin(again?.opened.id ?? "")).not.toBeNull();
  });

  test("a locum's ends with the membership's last moment", async () => {
    const { admin } = database;
    await admin`update membership set expires_at = now() + interval '1 minute' where id = ${owner.membershipId}`;
    expect(await readLogin(owner.loginId)).not.toBeNull();
    await admin`update membership set expires_at = now() where id = ${owner.membershipId}`;
    expect(await readLogin(owner.loginId)).toBeNull();
  });

  describe("of somebody in two clinics", () => {
    let second: string;
    beforeEach(async () => {
      const { admin } = database;
      const clinicId = randomUUID();
      second = randomUUID();
      await admin`insert into clinic (id, name, time_zone, country, emergency_number)
        values (${clinicId}, 'Mill Lane', 'Europe/London', 'GB', '999')`;
      await admin`insert into membership (id, clinic_id, user_id, role)
        values (${second}, ${clinicId}, ${owner.userId}, 'clinician')`;
    });

    test("changes clinic with the same end, and the old one is over", async () => {
      const { admin } = database;
      await admin`update login set expires_at = now() + interval '1 hour' where id = ${owner.loginId}`;
      const switched = await switchMembership(owner, second);
      const login = await readLogin(switched?.opened.id ?? "");
      expect(login?.clinic.name).toBe("Mill Lane");
      expect(login?.actor.role).toBe("clinician");
      expect(login?.memberships).toBe(2);
      expect(await readLogin(owner.loginId)).toBeNull();
      expect(switched?.opened.expiresAt.getTime()).toBeLessThanOrEqual(Date.now() + 3_600_000);
    });

    test("offers both, the one used last first", async () => {
      const choices = await membershipsOf(owner.userId);
      expect(choices.map(({ clinicName }) => clinicName)).toEqual(["Harbour Street", "Mill Lane"]);
    });

    test("can't change into somebody else's membership", async () => {
      const { admin } = database;
      const [stranger, theirs] = [randomUUID(), randomUUID()];
      await admin`insert into user_account (id, display_name) values (${stranger}, 'Bo Other')`;
      await admin`insert into membership (id, clinic_id, user_id, role)
        values (${theirs}, ${owner.clinicId}, ${stranger}, 'clinician')`;
      expect(await switchMembership(owner, theirs)).toBeNull();
      expect(await readLogin(owner.loginId)).not.toBeNull();
    });
  });

  test("the last owner can't be ended; a second owner can, with all logins", async () => {
    const { admin } = database;
    expect(await endMembership(owner, owner.membershipId)).toEqual({ ok: false, reason: "last-owner" });
    const [user, id] = [randomUUID(), randomUUID()];
    await admin`insert into user_account (id, display_name) values (${user}, 'Bo Owner')`;
    await admin`insert into membership (id, clinic_id, user_id, role) values (${id}, ${owner.clinicId}, ${user}, 'owner')`;
    await admin`insert into staff_member (clinic_id, id, user_id, role, display_name)
      values (${owner.clinicId}, ${id}, ${user}, 'owner', 'Bo Owner')`;
    const { id: theirs } = await preTenantTransaction((tx) =>
      openLogin(tx, { userId: user, membershipId: id, role: "owner" }),
    );
    expect(await endMembership(owner, id)).toEqual({ ok: true });
    expect(await readLogin(theirs)).toBeNull();
    expect(await endMembership(owner, id)).toEqual({ ok: false, reason: "not-found" });
  });
});
