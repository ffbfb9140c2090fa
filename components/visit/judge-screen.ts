/** What the screen shows of a draft: its judgement, the pull figure, why each statement stands, the next best test. The server draws the first one, the browser the next. */
import { dayText } from "@/components/chart/value-text";
import { pullFigureState } from "@/components/figure/pull-figure-state";
import type { PullFigureParams, PullSide } from "@/components/figure/pull-words";
import { addDays } from "@/domain/calendar-day";
import { type NextBestTest, nextBestTest } from "@/domain/progress/next-best-test";
import type { PatternCriterion } from "@/domain/rules/evidence";
import type { JudgingContext } from "@/domain/visit/judge-draft";
import { type Judgement, judgeVisit } from "@/domain/visit/judge-visit";
import { keepEqual } from "@/domain/visit/keep-equal";
import type { ConsentId } from "@/domain/vocabulary/consent";
import { criterionWords, type GateLine, gateLine } from "./criterion-words";

/** A criterion that decided a domain of the pattern, in words. */
export type Why = { key: string; domain: PatternCriterion["domain"]; words: string };

export type ScreenJudgement = Judgement & {
  /** null where no pattern is judged. */
  figures: Record<PullSide, PullFigureParams> | null;
  why: Why[];
  /** The one measure, missing or stale, that could change the decision. */
  nextTest: NextBestTest | null;
  /** Each criterion of the gate in words, in the order of the evidence. */
  gate: GateLine[];
};

/** `last` is what the same context made of this draft before: what has not changed since is kept, object by object. */
export function judgeScreen(
  fields: ReadonlyMap<string, unknown>,
  judging: JudgingContext,
  standingConsents: readonly ConsentId[],
  last?: ScreenJudgement,
): ScreenJudgement {
  const judgement = judgeVisit(fields, judging, standingConsents, last);
  const { judged, read } = judgement;
  // A note typed changes nothing of what is drawn: equal parts are the former objects.
  const isDrawn = last?.judged === judged && last?.read.entries.pain_areas === read.entries.pain_areas;
  if (last !== undefined && isDrawn && last.read.visit === read.visit && last.read.patient === read.patient) {
    const { figures, why, gate, nextTest } = last;
    return { ...judgement, figures, why, gate, nextTest };
  }
  return {
    ...judgement,
    figures: keepEqual(last?.figures, figuresOf(judgement, judging)),
    why: keepEqual(last?.why, whyOf(judgement, judging)),
    gate: keepEqual(last?.gate, judged?.evidence.gate.map((criterion) => gateLine(criterion, judging.rules)) ?? []),
    nextTest: keepEqual(last?.nextTest, judged && nextBestTest(judged.assessment, judged.evidence, judging.rules)),
  };
}

function figuresOf({ judged, read }: Judgement, judging: JudgingContext): ScreenJudgement["figures"] {
  const { visit, patient, entries } = read;
  if (judged === null || visit === null || judged.assessment.pattern === null) return null;
  const of = (side: PullSide): PullFigureParams =>
    pullFigureState({
      patient,
      earlier: judging.earlier,
      visit,
      assessment: judged.assessment,
      areas: entries.pain_areas,
      side,
      sayDay: (day) => dayText(addDays(judging.context.day_zero, day), { year: false }),
      rules: judging.rules,
    });
  return { worse: of("worse"), L: of("L"), R: of("R") };
}

/** A midline finding speaks for both sides and is said once. */
function whyOf({ judged }: Judgement, { context }: JudgingContext): Why[] {
  if (judged === null) return [];
  const { day } = judged.assessment;
  const said = judged.evidence.pattern.map((criterion): [string, Why] => {
    const { domain, indicator, side } = criterion;
    const key = `${domain} ${indicator} ${side}`;
    return [key, { key, domain, words: criterionWords(criterion, day, context.day_zero) }];
  });
  return [...new Map(said).values()];
}
