/** All that the visit screen says about a draft: what it reads as, what the rules make of it, what keeps it from being signed. */

import { type Completeness, completeness } from "@/domain/visit/completeness";
import type { DraftFields } from "@/domain/visit/draft-reading";
import type { DraftValue } from "@/domain/visit/field-values";
import { type JudgedDraft, type JudgingContext, judgeDraft } from "@/domain/visit/judge-draft";
import { keepEqual } from "@/domain/visit/keep-equal";
import { retestAsked } from "@/domain/visit/retest-asked";
import type { ConsentId } from "@/domain/vocabulary/consent";

/** Plain data: the first one travels to the browser with the page. */
export type Judgement = JudgedDraft & {
  completeness: Completeness;
  /** Paths of measures that would step the phase back and were taken once only. */
  retests: string[];
};

/** `last` is what the same context made of this draft before: what has not changed since is kept, object by object. */
export function judgeVisit(
  fields: ReadonlyMap<string, unknown>,
  judging: JudgingContext,
  standingConsents: readonly ConsentId[],
  last?: Judgement,
): Judgement {
  const judged = judgeDraft(fields satisfies DraftFields, judging, { last });
  const assessment = judged.judged?.assessment ?? null;
  const stands = (path: string) => (fields.get(path) as DraftValue<"measure"> | null | undefined)?.stands === true;
  const signing = { ...judging.context, rules: judging.rules, standing_consents: standingConsents };
  const complete = completeness(judged.read, assessment, signing);
  const retests = assessment === null ? [] : retestAsked(assessment, judged.read.entries, judging.earlier, stands);
  return {
    ...judged,
    completeness: keepEqual(last?.completeness, complete),
    retests: keepEqual(last?.retests, retests),
  };
}
