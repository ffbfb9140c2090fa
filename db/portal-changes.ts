/** What of the plan changed since the patient last saw it or logged a session on it: versions, and what was paused in between. */
import "server-only";
import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { type PlanChange, planDifference } from "@/domain/plan/difference";
import type { PlanItem } from "@/domain/plan/item";
import type { Tx } from "./client";
import type { RunningPlan } from "./plan-history";
import type { PatientActor } from "./portal-place";
import { homeSession } from "./schema/home-session";
import { planVersion } from "./schema/plan";

/** The version that was looked at, and when. */
export type SeenPlan = { versionId: string; at: Date };

/** @param seen what this phone's reader confirmed; null: nothing */
export async function unseenChanges(
  tx: Tx,
  actor: PatientActor,
  running: RunningPlan,
  seen: SeenPlan | null,
): Promise<PlanChange[]> {
  const [first] = running.versions;
  const newest = running.versions.at(-1);
  if (!first || !newest) return [];
  const logged = await lastLogged(tx, actor, running.planId);
  const known = [seen, logged].flatMap((one) => {
    const version = running.versions.find(({ id }) => id === one?.versionId);
    return one && version ? [{ version, at: one.at }] : [];
  });
  // Nobody confirmed anything yet: the first version is the one that was handed over.
  const from = known.reduce((a, b) => (isLater(b, a) ? b : a), { version: first, at: first.assignedAt });
  return planDifference(asItWas(running, from.version.items, from.at), newest.items);
}

type Known = { version: { number: number }; at: Date };
const isLater = (a: Known, b: Known): boolean =>
  a.version.number === b.version.number ? a.at > b.at : a.version.number > b.version.number;

/** The newest version that a session was logged on, with the last session on it. */
async function lastLogged(tx: Tx, actor: PatientActor, planId: string): Promise<SeenPlan | null> {
  const [row] = await tx
    .select({ versionId: planVersion.id, performedAt: homeSession.performedAt, receivedAt: homeSession.receivedAt })
    .from(homeSession)
    .innerJoin(
      planVersion,
      and(eq(planVersion.clinicId, homeSession.clinicId), eq(planVersion.id, homeSession.planVersionId)),
    )
    .where(
      and(
        eq(homeSession.clinicId, actor.clinicId),
        eq(homeSession.patientId, actor.patientId),
        eq(planVersion.planId, planId),
        isNotNull(homeSession.planVersionId),
        isNull(homeSession.voidedAt),
      ),
    )
    .orderBy(desc(planVersion.number), desc(homeSession.receivedAt))
    .limit(1);
  return row ? { versionId: row.versionId, at: row.performedAt ?? row.receivedAt } : null;
}

/** A version's items with what paused them at that instant; a version itself says nothing of pauses. */
function asItWas({ pauses }: RunningPlan, items: readonly PlanItem[], at: Date): PlanItem[] {
  const open = pauses.filter(({ startedAt, endedAt }) => startedAt <= at && (endedAt === null || endedAt > at));
  return items.map((item) => ({ ...item, paused: open.find(({ itemKey }) => itemKey === item.id)?.cause ?? null }));
}
