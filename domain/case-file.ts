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

/** What the format makes of a value; undefined where it finds faults, which join those found so far. */
function check<T>(format: z.ZodType<T>, value: unknown, at: FieldPath, faults: Fault[]): T | undefined {
  const result = format.safeParse(value);
  if (result.success) return result.data;
  const found = result.error.issues.flatMap(faultsOf);
  faults.push(...found.map(({ path, message }) => ({ path: [...at, ...path], message })));
  return undefined;
}

/** The entries of a list, also where another field beside it is at fault. */
function entriesOf(value: unknown, list: "cases" | "visits"): unknown[] {
  const found: unknown = value !== null && typeof value === "object" ? Reflect.get(value, list) : undefined;
  return Array.isArray(found) ? found : [];
}

/** Visits are numbered once and their days never run backwards; equal days are two visits of one day. */
function orderFaults(earlier: readonly VisitRecord[], visit: VisitRecord, at: FieldPath): Fault[] {
  if (earlier.some((other) => other.visit === visit.visit)) {
    return [{ path: [...at, "visit"], message: `visit ${visit.visit} is there twice` }];
  }
  const isOutOfOrder = (other: VisitRecord) =>
    other.visit < visit.visit ? other.day > visit.day : other.day < visit.day;
  if (!earlier.some(isOutOfOrder)) return [];
  return [{ path: [...at, "day"], message: "days may not decrease from visit to visit" }];
}

/** `under_18` follows from the age; typed for an adult it contradicts the record. */
function ageFaults({ age }: PatientRecord, { flags }: VisitRecord, at: FieldPath): Fault[] {
  const typed = flags.indexOf("under_18");
  if (typed < 0 || age < DEFAULT_RULES.values.adult_age) return [];
  return [{ path: [...at, "flags", typed], message: "follows from the age, which says otherwise" }];
}

function readCase(value: unknown, at: FieldPath, faults: Fault[]): FileCase | undefined {
  const head = check(caseFormat, value, at, faults);
  const visits: VisitRecord[] = [];
  for (const [index, entry] of entriesOf(value, "visits").entries()) {
    const here = [...at, "visits", index];
    const visit: VisitRecord | undefined = check(visitFormat, entry, here, faults);
    if (visit === undefined) continue;
    faults.push(...orderFaults(visits, visit, here));
    if (head !== undefined) faults.push(...ageFaults(head.patient, visit, here));
    visits.push(visit);
  }
  if (head === undefined) return undefined;
  const { case_id, patient, onset_day, initial_state } = head;
  // The order of the array has no meaning; the numbers have.
  visits.sort((a, b) => a.visit - b.visit);
  return { case_id, patient, onset_day, initial_state, visits };
}

/** @throws CaseFileError for the first offending field in the order of the document. */
export function readCaseFile(document: unknown): FileCase[] {
  const faults: Fault[] = [];
  check(fileFormat, document, [], faults);
  const cases = entriesOf(document, "cases").flatMap((value, index) => readCase(value, ["cases", index], faults) ?? []);
  const [first] = faults.toSorted((a, b) => compareFields(a.path, b.path, document));
  if (first !== undefined) throw new CaseFileError(first.path, first.message);
  return cases;
}
