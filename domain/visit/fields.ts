/** The paths of a visit's draft: one field per row, so that two people can write one visit without overwriting. */
import type { Side } from "@/domain/record";
import type { DraftValueKind } from "@/domain/visit/field-values";
import type { BodyRegionId } from "@/domain/vocabulary/body-regions";
import type { ConsentId } from "@/domain/vocabulary/consent";
import type { CANNOT_TEST } from "@/domain/vocabulary/decisions";
import { FLAGS, type FlagId } from "@/domain/vocabulary/flags";
import { type MeasureId, measureById } from "@/domain/vocabulary/measures";
import type { NeurologicalKey } from "@/domain/vocabulary/neurological-grid";
import type { SignId } from "@/domain/vocabulary/signs";
import type { TreatmentId } from "@/domain/vocabulary/treatments";

export const SUBJECTIVE_KEYS = [
  "complaint",
  "onset",
  "behaviour_24h",
  "since_last",
  "anything_new",
  "history",
  "medication",
  "allergies",
  "work",
  "sport",
  "sport_goal",
  "goals",
  "beliefs",
] as const;
/** What "sport_goal" may say: sprinting or kicking is wanted back, or it isn't. */
export const SPORT_GOALS = ["yes", "no"] as const;
export type SubjectiveKey = (typeof SUBJECTIVE_KEYS)[number];
/** Parts of a contact (CLINICAL 11.4) beside channel, direction and "red flag questions asked". */
export const CONTACT_TEXTS = ["when", "who", "summary", "advice", "next_step"] as const;
export type ContactText = (typeof CONTACT_TEXTS)[number];
export type CannotTestId = (typeof CANNOT_TEST.tests)[number];

/** What CLINICAL 3.2 asks to be acknowledged: precautions, competing findings, a suspected strain, a contradiction. */
export const ACK_FINDINGS = [
  "flat_back_posterior_tilt",
  "neural_tension_positive",
  "sij_cluster_positive",
  "hip_oa_cluster",
  "strain_suspected",
  "contradictory_findings",
] as const;
export type AckId = FlagId | (typeof ACK_FINDINGS)[number];
export const ACK_IDS: readonly AckId[] = [
  ...FLAGS.filter((flag) => flag.level === "ack_required").map((flag) => flag.id),
  ...ACK_FINDINGS,
];

/** Kinds of which a visit has one field. */
export const ALONE = [
  "since_last",
  "interpreter",
  "adverse_response",
  "treatment_response",
  "advice",
  "decision",
  "override",
  "next_review",
  "note",
  "responses",
  "no_show",
] as const;
type Alone = (typeof ALONE)[number];
/** What stands between the kind and the value of a path. */
type Address = {
  subjective: { key: SubjectiveKey };
  consent: { id: ConsentId };
  screening: { flag: FlagId };
  flag: { flag: FlagId };
  flag_error: { flag: FlagId };
  ack: { id: AckId };
  sign: { id: SignId; side: Side };
  measure: { id: MeasureId; side: Side };
  body: { key: "mass_kg" | "height_cm" };
  neuro: { key: NeurologicalKey; side: Side };
  pain_area: { region: BodyRegionId; side: Side };
  treatment: { id: TreatmentId };
  retest: { n: number };
  cannot_test: { id: CannotTestId };
  contact_text: { key: ContactText };
};
export type DraftKind = DraftValueKind;
export type DraftPathOf<K extends DraftKind> = {
  [P in K]: { kind: P } & (P extends keyof Address ? Address[P] : unknown);
}[K];
export type DraftPath = DraftPathOf<DraftKind>;

/** Writes paths; the only place that knows how they are spelt. */
export const draftPath = {
  subjective: (key: SubjectiveKey) => `subjective.${key}`,
  consent: (id: ConsentId) => `consent.${id}`,
  screening: (flag: FlagId) => `screening.${flag}`,
  flag: (flag: FlagId) => `flag.${flag}`,
  flagError: (flag: FlagId) => `event.error.${flag}`,
  clearance: "event.clearance",
  ack: (id: AckId) => `ack.${id}`,
  sign: (id: SignId, side: Side) => `sign.${id}.${side}`,
  measure: (id: MeasureId, side: Side) => `measure.${id}.${side}`,
  body: (key: "mass_kg" | "height_cm") => `body.${key}`,
  neuro: (key: NeurologicalKey, side: Side) => `neuro.${key}.${side}`,
  painArea: (region: BodyRegionId, side: Side) => `pain_area.${region}.${side}`,
  questionnaire: (id: "rmdq" | "psfs" | "groc") => `questionnaire.${id}`,
  treatment: (id: TreatmentId) => `treatment.${id}`,
  retest: (n: number) => `retest.${n}`,
  cannotTest: (id: CannotTestId) => `cannot_test.${id}`,
  contact: (key: ContactText | "channel" | "direction" | "red_flag_questions_asked") => `contact.${key}`,
  alone: (name: Alone) => name,
} as const;

/** Values that are typed in; derived ratios are computed, and the lever arm belongs to its force (CLINICAL 2.2 rule 9). */
export const isEnteredMeasure = (id: MeasureId): boolean => !measureById(id).derived && id !== "lever_m";
