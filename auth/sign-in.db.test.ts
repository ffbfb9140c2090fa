/** Signing in against the real database: counted before it is verified, alike for strangers, and gone when revoked. */
import { randomBytes } from "node:crypto";
import { verify } from "@node-rs/argon2";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { revokeLogin } from "@/db/login";
import type { Actor } from "@/db/scope";
import { testDatabase } from "@/db/testing/database";
import { newTestClinic } from "@/db/testing/founded-clinic";
import { isDatabaseUnavailable } from "@/db/unavailable";
import { authOptions } from "./next-auth";
import { hashPassword, isPassword } from "./password";
import { signInWithPassword } from "./password-sign-in";
import { confirmPassword } from "./reauthenticate";

// Real hashes, counted: how long one takes says nothing on a busy machine.
vi.mock("@node-rs/argon2", { spy: true });

const database = testDatabase();
const PASSWORD = "seven quiet herons";
let owner: Actor;
let email: string;
let address: string;

beforeEach(async () => {
  ({ owner, ownerEmail: email } = await newTestClinic(await hashPassword(PASSWORD)));
  address = `2001:db8:${randomBytes(2).toString("hex")}:1`;
});

const signIn = (typed: { email?: string; password?: string; address?: string }) =>
  signInWithPassword({ email, password: PASSWORD, address, ...typed }, "Firefox", null);

/** A try that found no connection within its wait was never made: the browser is told to try again, and does. */
async function untilAnswered<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isDatabaseUnavailable(error)) throw error;
    }
  }
}

describe("signing in", () => {
  test("takes the right password, however the email is spelt", async () => {
    expect(await signIn({})).toMatchObject({ ok: true, memberships: 1 });
    expect(await signIn({ email: ` ${email.toUpperCase()} ` })).toMatchObject({ ok: true });
    // Full-width letters are the same letters.
    const wide = email.replace("owner", "ｏｗｎｅｒ");
    expect(await signIn({ email: wide })).toMatchObject({ ok: true });
    // A Cyrillic letter that looks the same is another one.
    expect(await signIn({ email: email.replace("o", "о") })).toEqual({ ok: false, reason: "wrong" });
  });

  test("verifies ten of two hundred parallel tries, and then not even the right one", async () => {
    const tries = await Promise.all(
      Array.from({ length: 200 }, (_, n) => untilAnswered(() => signIn({ password: `guess number ${n}` }))),
    );
    expect(tries.filter((tried) => !tried.ok && tried.reason === "wrong")).toHaveLength(10);
    expect(tries.filter((tried) => !tried.ok && tried.reason === "too-many")).toHaveLength(190);
    const right = await signIn({});
    expect(right).toMatchObject({ ok: false, reason: "too-many" });
    if (!right.ok && right.reason === "too-many") expect(right.retryAfterSeconds).toBeGreaterThan(14 * 60);
  });

  test("is open again a quarter of an hour after the first try", async () => {
    await Promise.all(Array.from({ length: 11 }, () => untilAnswered(() => signIn({ password: "wrong every time" }))));
    await database.admin`update rate_counter set window_start = now() - interval '14 minutes 50 seconds'`;
    expect(await signIn({})).toMatchObject({ ok: false, reason: "too-many" });
    await database.admin`update rate_counter set window_start = now() - interval '15 minutes'`;
    expect(await signIn({})).toMatchObject({ ok: true });
  });

  test("counts an address too, over many accounts", async () => {
    const tries = await Promise.all(
      Array.from({ length: 70 }, (_, n) =>
        untilAnswered(() => signIn({ email: `someone${n}@example.org`, password: "one guess each" })),
      ),
    );
    expect(tries.filter((tried) => !tried.ok && tried.reason === "too-many")).toHaveLength(10);
    // Others come in from elsewhere.
    expect(await signIn({ address: "198.51.100.7" })).toMatchObject({ ok: true });
  });

  test("forgets the tries once it succeeded", async () => {
    for (let n = 0; n < 12; n += 1) {
      await signIn({ password: "wrong every time" });
      expect(await signIn({})).toMatchObject({ ok: true });
    }
  });

  test("answers a stranger as it answers a wrong password, after the same work", async () => {
    /** Cost of each hash that was compared with while signing in: what the answer's time is made of. */
    const worked = async (typed: { email?: string }) => {
      vi.mocked(verify).mockClear();
      expect(await signIn({ ...typed, password: "not this one" })).toEqual({ ok: false, reason: "wrong" });
      return vi
        .mocked(verify)
        .mock.calls.map(([stored]) => /^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+/.exec(String(stored))?.[0]);
    };
    expect(await worked({ email: "nobody@example.org" })).toEqual(["$argon2id$v=19$m=19456,t=2,p=1"]);
    expect(await worked({})).toEqual(["$argon2id$v=19$m=19456,t=2,p=1"]);
  });

  test("is refused for a disabled account in the same words", async () => {
    await database.admin`update user_account set disabled_at = now() where id = ${owner.userId}`;
    expect(await signIn({})).toEqual({ ok: false, reason: "wrong" });
  });

  test("is refused to somebody who belongs nowhere any more", async () => {
    await database.admin`update membership set disabled_at = now() where id = ${owner.membershipId}`;
    expect(await signIn({})).toEqual({ ok: false, reason: "wrong" });
  });
});

describe("the token", () => {
  const jwt = (token: Record<string, unknown>, asked: Record<string, unknown> = {}) =>
    authOptions().callbacks?.jwt?.({ token, ...asked } as never);

  test("holds the login id, whatever a client asks to have written into it", async () => {
    const asked = { trigger: "update", session: { role: "owner", login: "another" } };
    expect(await jwt({ login: owner.loginId, role: "owner" }, asked)).toEqual({ login: owner.loginId });
  });

  test("is let go of once the login was revoked", async () => {
    await revokeLogin(owner.loginId);
    await expect(jwt({ login: owner.loginId })).rejects.toThrow("ended");
    await expect(jwt({})).rejects.toThrow("ended");
  });

  test("is followed nowhere but to this app", async () => {
    const redirect = authOptions().callbacks?.redirect;
    expect(await redirect?.({ url: "https://evil.example/", baseUrl: "https://evil.example" })).toBe(
      "http://localhost:3000",
    );
  });
});

describe("the password once more", () => {
  test("confirms the person who is signed in, ten tries at a time", async () => {
    expect(await confirmPassword(owner, PASSWORD)).toEqual({ ok: true });
    const tries = await Promise.all(Array.from({ length: 30 }, () => confirmPassword(owner, "not this one")));
    expect(tries.filter((tried) => !tried.ok && tried.reason === "wrong")).toHaveLength(10);
    expect(await confirmPassword(owner, PASSWORD)).toMatchObject({ ok: false, reason: "too-many" });
  });

  test("never confirms somebody who has none", async () => {
    await database.admin`update user_account set password_hash = null where id = ${owner.userId}`;
    expect(await confirmPassword(owner, "")).toEqual({ ok: false, reason: "wrong" });
  });
});

test("a password of a megabyte is refused without being hashed", async () => {
  const stored = await hashPassword(PASSWORD);
  vi.mocked(verify).mockClear();
  expect(await isPassword("x".repeat(1_000_000), stored)).toBe(false);
  expect(verify).not.toHaveBeenCalled();
  expect(await isPassword(PASSWORD, stored)).toBe(true);
  expect(verify).toHaveBeenCalledTimes(1);
});
