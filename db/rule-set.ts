/** The clinic's rule set: its changed thresholds in kept versions, and who adopted which, and when. */
import "server-only";
import { and, desc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { CalendarDay } from "@/domain/calendar-day";
import { newId } from "@/domain/new-id";
import { DEFAULT_RULES, type RuleSet } from "@/domain/rules/rule-set";
import type { ThresholdId } from "@/domain/vocabulary/thresholds";
import { appendAudit } from "./audit";
import { type Tx, transaction } from "./client";
import { auditRuleRechecks, recheckRules } from "./rule-recheck";
import { ruleSet } from "./schema/clinic";
import type { Actor } from "./scope";

export type ThresholdChanges = Partial<Record<ThresholdId, number>>;
export type Adoption = { name: string; on: CalendarDay };

/** The thresholds in force: the version adopted last; until one is, the shipped values, adopted by nobody. */
export type CurrentRuleSet = RuleSet & {
  /** 0 = as shipped. */
  number: number;
  /** What differs from the shipped values. */
  changes: ThresholdChanges;
  adopted: Adoption | null;
};

export function currentRuleSet(actor: Actor): Promise<CurrentRuleSet> {
  return transaction(actor, (tx) => currentRuleSetIn(tx, actor));
}

/** As currentRuleSet, inside the caller's transaction (signing). */
export async function currentRuleSetIn(tx: Tx, actor: Actor): Promise<CurrentRuleSet> {
  const [row] = await tx
    .select(version)
    .from(ruleSet)
    .where(and(eq(ruleSet.clinicId, actor.clinicId), isNotNull(ruleSet.adoptedAt)))
    .orderBy(desc(ruleSet.adoptedAt), desc(ruleSet.number))
    .limit(1);
  if (!row) return { ...DEFAULT_RULES, number: 0, changes: {}, adopted: null };
  const { number, changes } = row;
  return { version: versionName(row), values: valuesOf(changes), number, changes, adopted: adoptionOf(row) };
}

export type RuleSetVersion = {
  number: number;
  version: string;
  /** What differs from the shipped values. */
  changes: ThresholdChanges;
  adopted: Adoption | null;
  createdAt: Date;
};

/** All versions of the clinic, newest first. */
export async function listRuleSets(actor: Actor): Promise<RuleSetVersion[]> {
  const rows = await transaction(actor, (tx) =>
    tx.select(version).from(ruleSet).where(eq(ruleSet.clinicId, actor.clinicId)).orderBy(desc(ruleSet.number)),
  );
  return rows.map((row) => ({
    number: row.number,
    version: versionName(row),
    changes: row.changes,
    adopted: adoptionOf(row),
    createdAt: row.createdAt,
  }));
}

/** Keeps changed thresholds as a new version that judges nothing until it is adopted. Values in each threshold's unit. */
export function saveRuleSet(actor: Actor, changes: ThresholdChanges): Promise<{ number: number }> {
  return transaction(actor, async (tx) => {
    const row = await insertVersion(tx, actor, changes);
    await appendAudit(tx, actor, {
      action: "rules.save",
      objectKind: "rule_set",
      objectId: row.id,
      fields: Object.keys(changes),
      detail: { number: row.number },
    });
    return { number: row.number };
  });
}

export type AdoptionOutcome = { ok: true } | { ok: false; reason: "not-found" | "already-adopted" };

/** Reading a large clinic's open episodes again takes longer than a page may wait. */
const ADOPTION_DEADLINE_MS = 60_000;

/**
 * Puts a name and a date to a version, which is in force from then on; `number` null adopts the shipped values. Signed
 * visits of open episodes that read differently by it get a recheck.
 */
export function adoptRuleSet(actor: Actor, number: number | null, adoption: Adoption): Promise<AdoptionOutcome> {
  const deadlineMs = ADOPTION_DEADLINE_MS;
  return transaction(actor, (tx) => writeAdoption(tx, actor, number, adoption), { deadlineMs });
}

/** As adoptRuleSet, inside the caller's transaction. */
export async function writeAdoption(
  tx: Tx,
  actor: Actor,
  number: number | null,
  { name, on }: Adoption,
): Promise<AdoptionOutcome> {
  const was = await currentRuleSetIn(tx, actor);
  const target = number ?? (await insertVersion(tx, actor, {})).number;
  const ofNumber = and(eq(ruleSet.clinicId, actor.clinicId), eq(ruleSet.number, target));
  const [adopted] = await tx
    .update(ruleSet)
    .set({ adoptedName: name, adoptedOn: on, adoptedById: actor.membershipId, adoptedAt: sql`now()` })
    .where(and(ofNumber, isNull(ruleSet.adoptedAt)))
    .returning({ id: ruleSet.id });
  if (!adopted) {
    const [exists] = await tx.select({ id: ruleSet.id }).from(ruleSet).where(ofNumber);
    return { ok: false, reason: exists ? "already-adopted" : "not-found" };
  }
  const rechecked = await recheckRules(tx, actor, was, await currentRuleSetIn(tx, actor));
  await appendAudit(tx, actor, {
    action: "rules.adopt",
    objectKind: "rule_set",
    objectId: adopted.id,
    detail: { number: target, on },
  });
  await auditRuleRechecks(tx, actor, rechecked);
  return { ok: true };
}

const version = {
  number: ruleSet.number,
  baseVersion: ruleSet.baseVersion,
  changes: ruleSet.changes,
  adoptedName: ruleSet.adoptedName,
  adoptedOn: ruleSet.adoptedOn,
  createdAt: ruleSet.createdAt,
};

async function insertVersion(tx: Tx, actor: Actor, changes: ThresholdChanges): Promise<{ id: string; number: number }> {
  // Numbers count without a gap, so two writers take turns on the clinic's row.
  await tx.execute(sql`select id from clinic where id = ${actor.clinicId} for update`);
  const [row] = await tx
    .insert(ruleSet)
    .values({
      clinicId: actor.clinicId,
      id: newId(),
      number: sql`(select coalesce(max(r.number), 0) + 1 from rule_set r where r.clinic_id = ${actor.clinicId})`,
      baseVersion: DEFAULT_RULES.version,
      changes,
    })
    .returning({ id: ruleSet.id, number: ruleSet.number });
  if (!row) throw new Error("the rule set was not written");
  return row;
}

/** "1.1" as shipped, "1.1+3" with the clinic's third set of changes. */
function versionName(row: { baseVersion: string; number: number; changes: ThresholdChanges }): string {
  return Object.keys(row.changes).length === 0 ? row.baseVersion : `${row.baseVersion}+${row.number}`;
}

function valuesOf(changes: ThresholdChanges): RuleSet["values"] {
  return { ...DEFAULT_RULES.values, ...changes };
}

function adoptionOf(row: { adoptedName: string | null; adoptedOn: string | null }): Adoption | null {
  return row.adoptedName === null || row.adoptedOn === null ? null : { name: row.adoptedName, on: row.adoptedOn };
}
