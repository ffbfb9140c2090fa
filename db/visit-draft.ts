/** A draft's fields: accepted one by one against their versions, with blocking flags acting at once. */
import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { checkDraftField, type FieldRefusal } from "@/domain/visit/check-field";
import type { DraftValue } from "@/domain/visit/field-values";
import { draftPath } from "@/domain/visit/fields";
import { parseDraftPath } from "@/domain/visit/parse-path";
import { type FlagId, flagById, isBlocking } from "@/domain/vocabulary/flags";
import { type AuditEntry, appendAudit } from "./audit";
import { refreshCaseload } from "./caseload-refresh";
import type { Tx } from "./client";
import { liftOverlay, setOverlay } from "./hold";
import { staffMember } from "./schema/clinic";
import { visit, visitDraftField } from "./schema/visit";
import type { Actor } from "./scope";
import { canonicalJson } from "./signature";
import { lockVisit, type Replay } from "./visit";

export type FieldChange = {
  path: string;
  /** null clears the field: missing again. */
  value: unknown;
  /** The version this change was typed over; 0 = the field had never been saved. */
  base: number;
};

export type FieldState = { path: string; value: unknown; version: number };
export type FieldConflict = FieldState & { mine: unknown; by: string; at: string };
export type RejectedField = { path: string; code: FieldRefusal | "lift_needs_reason" };

export type SavedDraft =
  | {
      ok: true;
      version: number;
      saved: { path: string; version: number }[];
      conflicts: FieldConflict[];
      rejected: RejectedField[];
      held: boolean;
      /** All of the draft as it is now, where others wrote since the version that was seen; null where nobody did. */
      news: FieldState[] | null;
    }
  | { ok: false; reason: "not_found" | "not_a_draft" };

/**
 * Saves what it can: each field against its own version, so that two people on one draft meet only where they
 * wrote the same field; there both texts are returned and nothing is overwritten.
 * In the caller's transaction (the outbox wraps it in a write receipt).
 * @param more.at only for a record that is entered from elsewhere; the caller refreshes the caseload row
 * @param more.seen the draft's version that the writer has before them
 */
export async function saveDraftFields(
  tx: Tx,
  actor: Actor,
  visitId: string,
  changes: readonly FieldChange[],
  { at: replayed, seen }: Partial<Replay> & { seen?: number | undefined } = {},
): Promise<SavedDraft> {
  const draft = await lockVisit(tx, actor, visitId);
  if (!draft) return { ok: false, reason: "not_found" };
  if (draft.state !== "draft") return { ok: false, reason: "not_a_draft" };

  const current = await currentFields(tx, actor, visitId, changes);
  const accepted: FieldState[] = [];
  const unchanged: { path: string; version: number }[] = [];
  const conflicts: FieldConflict[] = [];
  const rejected: RejectedField[] = [];
  for (const change of changes) {
    const checked = checkDraftField(change.path, change.value);
    if (!checked.ok) {
      rejected.push({ path: change.path, code: checked.code });
      continue;
    }
    const stored = current.get(change.path);
    if (stored && canonicalJson(stored.value) === canonicalJson(checked.value)) {
      unchanged.push({ path: change.path, version: stored.version });
    } else if ((stored?.version ?? 0) !== change.base) {
      conflicts.push({
        path: change.path,
        mine: checked.value,
        value: stored?.value ?? null,
        version: stored?.version ?? 0,
        by: stored?.by ?? "",
        at: stored?.at.toISOString() ?? "",
      });
    } else {
      accepted.push({ path: change.path, value: checked.value, version: change.base + 1 });
    }
  }

  const at = replayed ?? new Date();
  const blocks = await applyBlocks(tx, actor, draft, accepted, at);
  for (const path of blocks.refused) rejected.push({ path, code: "lift_needs_reason" });
  const written = accepted.filter((field) => !blocks.refused.includes(field.path));
  const version = written.length > 0 ? await writeFields(tx, actor, draft, written, at) : draft.version;
  if (blocks.audit.length > 0 && !replayed) await refreshCaseload(tx, actor, draft.patientId);
  for (const entry of blocks.audit) await appendAudit(tx, actor, entry);
  return {
    ok: true,
    version,
    saved: [...unchanged, ...written.map(({ path, version: of }) => ({ path, version: of }))],
    conflicts,
    rejected,
    held: blocks.audit.some((entry) => entry.action === "hold.set"),
    news: seen === undefined || seen === draft.version ? null : await draftFields(tx, actor, visitId),
  };
}

async function currentFields(tx: Tx, actor: Actor, visitId: string, changes: readonly FieldChange[]) {
  const paths = changes.map((change) => change.path);
  const rows =
    paths.length === 0
      ? []
      : await tx
          .select({
            path: visitDraftField.path,
            value: visitDraftField.value,
            version: visitDraftField.version,
            by: sql<string>`coalesce(${staffMember.displayName}, '')`,
            at: visitDraftField.updatedAt,
          })
          .from(visitDraftField)
          .leftJoin(
            staffMember,
            and(eq(staffMember.clinicId, visitDraftField.clinicId), eq(staffMember.id, visitDraftField.updatedById)),
          )
          .where(
            and(
              eq(visitDraftField.clinicId, actor.clinicId),
              eq(visitDraftField.visitId, visitId),
              inArray(visitDraftField.path, paths),
            ),
          );
  return new Map(rows.map((row) => [row.path, row]));
}

async function writeFields(
  tx: Tx,
  actor: Actor,
  draft: { id: string; patientId: string },
  fields: readonly FieldState[],
  updatedAt: Date,
): Promise<number> {
  await tx
    .insert(visitDraftField)
    .values(
      fields.map((field) => ({
        clinicId: actor.clinicId,
        visitId: draft.id,
        patientId: draft.patientId,
        path: field.path,
        value: field.value,
        version: field.version,
        updatedById: actor.membershipId,
        updatedAt,
      })),
    )
    .onConflictDoUpdate({
      target: [visitDraftField.clinicId, visitDraftField.visitId, visitDraftField.path],
      set: {
        value: sql`excluded.value`,
        version: sql`excluded.version`,
        updatedById: sql`excluded.updated_by_id`,
        updatedAt: sql`excluded.updated_at`,
      },
    });
  const [row] = await tx
    .update(visit)
    .set({ version: sql`${visit.version} + 1` })
    .where(and(eq(visit.clinicId, actor.clinicId), eq(visit.id, draft.id)))
    .returning({ version: visit.version });
  if (!row) throw new Error("A locked draft disappeared");
  return row.version;
}

/** A blocking flag, or a yes judged "suspected", pauses the plan now; taking it back asks for a reason (CLINICAL 3.3). */
async function applyBlocks(
  tx: Tx,
  actor: Actor,
  draft: { id: string; patientId: string; episodeId: string },
  accepted: readonly FieldState[],
  at: Date,
): Promise<{ audit: AuditEntry[]; refused: string[] }> {
  const touched = new Set(accepted.flatMap((field) => blockingFlagOf(field.path) ?? []));
  const audit: AuditEntry[] = [];
  const refused: string[] = [];
  if (touched.size === 0) return { audit, refused };
  const paths = [...touched].flatMap((flag) => [draftPath.flag(flag), draftPath.screening(flag)]);
  const stored = await tx
    .select({ path: visitDraftField.path, value: visitDraftField.value })
    .from(visitDraftField)
    .where(
      and(
        eq(visitDraftField.clinicId, actor.clinicId),
        eq(visitDraftField.visitId, draft.id),
        inArray(visitDraftField.path, paths),
      ),
    );
  const after = new Map([...stored, ...accepted].map(({ path, value }) => [path, value]));
  const act = (action: string, flag: FlagId) =>
    audit.push({
      action,
      objectKind: "visit",
      objectId: draft.id,
      patientId: draft.patientId,
      fields: [draftPath.flag(flag)],
    });
  for (const flag of touched) {
    const judged = after.get(draftPath.flag(flag)) as DraftValue<"flag"> | null | undefined;
    const answer = after.get(draftPath.screening(flag)) as DraftValue<"screening"> | null | undefined;
    if (judged?.set || answer?.decision === "suspected") {
      if (await setOverlay(tx, actor, draft, flag, at)) act("hold.set", flag);
      continue;
    }
    const lifted = await liftOverlay(tx, actor, draft, flag, judged?.reason ?? answer?.reason);
    if (lifted === "lifted") act("hold.unset", flag);
    if (lifted === "needs_reason") {
      refused.push(...accepted.map(({ path }) => path).filter((path) => blockingFlagOf(path) === flag));
    }
  }
  return { audit, refused };
}

function blockingFlagOf(path: string): FlagId | null {
  const at = parseDraftPath(path);
  if (at?.kind !== "flag" && at?.kind !== "screening") return null;
  return isBlocking(flagById(at.flag)) ? at.flag : null;
}

/** Every field of a draft that holds something, by path. */
export async function draftFields(tx: Tx, actor: Actor, visitId: string): Promise<FieldState[]> {
  return tx
    .select({ path: visitDraftField.path, value: visitDraftField.value, version: visitDraftField.version })
    .from(visitDraftField)
    .where(and(eq(visitDraftField.clinicId, actor.clinicId), eq(visitDraftField.visitId, visitId)));
}
