/** Where a patient enters the course, judged at each visit while the phase is none (CLINICAL 5). */
import type { SidePattern } from "@/domain/assessment";
import type { Phase } from "@/domain/vocabulary/phases";
import { type Findings, isAdult } from "./findings";

export type Entry = { phase: Phase; isOutsideModel: boolean };

export function enter(findings: Findings, patterns: readonly SidePattern[]): Entry {
  const phase = entryPhase(patterns);
  const fitsNowhere = !isAdult(findings) || patterns.every(({ statement }) => statement === "not_this_pattern");
  return { phase, isOutsideModel: phase === "none" && fitsNowhere };
}

function entryPhase(patterns: readonly SidePattern[]): Phase {
  if (patterns.some(({ statement }) => statement === "contradictory_findings")) return "none";
  if (patterns.some(({ domains }) => domains.A === "positive")) return "release";
  return patterns.some(({ statement }) => statement === "hamstring_weakness_only") ? "strengthen_1" : "none";
}
