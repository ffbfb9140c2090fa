/** Self release with roller, stick or ball. */
import type { Pose } from "../body";
import type { Equipment } from "../equipment";
import type { Point } from "../plane";
import type { ExerciseScene } from "./scene";

const FLOOR: Equipment = { kind: "floor", from: -88, to: 90 };
const FOREARM = { upper: -92, fore: 0 } as const;

/** Face down on the forearms, the roller under the thighs. */
const overRoller = (hip: Pose["hip"], near: Pose["near"]["leg"]): Pose => ({
  hip,
  trunk: 8,
  head: 20,
  near: { leg: near, arm: FOREARM },
  far: { leg: { thigh: 184, shank: 150, foot: 204 }, arm: FOREARM },
});

/** On the side, chest to the viewer, the head propped on the lower hand; the upper foot stands behind the lower leg. */
const onSide = (hip: Pose["hip"], upperAnkle: Point): Pose => ({
  hip,
  trunk: 12,
  head: 16,
  face: "viewer",
  shoulders: -12,
  farHip: [-2, 8],
  near: { leg: { thigh: 194, shank: 193, foot: 200 }, arm: { hand: [hip[0] + 8, hip[1] + 12], bend: 1 } },
  far: { leg: { ankle: upperAnkle, foot: null, bend: -1 }, arm: { upper: -50, fore: 84 } },
});

const SEATED = { hip: [-8, 56], trunk: 84, head: 76 } as const;

const CHAIR: readonly Equipment[] = [
  { kind: "floor", from: -44, to: 66 },
  { kind: "chair", x: -32, width: 36, height: 44, back: "left" },
];

export const ROLLING = {
  foam_quad: {
    start: {
      behind: [FLOOR, { kind: "roller", at: [-22, 9.5] }],
      pose: overRoller([-4, 28], { thigh: 182, shank: 142, foot: 196 }),
    },
    end: {
      behind: [FLOOR, { kind: "roller", at: [-22, 9.5] }],
      pose: overRoller([6, 28], { thigh: 182, shank: 142, foot: 196 }),
      works: ["quad"],
      before: [{ kind: "arrow", from: [-30, 54], to: [8, 57], both: true }],
    },
  },
  foam_rf_pin: {
    start: {
      behind: [FLOOR, { kind: "roller", at: [-14, 9.5] }],
      pose: {
        ...overRoller([0, 28], { thigh: 184, shank: 172, foot: 206 }),
        far: { leg: { thigh: 188, shank: 184, foot: 200 }, arm: FOREARM },
      },
    },
    end: {
      behind: [FLOOR, { kind: "roller", at: [-14, 9.5] }],
      pose: {
        ...overRoller([0, 28], { thigh: 184, shank: 76, foot: 150 }),
        far: { leg: { thigh: 188, shank: 184, foot: 200 }, arm: FOREARM },
      },
      works: ["quad"],
      before: [{ kind: "arrow", from: [-82, 34], to: [-56, 70], bend: -0.3 }],
    },
  },
  stick_quad: {
    start: {
      behind: CHAIR,
      pose: {
        ...SEATED,
        near: { leg: { ankle: [38, 7], foot: 0 }, arm: { hand: [6, 54] } },
        far: { leg: { ankle: [38, 7], foot: 0 }, arm: { hand: [20, 78] } },
      },
      before: [{ kind: "stick", from: [2, 46], to: [24, 86] }],
    },
    end: {
      behind: CHAIR,
      pose: {
        ...SEATED,
        trunk: 78,
        near: { leg: { ankle: [38, 7], foot: 0 }, arm: { hand: [20, 52] } },
        far: { leg: { ankle: [38, 7], foot: 0 }, arm: { hand: [35, 78] } },
      },
      works: ["quad"],
      before: [
        { kind: "stick", from: [16, 44], to: [39, 86] },
        { kind: "arrow", from: [26, 100], to: [58, 92], both: true },
      ],
    },
  },
  foam_tfl: {
    start: {
      behind: [FLOOR, { kind: "ball", at: [-2, 8], radius: 8 }],
      pose: onSide([0, 28], [-48, 7]),
    },
    end: {
      behind: [FLOOR, { kind: "ball", at: [-6, 8], radius: 8 }],
      pose: onSide([4, 28], [-48, 7]),
      works: ["side_hip"],
      before: [{ kind: "arrow", from: [18, 7], to: [50, 7], both: true }],
    },
  },
  ball_glute: {
    start: {
      behind: [
        { kind: "floor", from: -66, to: 72 },
        { kind: "ball", at: [-4, 8], radius: 8 },
      ],
      pose: {
        hip: [0, 28],
        trunk: 134,
        head: 112,
        near: { leg: { ankle: [44, 7], foot: 0 }, arm: { upper: 256, fore: 258 } },
        far: { leg: { ankle: [48, 7], foot: 0 }, arm: { upper: 260, fore: 262 } },
      },
    },
    end: {
      behind: [
        { kind: "floor", from: -66, to: 72 },
        { kind: "ball", at: [-6, 8], radius: 8 },
      ],
      pose: {
        hip: [-2, 27],
        trunk: 138,
        head: 114,
        near: { leg: { ankle: [42, 7], foot: 0 }, arm: { hand: [-56, 6] } },
        far: { leg: { ankle: [46, 7], foot: 0 }, arm: { hand: [-50, 7] } },
      },
      works: ["glute"],
      before: [{ kind: "circling", at: [-33, 13], radius: 10 }],
    },
  },
} as const satisfies Record<string, ExerciseScene>;
