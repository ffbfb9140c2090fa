/** What the thresholds now adopted change in the reading of open episodes' signed visits: kept as rechecks, no phase moves. */
import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { RuleSet } from "@/domain/rules/rule-set";
import { appendAudit } from "./audit";
import { markCaseloadDue } from "./caseload-due";
import type { Tx } from "./client";
import { courseOrigin, courseVisits } from "./course";
import { foldLater, storeRechecks } from "./recheck";
import { assessment } from "./schema/assessment";
import { episode } from "./schema/patient";
import type { Actor } from "./scope";
import { canonicalJson } from "./signature";
import type { Cover } from "./signed-content";

/** The action under which the audit chain names the rechecks of an episode, by id with their digests. */
export const RULES_RECHECK = "rules.recheck";

type EpisodeRechecks = { id: string; patientId: string; covers: Cover[] };

/**
 * Compares both readings of each course, so that only what the thresholds change is kept, not what a late entry or an
 * amendment had changed before. Closed episodes ask for no decision any more.
 */
export async function recheckRules(tx: Tx, actor: Actor, was: RuleSet, now: RuleSet): Promise<EpisodeRechecks[]> {
  if (canonicalJson(was.values) === canonicalJson(now.values)) return [];
  // Reasons of the caseload read the thresholds too: values too old, flares, what was not reported.
  await markCaseloadDue(tx, actor);
  const rechecked: EpisodeRechecks[] = [];
  for (const { id, patientId } of await openEpisodes(tx, actor)) {
    const [origin, later] = await Promise.all([courseOrigin(tx, actor, id), courseVisits(tx, actor, id)]);
    if (!origin) throw new Error("An open episode without its patient");
    const course = { origin, earlier: [], later };
    const before = foldLater({ ...course, rules: was }, null);
    const changed = foldLater({ ...course, rules: now }, null).filter(
      ({ folded }, index) => canonicalJson(folded.assessment) !== canonicalJson(before[index]?.folded.assessment),
    );
    const covers = await storeRechecks(tx, actor, { origin, rules: now }, "rule_set", changed);
    if (covers.length > 0) rechecked.push({ id, patientId, covers });
  }
  return rechecked;
}

/** No signature covers these rechecks, since nobody signed them: the audit chain does. */
export async function auditRuleRechecks(tx: Tx, actor: Actor, rechecked: readonly EpisodeRechecks[]): Promise<void> {
  for (const { id, patientId, covers } of rechecked) {
    await appendAudit(tx, actor, {
      action: RULES_RECHECK,
      objectKind: "episode",
      objectId: id,
      patientId,
      detail: Object.fromEntries(covers.map((cover) => [cover.id, cover.digest])),
    });
  }
}

function openEpisodes(tx: Tx, actor: Actor): Promise<{ id: string; patientId: string }[]> {
  return tx
    .select({ id: episode.id, patientId: episode.patientId })
    .from(episode)
    .where(
      and(
        eq(episode.clinicId, actor.clinicId),
        isNull(episode.closedOn),
        sql`exists (select 1 from ${assessment} a where a.clinic_id = ${episode.clinicId}
          and a.episode_id = ${episode.id})`,
      ),
    )
    .orderBy(asc(episode.id));
}
