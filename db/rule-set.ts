/** The thresholds a clinic judges by: the shipped rule set with the clinic's changes, and who adopted it. */
import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { DEFAULT_RULES, type RuleSet } from "@/domain/rules/rule-set";
import { type Tx, transaction } from "./client";
import { ruleSet } from "./schema/clinic";
import type { Actor } from "./scope";

export type CurrentRuleSet = RuleSet & {
  number: number;
  changes: Partial<RuleSet["values"]>;
  /** null until someone has put name and date to it: assessments and reports carry a banner till then. */
  adopted: { name: string; on: string } | null;
};

/** The newest rule set; that of the product, not adopted, where the clinic has none yet. */
export async function currentRuleSetIn(tx: Tx, actor: Actor): Promise<CurrentRuleSet> {
  const [newest] = await tx
    .select({
      number: ruleSet.number,
      baseVersion: ruleSet.baseVersion,
      changes: ruleSet.changes,
      adoptedOn: ruleSet.adoptedOn,
      adoptedName: ruleSet.adoptedName,
    })
    .from(ruleSet)
    .where(and(eq(ruleSet.clinicId, actor.clinicId)))
    .orderBy(desc(ruleSet.number))
    .limit(1);
  const changes = newest?.changes ?? {};
  const number = newest?.number ?? 0;
  const isAdopted = newest !== undefined && newest.adoptedOn !== null && newest.adoptedName !== null;
  return {
    version: `${newest?.baseVersion ?? DEFAULT_RULES.version}-${number}`,
    values: { ...DEFAULT_RULES.values, ...changes },
    number,
    changes,
    adopted: isAdopted ? { name: newest.adoptedName ?? "", on: newest.adoptedOn ?? "" } : null,
  };
}

export function currentRuleSet(actor: Actor): Promise<CurrentRuleSet> {
  return transaction(actor, (tx) => currentRuleSetIn(tx, actor));
}
