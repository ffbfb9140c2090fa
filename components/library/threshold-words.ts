/** A threshold in words: what it is, its value with unit, where it comes from and what reads it. */
import { measureTitle } from "@/components/chart/chart-words";
import { isMeasureId } from "@/domain/vocabulary/measures";
import { THRESHOLD_SOURCES } from "@/domain/vocabulary/threshold-sources";
import { THRESHOLDS, type ThresholdId } from "@/domain/vocabulary/thresholds";
import words from "@/messages/en/library.json";
import names from "@/messages/en/thresholds.json";
import { fill } from "@/messages/fill";

const NAMES: Readonly<Record<string, string>> = names;
const OF_MEASURE = /^(mdc_inter_rater|mdc|mcid)_(.+?)(?:__(.+))?$/;

export function thresholdName(id: ThresholdId): string {
  const said = NAMES[id];
  if (said !== undefined) return said;
  const [, kind, measure = "", when] = OF_MEASURE.exec(id) ?? [];
  if ((kind !== "mdc" && kind !== "mcid" && kind !== "mdc_inter_rater") || !isMeasureId(measure))
    return id.replaceAll("_", " ");
  const name = fill(words.rules[kind], { measure: measureTitle(measure) });
  return when === undefined ? name : fill(words.rules.case, { name, case: when.replaceAll("_", " ") });
}

export function thresholdValue(value: number, unit: string): string {
  if (unit === "deg") return `${value}°`;
  return unit === "ratio" || unit === "" ? String(value) : `${value} ${unit}`;
}

/** A citation that refers to the one before it is written out, so that it can stand alone in a filtered list. */
export function citationOf(id: ThresholdId): string {
  const own = THRESHOLD_SOURCES[id].citation;
  if (own !== "as above") return own;
  const above = THRESHOLDS[THRESHOLDS.findIndex((entry) => entry.id === id) - 1];
  return above === undefined ? "" : THRESHOLD_SOURCES[above.id].citation;
}
