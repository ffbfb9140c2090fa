/** Email and password to a login: counted before anything is verified, and alike for known and unknown people. */
import "server-only";
import { tryCredentials } from "@/db/account";
import type { OpenedLogin } from "@/db/login";
import { openLatestMembership } from "@/db/membership";
import { forgetTries, type Limit } from "@/db/rate-limit";
import { emailKey } from "@/domain/email-key";
import { isPassword } from "./password";

/** Tries in 15 minutes. A clinic's browsers share one address, so it may fail more often than one account. */
const PER_ACCOUNT = 10;
const PER_ADDRESS = 60;

export type Proof = { ok: true; userId: string } | { ok: false; reason: "wrong" } | TooMany;
type TooMany = { ok: false; reason: "too-many"; retryAfterSeconds: number };

/** Is this the account's password? `address`: where the try comes from. */
export async function provePassword(typed: { email: string; password: string; address: string }): Promise<Proof> {
  const key = emailKey(typed.email);
  const perAccount: Limit = { kind: "sign-in:account", subject: key, atMost: PER_ACCOUNT };
  const perAddress: Limit = { kind: "sign-in:address", subject: typed.address, atMost: PER_ADDRESS };
  const { verdict, found } = await tryCredentials(key, [perAccount, perAddress]);
  if (!verdict.allowed) return { ok: false, reason: "too-many", retryAfterSeconds: verdict.retryAfterSeconds };
  const matches = await isPassword(typed.password, found?.passwordHash ?? null);
  if (!found || !matches) return { ok: false, reason: "wrong" };
  await forgetTries(perAccount);
  return { ok: true, userId: found.userId };
}

export type SignedIn = { ok: true; opened: OpenedLogin; memberships: number } | Exclude<Proof, { ok: true }>;

/** `replaces`: the login this browser had before, which ends. Someone who belongs to no clinic is told no more than a stranger. */
export async function signInWithPassword(
  typed: { email: string; password: string; address: string },
  device: string | null,
  replaces: string | null,
): Promise<SignedIn> {
  const proof = await provePassword(typed);
  if (!proof.ok) return proof;
  const opened = await openLatestMembership(proof.userId, device, replaces);
  return opened ? { ok: true, ...opened } : { ok: false, reason: "wrong" };
}
