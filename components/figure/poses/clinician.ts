/** Techniques that the clinician applies: the patient on the table, the clinician behind it, the hands where they press. */
import type { Pose } from "../body";
import type { Equipment } from "../equipment";
import { onBack } from "./lying";
import type { ExerciseScene, Scene } from "./scene";

const TABLE: readonly Equipment[] = [
  { kind: "floor", from: -98, to: 98 },
  { kind: "bed", x: -92, width: 184, height: 54 },
];

/** The clinician faces the viewer from behind the table, a hand on each of the two points. */
const clinicianOver = (x: number, near: readonly [number, number], far: readonly [number, number]): Scene["others"] => [
  {
    tone: "helper",
    pose: {
      hip: [x + 6, 82],
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
  ...onBack([0, 67]),
  near: { leg: FLAT, arm: BESIDE },
  far: { leg: FLAT, arm: BESIDE },
};

const CROOK: Pose = {
  ...onBack([-4, 67]),
  near: { leg: { ankle: [46, 61], foot: 0 }, arm: BESIDE },
  far: { leg: { ankle: [50, 61], foot: 0 }, arm: BESIDE },
};

const PRONE: Pose = {
  hip: [-4, 67],
  trunk: 0,
  head: 6,
  near: { leg: { thigh: 182, shank: 183, foot: 200 }, arm: { upper: -10, fore: 20 } },
  far: { leg: { thigh: 182, shank: 183, foot: 200 }, arm: { upper: -10, fore: 20 } },
};

export const CLINICIAN = {
  mfr_quad_clin: {
    start: { behind: TABLE, pose: SUPINE, others: clinicianOver(16, [18, 82], [8, 82]) },
    end: {
      behind: TABLE,
      pose: SUPINE,
      works: ["quad"],
      others: clinicianOver(24, [34, 80], [16, 81]),
      before: [
        { kind: "hand", at: [16, 80], turn: -16 },
        { kind: "hand", at: [34, 78], turn: -16 },
        { kind: "arrow", from: [50, 88], to: [74, 86] },
      ],
    },
  },
  mfr_hipflex_clin: {
    start: { behind: TABLE, pose: CROOK, others: clinicianOver(-8, [-2, 84], [-14, 84]) },
    end: {
      behind: TABLE,
      pose: { ...CROOK, near: { leg: { ankle: [62, 60], foot: 20 }, arm: BESIDE } },
      works: ["flexor"],
      others: clinicianOver(-10, [-4, 86], [-14, 86]),
      before: [
        { kind: "hand", at: [-15, 84], turn: -55 },
        { kind: "hand", at: [-6, 84], turn: -55 },
        { kind: "arrow", from: [54, 88], to: [80, 84], both: true },
      ],
    },
  },
  mfr_es_clin: {
    start: { behind: TABLE, pose: PRONE, others: clinicianOver(20, [28, 82], [14, 82]) },
    end: {
      behind: TABLE,
      pose: PRONE,
      works: ["back"],
      others: clinicianOver(20, [30, 82], [12, 82]),
      before: [
        { kind: "hand", at: [10, 82], turn: -16 },
        { kind: "hand", at: [28, 82], turn: -16 },
        { kind: "arrow", from: [-8, 106], to: [-8, 86] },
      ],
    },
  },
} as const satisfies Record<string, ExerciseScene>;
