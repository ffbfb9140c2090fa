/** Hamstring strength against a strap, a band or the body's own weight. */
import type { Equipment } from "../equipment";
import type { ExerciseScene } from "./scene";

const KNEEL = { thigh: -90, shank: 184, foot: 180 } as const;
const HANDS_READY = { upper: -64, fore: 70 } as const;
const HANDS_OUT = { upper: -40, fore: 20 } as const;
const PARTNER: Equipment = { kind: "ankle_hold", at: [-34, 12] };
const NORDIC_FLOOR: readonly Equipment[] = [
  { kind: "floor", from: -66, to: 116 },
  { kind: "pad", x: -13, width: 30, height: 5 },
];
const STRAP_FLOOR: readonly Equipment[] = [
  { kind: "floor", from: -112, to: 90 },
  { kind: "wall", x: -108, height: 52, solid: "left" },
];

export const RESISTED = {
  ham_iso_prone: {
    start: {
      behind: STRAP_FLOOR,
      pose: {
        hip: [0, 13],
        trunk: 2,
        head: 6,
        near: { leg: { thigh: 182, shank: 182, foot: 200 }, arm: { upper: 189, fore: 184 } },
        far: { leg: { thigh: 182, shank: 183, foot: 200 }, arm: { upper: -12, fore: 12 } },
      },
    },
    end: {
      behind: [
        ...STRAP_FLOOR,
        {
          kind: "strap",
          through: [
            [-108, 42],
            [-76, 34],
          ],
          anchored: true,
        },
      ],
      pose: {
        hip: [0, 13],
        trunk: 2,
        head: 6,
        near: { leg: { thigh: 182, shank: 146, foot: 214 }, arm: { upper: 189, fore: 184 } },
        far: { leg: { thigh: 182, shank: 183, foot: 200 }, arm: { upper: -12, fore: 12 } },
      },
      works: ["ham"],
      before: [{ kind: "push", from: [-68, 52], to: [-36, 52] }],
    },
  },
  nordic_assist: {
    start: {
      behind: [...NORDIC_FLOOR, { kind: "wall", x: -60, height: 126, solid: "left" }],
      pose: { hip: [0, 53], trunk: 90, near: { leg: KNEEL, arm: HANDS_READY }, far: { leg: KNEEL, arm: HANDS_READY } },
      before: [PARTNER],
    },
    end: {
      behind: [
        ...NORDIC_FLOOR,
        { kind: "wall", x: -60, height: 126, solid: "left" },
        {
          kind: "strap",
          through: [
            [-60, 112],
            [46, 76],
          ],
          anchored: true,
        },
      ],
      pose: {
        hip: [24.7, 45],
        trunk: 54,
        head: 58,
        near: { leg: { thigh: -126, shank: 184, foot: 180 }, arm: HANDS_OUT },
        far: { leg: { thigh: -126, shank: 184, foot: 180 }, arm: HANDS_OUT },
      },
      works: ["ham"],
      before: [PARTNER, { kind: "arrow", from: [36, 134], to: [76, 124], bend: 0.22 }],
    },
  },
  nordic: {
    start: {
      behind: NORDIC_FLOOR,
      pose: { hip: [0, 53], trunk: 90, near: { leg: KNEEL, arm: HANDS_READY }, far: { leg: KNEEL, arm: HANDS_READY } },
      before: [PARTNER],
    },
    end: {
      behind: NORDIC_FLOOR,
      pose: {
        hip: [30.2, 40.2],
        trunk: 44,
        head: 48,
        near: { leg: { thigh: -136, shank: 184, foot: 180 }, arm: HANDS_OUT },
        far: { leg: { thigh: -136, shank: 184, foot: 180 }, arm: HANDS_OUT },
      },
      works: ["ham"],
      before: [PARTNER, { kind: "arrow", from: [34, 134], to: [82, 118], bend: 0.22 }],
    },
  },
} as const satisfies Record<string, ExerciseScene>;
