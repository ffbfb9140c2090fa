/** What the caseload takes from the signed visits of an episode: flare, old values, and the last move of the phase. */
import type { VisitAssessment } from "@/domain/assessment";
import { isAttended } from "@/domain/attended";
import { addDays, type CalendarDay } from "@/domain/calendar-day";
import type { PatientFacts } from "@/domain/caseload/facts";
import type { CourseVisit } from "@/domain/progress/build-series";
import { difference } from "@/domain/rules/rounding";
import { DEFAULT_RULES, type RuleSet } from "@/domain/rules/rule-set";
import type { MeasureId } from "@/domain/vocabulary/measures";
import type { Phase } from "@/domain/vocabulary/phases";

type Direction = NonNullable<PatientFacts["phase_change"]>["direction"];

const COURSE: readonly Phase[] = [
  "none",
  "protect",
  "release",
  "strengthen_1",
  "strengthen_2",
  "strengthen_3",
  "maintain",
];

/** null when the phase stayed, or went on hold (the hold speaks for itself). Entry is a move forward. */
export function phaseDirection(from: Phase, to: Phase): Direction | null {
  if (from === to || to === "hold") return null;
  if (from === "hold") return "restored";
  return COURSE.indexOf(to) > COURSE.indexOf(from) ? "forward" : "back";
}

const isFlare = ({ regress, notices }: VisitAssessment): boolean =>
  regress === "R1a_flare" || regress === "R1b_second_flare" || notices.includes("flare_ongoing");

const PAIN: readonly MeasureId[] = ["nprs_worst", "nprs_thigh_worst"];

/** By how much the worst area rose above its lowest of the weeks before the flare; 0 where nothing came before. */
function riseSince(course: readonly CourseVisit[], begin: number, window: number): number {
  const start = course[begin]?.visit;
  if (start === undefined) return 0;
  const before = course.slice(0, begin).filter(({ visit }) => start.day - visit.day <= window);
  const rises = course.slice(begin).flatMap(({ visit }) =>
    visit.measures
      .filter(({ id }) => PAIN.includes(id))
      .flatMap(({ id, side, value }) => {
        const lows = before.flatMap((earlier) =>
          earlier.visit.measures.filter((one) => one.id === id && one.side === side).map((one) => one.value),
        );
        return lows.length === 0 ? [] : [difference(value, Math.min(...lows))];
      }),
  );
  return Math.max(0, ...rises);
}

/** A contact scores no pain and takes no measure: it answers neither a flare nor old values. */
const attended = (course: readonly CourseVisit[]) => course.filter(({ visit }) => isAttended(visit));

/** The flare of the last visit: the day it was counted and its rise; null when the last visit has none. */
export function flareOf(
  all: readonly CourseVisit[],
  dayZero: CalendarDay,
  rules: RuleSet = DEFAULT_RULES,
): { since: CalendarDay; rise: number } | null {
  const course = attended(all);
  const last = course.at(-1);
  if (last === undefined || !isFlare(last.assessment)) return null;
  const calm = course.findLastIndex(({ assessment }) => !isFlare(assessment));
  const begin = calm + 1;
  const day = course[begin]?.visit.day ?? last.visit.day;
  return { since: addDays(dayZero, day), rise: riseSince(course, begin, rules.values.flare_window_days) };
}

const STRENGTH: readonly MeasureId[] = ["ham_force_n", "ham_torque_nm", "mrc_knee_flexion", "slhb_reps"];

/** The last statement lacks only what was measured before: the values have grown too old to judge. */
export function areValuesTooOld(all: readonly CourseVisit[]): boolean {
  const course = attended(all);
  const pattern = course.at(-1)?.assessment.pattern ?? null;
  if (pattern === null) return false;
  const wasMeasured = (ids: readonly MeasureId[], side: string | undefined) =>
    course.some(({ visit }) => visit.measures.some((one) => ids.includes(one.id) && one.side === side));
  return [pattern.L, pattern.R].some(
    ({ statement, missing }) =>
      statement === "insufficient_data" &&
      missing.some((code) => {
        const [what, side] = code.split(":");
        if (what === "ely_angle_deg") return wasMeasured(["ely_angle_deg", "heel_buttock_cm"], side);
        return what === "hamstring_strength" && wasMeasured(STRENGTH, side);
      }),
  );
}

/** The last move of the phase as visit and direction; null while it never moved. */
export function lastPhaseMove(
  course: readonly VisitAssessment[],
): { visit: number; day: number; direction: Direction } | null {
  const moves = course.flatMap(({ visit, day, phase_before, phase_after }) => {
    const direction = phaseDirection(phase_before, phase_after);
    return direction === null ? [] : [{ visit, day, direction }];
  });
  return moves.at(-1) ?? null;
}
