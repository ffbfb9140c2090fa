/** When discharge is offered, never forced (CLINICAL 11.5): the work is done, pain is low, and no flare came lately. */
import type { CourseVisit } from "@/domain/progress/build-series";
import type { Day } from "@/domain/record";
import type { RuleSet } from "@/domain/rules/rule-set";
import { DISCHARGE_OFFER } from "@/domain/vocabulary/discharge";
import type { MeasureId } from "@/domain/vocabulary/measures";
import type { Phase } from "@/domain/vocabulary/phases";

export type DischargeReached = "maintain" | "psfs" | "rmdq";

export type DischargeQuestion = {
  visits: readonly CourseVisit[];
  phase: Phase;
  /** Day the phase began; null while it never did. */
  phaseSince: Day | null;
  today: Day;
  rules: RuleSet;
};

type Reading = { day: Day; value: number };

const readingsOf = (visits: readonly CourseVisit[], id: MeasureId): Reading[] =>
  visits.flatMap(({ visit: { day, measures } }) => {
    const values = measures.flatMap((one) => (one.id === id && one.quality !== "invalid" ? [one.value] : []));
    // Of two sides the worse one.
    return values.length === 0 ? [] : [{ day, value: Math.max(...values) }];
  });

/** Reached at the latest reading and at one long enough before it, and not lost in between. */
function isKept(readings: readonly Reading[], isReached: (value: number) => boolean): boolean {
  const kept = readings.slice(1 + readings.findLastIndex(({ value }) => !isReached(value)));
  const [first] = kept;
  const last = kept.at(-1);
  return first !== undefined && last !== undefined && last.day - first.day >= DISCHARGE_OFFER.apart_days;
}

/** Never scored is not low. */
function isPainLow(visits: readonly CourseVisit[]): boolean {
  const back = readingsOf(visits, "nprs_worst").at(-1);
  const thigh = readingsOf(visits, "nprs_thigh_worst").at(-1);
  const scored = [back, thigh].flatMap((one) => one?.value ?? []);
  return back !== undefined && scored.every((value) => value <= DISCHARGE_OFFER.pain_max);
}

const isCalm = (visits: readonly CourseVisit[], today: Day): boolean =>
  visits.every(
    ({ visit, assessment: { regress, notices } }) =>
      today - visit.day >= DISCHARGE_OFFER.calm_days ||
      !(regress === "R1a_flare" || regress === "R1b_second_flare" || notices.includes("flare_ongoing")),
  );

/** What was reached; empty = not offered, which forbids nothing. */
export function dischargeOffer({ visits, phase, phaseSince, today, rules }: DischargeQuestion): DischargeReached[] {
  if (phase === "hold" || !isPainLow(visits) || !isCalm(visits, today)) return [];
  const { psfs_goal, rmdq_recovered } = rules.values;
  const isLong = phase === "maintain" && phaseSince !== null && today - phaseSince >= DISCHARGE_OFFER.maintain_days;
  return [
    ...(isLong ? (["maintain"] as const) : []),
    ...(isKept(readingsOf(visits, "psfs_avg"), (value) => value >= psfs_goal) ? (["psfs"] as const) : []),
    ...(isKept(readingsOf(visits, "rmdq_score"), (value) => value <= rmdq_recovered) ? (["rmdq"] as const) : []),
  ];
}
