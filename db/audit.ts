/** The clinic's audit chain: each event carries the hash of the one before it. Ids and field names only. */
import "server-only";
import { sql } from "drizzle-orm";
import { newId } from "@/domain/new-id";
import type { Tx } from "./client";
import type { Actor } from "./scope";
import { canonicalJson } from "./signature";

export type AuditEntry = {
  /** Such as visit.sign, plan.assign, patient.create. */
  action: string;
  objectKind: string;
  objectId: string | null;
  patientId?: string | null;
  fields?: string[];
  detail?: Record<string, string | number | boolean | null>;
};

/** What the first event of a chain follows. */
export const GENESIS = "0".repeat(64);

/** Opens the chain of a new clinic; in the transaction that creates the clinic. */
export async function openAuditChain(tx: Tx, clinicId: string): Promise<void> {
  await tx.execute(sql`insert into audit_head (clinic_id, seq, hash) values (${clinicId}, 0, ${GENESIS})`);
}

/**
 * Appends one event in the caller's transaction, in one round trip.
 * Call it last: it locks the chain's head until the transaction ends.
 */
export async function appendAudit(
  tx: Tx,
  actor: Pick<Actor, "clinicId" | "userId" | "membershipId">,
  entry: AuditEntry,
): Promise<void> {
  const id = newId();
  const at = new Date().toISOString();
  const fields = entry.fields ?? [];
  const detail = entry.detail ?? {};
  const content = auditText({ id, at, actor, entry: { ...entry, fields, detail } });
  const appended = await tx.execute<{ seq: number }>(sql`
    with head as (select seq, hash from audit_head where clinic_id = ${actor.clinicId} for update),
    event as (
      insert into audit_event (clinic_id, id, seq, at, user_id, membership_id, action, patient_id, object_kind, object_id,
        fields, detail, prev_hash, hash)
      select ${actor.clinicId}, ${id}, head.seq + 1, ${at}::timestamptz, ${actor.userId}, ${actor.membershipId},
        ${entry.action}, ${entry.patientId ?? null}, ${entry.objectKind}, ${entry.objectId},
        ${sql.param(`{${fields.map((field) => JSON.stringify(field)).join(",")}}`)}::text[],
        ${JSON.stringify(detail)}::jsonb, head.hash,
        encode(sha256(convert_to(head.hash || '|' || (head.seq + 1)::text || '|' || ${content}::text, 'UTF8')), 'hex')
      from head returning seq, hash
    )
    update audit_head set seq = event.seq, hash = event.hash from event
    where audit_head.clinic_id = ${actor.clinicId} returning audit_head.seq`);
  if (appended.length !== 1) throw new Error("The clinic's audit chain has no head");
}

/** What an event's hash covers besides its place in the chain. */
export function auditText(event: {
  id: string;
  at: string;
  actor: Pick<Actor, "userId" | "membershipId">;
  entry: AuditEntry;
}): string {
  const { id, at, actor, entry } = event;
  return canonicalJson({
    id,
    at,
    user: actor.userId,
    membership: actor.membershipId,
    action: entry.action,
    patient: entry.patientId ?? null,
    object: [entry.objectKind, entry.objectId],
    fields: entry.fields ?? [],
    detail: entry.detail ?? {},
  });
}
