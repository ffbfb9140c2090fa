/** Signs of the imbalance and its differentials (CLINICAL 1): what to look for, how to examine, how to grade. */
export const SIGN_GRADES = ["absent", "mild", "moderate", "severe", "present"] as const;
export type SignGrade = (typeof SIGN_GRADES)[number];

export const SIGNS = [
  {
    id: "buttocks_prominent",
    label: "Buttocks bulge",
    examination: "Side view, relaxed barefoot stance, arms crossed; look at buttock contour relative to thoracic apex",
    side: "M",
    grading: "4-grade",
  },
  {
    id: "lumbar_hyperlordosis",
    label: "Exaggerated lumbar arch",
    examination:
      "Side view; pass a flat hand between wall and lumbar spine: mild = hand passes easily, moderate = fist edge fits, severe = whole fist fits",
    side: "M",
    grading: "4-grade",
  },
  {
    id: "anterior_pelvic_tilt",
    label: "Anterior pelvic tilt (visual/palpated)",
    examination:
      "Thumbs on ASIS and PSIS of one side, eyes level; absent ≤ 2 cm drop, mild, moderate, severe by judgement. Prefer the inclinometer measure",
    side: "L/R or M",
    grading: "4-grade",
  },
  {
    id: "ham_pain_local",
    label: "Localised hamstring pain",
    examination: "Body chart + one-finger pointing test; note origin / belly / distal tendon",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "lbp_local",
    label: "Localised low back pain",
    examination: "Body chart; record side or central; score with NPRS",
    side: "L/R/M",
    grading: "4-grade",
  },
  {
    id: "knee_click",
    label: "Knee click or snap",
    examination: "Hand on patella, patient actively flexes/extends 5 times sitting and squatting; note pain with click",
    side: "L/R",
    grading: "present/absent (+painful y/n)",
  },
  {
    id: "quad_tightness",
    label: "Quadriceps tension",
    examination: "Supine palpation of rectus femoris, vasti; compare sides",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "hip_flexor_tight",
    label: "Hip flexor tightness",
    examination: "Modified Thomas position without measuring; thigh stays above table = moderate or more",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "erector_spinae_tight",
    label: "Erector spinae tightness",
    examination: "Palpate L1–S1 prone; watch lumbar curve reversal in slow forward bend",
    side: "L/R/M",
    grading: "4-grade",
  },
  {
    id: "early_fatigue_cramp",
    label: "Early fatigue or cramp of the hamstrings",
    examination: "Double-leg bridge hold: severe < 10 s, moderate < 30 s, mild < 60 s before cramp/shake",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "ham_palpable_tension",
    label: "Protective hamstring tension",
    examination: "Prone palpation, knee 20° on roll",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "compensation_lowback_hip",
    label: "Compensation by low back and hip muscles",
    examination: "Prone hip extension ×3, observe order and lumbar motion",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "posterior_knee_control",
    label: "Knee drift (hyperextension) in stance",
    examination: "Side view",
    side: "L/R",
    grading: "present/absent",
  },
  {
    id: "abdominal_control_loss",
    label: "Loss of lumbopelvic control",
    examination: "Supine, hand under L4; leg lowers to 45°",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "gluteal_weakness",
    label: "Gluteal weakness",
    examination: "Single-leg stance 30 s, single-leg bridge quality",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "sudden_onset_posterior_thigh",
    label: "Sudden posterior thigh pain",
    examination: "History; record date → onset_day",
    side: "L/R",
    grading: "present/absent",
  },
  {
    id: "ham_local_tenderness",
    label: "Local hamstring tenderness",
    examination: "Prone, knee 20°, palpate origin→distal",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "pain_resisted_knee_flexion",
    label: "Pain on resisted knee flexion",
    examination: "Prone, knee 15° then 90°, 3 s; mild = NPRS 1–3, moderate 4–6, severe 7–10",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "pain_on_ham_stretch",
    label: "Pain on hamstring stretch",
    examination: "AKE then SLR with differentiation",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "loss_of_function",
    label: "Loss of function",
    examination: "History + gait",
    side: "L/R",
    grading: "present/absent",
  },
  { id: "gait_antalgic", label: "Antalgic gait", examination: "10 m walk", side: "L/R", grading: "4-grade" },
  {
    id: "palpable_defect",
    label: "Palpable gap / bunched muscle",
    examination: "Prone, resisted and relaxed",
    side: "L/R",
    grading: "present/absent",
  },
  {
    id: "bruising_posterior_thigh",
    label: "Bruising",
    examination: "Inspection day 1–5",
    side: "L/R",
    grading: "4-grade",
  },
  {
    id: "flat_back_posterior_tilt",
    label: "Flat back / posterior tilt",
    examination: "Side view, sitting and standing",
    side: "M",
    grading: "present/absent",
  },
  {
    id: "neural_tension_positive",
    label: "Neural mechanosensitivity",
    examination: "Slump: sit, slump, chin in, extend knee, release neck. SLR: raise, back off, dorsiflex/neck flex",
    side: "L/R",
    grading: "present/absent",
  },
  {
    id: "sij_cluster_positive",
    label: "Sacroiliac cluster",
    examination: "Perform all; count familiar pain only",
    side: "L/R",
    grading: "present/absent (store count)",
  },
  {
    id: "hip_oa_cluster",
    label: "Hip joint cluster",
    examination: "Supine passive IR at 90°, flexion; FABER, scour",
    side: "L/R",
    grading: "present/absent",
  },
  {
    id: "femoral_nerve_tension",
    label: "Femoral nerve tension",
    examination: "PKB with slump differentiation",
    side: "L/R",
    grading: "present/absent",
  },
  {
    id: "knee_limits_flexion",
    label: "Knee joint limits flexion",
    examination: "Supine knee flexion ROM, effusion test",
    side: "L/R",
    grading: "present/absent",
  },
  { id: "extension_pain", label: "Back pain on extension", examination: "Repeat ×5", side: "M", grading: "4-grade" },
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
