/** Holds that act before a signature: overlays on the record set by a draft, and the plan's pause that follows. */
import "server-only";
import { and, asc, eq, isNull, ne, sql } from "drizzle-orm";
import { dayIn } from "@/domain/clinic-clock";
import { newId } from "@/domain/new-id";
import type { Tx } from "./client";
import { clinic, staffMember } from "./schema/clinic";
import { plan, planPause } from "./schema/plan";
import { holdOverlay, visit } from "./schema/visit";
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
  await resumePlan(tx, actor, draft.episodeId);
  return "lifted";
}

/** Blocks that stand beside the fold: of visits nobody has signed yet, and of one entered late until the next visit takes them over. */
export async function openBlocks(tx: Tx, actor: Actor, episodeId: string) {
  return tx
    .select({
      visitId: holdOverlay.visitId,
      flag: holdOverlay.flag,
      setAt: holdOverlay.setAt,
      setOn: sql<string>`(${holdOverlay.setAt} at time zone ${clinic.timeZone})::date::text`,
      setBy: sql<string>`coalesce(${staffMember.displayName}, '')`,
      isOfDraft: sql<boolean>`${visit.state} = 'draft'`,
    })
    .from(holdOverlay)
    .innerJoin(clinic, eq(clinic.id, holdOverlay.clinicId))
    .innerJoin(visit, and(eq(visit.clinicId, holdOverlay.clinicId), eq(visit.id, holdOverlay.visitId)))
    .leftJoin(staffMember, and(eq(staffMember.clinicId, holdOverlay.clinicId), eq(staffMember.id, holdOverlay.setById)))
    .where(isOpen(actor, episodeId))
    .orderBy(asc(holdOverlay.setAt), asc(holdOverlay.flag));
}

export type OpenBlock = Awaited<ReturnType<typeof openBlocks>>[number];

const isOpen = (actor: Actor, episodeId: string) =>
  and(
    eq(holdOverlay.clinicId, actor.clinicId),
    eq(holdOverlay.episodeId, episodeId),
    isNull(holdOverlay.unsetAt),
    isNull(holdOverlay.signedAt),
  );

/** From now on the fold's hold rules: of the visit signed at that moment, and of those entered late before it. */
export async function handToFold(
  tx: Tx,
  actor: Actor,
  episodeId: string,
  blocks: readonly { visitId: string; flag: string }[],
  signedAt: Date,
): Promise<void> {
  for (const { visitId, flag } of blocks) {
    await tx
      .update(holdOverlay)
      .set({ signedAt })
      .where(and(isOpen(actor, episodeId), eq(holdOverlay.visitId, visitId), eq(holdOverlay.flag, flag)));
  }
}

/** A visit that took over blocks of late entries was voided: these stand beside the fold again. */
export async function takeBackFromFold(
  tx: Tx,
  actor: Actor,
  { visitId, episodeId }: { visitId: string; episodeId: string },
): Promise<void> {
  await tx
    .update(holdOverlay)
    .set({ signedAt: null })
    .where(
      and(
        eq(holdOverlay.clinicId, actor.clinicId),
        eq(holdOverlay.episodeId, episodeId),
        ne(holdOverlay.visitId, visitId),
        sql`${holdOverlay.signedAt} = (select v.signed_at from ${visit} v where v.clinic_id = ${actor.clinicId}
          and v.id = ${visitId})`,
        isNull(holdOverlay.unsetAt),
      ),
    );
}

/** Pauses the running plan as a whole, once. A signed hold makes a draft's pause its own: it lasts until a plan is assigned. */
export async function pausePlan(
  tx: Tx,
  actor: Actor,
  { patientId, episodeId, visitId }: { patientId: string; episodeId: string; visitId: string },
  startedAt = new Date(),
  isSigned = false,
): Promise<void> {
  const startedOn = await clinicToday(tx, actor, startedAt);
  if (isSigned) await tx.update(planPause).set({ visitId }).where(openPause(actor, episodeId));
  await tx.execute(sql`
    insert into plan_pause (clinic_id, id, patient_id, plan_id, item_key, cause, visit_id, started_on, started_at)
    select p.clinic_id, ${newId()}::uuid, ${patientId}::uuid, p.id, null, 'hold', ${visitId}::uuid, ${startedOn}::date,
      ${startedAt.toISOString()}::timestamptz
    from ${plan} p
    where p.clinic_id = ${actor.clinicId} and p.episode_id = ${episodeId} and p.ended_on is null
      and not exists (select 1 from ${planPause} q where q.clinic_id = p.clinic_id and q.plan_id = p.id
        and q.item_key is null and q.cause = 'hold' and q.ended_at is null)`);
}

/** Ends the pause that drafts' blocks began, once none stands; one of a signed hold stays until a plan is assigned. */
export async function resumePlan(tx: Tx, actor: Actor, episodeId: string): Promise<void> {
  const [standing] = await tx.select({ id: holdOverlay.id }).from(holdOverlay).where(isOpen(actor, episodeId)).limit(1);
  if (standing) return;
  const today = await clinicToday(tx, actor);
  await tx
    .update(planPause)
    .set({ endedAt: new Date(), endedOn: today })
    .where(
      and(
        openPause(actor, episodeId),
        sql`${planPause.visitId} in (select v.id from ${visit} v where v.clinic_id = ${actor.clinicId}
          and v.episode_id = ${episodeId} and v.state <> 'signed')`,
      ),
    );
}

/** The pause of the episode's whole plan that a hold began. */
const openPause = (actor: Actor, episodeId: string) =>
  and(
    eq(planPause.clinicId, actor.clinicId),
    sql`${planPause.planId} in (select p.id from ${plan} p where p.clinic_id = ${actor.clinicId}
      and p.episode_id = ${episodeId})`,
    eq(planPause.cause, "hold"),
    isNull(planPause.itemKey),
    isNull(planPause.endedAt),
  );

/** Today in the clinic's zone. */
export async function clinicToday(tx: Tx, actor: Actor, now = new Date()): Promise<string> {
  const [row] = await tx.select({ timeZone: clinic.timeZone }).from(clinic).where(eq(clinic.id, actor.clinicId));
  if (!row) throw new Error("The actor's clinic is missing");
  return dayIn(row.timeZone, now);
}
