/** Plan templates of the clinic's own: saved from a running plan, changed and archived without touching any plan. */
import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { newId } from "@/domain/new-id";
import {
  type ClinicTemplate,
  type ClinicTemplateItem,
  clinicTemplateId,
  templateItemsOf,
} from "@/domain/plan/clinic-template";
import { appendAudit } from "./audit";
import { type Tx, transaction } from "./client";
import { namedClinicItems, type OwnItems } from "./clinic-item";
import { planPlace } from "./plan-facts";
import { runningPlan } from "./plan-history";
import { clinicTemplate } from "./schema/clinic-item";
import type { Actor } from "./scope";

export type StoredTemplate = ClinicTemplate & { key: string; version: number; isArchived: boolean };

const columns = {
  key: clinicTemplate.id,
  name: clinicTemplate.name,
  phase: clinicTemplate.phase,
  outside_model: clinicTemplate.outsideModel,
  items: clinicTemplate.items,
  version: clinicTemplate.version,
  archivedAt: clinicTemplate.archivedAt,
};

/** By name; without the archived ones unless asked. */
export async function clinicTemplates(
  tx: Tx,
  actor: Actor,
  { archived = false }: { archived?: boolean } = {},
): Promise<StoredTemplate[]> {
  const rows = await tx
    .select(columns)
    .from(clinicTemplate)
    .where(and(eq(clinicTemplate.clinicId, actor.clinicId), archived ? undefined : isNull(clinicTemplate.archivedAt)))
    .orderBy(asc(clinicTemplate.name));
  return rows.map(({ archivedAt, ...row }) => ({
    ...row,
    id: clinicTemplateId(row.key),
    isArchived: archivedAt !== null,
  }));
}

/** All of them, with the clinic's own items they name. */
export function listClinicTemplates(actor: Actor): Promise<{ templates: StoredTemplate[]; own: OwnItems }> {
  return transaction(actor, async (tx) => {
    const templates = await clinicTemplates(tx, actor, { archived: true });
    const named = templates.flatMap(({ items }) => items.map(({ exercise }) => exercise));
    return { templates, own: await namedClinicItems(tx, actor, named) };
  });
}

export type SavedTemplate = { ok: true; key: string } | { ok: false; reason: "not_found" | "no_plan" | "empty" };

/** From the newest version of a patient's running plan; what belongs to the patient alone stays behind. */
export function saveTemplate(actor: Actor, input: { patientId: string; name: string }): Promise<SavedTemplate> {
  return transaction(actor, async (tx) => {
    const place = await planPlace(tx, actor, input.patientId);
    if (!place) return { ok: false, reason: "not_found" };
    const running = await runningPlan(tx, actor, place.episodeId);
    const newest = running?.versions.at(-1);
    if (!running || !newest) return { ok: false, reason: "no_plan" };
    const items = templateItemsOf(newest.items, place.today);
    if (items.length === 0) return { ok: false, reason: "empty" };
    const key = newId();
    await tx.insert(clinicTemplate).values({
      clinicId: actor.clinicId,
      id: key,
      name: input.name,
      phase: newest.phase,
      outsideModel: running.outsideModel,
      items,
      createdById: actor.membershipId,
    });
    await appendAudit(tx, actor, {
      action: "clinic_template.save",
      objectKind: "clinic_template",
      objectId: key,
      detail: { items: items.length },
    });
    return { ok: true, key };
  });
}

export type TemplateChange = { name: string; items: ClinicTemplateItem[] };
export type ChangedTemplate = { ok: true } | { ok: false; reason: "not_found" | "stale" };

/** @param base the version the clinician read */
export function changeTemplate(
  actor: Actor,
  key: string,
  base: number,
  change: TemplateChange,
): Promise<ChangedTemplate> {
  return transaction(actor, async (tx) => {
    const mine = and(eq(clinicTemplate.clinicId, actor.clinicId), eq(clinicTemplate.id, key));
    const [stands] = await tx
      .select({ version: clinicTemplate.version })
      .from(clinicTemplate)
      .where(mine)
      .for("update");
    if (!stands) return { ok: false, reason: "not_found" };
    if (stands.version !== base) return { ok: false, reason: "stale" };
    await tx
      .update(clinicTemplate)
      .set({ ...change, version: base + 1, changedAt: sql`now()` })
      .where(mine);
    await appendAudit(tx, actor, {
      action: "clinic_template.change",
      objectKind: "clinic_template",
      objectId: key,
      detail: { version: base + 1, items: change.items.length },
    });
    return { ok: true };
  });
}

export function archiveTemplate(actor: Actor, key: string, isArchived: boolean): Promise<boolean> {
  return transaction(actor, async (tx) => {
    const changed = await tx
      .update(clinicTemplate)
      .set({ archivedAt: isArchived ? new Date() : null })
      .where(and(eq(clinicTemplate.clinicId, actor.clinicId), eq(clinicTemplate.id, key)))
      .returning({ id: clinicTemplate.id });
    if (changed.length === 0) return false;
    await appendAudit(tx, actor, {
      action: isArchived ? "clinic_template.archive" : "clinic_template.restore",
      objectKind: "clinic_template",
      objectId: key,
    });
    return true;
  });
}
