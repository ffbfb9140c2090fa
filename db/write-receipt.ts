/** Makes a write that may arrive twice happen once: same id + same body = the first answer; other body = refused. */
import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Tx } from "./client";
import { writeReceipt } from "./schema/audit";
import type { Actor } from "./scope";
import { canonicalJson, sha256 } from "./signature";

export type Answer<T> = { status: number; answer: T };
export type Once<T> = ({ kind: "first" | "repeated" } & Answer<T>) | { kind: "other_body" };

/**
 * Runs `work` unless this write (by its client-made id) was answered before, in the caller's transaction.
 * Two copies under way at once: the second waits for the first, then gets its answer.
 * A conflict's answer is kept too: what is sent once it is settled is another write, with an id of its own.
 */
export async function once<T>(
  tx: Tx,
  actor: Actor,
  write: { id: string; kind: string; body: unknown },
  work: () => Promise<Answer<T>>,
): Promise<Once<T>> {
  const bodyHash = sha256(canonicalJson({ kind: write.kind, user: actor.userId, body: write.body }));
  const placed = await tx
    .insert(writeReceipt)
    .values({
      clinicId: actor.clinicId,
      id: write.id,
      userId: actor.userId,
      kind: write.kind,
      bodyHash,
      status: 0,
      // JSON null: the column is never SQL null.
      answer: sql`'null'::jsonb`,
    })
    .onConflictDoNothing()
    .returning({ id: writeReceipt.id });
  const mine = and(eq(writeReceipt.clinicId, actor.clinicId), eq(writeReceipt.id, write.id));
  if (placed.length === 0) {
    const [earlier] = await tx
      .select({ bodyHash: writeReceipt.bodyHash, status: writeReceipt.status, answer: writeReceipt.answer })
      .from(writeReceipt)
      .where(mine);
    if (earlier?.bodyHash !== bodyHash) return { kind: "other_body" };
    return { kind: "repeated", status: earlier.status, answer: earlier.answer as T };
  }
  const { status, answer } = await work();
  await tx
    .update(writeReceipt)
    .set({ status, answer: sql`${JSON.stringify(answer)}::jsonb` })
    .where(mine);
  return { kind: "first", status, answer };
}
