/** Which template fits phase and findings: the first row of the phase with the most specific "when" (CLINICAL 6.2). */
import type { StrainStatus } from "@/domain/assessment";
import type { LimbSide } from "@/domain/record";
import { DEFAULT_RULES, type RuleSet } from "@/domain/rules/rule-set";
import type { FlagId } from "@/domain/vocabulary/flags";
import type { Phase } from "@/domain/vocabulary/phases";
import type { Statement } from "@/domain/vocabulary/statements";
import type { TemplateId } from "@/domain/vocabulary/templates";

export type TemplateFacts = {
  phase: Phase;
  /** The treatment phase this one was entered from; null when it is not known or nothing came before. */
  entered_from: Phase | null;
  /** As last stated for each side; the statement the phase was entered with when today's data can't tell. */
  statements: Partial<Record<LimbSide, Statement>>;
  strain: Partial<Record<LimbSide, StrainStatus>>;
  age: number;
  flags: readonly FlagId[];
  /** Sprinting or kicking is a goal. */
  sport_goal: boolean;
  /** A flare decided this visit and the phase stayed. */
  flare: boolean;
  /** The notice `outside_model`. */
  outside_model: boolean;
  rules?: RuleSet;
};

/** Why: code with its detail, `statement:quad_dominant_apt:L`, `strain_confirmed:R`, `flag:anticoagulant`, `age_at_least:65`. */
export type TemplateReason = string;
export type TemplateMatch = { template: TemplateId; reasons: TemplateReason[] };

/** A finding about the patient is more specific than the pattern's statement, and that than "any". */
const SPECIFIC = 2;
const BY_STATEMENT = 1;
const ANY = 0;
type Rule = { template: TemplateId; phase: Phase | "any"; rank: number; reasons: (facts: TemplateFacts) => string[] };

const SIDES: readonly LimbSide[] = ["L", "R"];

const strainIs =
  (...statuses: readonly StrainStatus[]) =>
  ({ strain }: TemplateFacts): string[] =>
    SIDES.flatMap((side) => {
      const status = strain[side];
      return status !== undefined && statuses.includes(status) ? [`strain_${status}:${side}`] : [];
    });

const stated =
  (...wanted: readonly Statement[]) =>
  ({ statements }: TemplateFacts): string[] =>
    SIDES.flatMap((side) => {
      const statement = statements[side];
      return statement !== undefined && wanted.includes(statement) ? [`statement:${statement}:${side}`] : [];
    });

const flagged =
  (...wanted: readonly FlagId[]) =>
  ({ flags }: TemplateFacts): string[] =>
    wanted.filter((flag) => flags.includes(flag)).map((flag) => `flag:${flag}`);

const enteredFrom =
  (...wanted: readonly Phase[]) =>
  ({ entered_from }: TemplateFacts): string[] =>
    entered_from !== null && wanted.includes(entered_from) ? [`entered_from:${entered_from}`] : [];

function elderly({ age, rules = DEFAULT_RULES }: TemplateFacts): string[] {
  const from = rules.values.age_strength;
  return age >= from ? [`age_at_least:${from}`] : [];
}

/** No adult cut-off is judged: the plan is an own plan, without gate (CLINICAL 3.5). */
export const isUnderAge = ({ age, rules = DEFAULT_RULES }: Pick<TemplateFacts, "age" | "rules">): boolean =>
  age < rules.values.adult_age;

const always = () => ["phase_default"];

/** In the order of the table; a rule fits when it has a reason. */
const RULES: readonly Rule[] = [
  { template: "flare_half", phase: "any", rank: 4, reasons: ({ flare }) => (flare ? ["flare"] : []) },
  { template: "protect_strain", phase: "protect", rank: SPECIFIC, reasons: strainIs("confirmed") },
  { template: "protect_suspected", phase: "protect", rank: SPECIFIC, reasons: strainIs("suspected") },
  // Protect without either status now (resolving, or accepted earlier): the gentler of its two rows.
  { template: "protect_suspected", phase: "protect", rank: ANY, reasons: always },
  { template: "release_quad_dominant", phase: "release", rank: BY_STATEMENT, reasons: stated("quad_dominant_apt") },
  {
    template: "release_no_tilt",
    phase: "release",
    rank: BY_STATEMENT,
    reasons: stated("quad_dominant_no_apt", "quad_dominant_tilt_unknown"),
  },
  { template: "release_tight_only", phase: "release", rank: BY_STATEMENT, reasons: stated("anterior_tightness_only") },
  {
    template: "release_after_strain",
    phase: "release",
    rank: SPECIFIC,
    reasons: (facts) => [...enteredFrom("protect")(facts), ...strainIs("confirmed", "resolving")(facts)],
  },
  {
    template: "release_gentle",
    phase: "release",
    rank: SPECIFIC,
    reasons: (facts) => [
      ...elderly(facts),
      ...flagged("anticoagulant", "osteoporosis", "steroid_long_term", "pregnancy")(facts),
    ],
  },
  { template: "s1_default", phase: "strengthen_1", rank: ANY, reasons: always },
  {
    template: "s1_default",
    phase: "strengthen_1",
    rank: SPECIFIC,
    reasons: enteredFrom("release", "protect"),
  },
  {
    template: "s1_weakness_only",
    phase: "strengthen_1",
    rank: SPECIFIC,
    reasons: (facts) =>
      facts.entered_from === "none" || facts.entered_from === null ? stated("hamstring_weakness_only")(facts) : [],
  },
  { template: "s2_default", phase: "strengthen_2", rank: ANY, reasons: always },
  { template: "s2_no_eccentric", phase: "strengthen_2", rank: SPECIFIC, reasons: flagged("no_eccentric") },
  { template: "s3_default", phase: "strengthen_3", rank: ANY, reasons: always },
  {
    template: "s3_athlete",
    phase: "strengthen_3",
    rank: SPECIFIC,
    reasons: ({ sport_goal }) => (sport_goal ? ["sport_goal"] : []),
  },
  { template: "maintain_default", phase: "maintain", rank: ANY, reasons: always },
  {
    template: "maintain_no_eccentric",
    phase: "maintain",
    rank: SPECIFIC,
    reasons: (facts) => [...flagged("no_eccentric")(facts), ...elderly(facts)],
  },
  {
    template: "own_outside_model",
    phase: "none",
    rank: SPECIFIC,
    reasons: ({ outside_model }) => (outside_model ? ["outside_model"] : []),
  },
  {
    template: "own_outside_model",
    phase: "any",
    rank: 3,
    // Adult templates rest on adult cut-offs; Protect rests on time and pain only (CLINICAL 3.5).
    reasons: (facts) => (isUnderAge(facts) && facts.phase !== "protect" ? ["under_18"] : []),
  },
];

/** null on hold, before entry, and in Release when no statement of this episode fits a row. */
export function matchTemplate(facts: TemplateFacts): TemplateMatch | null {
  if (facts.phase === "hold") return null;
  const fitting = RULES.filter((rule) => rule.phase === "any" || rule.phase === facts.phase)
    .map((rule) => ({ ...rule, because: rule.reasons(facts) }))
    .filter((rule) => rule.because.length > 0);
  const [best] = fitting.sort((a, b) => b.rank - a.rank);
  return best ? { template: best.template, reasons: best.because } : null;
}
