/** Turns a visit into what the pull figure draws: states as the rules judge them, values with their date, the worse side drawn and named. */
import type { DomainState, VisitAssessment } from "@/domain/assessment";
import type { Day, LimbSide, PatientRecord, Side, VisitRecord } from "@/domain/record";
import { type DomainJudgement, judgeAnterior, judgeStrength } from "@/domain/rules/domains";
import {
  type Findings,
  gatherFindings,
  isAdult,
  isAtLeast,
  latestReading,
  latestSign,
  newerOf,
  type Reading,
  readingToday,
} from "@/domain/rules/findings";
import { DEFAULT_RULES, type RuleSet } from "@/domain/rules/rule-set";
import type { BodyRegionId } from "@/domain/vocabulary/body-regions";
import { fill } from "@/messages/fill";
import { MUSCLE_STATES, type MuscleState } from "./muscle-band";
import type { PullMuscle } from "./pull-anatomy";
import { type MuscleFinding, PULL_WORDS, type PullFigureParams } from "./pull-words";

export type PullEvidence = {
  patient: PatientRecord;
  /** The earlier visits of the episode, in order. */
  earlier: readonly VisitRecord[];
  /** The visit that is drawn. */
  visit: VisitRecord;
  /** What the rules concluded from it; a suppressed pattern leaves the muscles not judged. */
  assessment: Pick<VisitAssessment, "pattern">;
  rules?: RuleSet;
  /** Today's body chart, when there is one: a painful area marks the muscle under it. */
  areas?: readonly { region: BodyRegionId; side: Side; intensity: number | null }[];
  /** "worse" (the default) draws the worse side of each muscle and names it. */
  side?: LimbSide | "worse";
  sayDay: (day: Day) => string;
};

type Scene = { findings: Findings; evidence: PullEvidence };

const LIMBS = ["L", "R"] as const;

/** Above 0° the one-joint hip flexors are short (CLINICAL 2, mtt_hip_deg). */
const THOMAS_HIP_SHORT_ABOVE = 0;

/** One side of one muscle: its state and word, and the value that decided it. */
type Sided = {
  state: MuscleState;
  word?: string;
  /** Which value decided it; only values of one kind share a line. */
  origin?: string;
  source?: string;
  day?: number;
  value?: string;
  midline?: boolean;
};

const AREA_MUSCLE: Partial<Record<BodyRegionId, PullMuscle>> = {
  thigh_front: "quads",
  hip_front: "flexors",
  thoracic_back: "erectors",
  lumbar_side: "erectors",
  sitting_bone: "hams",
  ham_proximal: "hams",
  ham_mid: "hams",
  ham_distal: "hams",
};

const degrees = (value: number) => `${value > 0 ? "+" : ""}${value}°`.replace("-", "−");

function flexorsOf({ findings }: Scene, side: LimbSide): Sided {
  const hip = latestReading(findings, "mtt_hip_deg", side, { within: findings.rules.measure_valid_days });
  if (hip === undefined) return { state: "untested" };
  return {
    state: hip.value > THOMAS_HIP_SHORT_ABOVE ? "short" : "usual",
    origin: hip.measure,
    source: PULL_WORDS.sources.thomas_hip,
    day: hip.day,
    value: degrees(hip.value),
  };
}

const LENGTH: Record<DomainState, MuscleState> = {
  positive: "short",
  borderline: "borderline",
  negative: "usual",
  unknown: "untested",
};

function quadsOf({ findings }: Scene, side: LimbSide): Sided {
  const judged = judgeAnterior(findings, side);
  const state = LENGTH[judged.state];
  const decided = judged.criteria[0];
  if (decided === undefined) return { state };
  const words = PULL_WORDS.sources;
  const { indicator: origin, day, value } = decided;
  switch (origin) {
    case "ely_angle_deg": {
      const [cut, free] = [findings.rules.ely_tight, findings.rules.ely_free];
      const isToday = day === findings.day;
      const short = isToday && state === "short" ? fill(words.ely_short, { cut }) : words.ely;
      const source = isToday && state === "borderline" ? fill(words.ely_borderline, { cut, below: free - 1 }) : short;
      return { state, origin, source, day, value: `${value}°` };
    }
    case "heel_buttock_cm":
      return { state, origin, source: words.heel_buttock, day, value: `${value} cm` };
    case "mtt_knee_deg":
      return { state, origin, source: words.thomas_knee, day, value: `${value}°` };
    default:
      return { state, origin, source: words.palpation, day };
  }
}

function erectorsOf({ findings }: Scene, side: LimbSide): Sided {
  const sign = newerOf(
    latestSign(findings, "erector_spinae_tight", side),
    latestSign(findings, "erector_spinae_tight", "M"),
  );
  if (sign === undefined) return { state: "untested" };
  const words = PULL_WORDS;
  const grade = sign.grade === "present" ? "mild" : sign.grade;
  return {
    state: grade === "absent" ? "usual" : grade === "mild" ? "borderline" : "short",
    word: words[`sign_${grade}`],
    origin: sign.id,
    source: words.sources.palpation,
    day: sign.day,
    midline: sign.side === "M",
  };
}

const STRENGTH_SOURCES = [
  ["hq_ratio", "hq", 2],
  ["ham_nm_kg", "nm_kg", 2],
  ["lsi_ham_pct", "lsi", 0],
  ["mrc_knee_flexion", "mrc", 0],
  ["slhb_reps", "slhb", 0],
] as const;

function strengthWord(state: DomainJudgement["state"]): Pick<Sided, "state" | "word"> {
  if (state === "positive") return { state: "reduced" };
  if (state === "borderline") return { state: "borderline", word: PULL_WORDS.borderline_strength };
  return { state: "usual", word: PULL_WORDS.usual_strength };
}

function hamsOf({ findings }: Scene, side: LimbSide): Sided {
  const judged = judgeStrength(findings, side);
  if (judged.state === "unknown") return { state: "untested" };
  const said = strengthWord(judged.state);
  const words = PULL_WORDS.sources;
  for (const [id, name, decimals] of STRENGTH_SOURCES) {
    const decided = judged.criteria.find(({ indicator }) => indicator === id);
    if (decided === undefined || typeof decided.value !== "number") continue;
    const value = decided.value.toFixed(decimals);
    const isLowToday = name === "hq" && decided.verdict === "positive" && decided.day === findings.day;
    const source =
      isLowToday && decided.cutoff !== null ? fill(words.hq_low, { low: decided.cutoff.toFixed(2) }) : words[name];
    return { ...said, origin: id, source, day: decided.day, value };
  }
  return said;
}

function isPainful({ findings, evidence }: Scene, muscle: PullMuscle, side: LimbSide): boolean {
  if (muscle === "hams" && isAtLeast(latestSign(findings, "ham_pain_local", side), "mild")) return true;
  return (evidence.areas ?? []).some(
    (area) =>
      AREA_MUSCLE[area.region] === muscle &&
      (area.side === side || area.side === "M") &&
      area.intensity !== null &&
      area.intensity > 0,
  );
}

/** Source and date on one line, the values of both sides that share them on the next. */
function notesOf({ findings, evidence }: Scene, sided: Record<LimbSide, Sided>, drawn: LimbSide): string[] {
  const other = drawn === "L" ? "R" : "L";
  const lead = sided[sided[drawn].source === undefined ? other : drawn];
  if (lead.source === undefined || lead.day === undefined) return [];
  const isToday = lead.day === findings.day;
  const title = isToday ? lead.source : fill(PULL_WORDS.dated, { source: lead.source, day: evidence.sayDay(lead.day) });
  const values = LIMBS.flatMap((side) => {
    const { origin, day, value } = sided[side];
    if (value === undefined || origin !== lead.origin || day !== lead.day) return [];
    return fill(PULL_WORDS.side_value, { side, value });
  });
  return values.length === 0 ? [title] : [title, values.join(" ")];
}

function findingOf(scene: Scene, muscle: PullMuscle, of: (scene: Scene, side: LimbSide) => Sided): MuscleFinding {
  const sided = { L: of(scene, "L"), R: of(scene, "R") };
  const stateOf = (side: LimbSide): MuscleState =>
    sided[side].state === "untested" && isPainful(scene, muscle, side) ? "painful" : sided[side].state;
  const asked = scene.evidence.side ?? "worse";
  const worse = MUSCLE_STATES.indexOf(stateOf("R")) < MUSCLE_STATES.indexOf(stateOf("L")) ? "R" : "L";
  const side = asked === "worse" ? worse : asked;
  const state = stateOf(side);
  const word = sided[side].word ?? PULL_WORDS.states[state];
  const isNamed = (asked !== "worse" || stateOf("L") !== stateOf("R")) && sided[side].midline !== true;
  return {
    state,
    pain: (asked === "worse" ? LIMBS : [asked]).some((limb) => isPainful(scene, muscle, limb)),
    word: isNamed ? fill(PULL_WORDS.on_side, { word, side }) : word,
    note: notesOf(scene, sided, side),
    side: sided[side].midline === true ? "M" : side,
  };
}

function tiltOf({ findings, evidence }: Scene): Pick<PullFigureParams, "tilt" | "tiltNote" | "base"> {
  const tilts = findings.readings.filter(({ measure }) => measure === "pelvic_tilt_deg");
  /** Of one visit the midline value, else the larger of the two sides. */
  const oneOf = (visit: number | undefined): Reading | undefined =>
    tilts
      .filter((reading) => reading.visit === visit)
      .toSorted((a, b) => Number(b.side === "M") - Number(a.side === "M") || b.value - a.value)[0];
  const latest = oneOf(tilts.findLast(({ day }) => findings.day - day <= findings.rules.measure_valid_days)?.visit);
  if (latest === undefined) return { tilt: null };
  const day = evidence.sayDay(latest.day);
  const first = tilts.find(({ side }) => side === latest.side);
  return {
    tilt: latest.value,
    tiltNote: latest.side === "M" ? day : fill(PULL_WORDS.on_side, { word: day, side: latest.side }),
    base: first !== undefined && first.visit !== latest.visit ? first.value : null,
  };
}

const NOT_JUDGED: MuscleFinding = { state: "untested", word: PULL_WORDS.not_judged };

/** Everything the pull figure draws for a visit. Under a suppressed pattern and under age the muscles are not judged. */
export function pullFigureState(evidence: PullEvidence): PullFigureParams {
  const { patient, earlier, visit, assessment, rules = DEFAULT_RULES } = evidence;
  const scene: Scene = { evidence, findings: gatherFindings(patient, earlier, visit, rules.values) };
  const adult = isAdult(scene.findings);
  const shared = {
    ...tiltOf(scene),
    usual: adult ? rules.values.tilt_usual_max : null,
    lbp: readingToday(scene.findings, "nprs_worst", "M")?.value ?? null,
  };
  if (assessment.pattern === null || !adult) {
    const why = adult ? {} : { note: [fill(PULL_WORDS.under_age, { age: rules.values.adult_age })] };
    const finding = { ...NOT_JUDGED, ...why };
    return { ...shared, muscles: { flexors: finding, quads: finding, erectors: finding, hams: finding } };
  }
  return {
    ...shared,
    muscles: {
      flexors: findingOf(scene, "flexors", flexorsOf),
      quads: findingOf(scene, "quads", quadsOf),
      erectors: findingOf(scene, "erectors", erectorsOf),
      hams: findingOf(scene, "hams", hamsOf),
    },
  };
}
