/** Signs of the imbalance and its differentials (CLINICAL 1): what to look for, how to examine in a few words, how to grade. */
export const SIGN_GRADES = ["absent", "mild", "moderate", "severe", "present"] as const;
export type SignGrade = (typeof SIGN_GRADES)[number];

export const SIGNS = [
  {
    id: "buttocks_prominent",
    label: "Buttocks bulge",
    brief: "Side view, relaxed barefoot stance, arms crossed",
    side: "M",
    grading: "4-grade",
  },
  {
    id: "lumbar_hyperlordosis",
    label: "Exaggerated lumbar arch",
    brief: "Side view",
    side: "M",
    grading: "4-grade",
  },
  {
    id: "anterior_pelvic_tilt",
    label: "Anterior pelvic tilt (visual/palpated)",
    brief: "Thumbs on ASIS and PSIS of one side, eyes level",
    side: "L/R or M",
    grading: "4-grade",
  },
  {
    id: "ham_pain_local",
    label: "Localised hamstring pain",
    brief: "Body chart + one-finger pointing test",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "lbp_local",
    label: "Localised low back pain",
    brief: "Body chart",
    side: "L/R/M",
    grading: "4-grade",
  },
  {
    id: "knee_click",
    label: "Knee click or snap",
    brief: "Hand on patella, patient actively flexes/extends 5 times sitting and squatting",
    side: "L/R",
    grading: "present/absent (+painful y/n)",
  },
  {
    id: "quad_tightness",
    label: "Quadriceps tension",
    brief: "Supine palpation of rectus femoris, vasti",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "hip_flexor_tight",
    label: "Hip flexor tightness",
    brief: "Modified Thomas position without measuring",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "erector_spinae_tight",
    label: "Erector spinae tightness",
    brief: "Palpate L1–S1 prone",
    side: "L/R/M",
    grading: "4-grade",
  },
  {
    id: "early_fatigue_cramp",
    label: "Early fatigue or cramp of the hamstrings",
    brief: "Double-leg bridge hold",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "ham_palpable_tension",
    label: "Protective hamstring tension",
    brief: "Prone palpation, knee 20° on roll",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "compensation_lowback_hip",
    label: "Compensation by low back and hip muscles",
    brief: "Prone hip extension ×3, observe order and lumbar motion",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "posterior_knee_control",
    label: "Knee drift (hyperextension) in stance",
    brief: "Side view",
    side: "L/R",
    grading: "present/absent",
  },
  {
    id: "abdominal_control_loss",
    label: "Loss of lumbopelvic control",
    brief: "Supine, hand under L4",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "gluteal_weakness",
    label: "Gluteal weakness",
    brief: "Single-leg stance 30 s, single-leg bridge quality",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "sudden_onset_posterior_thigh",
    label: "Sudden posterior thigh pain",
    brief: "History",
    side: "L/R",
    grading: "present/absent",
  },
  {
    id: "ham_local_tenderness",
    label: "Local hamstring tenderness",
    brief: "Prone, knee 20°, palpate origin→distal",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "pain_resisted_knee_flexion",
    label: "Pain on resisted knee flexion",
    brief: "Prone, knee 15° then 90°, 3 s",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "pain_on_ham_stretch",
    label: "Pain on hamstring stretch",
    brief: "AKE then SLR with differentiation",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "loss_of_function",
    label: "Loss of function",
    brief: "History + gait",
    side: "L/R",
    grading: "present/absent",
  },
  { id: "gait_antalgic", label: "Antalgic gait", brief: "10 m walk", side: "L/R", grading: "4-grade" },
  {
    id: "palpable_defect",
    label: "Palpable gap / bunched muscle",
    brief: "Prone, resisted and relaxed",
    side: "L/R",
    grading: "present/absent",
  },
  {
    id: "bruising_posterior_thigh",
    label: "Bruising",
    brief: "Inspection day 1–5",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "flat_back_posterior_tilt",
    label: "Flat back / posterior tilt",
    brief: "Side view, sitting and standing",
    side: "M",
    grading: "present/absent",
  },
  {
    id: "neural_tension_positive",
    label: "Neural mechanosensitivity",
    brief: "Slump",
    side: "L/R",
    grading: "present/absent",
  },
  {
    id: "sij_cluster_positive",
    label: "Sacroiliac cluster",
    brief: "Perform all",
    side: "L/R",
    grading: "present/absent (store count)",
  },
  {
    id: "hip_oa_cluster",
    label: "Hip joint cluster",
    brief: "Supine passive IR at 90°, flexion",
    side: "L/R",
    grading: "present/absent",
  },
  {
    id: "femoral_nerve_tension",
    label: "Femoral nerve tension",
    brief: "PKB with slump differentiation",
    side: "L/R",
    grading: "present/absent",
  },
  {
    id: "knee_limits_flexion",
    label: "Knee joint limits flexion",
    brief: "Supine knee flexion ROM, effusion test",
    side: "L/R",
    grading: "present/absent",
  },
  { id: "extension_pain", label: "Back pain on extension", brief: "Repeat ×5", side: "M", grading: "4-grade" },
] as const;
export type Sign = (typeof SIGNS)[number];
export type SignId = Sign["id"];

const BY_ID = Object.fromEntries(SIGNS.map((sign) => [sign.id, sign])) as Record<SignId, Sign>;
export const isSignId = (id: string): id is SignId => Object.hasOwn(BY_ID, id);
export const signById = (id: SignId): Sign => BY_ID[id];

/** The sides a sign is recorded on; `M` is the midline. */
export function signSides(sign: Sign): readonly ("L" | "R" | "M")[] {
  if (sign.side === "M") return ["M"];
  return sign.side === "L/R" ? ["L", "R"] : ["L", "R", "M"];
}

/** The grades a sign takes, weakest first; what was not looked at has none. */
export function signGrades(sign: Sign): readonly SignGrade[] {
  return sign.grading === "4-grade" ? ["absent", "mild", "moderate", "severe"] : ["absent", "present"];
}
