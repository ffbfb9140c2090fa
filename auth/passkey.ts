/** Passkeys (WebAuthn): made after the password, asked to sign a challenge that works once, soon, and for one login. */
import "server-only";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { addPasskey, findPasskey, keepChallenge, noteUse, spendChallenge } from "@/db/passkey";
import type { Actor } from "@/db/scope";
import { isDatabaseUnavailable, sqlState } from "@/db/unavailable";
import type { NewPasskeyAnswer, PasskeyAnswer } from "@/domain/confirmation";
import { appOrigin } from "./app-address";

const PRODUCT = "Counterpoise";

/** The configured address is who asks; null when there is none, since a key is bound to it for good. */
function relyingParty(): { origin: string; id: string } | null {
  const origin = appOrigin();
  return origin === null ? null : { origin, id: new URL(origin).hostname };
}

/** What a browser is given to make a passkey; the caller has confirmed the person. null = no address to bind it to. */
export async function offerPasskey(actor: Actor) {
  const party = relyingParty();
  if (!party) return null;
  const challenge = newChallenge();
  const { name, credentials } = await keepChallenge(actor, "enrol", challenge);
  return generateRegistrationOptions({
    rpName: PRODUCT,
    rpID: party.id,
    userName: name,
    userID: new TextEncoder().encode(actor.userId),
    challenge: Uint8Array.from(Buffer.from(challenge, "base64url")),
    attestationType: "none",
    excludeCredentials: credentials,
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
  });
}
export type PasskeyOffer = NonNullable<Awaited<ReturnType<typeof offerPasskey>>>;

export type Enrolled = { ok: true } | { ok: false; reason: "refused" | "too_many" | "known" };

/** Takes the new passkey when it answers a challenge of this login, here, with the person verified by the device. */
export async function enrolPasskey(actor: Actor, name: string, answer: NewPasskeyAnswer): Promise<Enrolled> {
  const party = relyingParty();
  if (!party) return { ok: false, reason: "refused" };
  const verified = await verifyRegistrationResponse({
    response: answer,
    expectedChallenge: (challenge) => spendChallenge(actor, "enrol", challenge),
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
  }).catch(refusedUnlessFault);
  if (!verified?.verified) return { ok: false, reason: "refused" };
  const { id, publicKey, counter } = verified.registrationInfo.credential;
  const added = await addPasskey(actor, {
    name,
    credentialId: id,
    publicKey: Buffer.from(publicKey).toString("base64url"),
    signCount: counter,
    transports: answer.response.transports ?? [],
  });
  return added.ok ? { ok: true } : added;
}

/** What a browser is given to have a passkey sign; null when the person has none. */
export async function challengePasskey(actor: Actor) {
  const party = relyingParty();
  if (!party) return null;
  const challenge = newChallenge();
  const { credentials } = await keepChallenge(actor, "confirm", challenge);
  if (credentials.length === 0) return null;
  return generateAuthenticationOptions({
    rpID: party.id,
    challenge: Uint8Array.from(Buffer.from(challenge, "base64url")),
    allowCredentials: credentials,
    userVerification: "required",
  });
}

/** Is this the actor's own passkey, over a challenge of this login that was not used before? */
export async function isPasskeyOf(actor: Actor, answer: PasskeyAnswer): Promise<boolean> {
  const party = relyingParty();
  const stored = await findPasskey(actor, answer.id);
  if (!party || !stored) return false;
  const verified = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: (challenge) => spendChallenge(actor, "confirm", challenge),
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: {
      id: answer.id,
      publicKey: Uint8Array.from(Buffer.from(stored.publicKey, "base64url")),
      counter: stored.signCount,
      transports: stored.transports,
    },
  }).catch(refusedUnlessFault);
  return verified?.verified === true && (await noteUse(actor, stored, verified.authenticationInfo.newCounter));
}

/** The library throws whatever does not hold; a fault of the database is no verdict about the person. */
function refusedUnlessFault(error: unknown): null {
  if (isDatabaseUnavailable(error) || sqlState(error) !== null) throw error;
  return null;
}

const newChallenge = (): string => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url");
