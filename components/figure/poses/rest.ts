/** Rest, ice, compression and warmth. */
import type { Pose } from "../body";
import type { Equipment } from "../equipment";
import { ARM_DOWN } from "./lying";
import type { ExerciseScene } from "./scene";

const BED: readonly Equipment[] = [
  { kind: "floor", from: -98, to: 98 },
  { kind: "bed", x: -94, width: 188, height: 34, head: "left" },
  { kind: "pillow", at: [-90, 34], width: 36, height: 10, turn: -6 },
];

const FLOOR: Equipment = { kind: "floor", from: -98, to: 92 };

const PRONE: Pose = {
  hip: [0, 13],
  trunk: 0,
  head: 8,
  near: { leg: { thigh: 182, shank: 183, foot: 200 }, arm: { upper: 187, fore: 183 } },
  far: { leg: { thigh: 182, shank: 183, foot: 200 }, arm: { upper: -10, fore: 14 } },
};

const ELEVATED: Pose = {
  hip: [-6, 13],
  trunk: 180,
  head: 178,
  near: { leg: { thigh: 30, shank: 16, foot: 98 }, arm: ARM_DOWN },
  far: { leg: { thigh: -3, shank: -4, foot: 80 }, arm: ARM_DOWN },
};

const PILLOWS: readonly Equipment[] = [
  { kind: "floor", from: -98, to: 98 },
  { kind: "pillow", at: [-92, 0], width: 32, height: 8 },
  { kind: "pillow", at: [34, 0], width: 54, height: 12 },
  { kind: "pillow", at: [37, 12], width: 48, height: 12 },
  { kind: "pillow", at: [41, 24], width: 40, height: 10, turn: 12 },
];

export const REST = {
  rest_relative: {
    start: {
      behind: BED,
      pose: {
        hip: [-20, 47],
        trunk: 86,
        near: { leg: { ankle: [22, 7], foot: 0 }, arm: { hand: [8, 60] } },
        far: { leg: { ankle: [24, 7], foot: 0 }, arm: { hand: [12, 60] } },
      },
    },
    end: {
      behind: [...BED, { kind: "pillow", at: [20, 34], width: 34, height: 20 }],
      pose: {
        hip: [-4, 47],
        trunk: 176,
        head: 170,
        near: { leg: { ankle: [71, 39], foot: 76 }, arm: ARM_DOWN },
        far: { leg: { ankle: [73, 39], foot: 76 }, arm: ARM_DOWN },
      },
    },
  },
  ice_protocol: {
    start: { behind: [FLOOR], pose: PRONE },
    end: { behind: [FLOOR], pose: PRONE, before: [{ kind: "pack", at: [-24, 27], turn: 3, warm: false }] },
  },
  compress_elevate: {
    start: {
      behind: PILLOWS.slice(0, 2),
      pose: { ...ELEVATED, near: { leg: { thigh: -3, shank: -4, foot: 80 }, arm: ARM_DOWN } },
    },
    end: {
      behind: PILLOWS,
      pose: ELEVATED,
      before: [{ kind: "bandage", from: [28, 32.6], to: [6, 20], radius: 9.4 }],
    },
  },
  heat_es: {
    start: { behind: [FLOOR, { kind: "pillow", at: [-6, 0], width: 40, height: 8 }], pose: { ...PRONE, hip: [0, 19] } },
    end: {
      behind: [FLOOR, { kind: "pillow", at: [-6, 0], width: 40, height: 8 }],
      pose: {
        ...PRONE,
        hip: [0, 19],
        trunk: -4,
        near: { ...PRONE.near, leg: { thigh: 187, shank: 185, foot: 200 } },
        far: { ...PRONE.far, leg: { thigh: 187, shank: 185, foot: 200 } },
      },
      works: ["back"],
      before: [{ kind: "pack", at: [15, 36], turn: -5, warm: true }],
    },
  },
} as const satisfies Record<string, ExerciseScene>;
