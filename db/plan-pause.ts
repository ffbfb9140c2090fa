/** The plan follows the phase: items that a new phase doesn't allow pause by themselves (CLINICAL 5.2). */
import "server-only";
import { newId } from "@/domain/new-id";
import { itemsToPause } from "@/domain/plan/checks";
import type { Phase } from "@/domain/vocabulary/phases";
import type { Tx } from "./client";
import { clinicToday } from "./hold";
import { runningPlan } from "./plan-history";
import { planPause } from "./schema/plan";
import type { Actor } from "./scope";

/** @returns how many items were paused */
export async function pauseItemsOutside(
  tx: Tx,
  actor: Actor,
  place: { patientId: string; episodeId: string; visitId: string },
  phase: Phase,
  startedAt = new Date(),
): Promise<number> {
  const running = await runningPlan(tx, actor, place.episodeId);
  if (!running) return 0;
  const items = running.versions.at(-1)?.items ?? [];
  const keys = itemsToPause(items, phase, running.outsideModel, running.own);
  if (keys.length === 0) return 0;
  const startedOn = await clinicToday(tx, actor, startedAt);
  await tx.insert(planPause).values(
    keys.map((itemKey) => ({
      clinicId: actor.clinicId,
      id: newId(),
      patientId: place.patientId,
      planId: running.planId,
      itemKey,
      cause: "phase" as const,
      visitId: place.visitId,
      startedOn,
      startedAt,
    })),
  );
  return keys.length;
}
