/** What a template is chosen by, read from the assessments of an episode; the phase's own statement outlives old data. */
import type { SidePattern, StrainStatus, VisitAssessment } from "@/domain/assessment";
import { lastAttended, lastConclusion } from "@/domain/attended";
import type { TemplateFacts } from "@/domain/plan/template-match";
import type { LimbSide, VisitRecord } from "@/domain/record";
import type { RuleSet } from "@/domain/rules/rule-set";
import type { FlagId } from "@/domain/vocabulary/flags";
import type { Phase } from "@/domain/vocabulary/phases";
import type { Statement } from "@/domain/vocabulary/statements";

type Person = { age: number; flags: readonly FlagId[]; sport_goal: boolean; rules?: RuleSet };

/** The statements a phase's templates are written for. */
const WRITTEN_FOR: Partial<Record<Phase, readonly Statement[]>> = {
  release: ["quad_dominant_apt", "quad_dominant_no_apt", "quad_dominant_tilt_unknown", "anterior_tightness_only"],
  strengthen_1: ["hamstring_weakness_only"],
};

/** The phase before the present one; a hold in between is looked through. */
function enteredFrom(course: readonly VisitAssessment[], phase: Phase): Phase | null {
  const isEntry = ({ phase_before, phase_after }: VisitAssessment) =>
    phase_after === phase && phase_before !== phase && phase_before !== "hold";
  return course.findLast(isEntry)?.phase_before ?? null;
}

function newest<T>(
  course: readonly VisitAssessment[],
  side: LimbSide,
  read: (pattern: SidePattern) => T | null,
): T | null {
  for (const { pattern } of course.toReversed()) {
    const found = pattern === null ? null : read(pattern[side]);
    if (found !== null) return found;
  }
  return null;
}

function statementOf(course: readonly VisitAssessment[], side: LimbSide, phase: Phase): Statement | null {
  const wanted = WRITTEN_FOR[phase] ?? [];
  const fitting = newest(course, side, ({ statement }) => (wanted.includes(statement) ? statement : null));
  return fitting ?? newest(course, side, ({ statement }) => statement);
}

function bothSides<T>(read: (side: LimbSide) => T | null): Partial<Record<LimbSide, T>> {
  const left = read("L");
  const right = read("R");
  return { ...(left !== null && { L: left }), ...(right !== null && { R: right }) };
}

type Planned = { record: Pick<VisitRecord, "kind">; result: VisitAssessment };

/** From the visits of the episode in order, the last attended being the one planned for; null before the first visit. */
export function templateFacts(visits: readonly Planned[], person: Person): TemplateFacts | null {
  const course = visits.map(({ result }) => result);
  const now = course.at(-1);
  const seen = lastAttended(visits)?.result;
  const last = lastConclusion(visits)?.result;
  if (now === undefined || last === undefined) return null;
  const phase = now.phase_after;
  const isFlare = last.regress === "R1a_flare" || last.regress === "R1b_second_flare";
  const strain = (side: LimbSide): StrainStatus | null => newest(course, side, (pattern) => pattern.strain);
  return {
    ...person,
    phase,
    entered_from: enteredFrom(course, phase),
    statements: bothSides((side) => statementOf(course, side, phase)),
    strain: bothSides(strain),
    flare: isFlare && last.phase_before === phase,
    outside_model: seen?.notices.includes("outside_model") ?? false,
  };
}

/** The notice after a hold of more than 14 days. */
export const restartsAtHalf = ({ notices }: VisitAssessment): boolean => notices.includes("restart_half_dose");
