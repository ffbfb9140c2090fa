/** The hold: begun by a blocking flag, lifted by a clearance or by its last flag entered in error (CLINICAL 3.3, 3.4). */
import type { Day, VisitRecord } from "@/domain/record";
import { type FlagId, flagById, isBlocking } from "@/domain/vocabulary/flags";
import type { Phase } from "@/domain/vocabulary/phases";
import { hasSecondClinician, isReason } from "./reason";
import type { RuleSet } from "./rule-set";

export type HoldMemory = {
  since: Day;
  /** The phase that a clearance restores. */
  from: Phase;
  /** Blocking flags of this hold not yet entered in error. */
  flags: FlagId[];
};

export type HoldStep = {
  /** What stands after the events of today. */
  hold: HoldMemory | null;
  isLifted: boolean;
  notices: string[];
};

/** Applies the events of a visit to the hold it met; @param setToday blocking flags set at this visit. */
export function holdAfterEvents(
  hold: HoldMemory | null,
  visit: VisitRecord,
  setToday: readonly FlagId[],
  rules: RuleSet["values"],
): HoldStep {
  const events = visit.events ?? [];
  const notices: string[] = [];
  let open = hold?.flags ?? [];
  let isErrorAccepted = false;
  for (const event of events) {
    if (event === "medical_clearance") continue;
    const isAccepted =
      isBlocking(flagById(event.flag)) &&
      open.includes(event.flag) &&
      !setToday.includes(event.flag) &&
      isReason(event.reason, rules) &&
      event.clinician.trim() !== "" &&
      hasSecondClinician(event.clinician, event.second_clinician);
    notices.push(`${isAccepted ? "flag_entered_in_error" : "flag_error_rejected"}:${event.flag}`);
    if (!isAccepted) continue;
    isErrorAccepted = true;
    open = open.filter((flag) => flag !== event.flag);
  }
  if (hold === null) return { hold: null, isLifted: false, notices };
  const isCleared = events.includes("medical_clearance") || (isErrorAccepted && open.length === 0);
  if (!isCleared || setToday.length > 0) return { hold: { ...hold, flags: open }, isLifted: false, notices };
  const isLong = visit.day - hold.since > rules.restart_half_dose_after_hold_days;
  return { hold: null, isLifted: true, notices: isLong ? [...notices, "restart_half_dose"] : notices };
}

/** A blocking flag begins a hold or joins the one going on. */
export const holdWith = (hold: HoldMemory | null, phase: Phase, day: Day, flags: readonly FlagId[]): HoldMemory => ({
  since: hold?.since ?? day,
  from: hold?.from ?? phase,
  flags: [...new Set([...(hold?.flags ?? []), ...flags])].sort(),
});
