/** What a patient asked to be sent outside the app: started and ended by the patient, found by its secret's hash alone. */
import "server-only";
import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import { newId } from "@/domain/new-id";
import { preTenantTransaction, type Tx } from "./client";
import type { PatientActor } from "./portal-place";
import { membership, subscription, userAccount } from "./schema/account";

export type SubscriptionKind = "calendar" | "reminder";

export type Subscription = {
  id: string;
  kind: SubscriptionKind;
  language: string;
  /** The patient's own scope, as long as the membership lasts. */
  actor: PatientActor;
};

export const isRunning = isNull(subscription.endedAt);

export async function runningSubscriptions(actor: PatientActor): Promise<SubscriptionKind[]> {
  const rows = await preTenantTransaction((tx) =>
    tx
      .select({ kind: subscription.kind })
      .from(subscription)
      .where(and(eq(subscription.membershipId, actor.membershipId), isRunning)),
  );
  return rows.map(({ kind }) => kind);
}

/** A new secret ends the old one. Reminders are begun in db/reminder.ts. */
export function startSubscription(
  actor: PatientActor,
  wanted: { kind: SubscriptionKind; tokenHash: string; language: string },
): Promise<void> {
  return preTenantTransaction(async (tx) => {
    await endRunning(tx, actor, wanted.kind);
    await tx.insert(subscription).values({
      id: newId(),
      kind: wanted.kind,
      clinicId: actor.clinicId,
      membershipId: actor.membershipId,
      userId: actor.userId,
      patientId: actor.patientId,
      tokenHash: wanted.tokenHash,
      language: wanted.language,
    });
  });
}

/** What runs goes on in the language the patient reads by now; what has ended stays as it was. */
export async function translateSubscriptions(actor: PatientActor, language: string): Promise<void> {
  await preTenantTransaction((tx) =>
    tx
      .update(subscription)
      .set({ language })
      .where(and(eq(subscription.membershipId, actor.membershipId), isRunning)),
  );
}

export function endSubscription(actor: PatientActor, kind: SubscriptionKind): Promise<void> {
  return preTenantTransaction((tx) => endRunning(tx, actor, kind));
}

async function endRunning(tx: Tx, actor: PatientActor, kind: SubscriptionKind): Promise<void> {
  await tx
    .update(subscription)
    .set({ endedAt: sql`now()` })
    .where(and(eq(subscription.membershipId, actor.membershipId), eq(subscription.kind, kind), isRunning));
}

const columns = {
  id: subscription.id,
  kind: subscription.kind,
  language: subscription.language,
  clinicId: subscription.clinicId,
  membershipId: subscription.membershipId,
  userId: subscription.userId,
  patientId: subscription.patientId,
};

/** Of people whose membership and account still stand. */
export const isLive = and(
  isNull(membership.disabledAt),
  or(isNull(membership.expiresAt), gt(membership.expiresAt, sql`now()`)),
  isNull(userAccount.disabledAt),
);

function found(row: { [K in keyof typeof columns]: (typeof subscription.$inferSelect)[K] }): Subscription {
  const { id, kind, language, ...who } = row;
  return { id, kind, language, actor: { ...who, role: "patient", loginId: id, aal: 1 } };
}

/** null: unknown, ended, or its owner's access has ended. */
export async function findSubscription(tokenHash: string): Promise<Subscription | null> {
  const [row] = await preTenantTransaction((tx) =>
    tx
      .select(columns)
      .from(subscription)
      .innerJoin(membership, eq(membership.id, subscription.membershipId))
      .innerJoin(userAccount, eq(userAccount.id, subscription.userId))
      .where(and(eq(subscription.tokenHash, tokenHash), isRunning, isLive)),
  );
  return row ? found(row) : null;
}

/** By the secret alone, for whoever has the mail; unknown or ended before changes nothing. */
export async function endSubscriptionByToken(tokenHash: string, kind: SubscriptionKind): Promise<void> {
  await preTenantTransaction((tx) =>
    tx
      .update(subscription)
      .set({ endedAt: sql`now()` })
      .where(and(eq(subscription.tokenHash, tokenHash), eq(subscription.kind, kind), isRunning)),
  );
}
