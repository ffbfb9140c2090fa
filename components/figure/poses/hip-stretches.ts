/** Stretches of the hip flexors, the side of the hip and the back. */
import type { Equipment } from "../equipment";
import type { ExerciseScene } from "./scene";

const KNEEL_FLOOR: readonly Equipment[] = [
  { kind: "floor", from: -62, to: 76 },
  { kind: "pad", x: -14, width: 30, height: 4 },
];
const EDGE: readonly Equipment[] = [
  { kind: "floor", from: -98, to: 62 },
  { kind: "bed", x: -94, width: 100, height: 48 },
  { kind: "pillow", at: [-90, 48], width: 32, height: 8 },
];
const SIDE_WALL: readonly Equipment[] = [
  { kind: "floor", from: -46, to: 72 },
  { kind: "wall", x: 62, height: 164, solid: "right" },
];
const MAT: Equipment = { kind: "floor", from: -64, to: 86 };

export const HIP_STRETCHES = {
  stretch_hipflex_kneel: {
    start: {
      behind: KNEEL_FLOOR,
      pose: {
        hip: [0, 53],
        trunk: 90,
        near: { leg: { thigh: -90, shank: 185, foot: 180 }, arm: { hand: [36, 60] } },
        far: { leg: { ankle: [44, 7], foot: 0 }, arm: { hand: [38, 62] } },
      },
    },
    end: {
      behind: KNEEL_FLOOR,
      pose: {
        hip: [19, 49],
        trunk: 93,
        near: { leg: { thigh: -115, shank: 184, foot: 180 }, arm: { hand: [54, 60] } },
        far: { leg: { ankle: [46, 7], foot: 0 }, arm: { hand: [58, 60] } },
      },
      works: ["flexor", "quad"],
      before: [{ kind: "arrow", from: [-34, 74], to: [-4, 74] }],
    },
  },
  stretch_hipflex_edge: {
    start: {
      behind: EDGE,
      pose: {
        hip: [0, 61],
        trunk: 180,
        head: 176,
        near: { leg: { thigh: 60, shank: -70, foot: 10 }, arm: { hand: [-16, 92], bend: 1 } },
        far: { leg: { thigh: 124, shank: -8, foot: 70 }, arm: { hand: [-12, 94], bend: 1 } },
      },
    },
    end: {
      behind: EDGE,
      pose: {
        hip: [0, 61],
        trunk: 180,
        head: 176,
        near: { leg: { thigh: -14, shank: -88, foot: -22 }, arm: { hand: [-16, 90], bend: 1 } },
        far: { leg: { thigh: 126, shank: -6, foot: 72 }, arm: { hand: [-12, 92], bend: 1 } },
      },
      works: ["flexor", "quad"],
      before: [{ kind: "arrow", from: [58, 62], to: [58, 34], bend: -0.15 }],
    },
  },
  stretch_tfl: {
    seenFrom: "behind",
    start: {
      behind: SIDE_WALL,
      pose: {
        hip: [6, 88],
        trunk: 90,
        face: "away",
        shoulders: 14,
        farHip: [-12, 0],
        near: { leg: { thigh: 270, shank: 270, foot: null }, arm: { hand: [58, 126], bend: -1 } },
        far: { leg: { thigh: 268, shank: 269, foot: null }, arm: { hand: [-16, 92], bend: -1 } },
      },
    },
    end: {
      behind: SIDE_WALL,
      pose: {
        hip: [24, 81],
        trunk: 110,
        curl: -6,
        head: 104,
        face: "away",
        shoulders: 14,
        farHip: [-12, 5],
        near: { leg: { thigh: 240, shank: 242, foot: null }, arm: { hand: [58, 128], bend: -1 } },
        far: { leg: { ankle: [4, 7], foot: null, bend: -1 }, arm: { hand: [-2, 92], bend: -1 } },
      },
      works: ["side_hip"],
      before: [{ kind: "arrow", from: [38, 82], to: [58, 82] }],
    },
  },
  stretch_child_pose: {
    start: {
      behind: [MAT],
      pose: {
        hip: [-30, 29],
        trunk: 84,
        near: { leg: { thigh: -28, shank: 184, foot: 180 }, arm: { hand: [2, 28] } },
        far: { leg: { thigh: -28, shank: 184, foot: 180 }, arm: { hand: [4, 31] } },
      },
    },
    end: {
      behind: [MAT, { kind: "pillow", at: [2, 2], width: 28, height: 9 }],
      pose: {
        hip: [-30, 29],
        trunk: -6,
        curl: 12,
        head: -14,
        armBehind: true,
        near: { leg: { thigh: -28, shank: 184, foot: 180 }, arm: { hand: [72, 6], bend: 1 } },
        far: { leg: { thigh: -28, shank: 184, foot: 180 }, arm: { hand: [73, 7], bend: 1 } },
      },
      works: ["back"],
      before: [{ kind: "arrow", from: [28, 58], to: [-14, 58], bend: 0.2 }],
    },
  },
} as const satisfies Record<string, ExerciseScene>;
