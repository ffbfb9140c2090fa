/** When a written reason is enough to act on. */
import type { RuleSet } from "./rule-set";

export const isReason = (text: string | undefined | null, rules: RuleSet["values"]): boolean =>
  (text ?? "").trim().length >= rules.override_reason_min_chars;

export const SOLE_PRACTITIONER = "sole_practitioner";

/** @param colleagues names of those who may stand as second; where there is nobody, one practises alone. */
export const isSecondHere = (second: string, colleagues: readonly string[]): boolean =>
  colleagues.length === 0 ? second === SOLE_PRACTITIONER : colleagues.includes(second);

/** A second person, or `sole_practitioner` where there is none; nobody is their own second. */
export const hasSecondClinician = (clinician: string, second: string | undefined | null): boolean => {
  const name = (second ?? "").trim();
  return name !== "" && name !== clinician.trim();
};
