import { describe, expect, test } from "vitest";
import { readSettings } from "./settings.mjs";

const KEY = Buffer.alloc(32, 7).toString("base64");
const SERVER = {
  DATABASE_URL: "postgres://app:secret@db.example/counterpoise",
  AUTH_SECRET: "x".repeat(32),
  SIGNING_KEYS: `2026:${KEY}`,
};

/** The one line a person reads. */
function refusal(env: Record<string, string>): string {
  try {
    readSettings(env);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("the settings were accepted");
}

test("with nothing set it serves on loopback from the embedded database", () => {
  expect(readSettings({})).toMatchObject({ port: 3000, host: "127.0.0.1", loopback: true, embedded: true });
});

test("an empty variable counts as unset", () => {
  expect(readSettings({ PORT: "", DATABASE_URL: "  ", APP_URL: "" })).toEqual(readSettings({}));
});

describe("PORT", () => {
  test.each(["1", "3000", "65535"])("%s is a port", (port) => {
    expect(readSettings({ PORT: port }).port).toBe(Number(port));
  });
  test.each(["0", "65536", "-1", "3e3", "80.5", "http"])("%s is none", (port) => {
    expect(refusal({ PORT: port })).toContain("PORT");
  });
});

describe("HOST", () => {
  test.each(["0.0.0.0", "::", "127.0.0.1", "clinic.example", "localhost"])("%s can be listened on", (host) => {
    expect(readSettings({ HOST: host }).host).toBe(host);
  });
  test.each(["300.1.1.1", "a host", "http://x", "-x"])("%s can't", (host) => {
    expect(refusal({ HOST: host })).toContain("HOST");
  });
});

describe("APP_URL", () => {
  test("is kept as an origin", () => {
    expect(readSettings({ APP_URL: "https://Clinic.example/" }).appUrl).toBe("https://clinic.example");
  });
  test.each(["clinic.example", "ftp://x", "https://x/path", "https://x?y", "https://me@x"])("%s is refused", (url) => {
    expect(refusal({ APP_URL: url })).toContain("APP_URL");
  });
});

describe("a PostgreSQL server", () => {
  test("is taken with its secrets, its host in the URL or as a socket folder", () => {
    expect(readSettings(SERVER)).toMatchObject({ embedded: false, secrets: { AUTH_SECRET: SERVER.AUTH_SECRET } });
    const socket = "postgres:///counterpoise?host=/run/postgresql";
    expect(readSettings({ ...SERVER, DATABASE_URL: socket }).databaseUrl).toBe(socket);
  });
  test.each(["AUTH_SECRET", "SIGNING_KEYS"])("needs %s", (name) => {
    expect(refusal({ ...SERVER, [name]: "" })).toContain(`${name} is missing`);
  });
  test("needs a secret of 32 characters and keys of 32 bytes, each named once", () => {
    expect(refusal({ ...SERVER, AUTH_SECRET: "x".repeat(31) })).toContain("too short");
    expect(refusal({ ...SERVER, SIGNING_KEYS: `a:${Buffer.alloc(31).toString("base64")}` })).toContain("SIGNING_KEYS");
    expect(refusal({ ...SERVER, SIGNING_KEYS: `a:${KEY},a:${KEY}` })).toContain('"a" twice');
  });
  test("takes an older key behind the current one", () => {
    expect(readSettings({ ...SERVER, SIGNING_KEYS: `b:${KEY}, a:${KEY}` }).embedded).toBe(false);
  });
  test("a bad URL is refused without repeating it, for it may hold a password", () => {
    expect(refusal({ ...SERVER, DATABASE_URL: "mysql://app:secret@db" })).not.toContain("secret");
  });
  test("an owner's login alone is a mistake", () => {
    expect(refusal({ DATABASE_OWNER_URL: "postgres://owner@db/x" })).toContain("DATABASE_URL is not");
  });
});

describe("reminders by email", () => {
  const MAIL = { SMTP_URL: "smtps://plan:secret@mail.example", MAIL_FROM: "Harbour Street <plan@clinic.example>" };
  test("are off with nothing set, and on with a server and an address, bare or named", () => {
    expect(readSettings({}).mail).toEqual({});
    expect(readSettings(MAIL).mail).toEqual(MAIL);
    expect(readSettings({ ...MAIL, MAIL_FROM: "plan@clinic.example" }).mail).toMatchObject({ SMTP_URL: MAIL.SMTP_URL });
  });
  test("need both", () => {
    expect(refusal({ SMTP_URL: MAIL.SMTP_URL })).toContain("MAIL_FROM is not");
    expect(refusal({ MAIL_FROM: MAIL.MAIL_FROM })).toContain("SMTP_URL is not");
  });
  test.each(["https://mail.example", "mail.example:25", "smtp:"])(
    "%s is no mail server, and is not repeated",
    (url) => {
      expect(refusal({ ...MAIL, SMTP_URL: url })).toMatch(
        /^SMTP_URL must be a URL that begins with smtp:\/\/ or smtps:/,
      );
    },
  );
  test.each(["plan", "a b@c", "x@y>\nBcc: z@w", "Me <me>"])("nobody writes from %j", (from) => {
    expect(refusal({ ...MAIL, MAIL_FROM: from })).toContain("MAIL_FROM must be an address");
  });
});
