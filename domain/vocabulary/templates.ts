/** Plan templates (CLINICAL 6.2) and the alternatives that replace a hidden item. */
import type { ExerciseId } from "@/domain/vocabulary/exercise-names";
import type { Phase } from "@/domain/vocabulary/phases";

export type TemplateItem = {
  exercise: ExerciseId;
  sets?: number;
  reps?: number;
  time_s?: number;
  hold_s?: number;
  effort_pct?: number;
  load_body_mass_pct?: number;
  per_week?: number;
  until_days?: number;
  until_hours?: number;
};

type TemplateEntry = {
  id: string;
  phase: Phase | "any";
  when: string;
  items: readonly TemplateItem[];
  clinician_items: readonly ExerciseId[];
  note: string;
};

const ENTRIES = [
  {
    id: "protect_strain",
    phase: "protect",
    when: "strain confirmed",
    items: [
      { exercise: "rest_relative", until_days: 3 },
      { exercise: "ice_protocol", until_hours: 72 },
      { exercise: "walk_easy", time_s: 300 },
      { exercise: "ham_ctrl_rom", sets: 2, reps: 10, per_week: 7 },
      { exercise: "ham_iso_sub", sets: 2, reps: 5, hold_s: 10, effort_pct: 25, per_week: 7 },
    ],
    clinician_items: [],
    note: "Low-load exception: ham_iso_sub at pain ≤ 3. Back pain alone never gets Protect.",
  },
  {
    id: "protect_suspected",
    phase: "protect",
    when: "strain suspected, Protect accepted",
    items: [
      { exercise: "rest_relative", until_days: 3 },
      { exercise: "walk_easy", time_s: 300 },
      { exercise: "ham_ctrl_rom", sets: 2, reps: 10, per_week: 7 },
      { exercise: "ham_iso_sub", sets: 2, reps: 5, hold_s: 10, effort_pct: 25, per_week: 7 },
    ],
    clinician_items: [],
    note: "Review at 7 days.",
  },
  {
    id: "release_quad_dominant",
    phase: "release",
    when: "quad_dominant_apt",
    items: [
      { exercise: "walk_easy", time_s: 600 },
      { exercise: "foam_quad", sets: 2, time_s: 60, per_week: 5 },
      { exercise: "stretch_quad_side", sets: 3, hold_s: 30, per_week: 5 },
      { exercise: "glute_bridge_act", sets: 2, reps: 10, hold_s: 5, per_week: 5 },
      { exercise: "pelvic_tilt_stand", sets: 2, reps: 8, hold_s: 5, per_week: 5 },
    ],
    clinician_items: ["mfr_quad_clin", "mfr_hipflex_clin"],
    note: "Two length items, two active low-load items, walking.",
  },
  {
    id: "release_no_tilt",
    phase: "release",
    when: "quad_dominant_no_apt, quad_dominant_tilt_unknown",
    items: [
      { exercise: "walk_easy", time_s: 600 },
      { exercise: "foam_quad", sets: 2, time_s: 60, per_week: 5 },
      { exercise: "stretch_quad_prone", sets: 3, hold_s: 30, per_week: 5 },
      { exercise: "ham_iso_sub", sets: 2, reps: 5, hold_s: 10, effort_pct: 50, per_week: 5 },
      { exercise: "glute_bridge_act", sets: 2, reps: 10, hold_s: 5, per_week: 5 },
    ],
    clinician_items: ["mfr_quad_clin"],
    note: "",
  },
  {
    id: "release_tight_only",
    phase: "release",
    when: "anterior_tightness_only",
    items: [
      { exercise: "walk_easy", time_s: 900 },
      { exercise: "foam_quad", sets: 2, time_s: 60, per_week: 5 },
      { exercise: "stretch_quad_side", sets: 3, hold_s: 30, per_week: 5 },
      { exercise: "dead_bug", sets: 3, reps: 8, hold_s: 2, per_week: 4 },
      { exercise: "glute_bridge_act", sets: 2, reps: 10, hold_s: 5, per_week: 5 },
    ],
    clinician_items: ["mfr_quad_clin"],
    note: "",
  },
  {
    id: "release_after_strain",
    phase: "release",
    when: "from Protect, or strain confirmed/resolving",
    items: [
      { exercise: "walk_easy", time_s: 900 },
      { exercise: "ham_iso_sub", sets: 3, reps: 5, hold_s: 10, effort_pct: 50, per_week: 7 },
      { exercise: "glute_bridge_act", sets: 2, reps: 10, hold_s: 5, per_week: 5 },
      { exercise: "stretch_quad_side", sets: 3, hold_s: 30, per_week: 5 },
      { exercise: "stick_quad", sets: 2, time_s: 60, per_week: 4 },
    ],
    clinician_items: [],
    note: "Low-load exception offered by default; pain ≤ 3.",
  },
  {
    id: "release_gentle",
    phase: "release",
    when: "age ≥ 65, anticoagulant, osteoporosis, steroid_long_term or pregnancy",
    items: [
      { exercise: "walk_easy", time_s: 600 },
      { exercise: "stick_quad", sets: 2, time_s: 30, per_week: 4 },
      { exercise: "stretch_quad_side", sets: 3, hold_s: 30, per_week: 5 },
      { exercise: "pelvic_tilt_stand", sets: 2, reps: 8, hold_s: 5, per_week: 5 },
      { exercise: "glute_bridge_act", sets: 2, reps: 8, hold_s: 3, per_week: 4 },
    ],
    clinician_items: [],
    note: "The matrix then adjusts or replaces items.",
  },
  {
    id: "s1_default",
    phase: "strengthen_1",
    when: "entered from Release or Protect",
    items: [
      { exercise: "walk_easy", time_s: 900 },
      { exercise: "ham_iso_prone", sets: 5, reps: 1, hold_s: 30, effort_pct: 50, per_week: 4 },
      { exercise: "glute_bridge_act", sets: 2, reps: 10, hold_s: 5, per_week: 5 },
      { exercise: "stretch_quad_side", sets: 2, hold_s: 30, per_week: 5 },
      { exercise: "sit_to_stand", sets: 3, reps: 10, per_week: 4 },
    ],
    clinician_items: [],
    note: "≥ 1 quadriceps-length item stays.",
  },
  {
    id: "s1_weakness_only",
    phase: "strengthen_1",
    when: "hamstring_weakness_only at entry",
    items: [
      { exercise: "ham_iso_prone", sets: 5, reps: 1, hold_s: 30, effort_pct: 50, per_week: 4 },
      { exercise: "ham_iso_long", sets: 4, reps: 1, hold_s: 20, per_week: 4 },
      { exercise: "dead_bug", sets: 3, reps: 8, hold_s: 2, per_week: 4 },
      { exercise: "sit_to_stand", sets: 3, reps: 10, per_week: 4 },
      { exercise: "stretch_quad_side", sets: 2, hold_s: 30, per_week: 3 },
    ],
    clinician_items: [],
    note: "",
  },
  {
    id: "s2_default",
    phase: "strengthen_2",
    when: "any",
    items: [
      { exercise: "bridge_dl_long", sets: 3, reps: 10, hold_s: 2, per_week: 3 },
      { exercise: "bridge_sl", sets: 3, reps: 6, per_week: 2 },
      { exercise: "rdl_dl", sets: 3, reps: 8, per_week: 2, load_body_mass_pct: 10 },
      { exercise: "quad_squat", sets: 3, reps: 8, per_week: 2 },
      { exercise: "stretch_quad_side", sets: 2, hold_s: 30, per_week: 4 },
    ],
    clinician_items: [],
    note: "≥ 1 length and ≥ 1 quadriceps-strength item.",
  },
  {
    id: "s2_no_eccentric",
    phase: "strengthen_2",
    when: "flag no_eccentric",
    items: [
      { exercise: "bridge_dl_long", sets: 3, reps: 10, hold_s: 2, per_week: 3 },
      { exercise: "bridge_sl", sets: 3, reps: 6, per_week: 3 },
      { exercise: "sit_to_stand", sets: 3, reps: 10, per_week: 3 },
      { exercise: "dead_bug", sets: 3, reps: 8, hold_s: 2, per_week: 3 },
      { exercise: "stretch_quad_side", sets: 2, hold_s: 30, per_week: 4 },
    ],
    clinician_items: [],
    note: "Stays until G4 (no stage 3).",
  },
  {
    id: "s3_default",
    phase: "strengthen_3",
    when: "any",
    items: [
      { exercise: "slider_ecc", sets: 3, reps: 6, per_week: 2 },
      { exercise: "nordic_assist", sets: 2, reps: 3, per_week: 1 },
      { exercise: "rdl_sl", sets: 3, reps: 8, per_week: 2 },
      { exercise: "quad_squat", sets: 3, reps: 8, per_week: 2 },
      { exercise: "stretch_quad_side", sets: 2, hold_s: 30, per_week: 4 },
    ],
    clinician_items: [],
    note: "Never two eccentric items on consecutive days.",
  },
  {
    id: "s3_athlete",
    phase: "strengthen_3",
    when: "sprinting or kicking sport is a goal",
    items: [
      { exercise: "nordic_assist", sets: 2, reps: 3, per_week: 1 },
      { exercise: "slider_ecc", sets: 3, reps: 6, per_week: 2 },
      { exercise: "split_squat", sets: 3, reps: 8, per_week: 2 },
      { exercise: "run_return", time_s: 480, per_week: 3 },
      { exercise: "stretch_quad_side", sets: 2, hold_s: 30, per_week: 4 },
    ],
    clinician_items: [],
    note: "Replace nordic_assist by nordic when 2 × 5 is done in the green zone.",
  },
  {
    id: "maintain_default",
    phase: "maintain",
    when: "any",
    items: [
      { exercise: "prev_routine", time_s: 600, per_week: 2 },
      { exercise: "walk_easy", time_s: 900 },
      { exercise: "nordic", sets: 2, reps: 5, per_week: 1 },
      { exercise: "quad_squat", sets: 3, reps: 8, per_week: 1 },
      { exercise: "stretch_quad_side", sets: 2, hold_s: 30, per_week: 3 },
    ],
    clinician_items: [],
    note: "",
  },
  {
    id: "maintain_no_eccentric",
    phase: "maintain",
    when: "flag no_eccentric or age ≥ 65",
    items: [
      { exercise: "prev_routine", time_s: 600, per_week: 2 },
      { exercise: "walk_easy", time_s: 900 },
      { exercise: "bridge_sl", sets: 2, reps: 8, per_week: 2 },
      { exercise: "quad_squat", sets: 2, reps: 8, per_week: 2 },
      { exercise: "stretch_quad_side", sets: 2, hold_s: 30, per_week: 3 },
    ],
    clinician_items: [],
    note: "",
  },
  {
    id: "flare_half",
    phase: "any",
    when: "R1a/R1b",
    items: [],
    clinician_items: [],
    note: "Current plan, every dose × 0.5 (sets rounded up, never 0), from today until +7 days; then the plan asks for confirmation before the old dose returns.",
  },
  {
    id: "own_outside_model",
    phase: "none",
    when: "not_this_pattern, or under 18",
    items: [{ exercise: "walk_easy", time_s: 600 }],
    clinician_items: [],
    note: "Clinician's own choice from the library or own items, without gate; shown as 'own plan, outside the model'. Matrix and holds still apply.",
  },
] as const satisfies readonly TemplateEntry[];

export type TemplateId = (typeof ENTRIES)[number]["id"];
export type PlanTemplate = TemplateEntry & { id: TemplateId };
export const PLAN_TEMPLATES: readonly PlanTemplate[] = ENTRIES;

export const ALTERNATIVES: Partial<Record<ExerciseId, readonly ExerciseId[]>> = {
  foam_quad: ["stick_quad", "stretch_quad_side"],
  foam_rf_pin: ["foam_quad", "stretch_quad_side"],
  stick_quad: ["stretch_quad_side"],
  stretch_quad_prone: ["stretch_quad_side", "stretch_hipflex_edge"],
  stretch_quad_side: ["stretch_quad_stand_assist", "stretch_hipflex_edge"],
  stretch_quad_stand_assist: ["stretch_quad_side"],
  stretch_couch: ["stretch_hipflex_edge"],
  stretch_hipflex_kneel: ["stretch_hipflex_edge"],
  stretch_hipflex_edge: ["stretch_hipflex_kneel"],
  ham_iso_prone: ["ham_iso_sub"],
  ham_iso_long: ["ham_iso_sub", "glute_bridge_act"],
  glute_bridge_act: ["pelvic_tilt_supine"],
  dead_bug: ["pelvic_tilt_supine", "pelvic_tilt_stand"],
  pelvic_tilt_supine: ["pelvic_tilt_stand"],
  bridge_dl_long: ["ham_iso_long", "glute_bridge_act"],
  bridge_sl: ["bridge_dl_long"],
  swissball_curl: ["bridge_dl_long"],
  rdl_dl: ["bridge_dl_long"],
  rdl_sl: ["rdl_dl", "bridge_sl"],
  slider_ecc: ["swissball_curl", "bridge_sl"],
  nordic_assist: ["slider_ecc", "swissball_curl"],
  nordic: ["nordic_assist", "bridge_sl"],
  quad_squat: ["sit_to_stand"],
  split_squat: ["quad_squat", "sit_to_stand"],
  ice_protocol: ["compress_elevate"],
  run_return: ["walk_easy"],
  ham_iso_sub: ["walk_easy"],
  ham_ctrl_rom: ["walk_easy"],
};

const BY_ID = Object.fromEntries(PLAN_TEMPLATES.map((template) => [template.id, template])) as Record<
  TemplateId,
  PlanTemplate
>;
export const isTemplateId = (id: string): id is TemplateId => Object.hasOwn(BY_ID, id);
export const templateById = (id: TemplateId): PlanTemplate => BY_ID[id];
