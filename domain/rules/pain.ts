/** Worst pain per area and over all areas of a visit, and pain that stays high (CLINICAL 2.2 rule 11, 5). */
import type { Side } from "@/domain/record";
import type { MeasureId } from "@/domain/vocabulary/measures";
import { type Findings, type Reading, readingToday } from "./findings";

export type PainArea = { measure: MeasureId; side: Side };
export const BACK: PainArea = { measure: "nprs_worst", side: "M" };
export const PAIN_AREAS: readonly PainArea[] = [
  BACK,
  { measure: "nprs_thigh_worst", side: "L" },
  { measure: "nprs_thigh_worst", side: "R" },
];

const isArea = ({ measure, side }: Reading) =>
  PAIN_AREAS.some((area) => area.measure === measure && area.side === side);

/** The highest "worst pain" of a visit over the areas scored there, oldest visit first. */
export function worstPainByVisit(readings: readonly Reading[]): Reading[] {
  const worst = new Map<number, Reading>();
  for (const reading of readings.filter(isArea)) {
    const highest = worst.get(reading.visit);
    if (highest === undefined || reading.value > highest.value) worst.set(reading.visit, reading);
  }
  return [...worst.values()];
}

/** What a rule on "NPRS worst" reads today; undefined when the back was not scored, whatever the thighs say. */
export function worstPainToday(findings: Findings): Reading | undefined {
  if (readingToday(findings, BACK.measure, BACK.side) === undefined) return undefined;
  return worstPainByVisit(findings.readings).at(-1);
}

/** Above the level at every scored visit, today included, for long enough. */
export function isPainPersistent({ readings, visit, day, rules }: Findings): boolean {
  const scored = worstPainByVisit(readings);
  if (scored.at(-1)?.visit !== visit.visit) return false;
  const lastTolerable = scored.findLastIndex(({ value }) => value <= rules.pain_persistent_level);
  const run = scored.slice(lastTolerable + 1);
  const first = run[0];
  return first !== undefined && run.length >= 2 && day - first.day >= rules.pain_persistent_days;
}
