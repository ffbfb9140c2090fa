/** Reads a file of worked cases strictly: either every field is understood, or the first offending one is named. */
import type { z } from "zod";
import { caseFormat, fileFormat, visitFormat } from "./case-format";
import { compareFields, type FieldPath, pathText } from "./field-path";
import type { EpisodeRecord, PatientRecord, VisitRecord } from "./record";
import { DEFAULT_RULES } from "./rules/rule-set";

export type FileCase = EpisodeRecord & { case_id: string };

export class CaseFileError extends Error {
  override readonly name = "CaseFileError";
  /** The offending field, e.g. `cases[0].visits[1].day`; empty for the document itself. */
  readonly path: string;
  constructor(path: FieldPath, message: string) {
    super(message);
    this.path = pathText(path);
  }
}

/** A longer list of allowed values helps nobody on one line. */
const SPOKEN_VALUES = 8;

type Fault = { path: FieldPath; message: string };

/** An unknown key is a fault of its own; of a union the branch that got furthest speaks. */
function faultsOf(issue: z.core.$ZodIssue): Fault[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: "unknown key" }));
  }
  if (issue.code === "invalid_union") {
    const inside = issue.errors.flatMap((branch) => branch.flatMap(faultsOf)).filter(({ path }) => path.length > 0);
    if (inside.length > 0) return inside.map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
  }
  const isLongList = issue.code === "invalid_value" && issue.values.length > SPOKEN_VALUES;
  return [{ path: issue.path, message: isLongList ? "not a known value" : issue.message }];
}

function parse<T>(format: z.ZodType<T>, value: unknown, at: FieldPath): T {
  const result = format.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap(faultsOf);
  const first = faults.toSorted((a, b) => compareFields(a.path, b.path, value))[0];
  throw new CaseFileError([...at, ...(first?.path ?? [])], first?.message ?? "not as the format asks");
}

/** Visits are numbered once and their days never run backwards; equal days are two visits of one day. */
function checkAgainst(earlier: readonly VisitRecord[], visit: VisitRecord, at: FieldPath) {
  if (earlier.some((other) => other.visit === visit.visit)) {
    throw new CaseFileError([...at, "visit"], `visit ${visit.visit} is there twice`);
  }
  const isOutOfOrder = (other: VisitRecord) =>
    other.visit < visit.visit ? other.day > visit.day : other.day < visit.day;
  if (earlier.some(isOutOfOrder)) throw new CaseFileError([...at, "day"], "days may not decrease from visit to visit");
}

/** `under_18` follows from the age; typed for an adult it contradicts the record. */
function checkAge({ age }: PatientRecord, { flags }: VisitRecord, at: FieldPath) {
  const typed = flags.indexOf("under_18");
  if (typed >= 0 && age >= DEFAULT_RULES.values.adult_age) {
    throw new CaseFileError([...at, "flags", typed], "follows from the age, which says otherwise");
  }
}

function readCase(value: unknown, at: FieldPath): FileCase {
  const { case_id, patient, onset_day, initial_state, visits: listed } = parse(caseFormat, value, at);
  const visits: VisitRecord[] = [];
  for (const [index, entry] of listed.entries()) {
    const here = [...at, "visits", index];
    const visit: VisitRecord = parse(visitFormat, entry, here);
    checkAgainst(visits, visit, here);
    checkAge(patient, visit, here);
    visits.push(visit);
  }
  // The order of the array has no meaning; the numbers have.
  visits.sort((a, b) => a.visit - b.visit);
  return { case_id, patient, onset_day, initial_state, visits };
}

/** @throws CaseFileError for the first offending field in the order of the document. */
export function readCaseFile(document: unknown): FileCase[] {
  return parse(fileFormat, document, []).cases.map((value, index) => readCase(value, ["cases", index]));
}
