/** What was added to a signed visit and what may be added still, for its page. */
import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import type { VisitAssessment } from "@/domain/assessment";
import { isAmendable } from "@/domain/visit/amendable";
import { parseDraftPath } from "@/domain/visit/parse-path";
import type { Phase } from "@/domain/vocabulary/phases";
import type { Tx } from "./client";
import { foldCosigned } from "./cosign-visit";
import { pageRead } from "./page-read";
import { assessment, assessmentRecheck } from "./schema/assessment";
import { staffMember } from "./schema/clinic";
import { planVersion } from "./schema/plan";
import { visit } from "./schema/visit";
import type { Actor } from "./scope";
import type { SignedVisitContent } from "./signed-content";
import { standingResult } from "./standing";
import { type VisitRow, visitContext } from "./visit-context";
import { amendedFields, type EventKind, type FieldAmendment, mayAmend, visitEvents } from "./visit-event";

export type VisitAdditions = {
  events: { id: string; kind: EventKind; reason: string | null; by: string; at: Date; changes: FieldAmendment[] }[];
  /** What may be amended, as it reads now; empty when the actor may not. */
  amendable: { path: string; value: unknown }[];
  mayAmend: boolean;
  mayVoid: boolean;
  isVoid: boolean;
  /** A plan was assigned since the signing. */
  isPlanned: boolean;
  /** Waits for a co-signature; `proposal` is the move it would make, for whoever may give it. */
  waiting: { mayCosign: boolean; proposal: { from: Phase; to: Phase } | null } | null;
  /** The visit as it stands and as it would read now, where these differ. */
  difference: { stands: VisitAssessment; now: VisitAssessment } | null;
};

/** null when there is no such visit, or it isn't the actor's to see. */
export function visitAdditions(actor: Actor, visitId: string): Promise<VisitAdditions | null> {
  return pageRead(actor, async (tx) => {
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
        signedById: visit.signedById,
        isSupervised: visit.signedSupervised,
        signedText: visit.signedText,
        isPlanned: sql<boolean>`exists (select 1 from ${planVersion} v where v.clinic_id = ${visit.clinicId}
          and v.patient_id = ${visit.patientId} and v.assigned_at >= ${visit.signedAt})`,
      })
      .from(visit)
      .where(and(eq(visit.clinicId, actor.clinicId), eq(visit.id, visitId)));
    if (!row) return null;
    const [events, staff, newest] = await Promise.all([
      visitEvents(tx, actor, visitId),
      tx
        .select({ id: staffMember.id, name: staffMember.displayName })
        .from(staffMember)
        .where(eq(staffMember.clinicId, actor.clinicId)),
      newestRecheck(tx, actor, visitId),
    ]);
    const names = new Map(staff.map(({ id, name }) => [id, name]));
    const has = (kind: EventKind) => events.some((event) => event.kind === kind);
    const isVoid = has("void");
    const isSigned = row.state === "signed";
    const isNoShow = row.kind === "did_not_attend" && row.state === "draft";
    const amends = isSigned && !isVoid && mayAmend(actor, { signedById: row.signedById, isCosigned: has("co_sign") });
    const isWaiting = isSigned && row.isSupervised && !isVoid && !has("co_sign");
    return {
      events: events.map(({ byId, changes, ...event }) => ({
        ...event,
        changes: changes ?? [],
        by: names.get(byId) ?? "",
      })),
      amendable: amends ? amendableFields(row.signedText, events) : [],
      mayAmend: amends,
      mayVoid: !isVoid && ((isSigned && actor.role !== "supervised_clinician") || isNoShow),
      isVoid,
      isPlanned: row.isPlanned,
      waiting: isWaiting ? await waitingFor(tx, actor, row) : null,
      difference: isVoid ? null : newest,
    };
  });
}

function amendableFields(signedText: string | null, events: Awaited<ReturnType<typeof visitEvents>>) {
  if (signedText === null) return [];
  const { fields } = JSON.parse(signedText) as SignedVisitContent;
  return [...amendedFields(fields, events)].flatMap(([path, value]) => {
    const at = parseDraftPath(path);
    return value !== null && at && isAmendable(at, value, null) ? [{ path, value }] : [];
  });
}

async function waitingFor(
  tx: Tx,
  actor: Actor,
  row: VisitRow & { signedById: string | null },
): Promise<VisitAdditions["waiting"]> {
  const mayCosign = actor.role !== "supervised_clinician" && row.signedById !== actor.membershipId;
  const context = await visitContext(tx, actor, row, "");
  const { own, later } = context;
  if (!own) return { mayCosign, proposal: null };
  const to = foldCosigned(context, own).assessment.phase_after;
  const applies = later.every((other) => other.supervised) && to !== own.result.phase_after;
  return { mayCosign, proposal: applies ? { from: own.result.phase_after, to } : null };
}

/** The newest recheck that only flags, where it differs from what stands. */
async function newestRecheck(tx: Tx, actor: Actor, visitId: string): Promise<VisitAdditions["difference"]> {
  const [row] = await tx
    .select({ now: assessmentRecheck.result, differs: assessmentRecheck.differs, stands: standingResult() })
    .from(assessmentRecheck)
    .innerJoin(
      assessment,
      and(eq(assessment.clinicId, assessmentRecheck.clinicId), eq(assessment.visitId, assessmentRecheck.visitId)),
    )
    .where(and(eq(assessmentRecheck.clinicId, actor.clinicId), eq(assessmentRecheck.visitId, visitId)))
    .orderBy(desc(assessmentRecheck.createdAt), desc(assessmentRecheck.id))
    .limit(1);
  if (!row?.differs || JSON.stringify(row.now) === JSON.stringify(row.stands)) return null;
  return { stands: row.stands, now: row.now };
}
