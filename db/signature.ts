/** Makes a signed record checkable: canonical JSON, its SHA-256, and an HMAC with a named server key. */
import "server-only";
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { environment } from "@/env";

export type Signature = { text: string; hash: string; mac: string; key: string };

/** JSON with sorted keys and without undefined members: the same content gives the same text on every machine. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((entry) => canonicalJson(entry ?? null)).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** Signs with the current (first) key of SIGNING_KEYS. */
export function sign(content: unknown): Signature {
  const text = canonicalJson(content);
  const hash = sha256(text);
  const [current] = environment().SIGNING_KEYS;
  if (!current) throw new Error("SIGNING_KEYS holds no key");
  return { text, hash, mac: macOf(hash, current.key), key: current.name };
}

/** "key missing" is not "broken": the row may be whole, but nobody here can say so. */
export function checkSignature(signature: Signature): "ok" | "broken" | "key_missing" {
  if (sha256(signature.text) !== signature.hash) return "broken";
  const named = environment().SIGNING_KEYS.find((key) => key.name === signature.key);
  if (!named) return "key_missing";
  const expected = Buffer.from(macOf(signature.hash, named.key), "hex");
  const found = Buffer.from(signature.mac, "hex");
  return expected.length === found.length && timingSafeEqual(expected, found) ? "ok" : "broken";
}

function macOf(hash: string, key: Uint8Array): string {
  return createHmac("sha256", key).update(hash, "utf8").digest("hex");
}
