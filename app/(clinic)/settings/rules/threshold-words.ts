/** Thresholds as the rules' settings list them: grouped by the measure or rule their id begins with, values with units. */
import type { ThresholdChanges } from "@/db/rule-set";
import { DEFAULT_RULES } from "@/domain/rules/rule-set";
import type { ThresholdFault } from "@/domain/rules/threshold-limits";
import { THRESHOLDS, type ThresholdId, thresholdById } from "@/domain/vocabulary/thresholds";
import settings from "@/messages/en/settings.json";
import { fill } from "@/messages/fill";

export type EditableThreshold = { id: string; label: string; value: string; shipped: string };
export type ThresholdGroup = { title: string; thresholds: EditableThreshold[] };

/** Those a clinic may set, with the values that `changes` give them; a group of one joins the last group, "other". */
export function thresholdGroups(changes: ThresholdChanges): ThresholdGroup[] {
  const groups = new Map<string, EditableThreshold[]>();
  for (const { id, unit, editable } of THRESHOLDS) {
    if (!editable) continue;
    const prefix = id.split("_")[0] ?? id;
    const shipped = DEFAULT_RULES.values[id];
    const entry = {
      id,
      label: `${nameOf(id)} (${unit})`,
      value: String(changes[id] ?? shipped),
      shipped: valueWithUnit(shipped, unit),
    };
    groups.set(prefix, [...(groups.get(prefix) ?? []), entry]);
  }
  const several = [...groups].filter(([, thresholds]) => thresholds.length > 1);
  const single = [...groups]
    .filter(([, thresholds]) => thresholds.length === 1)
    .flatMap(([, thresholds]) => thresholds);
  const named = several.map(([prefix, thresholds]) => ({ title: titleOf(prefix), thresholds }));
  return single.length === 0 ? named : [...named, { title: titles.other, thresholds: single }];
}

const titles = settings.rules.groups;
const titleOf = (prefix: string) => Object.entries(titles).find(([key]) => key === prefix)?.[1] ?? prefix;

const nameOf = (id: ThresholdId) => id.replaceAll("_", " ");

/** What stands beside the field of a value that can't be meant. */
export function faultWords(fault: ThresholdFault): string {
  const words = settings.rules.faults;
  if (fault.kind === "range") {
    const { min, max } = fault;
    return fill(fault.whole ? words.whole : words.range, { min, max });
  }
  const { other, value } = fault;
  const side = fault.orEqual ? ({ below: "atMost", above: "atLeast" } as const)[fault.kind] : fault.kind;
  return fill(words[side], { name: nameOf(other), value: valueWithUnit(value, thresholdById(other).unit) });
}

export function valueWithUnit(value: number, unit: string): string {
  if (unit === "deg") return `${value}°`;
  return unit === "ratio" || unit === "" ? String(value) : `${value} ${unit}`;
}
