/** Which visit is the last one: a contact enters the course for flags and holds alone (CLINICAL 11.4), so it is looked through. */
import type { VisitRecord } from "@/domain/record";

export const isAttended = ({ kind }: Pick<VisitRecord, "kind">): boolean => kind !== "contact";

/** Of a course in order; undefined before the first visit. */
export const lastAttended = <T extends { record: Pick<VisitRecord, "kind"> }>(course: readonly T[]): T | undefined =>
  course.findLast(({ record }) => isAttended(record));
