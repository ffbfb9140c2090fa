/** The versioned set of thresholds every rule reads; a clinic may adopt its own values. */
import { THRESHOLDS, type ThresholdId } from "@/domain/vocabulary/thresholds";

export type RuleSet = { version: string; values: Record<ThresholdId, number> };

/** The values of CLINICAL.md as shipped. */
export const DEFAULT_RULES: RuleSet = {
  version: "1.1",
  values: Object.fromEntries(THRESHOLDS.map(({ id, value }) => [id, value])) as Record<ThresholdId, number>,
};
