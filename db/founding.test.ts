/** From an empty store through the demo to the real clinic: what each opens, and what the last one ends. */
import { expect, test } from "vitest";
import { findDemoClinic, openDemoLogin } from "./demo";
import { firstRun, foundFirstClinic, type NewClinic } from "./founding";
import { readLogin } from "./login";
import { openLatestMembership } from "./membership";
import { currentRuleSet } from "./rule-set";
import { loadDemoClinic } from "./seed/demo";
import { testDatabase } from "./testing/database";

const database = testDatabase();
const secret = { password: "heron-heron", passwordHash: "hash-of-the-demo" };
const harbour: NewClinic = {
  name: "Mill Lane",
  timeZone: "Europe/Berlin",
  country: "DE",
  emergencyNumber: "112",
  owner: { name: "Ada Owner", email: "ada@example.org", passwordHash: "hash-of-ada" },
};

test("first run, in order", async () => {
  expect(await firstRun()).toBe("empty");
  expect(await openDemoLogin("clinician", null, null)).toBeNull();

  const [demo, same] = await Promise.all([loadDemoClinic(secret), loadDemoClinic({ ...secret, password: "other" })]);
  expect(same.clinicId).toBe(demo.clinicId);
  expect(await firstRun()).toBe("demo");
  expect(await findDemoClinic()).toEqual(demo);

  const visitor = await openDemoLogin("clinician", "Firefox", null);
  const login = await readLogin(visitor?.opened.id ?? "");
  expect(login?.actor.role).toBe("owner");
  expect(login?.clinic.isDemo).toBe(true);
  expect([secret.password, "other"]).toContain(login?.clinic.demoPassword);
  if (!login) throw new Error("nobody is signed in to the demo");
  expect((await currentRuleSet(login.actor)).adopted).not.toBeNull();

  const taken = await foundFirstClinic(
    { ...harbour, owner: { ...harbour.owner, email: "M.Oduya@Harbour.example" } },
    null,
  );
  expect(taken).toEqual({ ok: false, reason: "email-taken" });
  expect(await firstRun()).toBe("demo");

  const owners = ["ada", "bo", "cleo", "dee"].map((name) => ({ ...harbour.owner, email: `${name}@example.org` }));
  const founded = await Promise.all(owners.map((owner) => foundFirstClinic({ ...harbour, owner }, null)));
  expect(founded.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await database.admin`select id from clinic where not is_demo`).toHaveLength(1);
  expect(await firstRun()).toBe("founded");

  // The demo's people are out and stay out.
  expect(await readLogin(visitor?.opened.id ?? "")).toBeNull();
  expect(await openDemoLogin("clinician", null, null)).toBeNull();
  expect(await openLatestMembership(login.actor.userId, null, null)).toBeNull();
  const [account] = await database.admin`select disabled_at from user_account where id = ${login.actor.userId}`;
  expect(account?.disabled_at).not.toBeNull();

  const real = founded.find((one) => one.ok);
  const owner = await readLogin(real?.ok ? real.opened.id : "");
  expect(owner?.clinic).toMatchObject({ name: "Mill Lane", isDemo: false, demoPassword: null });
});
