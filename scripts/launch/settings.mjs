/** Reads what the environment asks of a launcher and explains a bad value in one line. */
import { isIP } from "node:net";
import { resolve } from "node:path";
import { ROOT } from "./project.mjs";
import { Refusal } from "./say.mjs";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "::1"]);

/** An unset and an empty variable mean the same. */
function read(env, name) {
  const value = env[name]?.trim();
  return value === undefined || value === "" ? undefined : value;
}

function readPort(env) {
  const text = read(env, "PORT") ?? "3000";
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Refusal(`PORT must be a number from 1 to 65535, not "${text}".`);
  }
  return port;
}

function readHost(env) {
  const host = read(env, "HOST") ?? "127.0.0.1";
  const name = host.length <= 253 && /^[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i.test(host);
  if (isIP(host) === 0 && (!name || /^[\d.]+$/.test(host))) {
    throw new Refusal(`HOST must be an address or a host name to listen on, not "${host}".`);
  }
  return host;
}

function readUrl(env, name, protocols) {
  const text = read(env, name);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !protocols.includes(url.protocol) || (url.hostname === "" && !url.searchParams.has("host"))) {
    // Never the value: it may hold a password.
    throw new Refusal(`${name} must be a URL that begins with ${protocols.map((p) => `${p}//`).join(" or ")}.`);
  }
  return url;
}

function readAppUrl(env) {
  const url = readUrl(env, "APP_URL", ["http:", "https:"]);
  if (!url) return undefined;
  if (url.pathname !== "/" || url.search || url.hash || url.username) {
    throw new Refusal(`APP_URL must be an origin such as https://clinic.example, without path or password.`);
  }
  return url.origin;
}

/** Reminders by email: both there, or neither. */
function readMail(env) {
  const SMTP_URL = readUrl(env, "SMTP_URL", ["smtp:", "smtps:"])?.href;
  const MAIL_FROM = read(env, "MAIL_FROM");
  if (SMTP_URL !== undefined && MAIL_FROM === undefined) {
    throw new Refusal("SMTP_URL is set but MAIL_FROM is not: set whom reminders come from, or neither.");
  }
  if (MAIL_FROM === undefined) return {};
  if (SMTP_URL === undefined) throw new Refusal("MAIL_FROM is set but SMTP_URL is not: set both, or neither.");
  // The same rule as in env.ts.
  if (!/^(?:[^\s<>@"]+@[^\s<>@"]+|[^<>\r\n"]+ <[^\s<>@"]+@[^\s<>@"]+>)$/.test(MAIL_FROM)) {
    throw new Refusal("MAIL_FROM must be an address such as plan@clinic.example, or Name <plan@clinic.example>.");
  }
  return { SMTP_URL, MAIL_FROM };
}

/** A server's own secrets: both there and long enough, or a line that says which is not. */
export function checkSecrets({ AUTH_SECRET, SIGNING_KEYS }) {
  if (AUTH_SECRET === undefined) throw new Refusal("AUTH_SECRET is missing: set 32 or more random characters.");
  if (AUTH_SECRET.length < 32) throw new Refusal("AUTH_SECRET is too short: it needs 32 or more characters.");
  if (SIGNING_KEYS === undefined) throw new Refusal("SIGNING_KEYS is missing: set name:base64 of 32 random bytes.");
  const names = new Set();
  for (const entry of SIGNING_KEYS.split(",")) {
    const [, name, encoded] = /^([\w-]+):([A-Za-z\d+/]+={0,2})$/.exec(entry.trim()) ?? [];
    if (name === undefined || Buffer.from(encoded, "base64").length < 32) {
      throw new Refusal("SIGNING_KEYS must read name:base64[,name:base64], each key 32 bytes or more, current first.");
    }
    if (names.has(name)) throw new Refusal(`SIGNING_KEYS names the key "${name}" twice.`);
    names.add(name);
  }
}

/**
 * Everything a launcher needs to know, checked; secrets stay undefined where they may still be generated.
 * @param {Record<string, string | undefined>} env
 */
export function readSettings(env = process.env) {
  const port = readPort(env);
  const host = readHost(env);
  const databaseUrl = readUrl(env, "DATABASE_URL", ["postgres:", "postgresql:"])?.href;
  const ownerUrl = readUrl(env, "DATABASE_OWNER_URL", ["postgres:", "postgresql:"])?.href;
  if (ownerUrl !== undefined && databaseUrl === undefined) {
    throw new Refusal("DATABASE_OWNER_URL is set but DATABASE_URL is not: set both, or neither.");
  }
  const secrets = { AUTH_SECRET: read(env, "AUTH_SECRET"), SIGNING_KEYS: read(env, "SIGNING_KEYS") };
  if (databaseUrl !== undefined) checkSecrets(secrets);
  return {
    port,
    host,
    loopback: LOOPBACK.has(host),
    appUrl: readAppUrl(env),
    dataDir: resolve(ROOT, read(env, "DATA_DIR") ?? ".data"),
    embedded: databaseUrl === undefined,
    databaseUrl,
    ownerUrl,
    secrets,
    mail: readMail(env),
  };
}
