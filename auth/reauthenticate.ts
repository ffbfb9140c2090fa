/** The signed-in person's password or passkey once more, before an act that needs it (Sign visit). */
import "server-only";
import { tryCredentialsOf } from "@/db/account";
import { forgetTries, type Limit } from "@/db/rate-limit";
import type { Actor } from "@/db/scope";
import type { ConfirmedBy, Proof } from "@/domain/confirmation";
import { isPasskeyOf } from "./passkey";
import { isPassword } from "./password";

/** In 15 minutes. */
const TRIES = 10;

type Refused = { ok: false; reason: "wrong" } | { ok: false; reason: "too-many"; retryAfterSeconds: number };
export type Confirmation = { ok: true } | Refused;
/** `by` goes into the audit event of the act. */
export type ConfirmedPerson = { ok: true; by: ConfirmedBy } | Refused | { ok: false; reason: "passkey-refused" };

/** A passkey can't be guessed, so only passwords are counted. */
export async function confirmPerson(actor: Actor, proof: Proof): Promise<ConfirmedPerson> {
  if ("passkey" in proof) {
    return (await isPasskeyOf(actor, proof.passkey))
      ? { ok: true, by: "passkey" }
      : { ok: false, reason: "passkey-refused" };
  }
  const confirmed = await confirmPassword(actor, proof.password);
  return confirmed.ok ? { ok: true, by: "password" } : confirmed;
}

/** Counted before it is compared; a person without a password is never confirmed. */
export async function confirmPassword(actor: Actor, password: string): Promise<Confirmation> {
  const limit: Limit = { kind: "confirm:account", subject: actor.userId, atMost: TRIES };
  const { verdict, found } = await tryCredentialsOf(actor.userId, [limit]);
  if (!verdict.allowed) return { ok: false, reason: "too-many", retryAfterSeconds: verdict.retryAfterSeconds };
  if (!(await isPassword(password, found?.passwordHash ?? null))) return { ok: false, reason: "wrong" };
  await forgetTries(limit);
  return { ok: true };
}
