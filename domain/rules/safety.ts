/** Flags in force at a visit, the level of safety, and which precautions wait for an acknowledgement (CLINICAL 3). */
import type { SidePattern, VisitAssessment } from "@/domain/assessment";
import type { PatientRecord, VisitRecord } from "@/domain/record";
import { FLAG_LEVELS, type FlagId, flagById, isBlocking } from "@/domain/vocabulary/flags";
import type { RuleSet } from "./rule-set";

/** Flags set by the clinician, those judged "suspected" at screening, and under 18 from the age; in fixed order. */
export function flagsInForce(patient: PatientRecord, visit: VisitRecord, rules: RuleSet["values"]): FlagId[] {
  const suspected = (visit.screening ?? [])
    .filter(({ answer, decision }) => answer === "yes" && decision === "suspected")
    .map(({ flag }) => flag);
  const flags = new Set([...visit.flags, ...suspected]);
  // Never typed: it follows from the age alone.
  flags.delete("under_18");
  if (patient.age < rules.adult_age) flags.add("under_18");
  return [...flags].sort();
}

export const blockingFlags = (flags: readonly FlagId[]): FlagId[] => flags.filter((id) => isBlocking(flagById(id)));

/** Findings, beside flags, that ask for an acknowledgement: competing findings, a suspected strain, a contradiction. */
export function findingsToAcknowledge(patterns: readonly SidePattern[]): string[] {
  const ids = new Set<string>();
  for (const { statement, competing, strain } of patterns) {
    if (statement === "contradictory_findings") ids.add(statement);
    for (const id of competing) ids.add(id);
    if (strain === "suspected") ids.add("strain_suspected");
  }
  // The contradiction is between tilt and flat back: acknowledging it covers both, on both sides.
  if (ids.has("contradictory_findings")) ids.delete("flat_back_posterior_tilt");
  return [...ids];
}

export function safetyOf(flags: FlagId[], findings: readonly string[]): VisitAssessment["safety"] {
  const levels = flags.map((id) => flagById(id).level);
  if (findings.length > 0) levels.push("ack_required");
  return { level: FLAG_LEVELS.find((level) => levels.includes(level)) ?? "none", flags };
}

/** @returns `ack_needed:ID` for each precaution never acknowledged, or last acknowledged too long ago. */
export function acknowledgementsNeeded(
  flags: readonly FlagId[],
  findings: readonly string[],
  visits: readonly VisitRecord[],
  today: VisitRecord,
  rules: RuleSet["values"],
): string[] {
  const required = [...flags.filter((id) => flagById(id).level === "ack_required"), ...findings];
  return required
    .filter((id) => {
      const last = visits.findLast(({ acks }) => acks?.includes(id));
      return last === undefined || today.day - last.day > rules.ack_valid_days;
    })
    .map((id) => `ack_needed:${id}`);
}
