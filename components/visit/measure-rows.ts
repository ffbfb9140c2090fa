/** Which measures stand where on the screen, and which parts each one takes. */
import type { Side } from "@/domain/record";
import { isEnteredMeasure } from "@/domain/visit/fields";
import { MEASURES, type MeasureId, measureById } from "@/domain/vocabulary/measures";

export const PAIN_MEASURES = ["nprs_worst", "nprs_current", "nprs_best", "nprs_exercise"] as const;
export const THIGH_MEASURES = ["nprs_thigh_worst", "nprs_thigh_current", "nprs_thigh_best"] as const;
/** Totals that are typed when the form itself was filled elsewhere. */
export const SCORE_MEASURES = ["rmdq_score", "psfs_avg", "groc", "odi_pct", "lefs_score"] as const;

const ELSEWHERE: readonly MeasureId[] = [...PAIN_MEASURES, ...THIGH_MEASURES, ...SCORE_MEASURES];

/** Elasticity first, then strength, then what is only described: the order they are taken in a room. */
const FIRST: readonly MeasureId[] = [
  "ely_angle_deg",
  "heel_buttock_cm",
  "mtt_knee_deg",
  "mtt_hip_deg",
  "ham_force_n",
  "quad_force_n",
  "slhb_reps",
  "mrc_knee_flexion",
  "pelvic_tilt_deg",
];

export type MeasureRow = { id: MeasureId; sides: readonly Side[] };

/** How a row is named in an own order. */
export const rowKey = ({ id, sides }: MeasureRow): string => `${id} ${sides.join("")}`;

/** A measure with three places takes two rows: the midline, and the sides. */
export const FLOWSHEET: readonly MeasureRow[] = [
  ...FIRST,
  ...MEASURES.map(({ id }) => id).filter((id) => !FIRST.includes(id)),
]
  .filter((id) => isEnteredMeasure(id) && !ELSEWHERE.includes(id))
  .flatMap((id): MeasureRow[] => {
    const { sides } = measureById(id);
    const limbs = sides.filter((side) => side !== "M");
    return [
      ...(sides.includes("M") ? [{ id, sides: ["M"] as const }] : []),
      ...(limbs.length > 0 ? [{ id, sides: limbs }] : []),
    ];
  });

const FORCE: readonly MeasureId[] = ["ham_force_n", "quad_force_n"];
const TORQUE: readonly MeasureId[] = ["ham_torque_nm", "quad_torque_nm"];
const THOMAS: readonly MeasureId[] = ["mtt_hip_deg", "mtt_knee_deg"];

export const takesLever = (id: MeasureId): boolean => FORCE.includes(id);
export const takesMethod = (id: MeasureId): boolean => FORCE.includes(id) || TORQUE.includes(id);
export const takesPelvis = (id: MeasureId): boolean => THOMAS.includes(id);

export type Tone = "front" | "back" | "plain";
const FRONT: readonly MeasureId[] = [
  "ely_angle_deg",
  "heel_buttock_cm",
  "mtt_knee_deg",
  "mtt_hip_deg",
  "quad_force_n",
  "quad_torque_nm",
];
const BACK: readonly MeasureId[] = [
  "ham_force_n",
  "ham_torque_nm",
  "slhb_reps",
  "mrc_knee_flexion",
  "ake_deficit_deg",
  "slr_deg",
];
export const toneOf = (id: MeasureId): Tone => (FRONT.includes(id) ? "front" : BACK.includes(id) ? "back" : "plain");
