/** Reads a draft and judges it: the one function behind the live rail in the browser and the result stored at signing. */
import type { VisitAssessment } from "@/domain/assessment";
import type { Day, VisitRecord } from "@/domain/record";
import { type FoldState, foldVisit } from "@/domain/rules/course";
import type { Evidence } from "@/domain/rules/evidence";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { DraftContext, DraftFields } from "@/domain/visit/draft-reading";
import { keepEqual } from "@/domain/visit/keep-equal";
import { type ReadDraft, readDraft } from "@/domain/visit/read-draft";

/** Plain data: it travels to the browser with the page. */
export type JudgingContext = {
  context: DraftContext;
  onset_day: Day | null;
  /** Records of the fold visits before this one, in order. */
  earlier: VisitRecord[];
  state: FoldState;
  rules: RuleSet;
  /** Whoever signs it is a supervised clinician: the phase waits for the co-signature. */
  supervised?: boolean;
};

export type JudgedDraft = {
  read: ReadDraft;
  /** null where the visit doesn't enter the fold. */
  judged: { assessment: VisitAssessment; state: FoldState; evidence: Evidence } | null;
};

/**
 * `last` is what the same context made of this draft before: what reads as it did then is kept, and the conclusion stands
 * as long as the visit's record and the patient do. `hasShape` as for `readDraft`.
 */
export function judgeDraft(
  fields: DraftFields,
  judging: JudgingContext,
  { last, hasShape }: { last?: JudgedDraft; hasShape?: Parameters<typeof readDraft>[2] } = {},
): JudgedDraft {
  const { context, onset_day, earlier, state, rules, supervised = false } = judging;
  const read = keepEqual(last?.read, readDraft(fields, context, hasShape));
  if (!read.visit) return { read, judged: null };
  if (last?.judged && read.visit === last.read.visit && read.patient === last.read.patient) {
    return { read, judged: last.judged };
  }
  return {
    read,
    judged: foldVisit({
      patient: read.patient,
      ...(onset_day !== null && { onset_day }),
      earlier,
      state,
      visit: read.visit,
      rules,
      supervised,
    }),
  };
}
