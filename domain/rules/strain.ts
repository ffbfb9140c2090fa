/** Hamstring strain per side: its status, the date of onset, and whether it is a new one (CLINICAL 4.3). */
import type { StrainStatus } from "@/domain/assessment";
import type { Day, LimbSide } from "@/domain/record";
import type { SignId } from "@/domain/vocabulary/signs";
import { type Findings, isAtLeast, latestSign } from "./findings";

/** The strain of a side as the course remembers it. */
export type StrainMemory = {
  status: StrainStatus;
  /** The last confirmed strain: its onset (null = never dated) and the day it was first confirmed. */
  confirmed: { onset: Day | null; day: Day } | null;
};

export const NO_STRAIN: StrainMemory = { status: "unknown", confirmed: null };

const ONSET: SignId = "sudden_onset_posterior_thigh";
const GRADED: readonly SignId[] = ["ham_local_tenderness", "pain_resisted_knee_flexion", "pain_on_ham_stretch"];
/** CLINICAL 4.3: two of the four items make the criteria; two recorded ones can rule them out. */
const ITEMS_NEEDED = 2;

export function strainStatus(findings: Findings, side: LimbSide, last: StrainStatus): StrainStatus {
  const graded = GRADED.map((id) => latestSign(findings, id, side));
  const lossOfFunction = latestSign(findings, "loss_of_function", side);
  const recorded = [...graded, lossOfFunction].filter((sign) => sign !== undefined).length;
  const present =
    graded.filter((sign) => isAtLeast(sign, "mild")).length + (lossOfFunction?.grade === "present" ? 1 : 0);
  const wasStrained = last === "confirmed" || last === "resolving";
  const onset = latestSign(findings, ONSET, side)?.grade;
  if (onset === "absent") return "no";
  if (onset === "present" && present >= ITEMS_NEEDED) return "confirmed";
  if (present >= ITEMS_NEEDED || (onset === "present" && present === 1)) return wasStrained ? "resolving" : "suspected";
  return present === 0 && recorded >= ITEMS_NEEDED ? "no" : "unknown";
}

/** The last date given for the side, else that of the episode; null = none at all. */
export function onsetOf(findings: Findings, side: LimbSide, episodeOnset: Day | undefined): Day | null {
  const dated = findings.signs.findLast(
    (sign) => sign.id === ONSET && sign.side === side && sign.grade === "present" && sign.onsetDay !== undefined,
  );
  return dated?.onsetDay ?? episodeOnset ?? null;
}

export const hasSuddenOnset = (findings: Findings, side: LimbSide): boolean =>
  latestSign(findings, ONSET, side)?.grade === "present";

export const reportsSuddenOnsetToday = ({ visit }: Findings, side: LimbSide): boolean =>
  visit.signs.some((sign) => sign.id === ONSET && sign.side === side && sign.grade === "present");

/** New = none before in this episode, or an onset newer than that of the last one. */
export function isNewStrain(status: StrainStatus, onset: Day | null, { confirmed }: StrainMemory): boolean {
  if (status !== "confirmed") return false;
  if (confirmed === null) return true;
  // An undated strain began before the day it was confirmed; only a later onset is surely another one.
  return onset !== null && onset > (confirmed.onset ?? confirmed.day);
}

export function rememberStrain(status: StrainStatus, onset: Day | null, day: Day, memory: StrainMemory): StrainMemory {
  if (status !== "confirmed") return { ...memory, status };
  if (memory.confirmed === null || isNewStrain(status, onset, memory)) return { status, confirmed: { onset, day } };
  return { status, confirmed: { ...memory.confirmed, onset: memory.confirmed.onset ?? onset } };
}
