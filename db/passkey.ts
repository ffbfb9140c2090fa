/** A person's passkeys and what they were asked to sign. Public keys leave this module for auth/ alone. */
import "server-only";
import { and, asc, count, eq, gt, lt, sql } from "drizzle-orm";
import { newId } from "@/domain/new-id";
import { appendAudit } from "./audit";
import { preTenantTransaction, type Tx, withinClinic } from "./client";
import { passkey, passkeyChallenge, type passkeyPurpose, userAccount } from "./schema/account";
import type { Actor } from "./scope";

export const PASSKEYS_MAX = 10;
const CHALLENGE_MINUTES = 5;

export type PasskeyPurpose = (typeof passkeyPurpose.enumValues)[number];

export type Passkey = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null };

/** The actor's own passkeys, oldest first. */
export function listPasskeys(actor: Actor): Promise<Passkey[]> {
  return preTenantTransaction((tx) =>
    tx
      .select({
        id: passkey.id,
        name: passkey.name,
        createdAt: passkey.createdAt,
        lastUsedAt: passkey.lastUsedAt,
      })
      .from(passkey)
      .where(eq(passkey.userId, actor.userId))
      .orderBy(asc(passkey.createdAt), asc(passkey.id)),
  );
}

export type Credential = { id: string; transports: string[] };

/** Keeps a challenge for this login; answers with what the browser needs to know of the person and their passkeys. */
export function keepChallenge(
  actor: Actor,
  purpose: PasskeyPurpose,
  challenge: string,
): Promise<{ name: string; credentials: Credential[] }> {
  return preTenantTransaction(async (tx) => {
    await tx.delete(passkeyChallenge).where(lt(passkeyChallenge.expiresAt, sql`now()`));
    await tx.insert(passkeyChallenge).values({
      challenge,
      purpose,
      loginId: actor.loginId,
      expiresAt: sql`now() + make_interval(mins => ${CHALLENGE_MINUTES})`,
    });
    const [account] = await tx
      .select({ email: userAccount.email, displayName: userAccount.displayName })
      .from(userAccount)
      .where(eq(userAccount.id, actor.userId));
    const credentials = await tx
      .select({ id: passkey.credentialId, transports: passkey.transports })
      .from(passkey)
      .where(eq(passkey.userId, actor.userId));
    return { name: account?.email ?? account?.displayName ?? "", credentials };
  });
}

/** Spends a challenge: true once, for the login and the purpose it was made for, until it expires. */
export function spendChallenge(actor: Actor, purpose: PasskeyPurpose, challenge: string): Promise<boolean> {
  return preTenantTransaction(async (tx) => {
    const spent = await tx
      .delete(passkeyChallenge)
      .where(
        and(
          eq(passkeyChallenge.challenge, challenge),
          eq(passkeyChallenge.loginId, actor.loginId),
          eq(passkeyChallenge.purpose, purpose),
          gt(passkeyChallenge.expiresAt, sql`now()`),
        ),
      )
      .returning({ challenge: passkeyChallenge.challenge });
    return spent.length === 1;
  });
}

export type NewPasskey = Pick<
  typeof passkey.$inferInsert,
  "credentialId" | "publicKey" | "signCount" | "transports" | "name"
>;

export type AddedPasskey = { ok: true; id: string } | { ok: false; reason: "too_many" | "known" };

/** Adds one to the actor's account; the clinic in use hears of it. */
export function addPasskey(actor: Actor, key: NewPasskey): Promise<AddedPasskey> {
  return preTenantTransaction(async (tx) => {
    // The account's row is locked: two enrolments at once can't exceed the limit together.
    await tx.select({ id: userAccount.id }).from(userAccount).where(eq(userAccount.id, actor.userId)).for("update");
    const [held] = await tx.select({ n: count() }).from(passkey).where(eq(passkey.userId, actor.userId));
    if ((held?.n ?? 0) >= PASSKEYS_MAX) return { ok: false, reason: "too_many" };
    const [added] = await tx
      .insert(passkey)
      .values({ ...key, id: newId(), userId: actor.userId })
      .onConflictDoNothing()
      .returning({ id: passkey.id });
    if (!added) return { ok: false, reason: "known" };
    await audit(tx, actor, "passkey.add", added.id);
    return { ok: true, ...added };
  });
}

/** false when the actor has no such passkey (any more). */
export function removePasskey(actor: Actor, id: string): Promise<boolean> {
  return preTenantTransaction(async (tx) => {
    const removed = await tx
      .delete(passkey)
      .where(and(eq(passkey.id, id), eq(passkey.userId, actor.userId)))
      .returning({ id: passkey.id });
    if (removed.length === 0) return false;
    await audit(tx, actor, "passkey.remove", id);
    return true;
  });
}

export type StoredKey = { id: string; publicKey: string; signCount: number; transports: string[] };

/** The actor's own passkey by the authenticator's id of it; null when it is nobody's, removed, or another person's. */
export function findPasskey(actor: Actor, credentialId: string): Promise<StoredKey | null> {
  return preTenantTransaction(async (tx) => {
    const [found] = await tx
      .select({
        id: passkey.id,
        publicKey: passkey.publicKey,
        signCount: passkey.signCount,
        transports: passkey.transports,
      })
      .from(passkey)
      .where(and(eq(passkey.credentialId, credentialId), eq(passkey.userId, actor.userId)));
    return found ?? null;
  });
}

/** Notes a use; false when the key was removed or used meanwhile, since its counter is then another one. */
export function noteUse(actor: Actor, key: StoredKey, signCount: number): Promise<boolean> {
  return preTenantTransaction(async (tx) => {
    const noted = await tx
      .update(passkey)
      .set({ signCount, lastUsedAt: sql`now()` })
      .where(and(eq(passkey.id, key.id), eq(passkey.userId, actor.userId), eq(passkey.signCount, key.signCount)))
      .returning({ id: passkey.id });
    return noted.length === 1;
  });
}

function audit(tx: Tx, actor: Actor, action: "passkey.add" | "passkey.remove", objectId: string): Promise<void> {
  return withinClinic(tx, actor, () => appendAudit(tx, actor, { action, objectKind: "passkey", objectId }));
}
