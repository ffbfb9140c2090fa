/** Techniques that the clinician applies: the patient on the table, the clinician behind it, the hands where they press. */
import type { Pose } from "../body";
import type { Equipment } from "../equipment";
import { onBack } from "./lying";
import type { ExerciseScene, Scene } from "./scene";

const TABLE: readonly Equipment[] = [
  { kind: "floor", from: -98, to: 98 },
  { kind: "bed", x: -92, width: 184, height: 24 },
];

/** The clinician faces the viewer from behind the table, seen from the hips up, a hand on each of the two points. */
const clinicianOver = (x: number, near: readonly [number, number], far: readonly [number, number]): Scene["others"] => [
  {
    isClinician: true,
    pose: {
      hip: [x + 3, 57],
      trunk: 90,
      face: "viewer",
      head: 90,
      shoulders: 15,
      near: { arm: { hand: near, bend: 1 } },
      far: { arm: { hand: far, bend: -1 } },
    },
  },
];

const FLAT = { thigh: -2, shank: -3, foot: 82 } as const;
const BESIDE = { upper: -8, fore: 0 } as const;

const SUPINE: Pose = {
  ...onBack([0, 37]),
  near: { leg: FLAT, arm: BESIDE },
  far: { leg: FLAT, arm: BESIDE },
};

const CROOK: Pose = {
  ...onBack([-4, 37]),
  near: { leg: { ankle: [46, 31], foot: 0 }, arm: BESIDE },
  far: { leg: { ankle: [50, 31], foot: 0 }, arm: BESIDE },
};

const PRONE: Pose = {
  hip: [-4, 37],
  trunk: 0,
  head: 22,
  near: { leg: { thigh: 182, shank: 183, foot: 200 }, arm: { upper: -14, fore: -4 } },
  far: { leg: { thigh: 182, shank: 183, foot: 200 }, arm: { upper: -8, fore: 6 } },
};

export const CLINICIAN = {
  mfr_quad_clin: {
    start: { behind: TABLE, pose: SUPINE, others: clinicianOver(4, [12, 53], [-6, 54]) },
    end: {
      behind: TABLE,
      pose: SUPINE,
      works: ["quad"],
      others: clinicianOver(22, [30, 53], [8, 54]),
      before: [
        { kind: "hand", at: [12, 52], turn: -12 },
        { kind: "hand", at: [34, 50], turn: -12 },
        { kind: "arrow", from: [50, 58], to: [74, 56] },
      ],
    },
  },
  mfr_hipflex_clin: {
    start: { behind: TABLE, pose: CROOK, others: clinicianOver(-8, [-2, 54], [-14, 54]) },
    end: {
      behind: TABLE,
      pose: { ...CROOK, near: { leg: { ankle: [62, 30], foot: 20 }, arm: BESIDE } },
      works: ["flexor"],
      others: clinicianOver(-12, [-5, 60], [-18, 60]),
      before: [
        { kind: "hand", at: [-17, 56], turn: -50 },
        { kind: "hand", at: [-5, 57], turn: -50 },
        { kind: "arrow", from: [54, 58], to: [80, 54], both: true },
      ],
    },
  },
  mfr_es_clin: {
    start: { behind: TABLE, pose: PRONE, others: clinicianOver(20, [28, 52], [14, 52]) },
    end: {
      behind: TABLE,
      pose: PRONE,
      works: ["back"],
      others: clinicianOver(18, [26, 55], [4, 55]),
      before: [
        { kind: "hand", at: [7, 53], turn: -12 },
        { kind: "hand", at: [29, 53], turn: -12 },
        { kind: "arrow", from: [50, 76], to: [50, 56] },
      ],
    },
  },
} as const satisfies Record<string, ExerciseScene>;
