/** The worked cases as a clinic would have lived them: entered by its own people, nothing that a screen would refuse. */
import "server-only";
import { type FileCase, readCaseFile } from "@/domain/case-file";
import type { VisitRecord } from "@/domain/record";

/** `clinicians`: at least two names; the first answers for what the cases sign as one clinician. */
export async function workedCases(clinicians: readonly [string, string]): Promise<FileCase[]> {
  // Read when the demo is made, and only then.
  const { default: file } = await import("@/domain/cases.json");
  return readCaseFile(file).map((worked) => ({
    ...worked,
    visits: worked.visits.map((visit) => named(asSignable(worked.case_id, visit), clinicians)),
  }));
}

/** C12's second visit shows that a reason of two letters is no override; the screen refuses to sign it (CLINICAL 5.1). */
function asSignable(caseId: string, visit: VisitRecord): VisitRecord {
  if (caseId !== "C12" || visit.visit !== 2) return visit;
  const { override: _tooShort, ...rest } = visit;
  return rest;
}

/** The cases call their clinicians demo A and demo B, and their raters A and B. */
function named(visit: VisitRecord, [first, second]: readonly [string, string]): VisitRecord {
  const nameOf = (rater: string) => (rater === "B" ? second : first);
  return {
    ...visit,
    measures: visit.measures.map((measure) =>
      measure.rater === undefined ? measure : { ...measure, rater: nameOf(measure.rater) },
    ),
    ...(visit.events && {
      events: visit.events.map((event) =>
        event === "medical_clearance" || event.second_clinician === undefined
          ? event
          : { ...event, second_clinician: second },
      ),
    }),
  };
}
