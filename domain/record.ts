/** What was seen, measured and said at the visits of one episode, as the rules read it (no names, no clock, no I/O). */
import type { FlagId } from "@/domain/vocabulary/flags";
import type { MeasureId, MeasureMethod } from "@/domain/vocabulary/measures";
import type { Phase } from "@/domain/vocabulary/phases";
import type { SignGrade, SignId } from "@/domain/vocabulary/signs";

/** L, R, or M for the midline or the whole person. */
export const SIDES = ["L", "R", "M"] as const;
export type Side = (typeof SIDES)[number];
export type LimbSide = "L" | "R";

/** Days since the episode's day zero; only differences matter to the rules. */
export type Day = number;

export type Sex = "M" | "F" | "X";

export type PatientRecord = {
  /** Whole years at the visit date. Under 18 no adult cut-off is judged. */
  age: number;
  sex: Sex;
  mass_kg?: number;
  height_cm?: number;
  dominant_side?: LimbSide;
};

export type SignRecord = { id: SignId; side: Side; grade: SignGrade; onset_day?: Day };

export type MeasureRecord = {
  id: MeasureId;
  side: Side;
  value: number;
  unit: string;
  method?: MeasureMethod;
  lever_m?: number;
  pelvis_stabilised?: boolean;
  rater?: string;
  quality?: "ok" | "invalid";
};

export type ScreeningRecord = {
  flag: FlagId;
  answer: "yes" | "no";
  decision?: "not_concerned" | "safety_net" | "suspected";
  reason?: string;
  recheck_day?: Day;
};

export type VisitEventRecord =
  | "medical_clearance"
  | { type: "flag_entered_in_error"; flag: FlagId; reason: string; clinician: string; second_clinician?: string };

export type VisitRecord = {
  visit: number;
  /** A contact holds flags, screening answers, clearances and flags undone: it moves no phase beside a hold. */
  kind?: "contact";
  day: Day;
  mass_kg?: number;
  flags: FlagId[];
  signs: SignRecord[];
  measures: MeasureRecord[];
  screening?: ScreeningRecord[];
  /** Acknowledged today: ids of flags or findings (CLINICAL 3.2). */
  acks?: string[];
  events?: VisitEventRecord[];
  adherence?: { prescribed: number; done: number; source?: "log" | "recall" | "none" };
  cannot_test?: { id: "hamstring_dynamometry" | "slhb_reps"; reason: string }[];
  decision?: { choice: "advance" | "keep" | "protect"; reason?: string; clinician: string };
  override?: { to_phase: Phase; reason: string; clinician: string; second_clinician?: string };
  /** Blocks of a visit entered after later ones were signed: in force since, though the course before this visit lacks them. */
  late_hold?: { since: Day; flags: FlagId[] };
  /** A block of another visit's draft stood: nothing was decided. */
  held_elsewhere?: true;
};

/** Where an episode starts when the patient was transferred in mid-course. */
export type InitialState = {
  phase: Phase;
  phase_since_day: Day;
  gate_ely?: Partial<Record<LimbSide, number>>;
  last_nprs_worst?: number;
  maintain_entry?: Partial<Record<LimbSide, { hq_ratio?: number; lsi_ham_pct?: number; method?: MeasureMethod }>>;
};

export type EpisodeRecord = {
  patient: PatientRecord;
  onset_day?: Day;
  initial_state?: InitialState;
  visits: VisitRecord[];
};
