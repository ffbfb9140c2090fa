/** The clinician's decision at signing (CLINICAL 5.1), override reasons and "cannot be tested, because". */
export const DECISIONS = [
  { id: "advance", label: "Advance", needs_reason: false },
  { id: "keep", label: "Keep phase", needs_reason: true },
  { id: "protect", label: "Protect", needs_reason: false },
] as const;
export type DecisionChoice = (typeof DECISIONS)[number]["id"];

export const OVERRIDE_REASONS = [
  "measure_not_valid",
  "sport_or_work_need",
  "patient_preference",
  "plateau_decision",
  "equipment_missing",
  "outside_model",
  "medical_advice",
  "earlier_course_known",
  "safety_step_back",
  "other",
] as const;

export const CANNOT_TEST = {
  tests: ["hamstring_dynamometry", "slhb_reps"],
  reasons: ["no_device", "device_fault", "pain", "joint_or_skin", "declined", "no_time", "other"],
} as const;
