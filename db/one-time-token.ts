/** One-time tokens: issued as a hash, looked at without being spent, consumed once. All inside a pre-tenant transaction. */
import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { newId } from "@/domain/new-id";
import type { Tx } from "./client";
import { oneTimeToken } from "./schema/account";

type NewToken = Pick<typeof oneTimeToken.$inferInsert, "kind" | "clinicId" | "userId" | "patientId" | "invitation"> & {
  tokenHash: string;
  createdBy: string;
  /** How long it opens its door. */
  days: number;
};

export async function issueToken(tx: Tx, { days, ...token }: NewToken): Promise<{ id: string; expiresAt: Date }> {
  const id = newId();
  const expiresAt = new Date(Date.now() + days * 86_400_000);
  await tx.insert(oneTimeToken).values({ ...token, id, expiresAt });
  return { id, expiresAt };
}

const isOpen = and(isNull(oneTimeToken.usedAt), gt(oneTimeToken.expiresAt, sql`now()`));

/** Spends the token; null when it is unknown, spent or expired, also for the second of two at the same time. */
export async function consumeToken(tx: Tx, tokenHash: string) {
  const [token] = await tx
    .update(oneTimeToken)
    .set({ usedAt: sql`now()` })
    .where(and(eq(oneTimeToken.tokenHash, tokenHash), isOpen))
    .returning({
      kind: oneTimeToken.kind,
      clinicId: oneTimeToken.clinicId,
      patientId: oneTimeToken.patientId,
      invitation: oneTimeToken.invitation,
    });
  return token ?? null;
}

/** Closes a patient's older links when a new one is made. */
export async function closePatientTokens(tx: Tx, clinicId: string, patientId: string): Promise<void> {
  await tx
    .update(oneTimeToken)
    .set({ expiresAt: sql`now()` })
    .where(and(eq(oneTimeToken.clinicId, clinicId), eq(oneTimeToken.patientId, patientId), isOpen));
}

/** Closes one open token of the clinic; false when there is none. */
export async function closeToken(tx: Tx, clinicId: string, id: string): Promise<boolean> {
  const closed = await tx
    .update(oneTimeToken)
    .set({ expiresAt: sql`now()` })
    .where(and(eq(oneTimeToken.clinicId, clinicId), eq(oneTimeToken.id, id), isOpen))
    .returning({ id: oneTimeToken.id });
  return closed.length === 1;
}
