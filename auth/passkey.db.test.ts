import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import { beforeEach, expect, test } from "vitest";
import { preTenantTransaction } from "@/db/client";
import { openLogin } from "@/db/login";
import { listPasskeys, PASSKEYS_MAX, removePasskey } from "@/db/passkey";
import type { Actor } from "@/db/scope";
import { testDatabase } from "@/db/testing/database";
import { newTestClinic } from "@/db/testing/founded-clinic";
import { type NewPasskeyAnswer, newPasskeyAnswer, type PasskeyAnswer, passkeyAnswer } from "@/domain/confirmation";
import { challengePasskey, enrolPasskey, isPasskeyOf, offerPasskey } from "./passkey";
import { confirmPerson } from "./reauthenticate";

const database = testDatabase();
const HERE = "http://localhost:3000";
const PRESENT = 1;
const VERIFIED = 4;
const WITH_KEY = 64;

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64url");
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();

/** A security key in software: ES256, no attestation, a counter that rises. */
function newAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = crypto.getRandomValues(new Uint8Array(32));
  let counter = 0;
  const coseKey = isoCBOR.encode(
    new Map<number, number | Uint8Array<ArrayBuffer>>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Uint8Array.from(Buffer.from(x, "base64url"))],
      [-3, Uint8Array.from(Buffer.from(y, "base64url"))],
    ]),
  );
  const authData = (flags: number, rpId: string, key: Uint8Array = new Uint8Array()) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.of(flags), count, key]);
  };
  const clientData = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const common = { id: base64(id), rawId: base64(id), type: "public-key" as const, clientExtensionResults: {} };
  return {
    setCounter(next: number) {
      counter = next;
    },
    make(challenge: string, { origin = HERE, rpId = "localhost", flags = PRESENT | VERIFIED } = {}): NewPasskeyAnswer {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const held = Buffer.concat([new Uint8Array(16), length, id, coseKey]);
      const attestationObject = isoCBOR.encode(
        new Map<string, string | Map<string, string> | Uint8Array<ArrayBuffer>>([
          ["fmt", "none"],
          ["attStmt", new Map()],
          ["authData", Uint8Array.from(authData(flags | WITH_KEY, rpId, held))],
        ]),
      );
      const response = {
        clientDataJSON: base64(clientData("webauthn.create", challenge, origin)),
        attestationObject: base64(attestationObject),
        transports: ["usb"],
      };
      return newPasskeyAnswer.parse({ ...common, response });
    },
    sign(challenge: string, { origin = HERE, rpId = "localhost", flags = PRESENT | VERIFIED } = {}): PasskeyAnswer {
      counter += 1;
      const client = clientData("webauthn.get", challenge, origin);
      const data = authData(flags, rpId);
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
      const response = {
        clientDataJSON: base64(client),
        authenticatorData: base64(data),
        signature: base64(signature),
      };
      return passkeyAnswer.parse({ ...common, response });
    },
  };
}

let owner: Actor;
beforeEach(async () => {
  ({ owner } = await newTestClinic());
});

const offer = async (actor = owner) => (await offerPasskey(actor))!.challenge;
const challenge = async (actor = owner) => (await challengePasskey(actor))!.challenge;

async function enrolled(actor = owner) {
  const key = newAuthenticator();
  expect(await enrolPasskey(actor, "Key on my key ring", key.make(await offer(actor)))).toEqual({ ok: true });
  return key;
}

const events = async () =>
  (
    await database.admin`select action from audit_event where clinic_id = ${owner.clinicId} and action like 'passkey.%'
      order by seq`
  ).map(({ action }) => action);

test("a passkey is added, listed by its name, and confirms the person", async () => {
  const key = await enrolled();
  expect(await listPasskeys(owner)).toMatchObject([{ name: "Key on my key ring", lastUsedAt: null }]);
  expect(await confirmPerson(owner, { passkey: key.sign(await challenge()) })).toEqual({ ok: true, by: "passkey" });
  expect((await listPasskeys(owner))[0]?.lastUsedAt).toBeInstanceOf(Date);
});

test("whoever has none is asked for none", async () => {
  expect(await challengePasskey(owner)).toBeNull();
});

test("a challenge works once", async () => {
  const key = await enrolled();
  const asked = await challenge();
  expect(await isPasskeyOf(owner, key.sign(asked))).toBe(true);
  expect(await isPasskeyOf(owner, key.sign(asked))).toBe(false);
});

test("the same answer sent twice at once confirms once", async () => {
  const key = await enrolled();
  const answer = key.sign(await challenge());
  const confirmed = await Promise.all([isPasskeyOf(owner, answer), isPasskeyOf(owner, answer)]);
  expect(confirmed.filter(Boolean)).toHaveLength(1);
});

test("a challenge expires", async () => {
  const key = await enrolled();
  const asked = await challenge();
  await database.admin`update passkey_challenge set expires_at = now() where challenge = ${asked}`;
  expect(await isPasskeyOf(owner, key.sign(asked))).toBe(false);
});

test("a challenge is of one login and one purpose", async () => {
  const key = await enrolled();
  const elsewhere = { ...owner, loginId: (await preTenantTransaction((tx) => openLogin(tx, owner))).id };
  expect(await isPasskeyOf(owner, key.sign(await challenge(elsewhere)))).toBe(false);
  expect(await isPasskeyOf(owner, key.sign(await offer()))).toBe(false);
  expect(await isPasskeyOf(owner, key.sign(base64("a challenge that nobody made")))).toBe(false);
});

test("another site, another address, or a person the device did not verify: refused", async () => {
  const key = await enrolled();
  expect(await isPasskeyOf(owner, key.sign(await challenge(), { origin: "https://clinic.example" }))).toBe(false);
  expect(await isPasskeyOf(owner, key.sign(await challenge(), { rpId: "clinic.example" }))).toBe(false);
  expect(await isPasskeyOf(owner, key.sign(await challenge(), { flags: PRESENT }))).toBe(false);
  const other = newAuthenticator();
  for (const wrong of [{ origin: "https://clinic.example" }, { rpId: "clinic.example" }, { flags: PRESENT }]) {
    expect(await enrolPasskey(owner, "Not here", other.make(await offer(), wrong))).toMatchObject({ ok: false });
  }
});

test("an altered signature is refused", async () => {
  const key = await enrolled();
  const answer = key.sign(await challenge());
  const other = newAuthenticator().sign(await challenge());
  expect(
    await isPasskeyOf(owner, { ...answer, response: { ...answer.response, signature: other.response.signature } }),
  ).toBe(false);
});

test("a counter that did not rise is a copied key", async () => {
  const key = await enrolled();
  expect(await isPasskeyOf(owner, key.sign(await challenge()))).toBe(true);
  key.setCounter(0);
  expect(await isPasskeyOf(owner, key.sign(await challenge()))).toBe(false);
});

test("a passkey confirms nobody but its owner", async () => {
  const key = await enrolled();
  const { owner: stranger } = await newTestClinic();
  await enrolled(stranger);
  expect(await isPasskeyOf(stranger, key.sign(await challenge(stranger)))).toBe(false);
  const [mine] = await listPasskeys(owner);
  expect(await removePasskey(stranger, mine!.id)).toBe(false);
  expect(await listPasskeys(owner)).toHaveLength(1);
});

test("a removed passkey is refused, and the clinic's chain remembers both", async () => {
  const key = await enrolled();
  const asked = await challenge();
  const [mine] = await listPasskeys(owner);
  expect(await removePasskey(owner, mine!.id)).toBe(true);
  expect(await removePasskey(owner, mine!.id)).toBe(false);
  expect(await confirmPerson(owner, { passkey: key.sign(asked) })).toEqual({ ok: false, reason: "passkey-refused" });
  expect(await events()).toEqual(["passkey.add", "passkey.remove"]);
});

test("one key is added once, and ten are enough", async () => {
  const key = await enrolled();
  expect(await enrolPasskey(owner, "Again", key.make(await offer()))).toEqual({ ok: false, reason: "known" });
  for (let held = 1; held < PASSKEYS_MAX; held++) await enrolled();
  expect(await enrolPasskey(owner, "One more", newAuthenticator().make(await offer()))).toEqual({
    ok: false,
    reason: "too_many",
  });
});
