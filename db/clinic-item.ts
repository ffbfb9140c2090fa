/** A clinic's own exercises: written in versions, so that a running plan keeps the one it was assigned with. */
import "server-only";
import { and, desc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { newId } from "@/domain/new-id";
import type { ClinicItemId, PlanExerciseId } from "@/domain/plan/catalogue";
import {
  type ClinicItem,
  type ClinicItemContent,
  type ClinicItemFault,
  clinicCatalogueItem,
  clinicItemFaults,
} from "@/domain/plan/clinic-item";
import { type ExerciseId, isExerciseId } from "@/domain/vocabulary/exercise-names";
import { appendAudit } from "./audit";
import { type Tx, transaction } from "./client";
import { clinicItem, clinicItemVersion, exercisePhoto } from "./schema/clinic-item";
import type { Actor } from "./scope";

export type OwnItems = ReadonlyMap<ClinicItemId, ClinicItem>;
type Stored = ClinicItem & { isArchived: boolean };

const PREFIX = "clinic:";

async function versions(tx: Tx, actor: Actor, which: SQL | undefined): Promise<Stored[]> {
  const rows = await tx
    .select({
      versionId: clinicItemVersion.id,
      itemId: clinicItemVersion.itemId,
      number: clinicItemVersion.number,
      content: clinicItemVersion.content,
      photoId: clinicItemVersion.photoId,
      copiedFrom: clinicItem.copiedFrom,
      archivedAt: clinicItem.archivedAt,
    })
    .from(clinicItemVersion)
    .innerJoin(
      clinicItem,
      and(eq(clinicItem.clinicId, clinicItemVersion.clinicId), eq(clinicItem.id, clinicItemVersion.itemId)),
    )
    .where(and(eq(clinicItemVersion.clinicId, actor.clinicId), which))
    .orderBy(desc(clinicItemVersion.number));
  return rows.map(({ archivedAt, copiedFrom, ...row }) => ({
    ...clinicCatalogueItem({
      ...row,
      copiedFrom: copiedFrom !== null && isExerciseId(copiedFrom) ? copiedFrom : null,
    }),
    isArchived: archivedAt !== null,
  }));
}

/** The versions that plan lines name; nothing is asked when none is the clinic's own. */
export async function namedClinicItems(tx: Tx, actor: Actor, exercises: readonly PlanExerciseId[]): Promise<OwnItems> {
  const ids = [...new Set(exercises)].filter((id) => id.startsWith(PREFIX)).map((id) => id.slice(PREFIX.length));
  const found = ids.length === 0 ? [] : await versions(tx, actor, inArray(clinicItemVersion.id, ids));
  return new Map(found.map((item) => [item.id, item]));
}

/** Newest version of each, by name; the archived ones only for the library's own list. */
export async function currentClinicItems(
  tx: Tx,
  actor: Actor,
  { archived = false }: { archived?: boolean } = {},
): Promise<Stored[]> {
  const all = await versions(tx, actor, archived ? undefined : isNull(clinicItem.archivedAt));
  const newest = new Map<string, Stored>();
  for (const version of all) if (!newest.has(version.item_id)) newest.set(version.item_id, version);
  return [...newest.values()].sort((a, b) => a.name.localeCompare(b.name));
}

export const listClinicItems = (actor: Actor): Promise<Stored[]> =>
  transaction(actor, (tx) => currentClinicItems(tx, actor, { archived: true }));

/** Newest version; null when there is none of this id in the actor's clinic. */
export function openClinicItem(actor: Actor, itemId: string): Promise<Stored | null> {
  return transaction(actor, async (tx) => (await versions(tx, actor, eq(clinicItemVersion.itemId, itemId)))[0] ?? null);
}

/** JPEG bytes as `cleanPhoto` of the app writes them. */
export type NewPhoto = { bytes: Uint8Array; width: number; height: number };

export type ClinicItemInput = {
  /** null = a new item. */
  item: { id: string; base: number } | null;
  /** For a new item only: it never changes. */
  copiedFrom: ExerciseId | null;
  content: ClinicItemContent;
  photo: "keep" | "none" | NewPhoto;
};
export type SavedClinicItem =
  | { ok: true; itemId: string; number: number }
  | { ok: false; reason: "not_found" | "stale" }
  | { ok: false; reason: "faults"; faults: ClinicItemFault[] };

/** Writes a new item, or the next version of one. */
export function saveClinicItem(actor: Actor, input: ClinicItemInput): Promise<SavedClinicItem> {
  return transaction(actor, async (tx) => {
    const { clinicId, membershipId: createdById } = actor;
    const before = input.item === null ? null : await lockItem(tx, actor, input.item.id);
    if (input.item !== null && before === null) return { ok: false, reason: "not_found" };
    if (input.item !== null && before?.number !== input.item.base) return { ok: false, reason: "stale" };
    const copiedFrom = before === null ? input.copiedFrom : (before.copied_from ?? null);
    const faults = clinicItemFaults(input.content, copiedFrom);
    if (faults.length > 0) return { ok: false, reason: "faults", faults };
    const itemId = before?.item_id ?? newId();
    if (before === null) await tx.insert(clinicItem).values({ clinicId, id: itemId, copiedFrom, createdById });
    let photoId = input.photo === "keep" ? (before?.photo_id ?? null) : null;
    if (typeof input.photo === "object") {
      photoId = newId();
      await tx.insert(exercisePhoto).values({ clinicId, id: photoId, createdById, ...input.photo });
    }
    const number = (before?.number ?? 0) + 1;
    const { content } = input;
    await tx.insert(clinicItemVersion).values({ clinicId, id: newId(), itemId, number, content, photoId, createdById });
    await appendAudit(tx, actor, {
      action: "clinic_item.save",
      objectKind: "clinic_item",
      objectId: itemId,
      detail: { version: number, photo: photoId !== null },
    });
    return { ok: true, itemId, number };
  });
}

async function lockItem(tx: Tx, actor: Actor, itemId: string): Promise<Stored | null> {
  await tx
    .select({ id: clinicItem.id })
    .from(clinicItem)
    .where(and(eq(clinicItem.clinicId, actor.clinicId), eq(clinicItem.id, itemId)))
    .for("update");
  return (await versions(tx, actor, eq(clinicItemVersion.itemId, itemId)))[0] ?? null;
}

/** Archived items are offered for no plan any more; plans that hold one keep it. */
export function archiveClinicItem(actor: Actor, itemId: string, isArchived: boolean): Promise<boolean> {
  return transaction(actor, async (tx) => {
    const changed = await tx
      .update(clinicItem)
      .set({ archivedAt: isArchived ? new Date() : null })
      .where(and(eq(clinicItem.clinicId, actor.clinicId), eq(clinicItem.id, itemId)))
      .returning({ id: clinicItem.id });
    if (changed.length === 0) return false;
    await appendAudit(tx, actor, {
      action: isArchived ? "clinic_item.archive" : "clinic_item.restore",
      objectKind: "clinic_item",
      objectId: itemId,
    });
    return true;
  });
}
