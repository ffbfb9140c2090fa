/** Contacts between visits, non-attendance (CLINICAL 11.4) and the parts of the two letters (11.6, 11.7). */
export const CONTACT = {
  kinds: ["visit", "phone_call", "video", "email_or_message", "letter", "home_session_review"],
  direction: ["from_patient", "from_clinic"],
  fields: ["when", "who", "summary", "advice", "red_flag_questions_asked", "next_step"],
  no_show: ["did_not_attend", "cancelled_late", "cancelled", "clinic_cancelled"],
  no_show_rule:
    "Recorded as an unsigned, voidable did_not_attend visit; never counted as low adherence; second in a row → reason not_attending",
  next_review:
    "date or 'open'; required when signing; default by phase: protect 7 days, release 14, strengthen 14, maintain 42 (ENG)",
} as const;
export const LETTERS = {
  referral_from_hold: [
    "To (service from the clinic's local pathway), urgency: emergency / same day / urgent, date and time",
    "Patient: name, birth date, address, phone, next of kin or guardian, language, interpreter",
    "Reason in one sentence: suspected {flag name}, since {date}",
    "What was found: positive answers verbatim, neurological grid (abnormal and not done), relevant measures, pain",
    "What is not known (not asked, not examined)",
    "History, medication, allergies, anticoagulant, pregnancy, implants",
    "What was told to the patient, how they travel, who goes with them",
    "What was stopped: exercises and manual treatment on {date, time}",
    "Question to the receiver; call-back number",
    "Signature, registration number, copy to GP",
  ],
  gp_letter: [
    "Line 1: conclusion and request ('No action needed' is a request too)",
    "Patient, episode dates, number of visits",
    "Findings that matter: pain and function first and last with change in words; abnormal neurology; flags judged",
    "What was done and the result",
    "Plan and next review; who is responsible",
    "Safety advice given",
    "No theory of causes, no measures without meaning; one page",
  ],
} as const;
