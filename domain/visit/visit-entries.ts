/** What one visit holds beyond the rules' input: the rows written when it is signed, numbers parsed, ids checked. */
import type { CalendarDay } from "@/domain/calendar-day";
import type { ScreeningRecord, Side } from "@/domain/record";
import type { DraftValue } from "@/domain/visit/field-values";
import type { AckId, CannotTestId, ContactText, SubjectiveKey } from "@/domain/visit/fields";
import type { BodyRegionId, PainQuality } from "@/domain/vocabulary/body-regions";
import type { ConsentId } from "@/domain/vocabulary/consent";
import type { FlagId } from "@/domain/vocabulary/flags";
import type { MeasureId, MeasureMethod } from "@/domain/vocabulary/measures";
import type { NeurologicalKey } from "@/domain/vocabulary/neurological-grid";
import type { SignGrade, SignId } from "@/domain/vocabulary/signs";
import type { TreatmentId } from "@/domain/vocabulary/treatments";

export type FindingEntry = {
  sign: SignId;
  side: Side;
  grade: SignGrade;
  onset_on: CalendarDay | null;
  painful: boolean | null;
  count: number | null;
  length_cm: number | null;
  note: string | null;
};

export type MeasurementEntry = {
  measure: MeasureId;
  side: Side;
  /** The best of the trials, or the single value; in the measure's unit. */
  value: number;
  unit: string;
  trials: number[];
  method: MeasureMethod | null;
  lever_m: number | null;
  pelvis_stabilised: boolean | null;
  rater: string;
  quality: "ok" | "invalid";
  note: string | null;
  /** Absent where it was taken at the visit. */
  source?: AnswerSource;
};

/** An answer the patient gave beforehand, or a guardian for them. */
export type AnswerSource = { filled_by: "patient" | "guardian"; filled_on: CalendarDay; response_id: string };

export type QuestionnaireEntry = {
  instrument: "rmdq" | "psfs" | "groc";
  /** null: asked but nothing scored (PSFS activities named, not yet rated). */
  score: number | null;
  ticked: number[] | null;
  activities: { id: string; text: string; score: number | null }[] | null;
  filled_by: "clinician" | "patient" | "guardian";
  filled_on: CalendarDay;
  language: string | null;
  response_id: string | null;
};

export type TreatmentEntry = Omit<DraftValue<"treatment">, "minutes" | "repetitions" | "pressure_0_10"> & {
  treatment: TreatmentId;
  minutes?: number;
  repetitions?: number;
  pressure_0_10?: number;
};

export type VisitEntries = {
  subjective: { key: SubjectiveKey; text: string }[];
  since_last: DraftValue<"since_last"> | null;
  interpreter: DraftValue<"interpreter"> | null;
  consents: ({ consent: ConsentId } & DraftValue<"consent">)[];
  screening: (Omit<ScreeningRecord, "recheck_day"> & { recheck_on?: CalendarDay })[];
  flags: FlagId[];
  /** Set in this draft and taken back before signing, with the reason. */
  flags_taken_back: { flag: FlagId; reason: string }[];
  acks: { id: AckId; limit: string | null }[];
  findings: FindingEntry[];
  measurements: MeasurementEntry[];
  mass_kg: number | null;
  height_cm: number | null;
  neurological: ({ key: NeurologicalKey; side: Side } & DraftValue<"neuro">)[];
  pain_areas: {
    region: BodyRegionId;
    side: Side;
    quality: PainQuality[];
    intensity: number | null;
    note: string | null;
  }[];
  questionnaires: QuestionnaireEntry[];
  treatments: TreatmentEntry[];
  retests: {
    n: number;
    measure: MeasureId;
    side: Side;
    before: number | null;
    after: number | null;
    same_rater: boolean | null;
  }[];
  adverse_response: DraftValue<"adverse_response"> | null;
  advice: string | null;
  cannot_test: { id: CannotTestId; reason: DraftValue<"cannot_test">["reason"]; text: string }[];
  clearance: { who: string; on: CalendarDay | null; what: string } | null;
  flag_errors: { flag: FlagId; reason: string; second_clinician: string | null }[];
  decision: { choice: DraftValue<"decision">["choice"]; reason: string | null } | null;
  override: {
    to_phase: DraftValue<"override">["to_phase"];
    reason: DraftValue<"override">["reason"] | null;
    text: string;
    second_clinician: string | null;
  } | null;
  next_review: CalendarDay | "open" | null;
  note: string | null;
  contact: {
    channel: DraftValue<"channel"> | null;
    direction: DraftValue<"direction"> | null;
    red_flag_questions_asked: boolean | null;
    texts: Partial<Record<ContactText, string>>;
  };
  no_show: DraftValue<"no_show"> | null;
  /** To the treatment given today. */
  treatment_response?: DraftValue<"treatment_response">;
  /** Responses of the patient that were taken in otherwise than as a questionnaire: pain. */
  responses_accepted?: string[];
};

export function emptyEntries(): VisitEntries {
  return {
    subjective: [],
    since_last: null,
    interpreter: null,
    consents: [],
    screening: [],
    flags: [],
    flags_taken_back: [],
    acks: [],
    findings: [],
    measurements: [],
    mass_kg: null,
    height_cm: null,
    neurological: [],
    pain_areas: [],
    questionnaires: [],
    treatments: [],
    retests: [],
    adverse_response: null,
    advice: null,
    cannot_test: [],
    clearance: null,
    flag_errors: [],
    decision: null,
    override: null,
    next_review: null,
    note: null,
    contact: { channel: null, direction: null, red_flag_questions_asked: null, texts: {} },
    no_show: null,
  };
}
