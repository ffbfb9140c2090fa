/** Reads a draft and judges it: the one function behind the live rail in the browser and the result stored at signing. */
import type { VisitAssessment } from "@/domain/assessment";
import type { Day, VisitRecord } from "@/domain/record";
import { type FoldState, foldVisit } from "@/domain/rules/course";
import type { Evidence } from "@/domain/rules/evidence";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { DraftContext, DraftFields } from "@/domain/visit/draft-reading";
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

export function judgeDraft(
  fields: DraftFields,
  { context, onset_day, earlier, state, rules, supervised = false }: JudgingContext,
): JudgedDraft {
  const read = readDraft(fields, context);
  if (!read.visit) return { read, judged: null };
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
