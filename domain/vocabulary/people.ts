/** Responsible clinician, patient mode, interpreter and language (CLINICAL 11.9). */
export const PATIENT_MODES = ["phone", "paper", "none"] as const;
export type PatientMode = (typeof PATIENT_MODES)[number];
export const INTERPRETER_NEEDS = [
  "not_needed",
  "professional_in_person",
  "professional_phone",
  "family",
  "declined",
] as const;
export type InterpreterNeed = (typeof INTERPRETER_NEEDS)[number];
export const PEOPLE_RULES = {
  responsible_clinician:
    "exactly one per episode; changes only by hand-over (from, to, date, note); caseload 'mine' follows it",
  patient_mode_effect: {
    phone: "app, reminders, reasons no_log and red_stop",
    paper:
      "printed plan and diary; entered at the visit with five keys per day (0 none, 1 part, 2 all, 3 pain stop, space unknown), source recall or diary; no reason no_log",
    none: "no home log expected; no reason no_log; adherence not reported",
  },
  language: "BCP 47 code; RMDQ only in English or a published translation; else PSFS and NPRS",
} as const;
