/** The paths of a visit's draft: one field per row, so that two people can write one visit without overwriting. */
import { SIDES, type Side } from "@/domain/record";
import type { DraftValueKind } from "@/domain/visit/field-values";
import { type BodyRegionId, bodyRegionById, isBodyRegionId } from "@/domain/vocabulary/body-regions";
import { CONSENT_ITEMS, type ConsentId } from "@/domain/vocabulary/consent";
import { CANNOT_TEST } from "@/domain/vocabulary/decisions";
import { FLAGS, type FlagId, flagById, isBlocking, isFlagId } from "@/domain/vocabulary/flags";
import { isMeasureId, type MeasureId, measureById } from "@/domain/vocabulary/measures";
import { NEUROLOGICAL_CELLS, type NeurologicalKey } from "@/domain/vocabulary/neurological-grid";
import { isSignId, type SignId, signById, signSides } from "@/domain/vocabulary/signs";
import { isTreatmentId, type TreatmentId } from "@/domain/vocabulary/treatments";

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
  "goals",
  "beliefs",
] as const;
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

type Alone =
  | "since_last"
  | "interpreter"
  | "adverse_response"
  | "advice"
  | "decision"
  | "override"
  | "next_review"
  | "note"
  | "responses"
  | "no_show";
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

const ALONE: readonly string[] = [
  "since_last",
  "interpreter",
  "adverse_response",
  "advice",
  "decision",
  "override",
  "next_review",
  "note",
  "responses",
  "no_show",
] satisfies Alone[];

const isOneOf = <T extends string>(all: readonly T[], text: string): text is T =>
  (all as readonly string[]).includes(text);

/** Values that are typed in; derived ratios are computed, and the lever arm belongs to its force (CLINICAL 2.2 rule 9). */
export const isEnteredMeasure = (id: MeasureId): boolean => !measureById(id).derived && id !== "lever_m";

function readSided(group: string, id: string, side: Side): DraftPath | null {
  switch (group) {
    case "sign":
      return isSignId(id) && signSides(signById(id)).includes(side) ? { kind: "sign", id, side } : null;
    case "measure":
      return isMeasureId(id) && isEnteredMeasure(id) && measureById(id).sides.includes(side)
        ? { kind: "measure", id, side }
        : null;
    case "neuro": {
      const cell = NEUROLOGICAL_CELLS.find((candidate) => candidate.key === id);
      return cell?.sides.includes(side) ? { kind: "neuro", key: cell.key, side } : null;
    }
    case "pain_area":
      return isBodyRegionId(id) && isOneOf<Side>(bodyRegionById(id).sides, side)
        ? { kind: "pain_area", region: id, side }
        : null;
    default:
      return null;
  }
}

function readNamed(group: string, id: string): DraftPath | null {
  // Under 18 follows from the birth date and is never typed (CLINICAL 3).
  const flag = isFlagId(id) && flagById(id).origin !== "derived" ? id : null;
  switch (group) {
    case "subjective":
      return isOneOf(SUBJECTIVE_KEYS, id) ? { kind: "subjective", key: id } : null;
    case "consent":
      return CONSENT_ITEMS.some((item) => item.id === id) ? { kind: "consent", id: id as ConsentId } : null;
    case "screening":
      return flag !== null && flagById(flag).questions.length > 0 ? { kind: "screening", flag } : null;
    case "flag":
      return flag === null ? null : { kind: "flag", flag };
    case "ack":
      return isOneOf(ACK_IDS, id) ? { kind: "ack", id } : null;
    case "body":
      return id === "mass_kg" || id === "height_cm" ? { kind: "body", key: id } : null;
    case "questionnaire":
      return id === "rmdq" || id === "psfs" || id === "groc" ? { kind: id } : null;
    case "treatment":
      return isTreatmentId(id) ? { kind: "treatment", id } : null;
    case "retest":
      return /^[1-9]$/.test(id) ? { kind: "retest", n: Number(id) } : null;
    case "cannot_test":
      return isOneOf(CANNOT_TEST.tests, id) ? { kind: "cannot_test", id } : null;
    case "event":
      return id === "clearance" ? { kind: "clearance" } : null;
    case "contact":
      if (id === "channel" || id === "direction" || id === "red_flag_questions_asked") return { kind: id };
      return isOneOf(CONTACT_TEXTS, id) ? { kind: "contact_text", key: id } : null;
    default:
      return null;
  }
}

/** Reads a path from outside; null when no visit holds such a field (an unknown id, a side the thing doesn't have). */
export function parseDraftPath(path: string): DraftPath | null {
  const [group, id, last, ...rest] = path.split(".");
  if (group === undefined || rest.length > 0) return null;
  if (id === undefined) return isOneOf(ALONE, group) ? ({ kind: group } as DraftPath) : null;
  if (last === undefined) return readNamed(group, id);
  if (group === "event" && id === "error") {
    return isFlagId(last) && isBlocking(flagById(last)) ? { kind: "flag_error", flag: last } : null;
  }
  return isOneOf(SIDES, last) ? readSided(group, id, last) : null;
}
