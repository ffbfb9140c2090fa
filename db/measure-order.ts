/** The order in which a clinician takes measures, kept per profile. */
import "server-only";
import { and, eq } from "drizzle-orm";
import type { Profile } from "@/domain/visit/profiles";
import { type Tx, transaction } from "./client";
import { measureOrder } from "./schema/habit";
import type { Actor } from "./scope";

export type MeasureOrders = Partial<Record<Profile, string[]>>;

export async function measureOrdersIn(tx: Tx, actor: Actor): Promise<MeasureOrders> {
  const rows = await tx
    .select({ profile: measureOrder.profile, rows: measureOrder.rows })
    .from(measureOrder)
    .where(and(eq(measureOrder.clinicId, actor.clinicId), eq(measureOrder.userId, actor.userId)));
  return Object.fromEntries(rows.map(({ profile, rows: order }) => [profile, order]));
}

export function keepMeasureOrder(actor: Actor, profile: Profile, rows: string[]): Promise<void> {
  return transaction(actor, async (tx) => {
    await tx
      .insert(measureOrder)
      .values({ clinicId: actor.clinicId, userId: actor.userId, profile, rows })
      .onConflictDoUpdate({
        target: [measureOrder.clinicId, measureOrder.userId, measureOrder.profile],
        set: { rows },
      });
  });
}
