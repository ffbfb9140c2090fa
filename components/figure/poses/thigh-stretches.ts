/** Stretches of the front of the thigh. */
import type { Pose } from "../body";
import type { Equipment } from "../equipment";
import type { ExerciseScene } from "./scene";

const FLOOR: Equipment = { kind: "floor", from: -92, to: 96 };
const SIDE_MAT: readonly Equipment[] = [
  { kind: "mat", at: [-76, -48], width: 180, height: 116 },
  { kind: "pillow", at: [56, -10], width: 34, height: 46 },
];
const BELLY_PILLOW: Equipment = { kind: "pillow", at: [-4, 0], width: 36, height: 9 };

const SIDE: Pick<Pose, "hip" | "trunk" | "head" | "farHip"> = { hip: [0, 18], trunk: 0, head: -10, farHip: [2, -4] };
const LOWER_LEG = { thigh: 252, shank: 172, foot: 250 } as const;
const LOWER_ARM = { upper: -48, fore: 20 } as const;

const STRAP_ARM = { upper: 2, fore: 136 } as const;
const FLAT_LEG = { thigh: 184, shank: 183, foot: 200 } as const;

const prone = (hip: Pose["hip"], near: Pose["near"]["leg"]): Pose => ({
  hip,
  trunk: -3,
  head: 4,
  near: { leg: near, arm: STRAP_ARM },
  far: { leg: FLAT_LEG, arm: { upper: -4, fore: 20 } },
});

/** The strap while the foot pushes into it. */
const PUSHED = [
  [-50, 56],
  [56, 32],
] as const;

export const THIGH_STRETCHES = {
  stretch_quad_side: {
    seenFrom: "above",
    start: {
      behind: SIDE_MAT,
      pose: {
        ...SIDE,
        near: { leg: { thigh: 176, shank: 42, foot: 86 }, arm: { upper: 190, fore: 186 } },
        far: { leg: LOWER_LEG, arm: LOWER_ARM },
      },
    },
    end: {
      behind: SIDE_MAT,
      pose: {
        ...SIDE,
        legOver: true,
        near: { leg: { thigh: 173, shank: 17, foot: 56 }, arm: { hand: [2, 41], bend: 1 } },
        far: { leg: LOWER_LEG, arm: LOWER_ARM },
      },
      works: ["quad"],
      before: [{ kind: "arrow", from: [-64, 38], to: [-34, 57], bend: -0.25 }],
    },
  },
  stretch_quad_prone: {
    start: {
      behind: [
        FLOOR,
        BELLY_PILLOW,
        {
          kind: "strap",
          through: [
            [-62, 50],
            [-48, 52],
            [54, 36],
          ],
        },
      ],
      pose: prone([0, 20], { thigh: 186, shank: 116, foot: 170 }),
    },
    end: {
      behind: [
        FLOOR,
        BELLY_PILLOW,
        {
          kind: "strap",
          through: [
            [-24, 58],
            [-17, 54],
            [57, 36],
          ],
        },
      ],
      pose: prone([0, 20], { thigh: 186, shank: 56, foot: 106 }),
      works: ["quad"],
      before: [{ kind: "arrow", from: [-64, 56], to: [-36, 72], bend: -0.25 }],
    },
  },
  stretch_pnf_quad: {
    start: {
      behind: [
        FLOOR,
        {
          kind: "strap",
          through: PUSHED,
        },
      ],
      pose: prone([0, 16], { thigh: 181, shank: 100, foot: 150 }),
      before: [{ kind: "push", from: [-62, 76], to: [-92, 66] }],
    },
    end: {
      behind: [
        FLOOR,
        {
          kind: "strap",
          through: [
            [-24, 53],
            [56, 32],
          ],
        },
      ],
      pose: prone([0, 16], { thigh: 181, shank: 62, foot: 112 }),
      works: ["quad"],
      before: [
        { kind: "push", from: [-44, 50], to: [-82, 38] },
        { kind: "arrow", from: [-30, 84], to: [4, 66], bend: 0.25 },
      ],
    },
  },
  stretch_quad_stand_assist: {
    start: {
      behind: [
        { kind: "floor", from: -82, to: 62 },
        { kind: "wall", x: 54, height: 160, solid: "right" },
        { kind: "chair", x: -76, width: 36, height: 40, back: "left" },
      ],
      pose: {
        hip: [-2, 88],
        trunk: 88,
        near: { leg: { thigh: -102, shank: 186, foot: 206 }, arm: { hand: [49, 118] } },
        far: { leg: { ankle: [4, 7], foot: 0 }, arm: { hand: [49, 122] } },
      },
    },
    end: {
      behind: [
        { kind: "floor", from: -82, to: 62 },
        { kind: "wall", x: 54, height: 160, solid: "right" },
        { kind: "chair", x: -76, width: 36, height: 40, back: "left" },
      ],
      pose: {
        hip: [2, 84],
        trunk: 92,
        near: { leg: { thigh: -103, shank: 176, foot: 196 }, arm: { hand: [49, 118] } },
        far: { leg: { ankle: [8, 7], foot: 0 }, arm: { hand: [49, 122] } },
      },
      works: ["quad"],
      before: [{ kind: "arrow", from: [-34, 112], to: [-34, 88] }],
    },
  },
  stretch_couch: {
    start: {
      behind: [
        { kind: "floor", from: -50, to: 72 },
        { kind: "wall", x: -23, height: 118, solid: "left" },
        { kind: "pad", x: -14, width: 30, height: 5 },
      ],
      pose: {
        hip: [10, 54],
        trunk: 58,
        near: { leg: { thigh: -95, shank: 112, foot: 128 }, arm: { hand: [50, 58] } },
        far: { leg: { ankle: [50, 7], foot: 0 }, arm: { hand: [54, 58] } },
      },
    },
    end: {
      behind: [
        { kind: "floor", from: -50, to: 72 },
        { kind: "wall", x: -23, height: 118, solid: "left" },
        { kind: "pad", x: -14, width: 30, height: 5 },
      ],
      pose: {
        hip: [9, 54],
        trunk: 88,
        near: { leg: { thigh: -94, shank: 113, foot: 128 }, arm: { hand: [46, 60] } },
        far: { leg: { ankle: [50, 7], foot: 0 }, arm: { hand: [48, 62] } },
      },
      works: ["quad"],
      before: [{ kind: "arrow", from: [64, 100], to: [44, 122], bend: 0.25 }],
    },
  },
} as const satisfies Record<string, ExerciseScene>;
