/** A clinic's own exercises: written in versions, so that a running plan keeps the one it was assigned with. */
import "server-only";
import { and, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { newId } from "@/domain/new-id";
import type { ClinicItemId, PlanExerciseId } from "@/domain/plan/catalogue";
import {
  type ClinicItem,
  type ClinicItemContent,
  type ClinicItemFault,
  clinicCatalogueItem,
  clinicItemFaults,
  clinicItemId,
  clinicItemKey,
  type NewestVersions,
} from "@/domain/plan/clinic-item";
import { type StepFault, type OwnItem as Stored, stepFaults } from "@/domain/plan/own-steps";
import { type ExerciseId, isExerciseId } from "@/domain/vocabulary/exercise-names";
import { appendAudit } from "./audit";
import { type Tx, transaction } from "./client";
import { clinic } from "./schema/clinic";
import { clinicItem, clinicItemVersion, exercisePhoto } from "./schema/clinic-item";
import type { Actor } from "./scope";

export type OwnItems = ReadonlyMap<ClinicItemId, ClinicItem>;
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
  const namesOwn = rows.some(({ content }) => isOwn(content.easier) || isOwn(content.harder));
  const newest: NewestVersions = namesOwn ? await newestVersions(tx, actor) : new Map();
  return rows.map(({ archivedAt, copiedFrom, ...row }) => ({
    ...clinicCatalogueItem(
      { ...row, copiedFrom: copiedFrom !== null && isExerciseId(copiedFrom) ? copiedFrom : null },
      newest,
    ),
    isArchived: archivedAt !== null,
  }));
}

const isOwn = (id: string | null | undefined): boolean => id?.startsWith(PREFIX) === true;

/** Of each item that is offered: an archived one is no step any more. */
async function newestVersions(tx: Tx, actor: Actor): Promise<NewestVersions> {
  const rows = await tx
    .selectDistinctOn([clinicItemVersion.itemId], { id: clinicItemVersion.id, itemId: clinicItemVersion.itemId })
    .from(clinicItemVersion)
    .innerJoin(
      clinicItem,
      and(eq(clinicItem.clinicId, clinicItemVersion.clinicId), eq(clinicItem.id, clinicItemVersion.itemId)),
    )
    .where(and(eq(clinicItemVersion.clinicId, actor.clinicId), isNull(clinicItem.archivedAt)))
    .orderBy(clinicItemVersion.itemId, desc(clinicItemVersion.number));
  return new Map(rows.map(({ id, itemId }) => [clinicItemKey(itemId), clinicItemId(id)]));
}

/**
 * The versions that plan lines name, and the clinic's own easier steps below them; nothing is asked when none is the
 * clinic's own.
 */
export async function namedClinicItems(tx: Tx, actor: Actor, exercises: readonly PlanExerciseId[]): Promise<OwnItems> {
  const found = await byVersion(tx, actor, exercises);
  const below = found.flatMap(({ regress_to }) => regress_to ?? []);
  const known = new Set<PlanExerciseId>(found.map(({ id }) => id));
  const steps = await byVersion(
    tx,
    actor,
    below.filter((id) => !known.has(id)),
  );
  return new Map([...found, ...steps].map((item) => [item.id, item]));
}

async function byVersion(tx: Tx, actor: Actor, exercises: readonly PlanExerciseId[]): Promise<Stored[]> {
  const ids = [...new Set(exercises)].filter(isOwn).map((id) => id.slice(PREFIX.length));
  return ids.length === 0 ? [] : versions(tx, actor, inArray(clinicItemVersion.id, ids));
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

/** Names of what is offered now, in their newest version; by name. */
export function clinicItemNames(actor: Actor): Promise<{ itemId: string; name: string }[]> {
  return transaction(actor, async (tx) => {
    const rows = await tx
      .selectDistinctOn([clinicItemVersion.itemId], {
        itemId: clinicItemVersion.itemId,
        name: sql<string>`${clinicItemVersion.content}->>'name'`,
      })
      .from(clinicItemVersion)
      .innerJoin(
        clinicItem,
        and(eq(clinicItem.clinicId, clinicItemVersion.clinicId), eq(clinicItem.id, clinicItemVersion.itemId)),
      )
      .where(and(eq(clinicItemVersion.clinicId, actor.clinicId), isNull(clinicItem.archivedAt)))
      .orderBy(clinicItemVersion.itemId, desc(clinicItemVersion.number));
    return rows.sort((a, b) => a.name.localeCompare(b.name));
  });
}

export const listClinicItems = (actor: Actor): Promise<Stored[]> =>
  transaction(actor, (tx) => currentClinicItems(tx, actor, { archived: true }));

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
  | { ok: false; reason: "faults"; faults: (ClinicItemFault | StepFault)[] };

/** Writes a new item, or the next version of one. */
export function saveClinicItem(actor: Actor, input: ClinicItemInput): Promise<SavedClinicItem> {
  return transaction(actor, async (tx) => {
    const { clinicId, membershipId: createdById } = actor;
    await takeTurns(tx, actor);
    const clinicItems = await currentClinicItems(tx, actor, { archived: true });
    const before = clinicItems.find(({ item_id }) => item_id === input.item?.id) ?? null;
    if (input.item !== null && before === null) return { ok: false, reason: "not_found" };
    if (input.item !== null && before?.number !== input.item.base) return { ok: false, reason: "stale" };
    const copiedFrom = before === null ? input.copiedFrom : (before.copied_from ?? null);
    const itemId = before?.item_id ?? newId();
    const faults = [
      ...clinicItemFaults(input.content, copiedFrom),
      ...stepFaults({ itemId, content: input.content, copiedFrom }, clinicItems),
    ];
    if (faults.length > 0) return { ok: false, reason: "faults", faults };
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

/** Steps are checked against the clinic's other exercises, so two of them are never saved at once. */
async function takeTurns(tx: Tx, actor: Actor): Promise<void> {
  await tx.select({ id: clinic.id }).from(clinic).where(eq(clinic.id, actor.clinicId)).for("no key update");
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
