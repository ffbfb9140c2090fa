/** Why and how an episode ends (CLINICAL 11.5), and the self-management sheet. */
export const DISCHARGE_REASONS = [
  { id: "goals_met", label: "Goals met" },
  { id: "self_managing", label: "Able to go on alone" },
  { id: "plateau_accepted", label: "No further change expected, agreed" },
  { id: "referred", label: "Referred on" },
  { id: "surgery", label: "Going to surgery" },
  { id: "moved", label: "Moved away" },
  { id: "stopped_by_patient", label: "Stopped by the patient" },
  { id: "not_attending", label: "Did not attend, letter sent" },
  { id: "hold_medical", label: "Medical problem found" },
  { id: "died", label: "Died" },
  { id: "other", label: "Other (text)" },
] as const;
export type DischargeReason = (typeof DISCHARGE_REASONS)[number]["id"];

export const DISCHARGE_CRITERIA = [
  "Offered, never forced: phase maintain ≥ 12 weeks, or PSFS ≥ 8 or RMDQ ≤ 2 at two visits ≥ 28 days apart, worst pain ≤ 2, no flare for 28 days",
  "Possible from every phase with a reason",
  "Not while hold is open unless reason is referred, hold_medical, surgery or died",
] as const;
/** The numbers of the first of them that aren't thresholds of the model. */
export const DISCHARGE_OFFER = { maintain_days: 84, apart_days: 28, pain_max: 2, calm_days: 28 } as const;
export const DISCHARGE_OUTCOMES = [
  "NPRS worst back and thigh",
  "PSFS or RMDQ",
  "GROC",
  "phase reached",
  "overrides",
  "attended / not attended",
] as const;
export const DISCHARGE_EFFECTS = [
  "plan ends, reminders stop",
  "phone becomes read-only: record and self-management sheet",
  "a new episode starts with new baselines; old ones stay visible",
] as const;
export const SELF_MANAGEMENT_SHEET = [
  "Your name, clinic, clinic's phone and hours, date",
  "Your goals and where you are now (your own words and numbers)",
  "3–5 exercises with picture, sets, times per week (from the last plan)",
  "The pain traffic light",
  "What to do in a flare: half the dose for 3–7 days, keep walking, return step by step; call if not settled in 2 weeks",
  "When to come back: pain above 5 for two weeks, sudden pain in the back of the thigh, an activity you lost again",
  "The safety text and the emergency number",
  "Backs are strong and like movement",
] as const;
