/** No gain where it is needed: 21 days to watch, 42 days to review (CLINICAL 5, Plateau). */
import type { Day } from "@/domain/record";
import type { MeasureId } from "@/domain/vocabulary/measures";
import type { ThresholdId } from "@/domain/vocabulary/thresholds";
import type { GateCriterion } from "./evidence";
import type { Findings, Reading } from "./findings";
import { reaches } from "./gate-criteria";
import { worstPainByVisit } from "./pain";
import { difference } from "./rounding";

/** What a gain is for each measure a gate asks for. */
const GAIN: Partial<Record<MeasureId, { mdc: ThresholdId; better: "higher" | "lower" }>> = {
  ely_angle_deg: { mdc: "mdc_ely_angle_deg", better: "higher" },
  heel_buttock_cm: { mdc: "mdc_heel_buttock_cm", better: "lower" },
  slhb_reps: { mdc: "mdc_slhb_reps", better: "higher" },
  lsi_ham_pct: { mdc: "mdc_lsi_ham_pct", better: "higher" },
  mrc_knee_flexion: { mdc: "mdc_mrc_knee_flexion", better: "higher" },
  hq_ratio: { mdc: "mdc_hq_ratio", better: "higher" },
  nprs_worst: { mdc: "mdc_nprs_worst", better: "lower" },
  nprs_thigh_worst: { mdc: "mdc_nprs_thigh_worst", better: "lower" },
  nprs_exercise: { mdc: "mdc_nprs_exercise", better: "lower" },
  rmdq_score: { mdc: "mdc_rmdq_score", better: "lower" },
  psfs_avg: { mdc: "mdc_psfs_avg", better: "higher" },
};

/** One value per visit: the smallest of those that are compared together. */
function lowestByVisit(readings: readonly Reading[]): Reading[] {
  const lowest = new Map<string, Reading>();
  for (const reading of readings) {
    const key = `${reading.visit} ${reading.method ?? ""}`;
    const held = lowest.get(key);
    if (held === undefined || reading.value < held.value) lowest.set(key, reading);
  }
  return [...lowest.values()];
}

/** How far the two sides' bridges lie apart at each visit that has both. */
function bridgeGaps(readings: readonly Reading[]): Reading[] {
  const left = readings.filter(({ measure, side }) => measure === "slhb_reps" && side === "L");
  return left.flatMap((reading) => {
    const right = readings.find(
      ({ measure, side, visit }) => measure === "slhb_reps" && side === "R" && visit === reading.visit,
    );
    return right === undefined ? [] : [{ ...reading, value: Math.abs(difference(reading.value, right.value)) }];
  });
}

function seriesOf({ readings }: Findings, { measure, side }: GateCriterion): readonly Reading[] {
  if (measure === "nprs_worst" || measure === "nprs_thigh_worst") return worstPainByVisit(readings);
  const own = readings.filter((reading) => reading.measure === measure);
  if (measure === "lsi_ham_pct") return lowestByVisit(own);
  return measure === "slhb_reps" && side === null ? bridgeGaps(readings) : own.filter((r) => r.side === side);
}

type Span = { days: number; phaseSince: Day };

/** No gain ≥ MDC in the span, or not measured in it; a value not taken today that would pass is no failing one. */
function stalls(findings: Findings, criterion: GateCriterion, { days, phaseSince }: Span): boolean {
  const gain = GAIN[criterion.measure as MeasureId];
  if (gain === undefined) return false;
  const series = seriesOf(findings, criterion);
  const isGap = criterion.measure === "slhb_reps" && criterion.side === null;
  const current = series.findLast(({ day }) => findings.day - day <= days);
  if (current === undefined) return true;
  const { met, rule, threshold } = criterion;
  if (met === "no_data" && rule !== null && threshold !== null && reaches(current.value, rule, threshold)) return false;
  const comparable = series.filter((reading) => reading !== current && reading.method === current.method);
  const inForce = comparable.findLast(({ day }) => findings.day - day >= days);
  const before = inForce ?? comparable.find(({ day }) => day >= phaseSince);
  if (before === undefined) return true;
  const change = difference(current.value, before.value);
  const progress = gain.better === "lower" || isGap ? -change : change;
  return progress < findings.rules[gain.mdc];
}

const COUNTED: readonly GateCriterion["kind"][] = ["elasticity", "pain", "strength", "function"];

/** Function reaches its goal by either score, so it stalls only if both do. */
function functionStalls(findings: Findings, span: Span, criterion: GateCriterion): boolean {
  return (["rmdq_score", "psfs_avg"] as const).every((measure) =>
    stalls(findings, { ...criterion, measure, side: "M" }, span),
  );
}

/** @param criteria those of the gate of today. */
export function judgePlateau(findings: Findings, criteria: readonly GateCriterion[], phaseSince: Day) {
  const { rules, day } = findings;
  const unmet = criteria.filter(({ met, kind }) => met !== "met" && COUNTED.includes(kind));
  const stallsFor = (days: number) =>
    day - phaseSince >= days &&
    unmet.some((criterion) =>
      criterion.kind === "function"
        ? functionStalls(findings, { days, phaseSince }, criterion)
        : stalls(findings, criterion, { days, phaseSince }),
    );
  if (stallsFor(rules.plateau_days)) return "review";
  return stallsFor(rules.plateau_watch_days) ? "watch" : null;
}
