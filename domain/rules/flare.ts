/** A flare of pain: when it begins, that it counts once, and when a second one is too soon (CLINICAL 5, R1). */
import type { Day } from "@/domain/record";
import type { Phase } from "@/domain/vocabulary/phases";
import { type Findings, latestReading, readingToday } from "./findings";
import { BACK, PAIN_AREAS, type PainArea } from "./pain";
import { difference } from "./rounding";

export type FlareMemory = {
  /** Highest worst pain of the flare going on; null = none. */
  highest: number | null;
  /** Day the last flare was counted. */
  lastDay: Day | null;
};

export const NO_FLARE: FlareMemory = { highest: null, lastDay: null };

export type FlareVerdict = { kind: "none" | "ongoing" | "first" | "second"; memory: FlareMemory };

const isEarlier = (findings: Findings) => (reading: { visit: number }) => reading.visit !== findings.visit.visit;

/** The lowest of the area in the window before today; else its last value; a thigh never scored takes the back's. */
function reference(findings: Findings, area: PainArea, initialWorst: number | undefined): number | undefined {
  const earlier = findings.readings.filter(
    (reading) => reading.measure === area.measure && reading.side === area.side && isEarlier(findings)(reading),
  );
  const recent = earlier.filter(({ day }) => findings.day - day <= findings.rules.flare_window_days);
  if (recent.length > 0) return Math.min(...recent.map(({ value }) => value));
  const last = latestReading(findings, area.measure, area.side, { where: isEarlier(findings) });
  if (last !== undefined) return last.value;
  return area === BACK ? initialWorst : reference(findings, BACK, initialWorst);
}

export function judgeFlare(findings: Findings, memory: FlareMemory, initialWorst: number | undefined): FlareVerdict {
  const { rules } = findings;
  const scores = PAIN_AREAS.map((area) => ({ area, today: readingToday(findings, area.measure, area.side)?.value }));
  if (scores.every(({ today }) => today === undefined)) return { kind: "none", memory };
  const flaring = scores.flatMap(({ area, today }) => {
    const lowest = reference(findings, area, initialWorst);
    if (today === undefined || lowest === undefined) return [];
    return today >= rules.flare_level && difference(today, lowest) >= rules.flare_rise ? [today] : [];
  });
  if (flaring.length === 0) return { kind: "none", memory: { ...memory, highest: null } };
  const worst = Math.max(...flaring);
  if (memory.highest !== null && difference(worst, memory.highest) < rules.flare_rise) {
    return { kind: "ongoing", memory: { ...memory, highest: Math.max(worst, memory.highest) } };
  }
  const isSecond = memory.lastDay !== null && findings.day - memory.lastDay <= rules.second_flare_days;
  return { kind: isSecond ? "second" : "first", memory: { highest: worst, lastDay: findings.day } };
}

const ONE_STEP_BACK: Partial<Record<Phase, Phase>> = { strengthen_3: "strengthen_2", strengthen_2: "strengthen_1" };
const AFTER_SECOND: Partial<Record<Phase, Phase>> = {
  maintain: "strengthen_2",
  strengthen_3: "release",
  strengthen_2: "release",
  strengthen_1: "release",
};

export const phaseAfterFlare = (phase: Phase, kind: "first" | "second"): Phase =>
  (kind === "second" ? AFTER_SECOND : ONE_STEP_BACK)[phase] ?? phase;
