/** Techniques that the clinician applies: the patient on the table, the clinician behind it, the hands where they press. */
import type { Pose } from "../body";
import type { Equipment } from "../equipment";
import { onBack } from "./lying";
import type { ExerciseScene, Scene } from "./scene";

const TABLE: readonly Equipment[] = [
  { kind: "floor", from: -98, to: 98 },
  { kind: "bed", x: -92, width: 184, height: 58 },
];

/** The clinician faces the viewer from behind the table, a hand on each of the two points. */
const clinicianOver = (x: number, near: readonly [number, number], far: readonly [number, number]): Scene["others"] => [
  {
    isClinician: true,
    pose: {
      hip: [x + 6, 90],
      farHip: [-12, 0],
      trunk: 90,
      face: "viewer",
      head: 90,
      shoulders: 15,
      near: { leg: { thigh: -88, shank: -90, foot: null }, arm: { hand: near, bend: 1 } },
      far: { leg: { thigh: -92, shank: -90, foot: null }, arm: { hand: far, bend: -1 } },
    },
  },
];

const FLAT = { thigh: -2, shank: -3, foot: 82 } as const;
const BESIDE = { upper: -8, fore: 0 } as const;

const SUPINE: Pose = {
  ...onBack([0, 71]),
  near: { leg: FLAT, arm: BESIDE },
  far: { leg: FLAT, arm: BESIDE },
};

const CROOK: Pose = {
  ...onBack([-4, 71]),
  near: { leg: { ankle: [46, 65], foot: 0 }, arm: BESIDE },
  far: { leg: { ankle: [50, 65], foot: 0 }, arm: BESIDE },
};

const PRONE: Pose = {
  hip: [-4, 71],
  trunk: 0,
  head: 6,
  near: { leg: { thigh: 182, shank: 183, foot: 200 }, arm: { upper: -10, fore: 20 } },
  far: { leg: { thigh: 182, shank: 183, foot: 200 }, arm: { upper: -10, fore: 20 } },
};

export const CLINICIAN = {
  mfr_quad_clin: {
    start: { behind: TABLE, pose: SUPINE, others: clinicianOver(4, [12, 87], [-6, 88]) },
    end: {
      behind: TABLE,
      pose: SUPINE,
      works: ["quad"],
      others: clinicianOver(22, [30, 87], [8, 88]),
      before: [
        { kind: "hand", at: [12, 86], turn: -12 },
        { kind: "hand", at: [34, 84], turn: -12 },
        { kind: "arrow", from: [50, 92], to: [74, 90] },
      ],
    },
  },
  mfr_hipflex_clin: {
    start: { behind: TABLE, pose: CROOK, others: clinicianOver(-8, [-2, 88], [-14, 88]) },
    end: {
      behind: TABLE,
      pose: { ...CROOK, near: { leg: { ankle: [62, 64], foot: 20 }, arm: BESIDE } },
      works: ["flexor"],
      others: clinicianOver(-12, [-5, 94], [-18, 94]),
      before: [
        { kind: "hand", at: [-17, 90], turn: -50 },
        { kind: "hand", at: [-5, 91], turn: -50 },
        { kind: "arrow", from: [54, 92], to: [80, 88], both: true },
      ],
    },
  },
  mfr_es_clin: {
    start: { behind: TABLE, pose: PRONE, others: clinicianOver(20, [28, 86], [14, 86]) },
    end: {
      behind: TABLE,
      pose: PRONE,
      works: ["back"],
      others: clinicianOver(18, [26, 89], [4, 89]),
      before: [
        { kind: "hand", at: [7, 87], turn: -12 },
        { kind: "hand", at: [29, 87], turn: -12 },
        { kind: "arrow", from: [50, 110], to: [50, 90] },
      ],
    },
  },
} as const satisfies Record<string, ExerciseScene>;
