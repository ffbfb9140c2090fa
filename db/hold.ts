/** Holds that act before a signature: overlays on the record set by a draft, and the plan's pause that follows. */
import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { dayIn } from "@/domain/clinic-clock";
import { newId } from "@/domain/new-id";
import type { Tx } from "./client";
import { clinic } from "./schema/clinic";
import { plan, planPause } from "./schema/plan";
import { holdOverlay } from "./schema/visit";
import type { Actor } from "./scope";

type Draft = { id: string; patientId: string; episodeId: string };

/** Shortest reason that says something (thresholds: override_reason_min_chars). */
const REASON_MIN = 10;

/** Pauses the patient's plan as of now; false when the flag stood already. The caller audits it, last. */
export async function setOverlay(
  tx: Tx,
  actor: Actor,
  draft: Draft,
  flag: string,
  setAt = new Date(),
): Promise<boolean> {
  const placed = await tx
    .insert(holdOverlay)
    .values({
      clinicId: actor.clinicId,
      id: newId(),
      patientId: draft.patientId,
      episodeId: draft.episodeId,
      visitId: draft.id,
      flag,
      setById: actor.membershipId,
      setAt,
    })
    .onConflictDoNothing()
    .returning({ id: holdOverlay.id });
  if (placed.length === 0) return false;
  await pausePlan(tx, actor, { ...draft, visitId: draft.id }, setAt);
  return true;
}

/** Takes a block of this draft back; the plan resumes when no other block of a draft stands. The caller audits it. */
export async function liftOverlay(
  tx: Tx,
  actor: Actor,
  draft: Draft,
  flag: string,
  reason: string | undefined,
): Promise<"lifted" | "nothing_set" | "needs_reason"> {
  const open = and(
    eq(holdOverlay.clinicId, actor.clinicId),
    eq(holdOverlay.visitId, draft.id),
    eq(holdOverlay.flag, flag),
    isNull(holdOverlay.unsetAt),
    isNull(holdOverlay.signedAt),
  );
  const [standing] = await tx.select({ id: holdOverlay.id }).from(holdOverlay).where(open);
  if (!standing) return "nothing_set";
  if (reason === undefined || reason.trim().length < REASON_MIN) return "needs_reason";
  await tx
    .update(holdOverlay)
    .set({ unsetAt: new Date(), unsetById: actor.membershipId, unsetReason: reason.trim() })
    .where(open);
  const [other] = await tx
    .select({ id: holdOverlay.id })
    .from(holdOverlay)
    .where(
      and(
        eq(holdOverlay.clinicId, actor.clinicId),
        eq(holdOverlay.episodeId, draft.episodeId),
        isNull(holdOverlay.unsetAt),
        isNull(holdOverlay.signedAt),
      ),
    )
    .limit(1);
  if (!other) await resumePlan(tx, actor, draft);
  return "lifted";
}

/** Pauses the running plan as a whole, once. */
export async function pausePlan(
  tx: Tx,
  actor: Actor,
  { patientId, episodeId, visitId }: { patientId: string; episodeId: string; visitId: string },
  startedAt = new Date(),
): Promise<void> {
  const startedOn = await clinicToday(tx, actor, startedAt);
  await tx.execute(sql`
    insert into plan_pause (clinic_id, id, patient_id, plan_id, item_key, cause, visit_id, started_on, started_at)
    select p.clinic_id, ${newId()}::uuid, ${patientId}::uuid, p.id, null, 'hold', ${visitId}::uuid, ${startedOn}::date,
      ${startedAt.toISOString()}::timestamptz
    from ${plan} p
    where p.clinic_id = ${actor.clinicId} and p.episode_id = ${episodeId} and p.ended_on is null
      and not exists (select 1 from ${planPause} q where q.clinic_id = p.clinic_id and q.plan_id = p.id
        and q.item_key is null and q.cause = 'hold' and q.ended_at is null)`);
}

/** Ends the pause that this draft's block began; a pause begun by a signed hold stays until a plan is assigned. */
async function resumePlan(tx: Tx, actor: Actor, draft: Draft): Promise<void> {
  const today = await clinicToday(tx, actor);
  await tx
    .update(planPause)
    .set({ endedAt: new Date(), endedOn: today })
    .where(
      and(
        eq(planPause.clinicId, actor.clinicId),
        eq(planPause.patientId, draft.patientId),
        eq(planPause.cause, "hold"),
        eq(planPause.visitId, draft.id),
        isNull(planPause.endedAt),
      ),
    );
}

/** Today in the clinic's zone. */
export async function clinicToday(tx: Tx, actor: Actor, now = new Date()): Promise<string> {
  const [row] = await tx.select({ timeZone: clinic.timeZone }).from(clinic).where(eq(clinic.id, actor.clinicId));
  if (!row) throw new Error("The actor's clinic is missing");
  return dayIn(row.timeZone, now);
}
