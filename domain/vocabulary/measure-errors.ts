/** How far a measure may lie off without having changed, and what a patient would notice (CLINICAL 2): for the rules and the library, apart from what is needed to take it. */
import type { MeasureId } from "@/domain/vocabulary/measures";

export type MeasurementError = { value: number; kind: "absolute" | "percent_of_baseline"; tag: string };
export type MeasureError = {
  mdc: MeasurementError | null;
  mdc_special: readonly (MeasurementError & { when: string })[];
  mdc_inter_rater: MeasurementError | null;
  mcid: number | null;
};

export const MEASURE_ERRORS: Readonly<Record<MeasureId, MeasureError>> = {
  ham_force_n: {
    mdc: { value: 15, kind: "percent_of_baseline", tag: "ENG" },
    mdc_special: [{ when: "method isometric_unfixed", value: 25, kind: "percent_of_baseline", tag: "ENG" }],
    mdc_inter_rater: null,
    mcid: null,
  },
  quad_force_n: {
    mdc: { value: 15, kind: "percent_of_baseline", tag: "ENG" },
    mdc_special: [{ when: "method isometric_unfixed", value: 25, kind: "percent_of_baseline", tag: "ENG" }],
    mdc_inter_rater: { value: 29, kind: "percent_of_baseline", tag: "S" },
    mcid: null,
  },
  lever_m: { mdc: null, mdc_special: [], mdc_inter_rater: null, mcid: null },
  ham_torque_nm: {
    mdc: { value: 15, kind: "percent_of_baseline", tag: "ENG" },
    mdc_special: [],
    mdc_inter_rater: null,
    mcid: null,
  },
  quad_torque_nm: {
    mdc: { value: 15, kind: "percent_of_baseline", tag: "ENG" },
    mdc_special: [],
    mdc_inter_rater: null,
    mcid: null,
  },
  ham_nm_kg: {
    mdc: { value: 15, kind: "percent_of_baseline", tag: "ENG" },
    mdc_special: [],
    mdc_inter_rater: null,
    mcid: null,
  },
  quad_nm_kg: {
    mdc: { value: 15, kind: "percent_of_baseline", tag: "ENG" },
    mdc_special: [],
    mdc_inter_rater: null,
    mcid: null,
  },
  hq_ratio: { mdc: { value: 0.1, kind: "absolute", tag: "ENG" }, mdc_special: [], mdc_inter_rater: null, mcid: null },
  lsi_ham_pct: { mdc: { value: 15, kind: "absolute", tag: "ENG" }, mdc_special: [], mdc_inter_rater: null, mcid: null },
  mrc_knee_flexion: {
    mdc: { value: 1, kind: "absolute", tag: "ENG" },
    mdc_special: [],
    mdc_inter_rater: null,
    mcid: null,
  },
  slhb_reps: { mdc: { value: 5, kind: "absolute", tag: "ENG" }, mdc_special: [], mdc_inter_rater: null, mcid: null },
  ake_deficit_deg: {
    mdc: { value: 8, kind: "absolute", tag: "S" },
    mdc_special: [{ when: "strain confirmed on that side", value: 15, kind: "absolute", tag: "S" }],
    mdc_inter_rater: { value: 12, kind: "absolute", tag: "S" },
    mcid: null,
  },
  slr_deg: { mdc: { value: 7, kind: "absolute", tag: "S" }, mdc_special: [], mdc_inter_rater: null, mcid: null },
  ely_angle_deg: { mdc: { value: 8, kind: "absolute", tag: "S" }, mdc_special: [], mdc_inter_rater: null, mcid: null },
  heel_buttock_cm: {
    mdc: { value: 3, kind: "absolute", tag: "ENG" },
    mdc_special: [],
    mdc_inter_rater: null,
    mcid: null,
  },
  mtt_hip_deg: { mdc: { value: 5, kind: "absolute", tag: "ENG" }, mdc_special: [], mdc_inter_rater: null, mcid: null },
  mtt_knee_deg: {
    mdc: { value: 8, kind: "absolute", tag: "ENG" },
    mdc_special: [{ when: "pelvis not stabilised", value: 19, kind: "absolute", tag: "S" }],
    mdc_inter_rater: null,
    mcid: null,
  },
  pelvic_tilt_deg: {
    mdc: { value: 5, kind: "absolute", tag: "ENG" },
    mdc_special: [],
    mdc_inter_rater: null,
    mcid: null,
  },
  lumbar_lordosis_deg: {
    mdc: { value: 15, kind: "absolute", tag: "S" },
    mdc_special: [],
    mdc_inter_rater: null,
    mcid: null,
  },
  lumbar_ext_rom_deg: {
    mdc: { value: 10, kind: "absolute", tag: "S" },
    mdc_special: [],
    mdc_inter_rater: null,
    mcid: null,
  },
  nprs_current: { mdc: { value: 2, kind: "absolute", tag: "S" }, mdc_special: [], mdc_inter_rater: null, mcid: 2 },
  nprs_best: { mdc: { value: 2, kind: "absolute", tag: "S" }, mdc_special: [], mdc_inter_rater: null, mcid: 2 },
  nprs_worst: { mdc: { value: 2, kind: "absolute", tag: "S" }, mdc_special: [], mdc_inter_rater: null, mcid: 2 },
  nprs_thigh_current: {
    mdc: { value: 2, kind: "absolute", tag: "S" },
    mdc_special: [],
    mdc_inter_rater: null,
    mcid: 2,
  },
  nprs_thigh_best: { mdc: { value: 2, kind: "absolute", tag: "S" }, mdc_special: [], mdc_inter_rater: null, mcid: 2 },
  nprs_thigh_worst: { mdc: { value: 2, kind: "absolute", tag: "S" }, mdc_special: [], mdc_inter_rater: null, mcid: 2 },
  nprs_exercise: { mdc: { value: 2, kind: "absolute", tag: "S" }, mdc_special: [], mdc_inter_rater: null, mcid: null },
  psfs_avg: {
    mdc: { value: 2, kind: "absolute", tag: "S" },
    mdc_special: [{ when: "single activity", value: 3, kind: "absolute", tag: "S" }],
    mdc_inter_rater: null,
    mcid: 2,
  },
  rmdq_score: { mdc: { value: 5, kind: "absolute", tag: "MU" }, mdc_special: [], mdc_inter_rater: null, mcid: 5 },
  odi_pct: { mdc: { value: 10, kind: "absolute", tag: "S" }, mdc_special: [], mdc_inter_rater: null, mcid: 10 },
  lefs_score: { mdc: { value: 9, kind: "absolute", tag: "S" }, mdc_special: [], mdc_inter_rater: null, mcid: 9 },
  groc: { mdc: null, mdc_special: [], mdc_inter_rater: null, mcid: 3 },
  cst30_reps: { mdc: { value: 3, kind: "absolute", tag: "S" }, mdc_special: [], mdc_inter_rater: null, mcid: null },
};
