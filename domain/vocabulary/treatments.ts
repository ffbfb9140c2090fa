/** Treatment given at a visit and what followed it (CLINICAL 11.3), with the consent each needs. */
export const TREATMENTS = [
  { id: "advice_education", label: "Advice and education", fields: ["topics"] },
  {
    id: "mfr_quad_clin",
    label: "Myofascial release, front of thigh",
    fields: ["side", "minutes", "pressure_0_10"],
    consent: "release",
  },
  {
    id: "mfr_hipflex_clin",
    label: "Myofascial release, hip flexors",
    fields: ["side", "minutes", "pressure_0_10"],
    consent: "release_sensitive",
  },
  {
    id: "mfr_es_clin",
    label: "Myofascial release, back extensors",
    fields: ["side", "minutes", "pressure_0_10"],
    consent: "release",
  },
  { id: "contract_relax", label: "Contract–relax", fields: ["muscle", "side", "repetitions"] },
  { id: "joint_mobilisation", label: "Joint mobilisation (grade I–IV)", fields: ["level", "grade", "minutes"] },
  { id: "neural_mobilisation", label: "Neural mobilisation", fields: ["side", "repetitions"] },
  { id: "exercise_supervised", label: "Exercise taught or supervised", fields: ["items"] },
  { id: "gait_or_run", label: "Gait or running work", fields: ["minutes"] },
  { id: "ice_heat", label: "Ice or heat", fields: ["which", "minutes"] },
  { id: "taping", label: "Taping", fields: ["region"] },
  { id: "manipulation", label: "Manipulation (thrust)", fields: ["level"], consent: "manipulation" },
  { id: "dry_needling", label: "Dry needling", fields: ["muscle", "side"], consent: "needling" },
  { id: "device_therapy", label: "Electrical or other device", fields: ["which", "minutes"] },
  { id: "none", label: "No treatment given (assessment only)", fields: [] },
] as const;
export type Treatment = (typeof TREATMENTS)[number];
export type TreatmentId = Treatment["id"];
const BY_ID = Object.fromEntries(TREATMENTS.map((treatment) => [treatment.id, treatment])) as Record<
  TreatmentId,
  Treatment
>;
export const isTreatmentId = (id: string): id is TreatmentId => Object.hasOwn(BY_ID, id);
export const treatmentById = (id: TreatmentId): Treatment => BY_ID[id];

/** Where on the body: asked where neither the technique's name nor its muscle or level tells. */
const WITH_REGION: readonly TreatmentId[] = ["neural_mobilisation", "ice_heat", "device_therapy"];

/** What is recorded of a technique, in the order of the form; a note goes with each. */
export const treatmentFields = ({ id, fields }: Treatment): readonly string[] => [
  ...fields,
  ...(WITH_REGION.includes(id) ? ["region"] : []),
  "note",
];

/** Whether more is asked of a technique than that it was given. */
export const hasDetails = (treatment: Treatment): boolean => treatment.fields.length > 0 || "consent" in treatment;

export const ADVERSE_RESPONSES = [
  "none",
  "soreness_24h",
  "soreness_over_24h",
  "bruise",
  "dizziness",
  "leg_symptoms_up",
  "skin_reaction",
  "fall",
  "other",
] as const;
export const AFTER_TREATMENT = {
  immediate_retest: ["measure", "before", "after", "same_rater"],
  note: "An immediate change is not compared with the MDC and never feeds a gate.",
} as const;
