/** Pattern statements (CLINICAL 4.2) in the order they are tried, with the text shown to the clinician. */
export const STATEMENTS = [
  { id: "contradictory_findings", text: "Tilt and flat back contradict each other. Re-examine." },
  { id: "insufficient_data", text: "Not enough data: {missing}." },
  { id: "quad_dominant_apt", text: "Findings match quadriceps dominance with anterior pelvic tilt." },
  { id: "quad_dominant_tilt_unknown", text: "Quadriceps dominance; tilt not recorded." },
  { id: "quad_dominant_no_apt", text: "Quadriceps dominance without increased tilt." },
  { id: "anterior_tightness_only", text: "Short front of thigh; hamstring strength not reduced." },
  { id: "hamstring_weakness_only", text: "Reduced hamstring strength; quadriceps length adequate." },
  { id: "not_this_pattern", text: "The article's pattern does not fit. You can make an own plan, outside the model." },
] as const;
export type Statement = (typeof STATEMENTS)[number]["id"];

/** Appended to every statement. */
export const STATEMENT_CAVEAT = "This describes findings. It does not prove the cause of pain.";
