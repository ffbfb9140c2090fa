/** Which visit is the last one: a contact enters the course for flags and holds alone (CLINICAL 11.4), so it is looked through. */
import type { VisitAssessment } from "@/domain/assessment";
import type { VisitRecord } from "@/domain/record";

type Kept = { record: Pick<VisitRecord, "kind"> };
type Concluded = Kept & { result: Pick<VisitAssessment, "phase_before" | "phase_after"> };

export const isAttended = ({ kind }: Pick<VisitRecord, "kind">): boolean => kind !== "contact";

/** Of a course in order; undefined before the first visit. */
export const lastAttended = <T extends Kept>(course: readonly T[]): T | undefined =>
  course.findLast(({ record }) => isAttended(record));

/** The visit whose conclusion stands: the last one attended, or a contact after it that set or lifted a hold. */
export const lastConclusion = <T extends Concluded>(course: readonly T[]): T | undefined =>
  course.findLast(({ record, result }) => isAttended(record) || result.phase_before !== result.phase_after);

/**
 * The last visit that says which flags are in force, and those after it, which may set flags and take none away.
 * @param isExamined which visits do: all but contacts, unless given
 */
export const standingVisits = <T extends Kept>(
  course: readonly T[],
  isExamined: (visit: T) => boolean = ({ record }) => isAttended(record),
): readonly T[] => course.slice(Math.max(0, course.findLastIndex(isExamined)));

/** Of visits in order, those after the hold was last lifted: what blocked before no longer does. */
export const sinceLifted = <T extends Concluded>(visits: readonly T[]): readonly T[] =>
  visits.slice(
    1 + visits.findLastIndex(({ result }) => result.phase_before === "hold" && result.phase_after !== "hold"),
  );
