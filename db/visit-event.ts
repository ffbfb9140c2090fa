/** What is appended to a signed visit: one signed row each, and the visit's fields as they read since. */
import "server-only";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { newId } from "@/domain/new-id";
import { type Tx, transaction } from "./client";
import { staffMember } from "./schema/clinic";
import { visit, visitEvent } from "./schema/visit";
import type { Actor } from "./scope";
import { sign } from "./signature";
import type { Cover, SignedEventContent, SignedVisitContent } from "./signed-content";
import { staffNameIn } from "./staff";
import { lockVisit } from "./visit";

export type FieldAmendment = { path: string; old: unknown; new: unknown };
export type EventKind = SignedEventContent["event"]["kind"];

/** A visit with what was signed and appended so far, locked until the transaction ends. */
export async function lockRecord(tx: Tx, actor: Actor, visitId: string) {
  if (actor.role === "patient" || actor.role === "reception") return null;
  const row = await lockVisit(tx, actor, visitId);
  if (!row) return null;
  const [[signed], events] = await Promise.all([
    tx
      .select({ byId: visit.signedById, supervised: visit.signedSupervised, text: visit.signedText })
      .from(visit)
      .where(and(eq(visit.clinicId, actor.clinicId), eq(visit.id, visitId))),
    visitEvents(tx, actor, visitId),
  ]);
  const has = (kind: EventKind) => events.some((event) => event.kind === kind);
  return {
    row,
    events,
    signedById: signed?.byId ?? null,
    signedText: signed?.text ?? null,
    isVoid: has("void"),
    /** Signed by a supervised clinician. */
    isSupervised: signed?.supervised ?? false,
    isCosigned: has("co_sign"),
  };
}

export type LockedRecord = NonNullable<Awaited<ReturnType<typeof lockRecord>>>;

/** In the order they were appended. */
export function visitEvents(tx: Tx, actor: Actor, visitId: string) {
  return tx
    .select({
      id: visitEvent.id,
      kind: visitEvent.kind,
      reason: visitEvent.reason,
      changes: visitEvent.changes,
      byId: visitEvent.byId,
      at: visitEvent.at,
    })
    .from(visitEvent)
    .where(and(eq(visitEvent.clinicId, actor.clinicId), eq(visitEvent.visitId, visitId)))
    .orderBy(asc(visitEvent.at), asc(visitEvent.id));
}

/** Amendments and co-signatures of an episode's visits that still count, in the order they were appended. */
export function episodeAdditions(actor: Actor, episodeId: string) {
  const voided = alias(visitEvent, "voided");
  return transaction(actor, (tx) =>
    tx
      .select({
        id: visitEvent.id,
        visitOn: visit.visitOn,
        number: visit.number,
        kind: sql<"amend" | "co_sign">`${visitEvent.kind}`,
        reason: visitEvent.reason,
        changes: visitEvent.changes,
        by: staffMember.displayName,
        at: visitEvent.at,
      })
      .from(visitEvent)
      .innerJoin(visit, and(eq(visit.clinicId, visitEvent.clinicId), eq(visit.id, visitEvent.visitId)))
      .innerJoin(staffMember, and(eq(staffMember.clinicId, visitEvent.clinicId), eq(staffMember.id, visitEvent.byId)))
      .leftJoin(voided, and(eq(voided.clinicId, visit.clinicId), eq(voided.visitId, visit.id), eq(voided.kind, "void")))
      .where(
        and(
          eq(visitEvent.clinicId, actor.clinicId),
          eq(visit.episodeId, episodeId),
          inArray(visitEvent.kind, ["amend", "co_sign"]),
          isNull(voided.id),
        ),
      )
      .orderBy(asc(visitEvent.at), asc(visitEvent.id)),
  );
}

export type EpisodeAddition = Awaited<ReturnType<typeof episodeAdditions>>[number];

/** The visit's fields by path, as amended so far. */
export function amendedFields(
  signed: SignedVisitContent["fields"],
  events: readonly { kind: EventKind; changes: FieldAmendment[] | null }[],
): Map<string, unknown> {
  const fields = new Map(Object.entries(signed));
  for (const { kind, changes } of events) {
    if (kind !== "amend") continue;
    for (const change of changes ?? []) fields.set(change.path, change.new);
  }
  return fields;
}

/** Supervised clinicians add only to their own visits, and only until the co-signature (CLINICAL 11.9). */
export const mayAmend = (actor: Actor, record: Pick<LockedRecord, "signedById" | "isCosigned">): boolean =>
  actor.role !== "supervised_clinician" || (record.signedById === actor.membershipId && !record.isCosigned);

/**
 * Signs and appends one event.
 * @param event.rechecks rows the caller stored; the signature covers them
 */
export async function appendEvent(
  tx: Tx,
  actor: Actor,
  { row }: LockedRecord,
  event: {
    kind: EventKind;
    reason: string | null;
    changes?: FieldAmendment[];
    rechecks?: Cover[];
  },
): Promise<void> {
  const { kind, reason, changes = null, rechecks = [] } = event;
  const id = newId();
  // Taken behind the visit's lock: the order of events is that of their instants.
  const at = new Date();
  const signature = sign({
    event: { id, kind, visit: row.id, patient: row.patientId },
    reason,
    changes,
    rechecks,
    signed_by: { membership: actor.membershipId, name: await staffNameIn(tx, actor), at: at.toISOString() },
  } satisfies SignedEventContent);
  await tx.insert(visitEvent).values({
    clinicId: actor.clinicId,
    id,
    patientId: row.patientId,
    visitId: row.id,
    kind,
    reason,
    changes,
    byId: actor.membershipId,
    at,
    signedText: signature.text,
    signedHash: signature.hash,
    signedMac: signature.mac,
    signedKey: signature.key,
  });
}
