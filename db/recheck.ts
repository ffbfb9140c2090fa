/** Rechecks: what the rules would conclude of later visits since a late entry, an amendment or a void. Moves no phase. */
import "server-only";
import { newId } from "@/domain/new-id";
import type { VisitRecord } from "@/domain/record";
import { type FoldState, foldVisit } from "@/domain/rules/course";
import type { Tx } from "./client";
import { episodeOf, patientOn } from "./course";
import { assessmentRecheck } from "./schema/assessment";
import type { Actor } from "./scope";
import { canonicalJson } from "./signature";
import type { VisitContext } from "./visit-context";

/** Folds on from a visit that was entered late and keeps, per later visit, the result and whether it differs. */
export async function recheckLater(
  tx: Tx,
  actor: Actor,
  context: VisitContext,
  late: { row: { patientId: string }; record: VisitRecord; state: FoldState },
): Promise<void> {
  const { onset_day } = episodeOf(context.origin);
  let state = late.state;
  const records = [...context.earlier.map((visit) => visit.record), late.record];
  const rows: (typeof assessmentRecheck.$inferInsert)[] = [];
  for (const visit of context.later) {
    const folded = foldVisit({
      patient: patientOn(context.origin, visit.visitOn),
      ...(onset_day !== undefined && { onset_day }),
      earlier: [...records],
      state,
      visit: visit.record,
      rules: context.rules,
    });
    rows.push({
      clinicId: actor.clinicId,
      id: newId(),
      patientId: late.row.patientId,
      visitId: visit.visitId,
      cause: "late_entry",
      ruleSetVersion: context.rules.version,
      input: visit.record,
      result: folded.assessment,
      differs: canonicalJson(folded.assessment) !== canonicalJson(visit.result),
    });
    records.push(visit.record);
    state = folded.state;
  }
  await tx.insert(assessmentRecheck).values(rows);
}
