/** What each sign is, how it is examined, what it points to and how the model uses it (CLINICAL 1): read on demand. */
import type { SignId } from "@/domain/vocabulary/signs";

export type SignGuide = {
  examination: string;
  definition: string;
  implicates: string;
  origin: string;
  model_use: string;
};

export const SIGN_GUIDES: Readonly<Record<SignId, SignGuide>> = {
  buttocks_prominent: {
    examination: "Side view, relaxed barefoot stance, arms crossed; look at buttock contour relative to thoracic apex",
    definition: "Buttocks project backwards more than expected because the pelvis is tipped forward",
    implicates: "Hip flexors/quadriceps tight (pull down in front); gluteals/abdominals/hamstrings relatively weak",
    origin: "Article",
    model_use: "C (visual)",
  },
  lumbar_hyperlordosis: {
    examination:
      "Side view; pass a flat hand between wall and lumbar spine: mild = hand passes easily, moderate = fist edge fits, severe = whole fist fits",
    definition: "Lumbar curve looks deeper than usual in relaxed standing",
    implicates: "Erector spinae & hip flexors tight",
    origin: "Article",
    model_use: "C (visual)",
  },
  anterior_pelvic_tilt: {
    examination:
      "Thumbs on ASIS and PSIS of one side, eyes level; absent ≤ 2 cm drop, mild, moderate, severe by judgement. Prefer the inclinometer measure",
    definition: "ASIS clearly lower than PSIS in standing",
    implicates: "Quadriceps/hip flexors tight vs hamstrings weak",
    origin: "Article",
    model_use: "C (visual)",
  },
  ham_pain_local: {
    examination: "Body chart + one-finger pointing test; note origin / belly / distal tendon",
    definition: "Pain felt in the belly or tendon of the hamstrings, patient can point to it",
    implicates: "Hamstrings (overload, strain)",
    origin: "Article",
    model_use: "support",
  },
  lbp_local: {
    examination: "Body chart; record side or central; score with NPRS",
    definition: "Pain between 12th rib and gluteal fold",
    implicates: "Non-specific; article: lumbar extension overload",
    origin: "Article",
    model_use: "support",
  },
  knee_click: {
    examination: "Hand on patella, patient actively flexes/extends 5 times sitting and squatting; note pain with click",
    definition: "Audible/palpable click or snap when the knee is bent or straightened",
    implicates: "Article: quadriceps–hamstring imbalance. Painless noise is common in healthy knees",
    origin: "Article",
    model_use: "none (weight 0); painful + giving way/locking → knee examination",
  },
  quad_tightness: {
    examination: "Supine palpation of rectus femoris, vasti; compare sides",
    definition: "Quadriceps feels hard/short on palpation or patient feels strong pull in front of thigh",
    implicates: "Quadriceps tight/overactive",
    origin: "Article",
    model_use: "A (fallback only, low confidence)",
  },
  hip_flexor_tight: {
    examination: "Modified Thomas position without measuring; thigh stays above table = moderate or more",
    definition: "Restricted passive hip extension",
    implicates: "Iliopsoas, rectus femoris, TFL tight",
    origin: "Article",
    model_use: "support",
  },
  erector_spinae_tight: {
    examination: "Palpate L1–S1 prone; watch lumbar curve reversal in slow forward bend",
    definition: "Paraspinals prominent/hard, little segmental opening on forward bend",
    implicates: "Erector spinae overactive",
    origin: "Article",
    model_use: "support",
  },
  early_fatigue_cramp: {
    examination: "Double-leg bridge hold: severe < 10 s, moderate < 30 s, mild < 60 s before cramp/shake",
    definition: "Cramp, shaking or loss of form unusually early in bridge/knee flexion work",
    implicates: "Hamstrings weak (low endurance)",
    origin: "Article (fatigue) + practice",
    model_use: "B soft (≥ moderate)",
  },
  ham_palpable_tension: {
    examination: "Prone palpation, knee 20° on roll",
    definition: "Hamstrings feel hard/guarded at rest",
    implicates: "Hamstrings overactive or lengthened-and-tense; does not mean short",
    origin: "Article (fatigue → tightening)",
    model_use: "support",
  },
  compensation_lowback_hip: {
    examination: "Prone hip extension ×3, observe order and lumbar motion",
    definition: "Back extensors/gluteals start or dominate prone hip extension; lumbar extension before hip moves",
    implicates: "Erector spinae, gluteals compensate for weak hamstrings",
    origin: "Article",
    model_use: "support",
  },
  posterior_knee_control: {
    examination: "Side view",
    definition: "Knee rests in > 5° hyperextension",
    implicates: "Hamstrings weak/late",
    origin: "Practice",
    model_use: "support",
  },
  abdominal_control_loss: {
    examination: "Supine, hand under L4; leg lowers to 45°",
    definition: "Cannot keep pelvis still in supine single-leg lower",
    implicates: "Abdominals/gluteals weak",
    origin: "Practice",
    model_use: "support; chooses pelvic-control exercises",
  },
  gluteal_weakness: {
    examination: "Single-leg stance 30 s, single-leg bridge quality",
    definition: "Pelvis drops or hip extends poorly",
    implicates: "Gluteus maximus/medius weak",
    origin: "Practice",
    model_use: "support",
  },
  sudden_onset_posterior_thigh: {
    examination: "History; record date → onset_day",
    definition: "Acute onset during sprint, kick, stretch or slip",
    implicates: "Hamstring strain",
    origin: "Practice/guideline",
    model_use: "strain (required)",
  },
  ham_local_tenderness: {
    examination: "Prone, knee 20°, palpate origin→distal",
    definition: "Palpation pain at one spot; record length in cm",
    implicates: "Hamstring strain",
    origin: "Practice/guideline",
    model_use: "strain",
  },
  pain_resisted_knee_flexion: {
    examination: "Prone, knee 15° then 90°, 3 s; mild = NPRS 1–3, moderate 4–6, severe 7–10",
    definition: "Familiar pain with isometric knee flexion",
    implicates: "Hamstring strain",
    origin: "Practice/guideline",
    model_use: "strain, G1, G2",
  },
  pain_on_ham_stretch: {
    examination: "AKE then SLR with differentiation",
    definition: "Familiar pain in AKE or SLR, not changed by ankle/neck",
    implicates: "Hamstring strain",
    origin: "Practice/guideline",
    model_use: "strain",
  },
  loss_of_function: {
    examination: "History + gait",
    definition: "Could not go on with the activity, limps or cannot jog",
    implicates: "Hamstring strain",
    origin: "Practice/guideline",
    model_use: "strain",
  },
  gait_antalgic: {
    examination: "10 m walk",
    definition: "Shortened stride or limp",
    implicates: "Pain/strain",
    origin: "Practice",
    model_use: "G1",
  },
  palpable_defect: {
    examination: "Prone, resisted and relaxed",
    definition: "Visible or palpable gap, tendon not felt at ischium",
    implicates: "Rupture/avulsion",
    origin: "Practice",
    model_use: "→ flag hamstring_rupture_suspected",
  },
  bruising_posterior_thigh: {
    examination: "Inspection day 1–5",
    definition: "Ecchymosis posterior thigh",
    implicates: "Strain severity",
    origin: "Practice",
    model_use: "strain severity; severe + MRC ≤ 3 → flag",
  },
  flat_back_posterior_tilt: {
    examination: "Side view, sitting and standing",
    definition: "Lumbar curve flat, PSIS lower than ASIS",
    implicates: "Argues against: hamstrings short, lumbar flexion posture",
    origin: "Practice (differential)",
    model_use: "X",
  },
  neural_tension_positive: {
    examination: "Slump: sit, slump, chin in, extend knee, release neck. SLR: raise, back off, dorsiflex/neck flex",
    definition: "Slump or SLR reproduces familiar leg symptoms AND they change with neck or ankle movement",
    implicates: "Argues for nerve-root/neural source",
    origin: "Practice (differential)",
    model_use: "X; blocks hamstring stretch & eccentric progression until acknowledged",
  },
  sij_cluster_positive: {
    examination: "Perform all; count familiar pain only",
    definition:
      "≥ 3 positive of distraction, thigh thrust, compression, sacral thrust (+ Gaenslen) reproducing familiar pain",
    implicates: "Argues for SIJ source",
    origin: "Practice (differential)",
    model_use: "X",
  },
  hip_oa_cluster: {
    examination: "Supine passive IR at 90°, flexion; FABER, scour",
    definition:
      "Hip pain + internal rotation < 15° or clearly less than other side + painful/limited flexion (≤ 115°), morning stiffness ≤ 60 min, age > 50",
    implicates: "Argues for hip joint; also fakes a positive Thomas test",
    origin: "Practice (differential)",
    model_use: "X",
  },
  femoral_nerve_tension: {
    examination: "PKB with slump differentiation",
    definition: "Prone knee bend reproduces anterior thigh/back pain, changed by neck/hip position",
    implicates: "Invalidates Ely as a length test",
    origin: "Practice (differential)",
    model_use: "makes Ely quality = invalid",
  },
  knee_limits_flexion: {
    examination: "Supine knee flexion ROM, effusion test",
    definition: "Effusion, arthroplasty, anterior knee pain or hard end-feel before any pull",
    implicates: "Invalidates Ely/heel-to-buttock",
    origin: "Practice",
    model_use: "makes Ely quality = invalid → use override",
  },
  extension_pain: {
    examination: "Repeat ×5",
    definition: "Familiar LBP on standing extension, eased by flexion",
    implicates: "Fits (not specific for) extension-loading model; facet, stenosis, spondylolysis",
    origin: "Practice",
    model_use: "support; < 25 y athlete + unilateral extension pain → think pars stress fracture (ack)",
  },
};
