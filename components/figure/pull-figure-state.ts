/** Turns a visit's evidence into what the pull figure draws: states from the rules' domains, values with their date, the worse side drawn and named. */
import type { DomainState } from "@/domain/assessment";
import type { LimbSide, Side } from "@/domain/record";
import type { BodyRegionId } from "@/domain/vocabulary/body-regions";
import type { MeasureId } from "@/domain/vocabulary/measures";
import { fill } from "@/messages/fill";
import { MUSCLE_STATES, type MuscleState } from "./muscle-band";
import type { PullMuscle } from "./pull-anatomy";
import {
  anteriorSource,
  isAtLeast,
  latestMeasure,
  latestRatio,
  latestSign,
  limit,
  type PullEvidence,
  shownVisit,
} from "./pull-evidence";
import { type MuscleFinding, PULL_WORDS, type PullFigureParams } from "./pull-words";

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

function flexorsOf(evidence: PullEvidence, side: LimbSide): Sided {
  const hip = latestMeasure(evidence, "mtt_hip_deg", side);
  if (hip === null) return { state: "untested" };
  const { value } = hip.value;
  return {
    state: value > THOMAS_HIP_SHORT_ABOVE ? "short" : "usual",
    origin: "mtt_hip_deg",
    source: PULL_WORDS.sources.thomas_hip,
    day: hip.day,
    value: degrees(value),
  };
}

const LENGTH: Record<DomainState, MuscleState> = {
  positive: "short",
  borderline: "borderline",
  negative: "usual",
  unknown: "untested",
};

function quadsOf(evidence: PullEvidence, side: LimbSide, domain: DomainState): Sided {
  const state = LENGTH[domain];
  const decided = anteriorSource(evidence, side);
  if (state === "untested" || decided === null) return { state };
  const words = PULL_WORDS.sources;
  if (decided.kind === "palpation") return { state, origin: decided.kind, source: words.palpation, day: decided.day };
  const { day, value } = decided.found;
  if (decided.kind !== "ely") {
    const shown = decided.kind === "thomas_knee" ? `${value.value}°` : `${value.value} cm`;
    return { state, origin: decided.kind, source: words[decided.kind], day, value: shown };
  }
  const [cut, free] = [limit(evidence, "ely_tight"), limit(evidence, "ely_free")];
  const today = day === shownVisit(evidence).day;
  const source =
    today && state === "short"
      ? fill(words.ely_short, { cut })
      : today && state === "borderline"
        ? fill(words.ely_borderline, { cut, below: free - 1 })
        : words.ely;
  return { state, origin: decided.kind, source, day, value: `${value.value}°` };
}

function erectorsOf(evidence: PullEvidence, side: LimbSide): Sided {
  const sign = latestSign(evidence, "erector_spinae_tight", side);
  if (sign === null) return { state: "untested" };
  const words = PULL_WORDS;
  const grade = sign.value === "present" ? "mild" : sign.value;
  return {
    state: isAtLeast(grade, "moderate") ? "short" : isAtLeast(grade, "mild") ? "borderline" : "usual",
    word: words[`sign_${grade}`],
    origin: "palpation",
    source: words.sources.palpation,
    day: sign.day,
    midline: sign.side === "M",
  };
}

const STRENGTH_VALUES = [
  ["ham_nm_kg", "nm_kg"],
  ["mrc_knee_flexion", "mrc"],
  ["slhb_reps", "slhb"],
] as const satisfies readonly (readonly [MeasureId, keyof typeof PULL_WORDS.sources])[];

function hamsOf(evidence: PullEvidence, side: LimbSide, domain: DomainState): Sided {
  const words = PULL_WORDS;
  if (domain === "unknown") return { state: "untested" };
  const said =
    domain === "positive"
      ? { state: "reduced" as const }
      : domain === "borderline"
        ? { state: "borderline" as const, word: words.borderline_strength }
        : { state: "usual" as const, word: words.usual_strength };
  const ratio = latestRatio(evidence, side);
  if (ratio !== null) {
    const today = ratio.day === shownVisit(evidence).day;
    const source = today ? fill(words.sources.hq_low, { low: ratio.low.toFixed(2) }) : words.sources.hq;
    return { ...said, origin: "hq_ratio", source, day: ratio.day, value: ratio.value.toFixed(2) };
  }
  for (const [id, source] of STRENGTH_VALUES) {
    const found = latestMeasure(evidence, id, side);
    if (found !== null)
      return { ...said, origin: id, source: words.sources[source], day: found.day, value: `${found.value.value}` };
  }
  return said;
}

function painful(evidence: PullEvidence, muscle: PullMuscle, side: LimbSide): boolean {
  const sign = muscle === "hams" ? latestSign(evidence, "ham_pain_local", side) : null;
  if (sign !== null && isAtLeast(sign.value, "mild")) return true;
  return (evidence.areas ?? []).some(
    (area) => AREA_MUSCLE[area.region] === muscle && (area.side === side || area.side === "M") && area.intensity > 0,
  );
}

/** Source and date on one line, the values of both sides that share them on the next. */
function notesOf(evidence: PullEvidence, sided: Record<LimbSide, Sided>, drawn: LimbSide): string[] {
  const other = drawn === "L" ? "R" : "L";
  const lead = sided[sided[drawn].source === undefined ? other : drawn];
  if (lead.source === undefined || lead.day === undefined) return [];
  const today = lead.day === shownVisit(evidence).day;
  const title = today ? lead.source : fill(PULL_WORDS.dated, { source: lead.source, day: evidence.sayDay(lead.day) });
  const values = LIMBS.flatMap((side) => {
    const { origin, day, value } = sided[side];
    if (value === undefined || origin !== lead.origin || day !== lead.day) return [];
    return fill(PULL_WORDS.side_value, { side, value });
  });
  return values.length === 0 ? [title] : [title, values.join(" ")];
}

function findingFrom(evidence: PullEvidence, muscle: PullMuscle, sided: Record<LimbSide, Sided>): MuscleFinding {
  const stateOf = (side: LimbSide): MuscleState =>
    sided[side].state === "untested" && painful(evidence, muscle, side) ? "painful" : sided[side].state;
  const asked = evidence.side ?? "worse";
  const worse = MUSCLE_STATES.indexOf(stateOf("R")) < MUSCLE_STATES.indexOf(stateOf("L")) ? "R" : "L";
  const side = asked === "worse" ? worse : asked;
  const state = stateOf(side);
  const plainWord = sided[side].word ?? PULL_WORDS.states[state];
  const named = asked !== "worse" || stateOf("L") !== stateOf("R");
  return {
    state,
    pain: asked === "worse" ? LIMBS.some((limb) => painful(evidence, muscle, limb)) : painful(evidence, muscle, side),
    word: named && sided[side].midline !== true ? fill(PULL_WORDS.on_side, { word: plainWord, side }) : plainWord,
    note: notesOf(evidence, sided, side),
  };
}

/** The midline value, else the larger of the two sides, of the first visit in `visits` that has one. */
function tiltIn(
  visits: readonly { day: number; measures: readonly { id: string; side: Side; value: number; quality?: string }[] }[],
) {
  for (const { day, measures } of visits) {
    const found = measures
      .filter(({ id, quality }) => id === "pelvic_tilt_deg" && quality !== "invalid")
      .sort((a, b) => Number(b.side === "M") - Number(a.side === "M") || b.value - a.value)[0];
    if (found !== undefined) return { day, side: found.side, value: found.value };
  }
  return null;
}

function tiltOf(evidence: PullEvidence): Pick<PullFigureParams, "tilt" | "tiltNote" | "base"> {
  const today = shownVisit(evidence).day;
  const valid = evidence.visits.filter(({ day }) => today - day <= limit(evidence, "measure_valid_days"));
  const latest = tiltIn([...valid].reverse());
  if (latest === null) return { tilt: null };
  const day = evidence.sayDay(latest.day);
  const first = tiltIn(evidence.visits);
  return {
    tilt: latest.value,
    tiltNote: latest.side === "M" ? day : fill(PULL_WORDS.on_side, { word: day, side: latest.side }),
    base: first !== null && first.day < latest.day && first.side === latest.side ? first.value : null,
  };
}

const NOT_JUDGED: MuscleFinding = { state: "untested", word: PULL_WORDS.not_judged };

/** Everything the pull figure draws for the last visit of the evidence. A suppressed pattern and an under-age patient leave the muscles not judged. */
export function pullFigureState(evidence: PullEvidence): PullFigureParams {
  const visit = shownVisit(evidence);
  const pattern = evidence.assessments.find((assessment) => assessment.visit === visit.visit)?.pattern ?? null;
  const adultAge = limit(evidence, "adult_age");
  const adult = evidence.age >= adultAge;
  const worst = visit.measures.find(({ id, quality }) => id === "nprs_worst" && quality !== "invalid");
  const shared = {
    ...tiltOf(evidence),
    usual: adult ? limit(evidence, "tilt_usual_max") : null,
    lbp: worst?.value ?? null,
  };
  if (pattern === null || !adult) {
    const finding = adult ? NOT_JUDGED : { ...NOT_JUDGED, note: [fill(PULL_WORDS.under_age, { age: adultAge })] };
    return { ...shared, muscles: { flexors: finding, quads: finding, erectors: finding, hams: finding } };
  }
  const both = (of: (side: LimbSide) => Sided): Record<LimbSide, Sided> => ({ L: of("L"), R: of("R") });
  const domains = (side: LimbSide) => pattern[side].domains;
  return {
    ...shared,
    muscles: {
      flexors: findingFrom(
        evidence,
        "flexors",
        both((side) => flexorsOf(evidence, side)),
      ),
      quads: findingFrom(
        evidence,
        "quads",
        both((side) => quadsOf(evidence, side, domains(side).A)),
      ),
      erectors: findingFrom(
        evidence,
        "erectors",
        both((side) => erectorsOf(evidence, side)),
      ),
      hams: findingFrom(
        evidence,
        "hams",
        both((side) => hamsOf(evidence, side, domains(side).B)),
      ),
    },
  };
}
