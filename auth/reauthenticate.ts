/** The signed-in person's password once more, before an act that needs it (Sign visit). */
import "server-only";
import { tryCredentialsOf } from "@/db/account";
import { forgetTries, type Limit } from "@/db/rate-limit";
import type { Actor } from "@/db/scope";
import { isPassword } from "./password";

/** In 15 minutes. */
const TRIES = 10;

export type Confirmation =
  | { ok: true }
  | { ok: false; reason: "wrong" }
  | { ok: false; reason: "too-many"; retryAfterSeconds: number };

/** Counted before it is compared; a person without a password is never confirmed. */
export async function confirmPassword(actor: Actor, password: string): Promise<Confirmation> {
  const limit: Limit = { kind: "confirm:account", subject: actor.userId, atMost: TRIES };
  const { verdict, found } = await tryCredentialsOf(actor.userId, [limit]);
  if (!verdict.allowed) return { ok: false, reason: "too-many", retryAfterSeconds: verdict.retryAfterSeconds };
  if (!(await isPassword(password, found?.passwordHash ?? null))) return { ok: false, reason: "wrong" };
  await forgetTries(limit);
  return { ok: true };
}
