/** Which signs speak for the pattern, for a strain, or against the pattern: the filter of the sign grid. */
import type { VisitRecord } from "@/domain/record";
import { type Profile, signsFirst } from "@/domain/visit/profiles";
import { SIGNS, type Sign, type SignId } from "@/domain/vocabulary/signs";

export const SIGN_FILTERS = ["pattern", "strain", "against", "all"] as const;
export type SignFilter = (typeof SIGN_FILTERS)[number];
type Group = Exclude<SignFilter, "all">;

/** CLINICAL 1 and 4.3: items of the strain rule, and what tells their severity. */
const STRAIN: readonly SignId[] = [
  "ham_pain_local",
  "sudden_onset_posterior_thigh",
  "ham_local_tenderness",
  "pain_resisted_knee_flexion",
  "pain_on_ham_stretch",
  "loss_of_function",
  "gait_antalgic",
  "palpable_defect",
  "bruising_posterior_thigh",
];
/** Competing findings, and what makes the prone knee bend no test of length. */
const AGAINST: readonly SignId[] = [
  "flat_back_posterior_tilt",
  "neural_tension_positive",
  "sij_cluster_positive",
  "hip_oa_cluster",
  "femoral_nerve_tension",
  "knee_limits_flexion",
];

export function signGroup(id: SignId): Group {
  if (STRAIN.includes(id)) return "strain";
  return AGAINST.includes(id) ? "against" : "pattern";
}

/** What is shown under a filter: its group, and every sign that holds something, so that nothing recorded is hidden. */
export const signsUnder = (filter: SignFilter, recorded: ReadonlySet<SignId>): readonly Sign[] =>
  SIGNS.filter(({ id }) => filter === "all" || signGroup(id) === filter || recorded.has(id));

/** A strain's own signs first; at a plain follow-up what was recorded last time. */
export const signsInFront = (profile: Profile, last: VisitRecord | null): readonly SignId[] =>
  profile === "acute_strain" ? STRAIN : profile === "follow_up" ? signsFirst(last) : [];
