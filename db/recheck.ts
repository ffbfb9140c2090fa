/** Rechecks: what the rules would conclude since a late entry, an amendment, a void, a co-signature or new thresholds. Moves no phase. */
import "server-only";
import { newId } from "@/domain/new-id";
import type { VisitRecord } from "@/domain/record";
import { type FoldedVisit, type FoldState, foldVisit } from "@/domain/rules/course";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { Tx } from "./client";
import { type CourseVisit, episodeOf, patientOn, stateBefore } from "./course";
import { assessmentRecheck } from "./schema/assessment";
import type { Actor } from "./scope";
import { canonicalJson } from "./signature";
import { type Cover, recheckCover } from "./signed-content";
import type { VisitContext } from "./visit-context";

export type RecheckCause = (typeof assessmentRecheck.$inferInsert)["cause"];

/** A visit folded again: what stood, and what comes out now. */
export type Rechecked = { visit: CourseVisit; folded: FoldedVisit; differs: boolean };

/** Visits of an episode before and after the one that changed, and the rules they are read by. */
type Course = Pick<VisitContext, "origin" | "earlier" | "later"> & { rules: RuleSet };

/**
 * Folds the visits after this one again.
 * @param changed this visit as it reads now; null = there is none (voided; new thresholds, which all visits come after)
 */
export function foldLater(context: Course, changed: { record: VisitRecord; state: FoldState } | null): Rechecked[] {
  const { onset_day } = episodeOf(context.origin);
  const earlier = context.earlier.map((visit) => visit.record);
  if (changed) earlier.push(changed.record);
  let state = changed?.state ?? stateBefore(context.origin, context.earlier);
  return context.later.map((visit) => {
    const folded = foldVisit({
      patient: patientOn(context.origin, visit.visitOn),
      ...(onset_day !== undefined && { onset_day }),
      earlier: [...earlier],
      state,
      visit: visit.record,
      rules: context.rules,
      supervised: visit.supervised,
    });
    earlier.push(visit.record);
    state = folded.state;
    return { visit, folded, differs: canonicalJson(folded.assessment) !== canonicalJson(visit.result) };
  });
}

/**
 * @param stands whether the new results and states are what later visits start from (co-signature only)
 * @returns what the signature of the act that caused them covers
 */
export async function storeRechecks(
  tx: Tx,
  actor: Actor,
  context: Pick<Course, "origin" | "rules">,
  cause: RecheckCause,
  rechecked: readonly Rechecked[],
  stands = false,
): Promise<Cover[]> {
  if (rechecked.length === 0) return [];
  const rows = rechecked.map(({ visit, folded, differs }) => ({
    clinicId: actor.clinicId,
    id: newId(),
    patientId: context.origin.patientId,
    visitId: visit.visitId,
    cause,
    ruleSetVersion: context.rules.version,
    input: visit.record,
    result: folded.assessment,
    differs,
    foldState: stands ? folded.state : null,
    evidence: stands ? folded.evidence : null,
  }));
  await tx.insert(assessmentRecheck).values(rows);
  return rows.map(recheckCover);
}

/** Folds on from a visit that was entered late, amended or voided and keeps, per later visit, the result and whether it differs. */
export async function recheckLater(
  tx: Tx,
  actor: Actor,
  context: VisitContext,
  cause: RecheckCause,
  changed: { record: VisitRecord; state: FoldState } | null,
): Promise<{
  differing: number;
  covers: Cover[];
  /** Where the last of them would leave the patient; undefined without one. */
  end: FoldState | undefined;
}> {
  const rechecked = foldLater(context, changed);
  const covers = await storeRechecks(tx, actor, context, cause, rechecked);
  return {
    differing: rechecked.filter(({ differs }) => differs).length,
    covers,
    end: rechecked.at(-1)?.folded.state,
  };
}
