/** Visits of an episode: starting one, finding a draft again, discarding it, listing them. */
import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { VisitAssessment } from "@/domain/assessment";
import { dayIn } from "@/domain/clinic-clock";
import { newId } from "@/domain/new-id";
import type { DraftValue } from "@/domain/visit/field-values";
import { draftPath } from "@/domain/visit/fields";
import { type DayRefusal, refuseVisitDay } from "@/domain/visit/visit-day";
import { appendAudit } from "./audit";
import { refreshCaseload } from "./caseload-refresh";
import { type Tx, transaction } from "./client";
import { pageRead } from "./page-read";
import { assessment } from "./schema/assessment";
import { clinic, staffMember } from "./schema/clinic";
import { episode, patient } from "./schema/patient";
import { holdOverlay, type VISIT_KINDS, visit, visitDraftField, visitEvent } from "./schema/visit";
import type { Actor } from "./scope";
import { isNotVoided, standingResult } from "./standing";
import { dayBounds } from "./visit-day";

export type VisitKind = (typeof VISIT_KINDS)[number];

export type StartedVisit =
  | { ok: true; visitId: string; resumed: boolean }
  | { ok: false; reason: "not_found" | "no_open_episode" | DayRefusal };

type VisitStart = { patientId: string; kind: VisitKind; visitOn?: string };

/** When a record that comes from elsewhere was made. The caller refreshes the caseload row itself, once, at the end. */
export type Replay = { at: Date };

/**
 * Opens a draft in the patient's open episode, or returns the one this person already has there.
 * @param input.visitOn clinical day in the clinic's zone; today unless given
 */
export function startVisit(actor: Actor, input: VisitStart): Promise<StartedVisit> {
  return transaction(actor, (tx) => startVisitIn(tx, actor, input));
}

/** As startVisit, inside the caller's transaction. */
export async function startVisitIn(tx: Tx, actor: Actor, input: VisitStart, replay?: Replay): Promise<StartedVisit> {
  if (actor.role === "patient") return { ok: false, reason: "no_open_episode" };
  const [open] = await tx
    .select({
      id: episode.id,
      timeZone: clinic.timeZone,
      startedOn: episode.startedOn,
      birthDate: patient.birthDate,
    })
    .from(episode)
    .innerJoin(clinic, eq(clinic.id, episode.clinicId))
    .innerJoin(patient, and(eq(patient.clinicId, episode.clinicId), eq(patient.id, episode.patientId)))
    .where(
      and(
        eq(episode.clinicId, actor.clinicId),
        eq(episode.patientId, input.patientId),
        sql`${episode.closedOn} is null`,
      ),
    )
    .for("update", { of: episode });
  if (!open) return { ok: false, reason: "no_open_episode" };
  const createdAt = replay?.at ?? new Date();
  const today = dayIn(open.timeZone, createdAt);
  const visitOn = input.visitOn ?? today;
  const refusal = refuseVisitDay(visitOn, { ...open, today });
  if (refusal !== null) return { ok: false, reason: refusal };
  const [running] = await tx
    .select({ id: visit.id })
    .from(visit)
    .where(
      and(
        eq(visit.clinicId, actor.clinicId),
        eq(visit.episodeId, open.id),
        eq(visit.state, "draft"),
        eq(visit.kind, input.kind),
        eq(visit.createdById, actor.membershipId),
        // Each missed visit is one of its own; the key pressed twice is the same one.
        input.kind === "did_not_attend" ? and(eq(visit.visitOn, visitOn), isNotVoided()) : undefined,
      ),
    )
    .limit(1);
  if (running) return { ok: true, visitId: running.id, resumed: true };
  const visitId = await insertDraft(tx, actor, { ...input, episodeId: open.id, visitOn, createdAt });
  if (!replay) await refreshCaseload(tx, actor, input.patientId);
  return { ok: true, visitId, resumed: false };
}

/** Treatment and decision visits are visits of the fold; a contact only brings what it holds of flags (CLINICAL 11.4). */
export const isFolded = (kind: VisitKind): boolean => kind === "treatment" || kind === "decision";

async function insertDraft(
  tx: Tx,
  actor: Actor,
  draft: { patientId: string; episodeId: string; kind: VisitKind; visitOn: string; createdAt: Date },
): Promise<string> {
  const id = newId();
  // The episode's row is locked: numbers can't be taken twice.
  const ofEpisode = sql`from ${visit} v where v.clinic_id = ${actor.clinicId} and v.episode_id = ${draft.episodeId}`;
  await tx.insert(visit).values({
    clinicId: actor.clinicId,
    id,
    ...draft,
    createdById: actor.membershipId,
    number: isFolded(draft.kind) ? sql`(select coalesce(max(v.number), 0) + 1 ${ofEpisode})` : null,
    seq: sql`(select coalesce(max(v.seq), 0) + 1 ${ofEpisode} and v.visit_on = ${draft.visitOn})`,
  });
  if (draft.kind === "did_not_attend") {
    // Said by the key that opened it; it can be changed to a cancellation.
    await tx.insert(visitDraftField).values({
      clinicId: actor.clinicId,
      visitId: id,
      patientId: draft.patientId,
      path: draftPath.alone("no_show"),
      value: { kind: "did_not_attend" } satisfies DraftValue<"no_show">,
      updatedById: actor.membershipId,
    });
  }
  return id;
}

/** Changes the day of a draft; the order within the new day is at its end. */
export async function moveDraft(
  actor: Actor,
  visitId: string,
  visitOn: string,
): Promise<{ ok: true } | { ok: false; reason: "not_found" | "not_a_draft" | DayRefusal }> {
  return transaction(actor, async (tx) => {
    const draft = await lockVisit(tx, actor, visitId);
    if (!draft) return { ok: false, reason: "not_found" };
    if (draft.state !== "draft") return { ok: false, reason: "not_a_draft" };
    if (draft.visitOn === visitOn) return { ok: true };
    const refusal = refuseVisitDay(visitOn, await dayBounds(tx, actor, draft));
    if (refusal !== null) return { ok: false, reason: refusal };
    await tx
      .update(visit)
      .set({
        visitOn,
        seq: sql`(select coalesce(max(v.seq), 0) + 1 from ${visit} v where v.clinic_id = ${actor.clinicId}
          and v.episode_id = ${draft.episodeId} and v.visit_on = ${visitOn})`,
        version: sql`${visit.version} + 1`,
      })
      .where(and(eq(visit.clinicId, actor.clinicId), eq(visit.id, visitId)));
    await refreshCaseload(tx, actor, draft.patientId);
    return { ok: true };
  });
}

/** Ends a draft that was started by mistake. Refused while it holds a block: that is lifted with a reason first. */
export async function discardDraft(
  actor: Actor,
  visitId: string,
): Promise<{ ok: true; patientId: string } | { ok: false; reason: "not_found" | "not_a_draft" | "holds_block" }> {
  return transaction(actor, async (tx) => {
    const draft = await lockVisit(tx, actor, visitId);
    if (!draft) return { ok: false, reason: "not_found" };
    if (draft.state !== "draft") return { ok: false, reason: "not_a_draft" };
    const [block] = await tx
      .select({ id: holdOverlay.id })
      .from(holdOverlay)
      .where(
        and(
          eq(holdOverlay.clinicId, actor.clinicId),
          eq(holdOverlay.visitId, visitId),
          sql`${holdOverlay.unsetAt} is null`,
        ),
      )
      .limit(1);
    if (block) return { ok: false, reason: "holds_block" };
    await tx
      .update(visit)
      .set({ state: "discarded", number: null, version: sql`${visit.version} + 1` })
      .where(and(eq(visit.clinicId, actor.clinicId), eq(visit.id, visitId)));
    await refreshCaseload(tx, actor, draft.patientId);
    await appendAudit(tx, actor, {
      action: "visit.discard",
      objectKind: "visit",
      objectId: visitId,
      patientId: draft.patientId,
    });
    return { ok: true, patientId: draft.patientId };
  });
}

/** The visit's own row, locked until the transaction ends; undefined when it isn't the actor's to see. */
export async function lockVisit(tx: Tx, actor: Actor, visitId: string) {
  // Whoever calls: a visit is not the patient's to write.
  if (actor.role === "patient") return undefined;
  const [row] = await tx
    .select({
      id: visit.id,
      patientId: visit.patientId,
      episodeId: visit.episodeId,
      kind: visit.kind,
      state: visit.state,
      visitOn: visit.visitOn,
      seq: visit.seq,
      number: visit.number,
      version: visit.version,
      createdById: visit.createdById,
    })
    .from(visit)
    .where(and(eq(visit.clinicId, actor.clinicId), eq(visit.id, visitId)))
    .for("update");
  return row;
}

/** Every visit of a patient, newest first, with the result that stands and what was added. Discarded drafts are left out. */
export function listVisits(actor: Actor, patientId: string) {
  const isCosigned = sql<boolean>`exists (select 1 from ${visitEvent} e where e.clinic_id = ${visit.clinicId}
    and e.visit_id = ${visit.id} and e.kind = 'co_sign')`;
  return pageRead(actor, (tx) =>
    tx
      .select({
        id: visit.id,
        episodeId: visit.episodeId,
        number: visit.number,
        kind: visit.kind,
        state: visit.state,
        visitOn: visit.visitOn,
        seq: visit.seq,
        signedAt: visit.signedAt,
        signedBy: staffMember.displayName,
        result: sql<VisitAssessment | null>`${standingResult()}`,
        voidedAt: visitEvent.at,
        isCosigned,
        awaitsCosign: sql<boolean>`${visit.signedSupervised} and not ${isCosigned}`,
        amendments: sql<number>`(select count(*)::int from ${visitEvent} a where a.clinic_id = ${visit.clinicId}
          and a.visit_id = ${visit.id} and a.kind = 'amend')`,
      })
      .from(visit)
      .leftJoin(assessment, and(eq(assessment.clinicId, visit.clinicId), eq(assessment.visitId, visit.id)))
      .leftJoin(staffMember, and(eq(staffMember.clinicId, visit.clinicId), eq(staffMember.id, visit.signedById)))
      .leftJoin(
        visitEvent,
        and(eq(visitEvent.clinicId, visit.clinicId), eq(visitEvent.visitId, visit.id), eq(visitEvent.kind, "void")),
      )
      .where(
        and(eq(visit.clinicId, actor.clinicId), eq(visit.patientId, patientId), sql`${visit.state} <> 'discarded'`),
      )
      .orderBy(desc(visit.visitOn), desc(visit.seq), asc(visit.id)),
  );
}
