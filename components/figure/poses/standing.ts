/** On the feet: walking, running, pelvic control, chair, squats and hinges. */
import type { Equipment } from "../equipment";
import type { ExerciseScene } from "./scene";

const HANG = { upper: -88, fore: -84 } as const;
const BACK_WALL: readonly Equipment[] = [
  { kind: "floor", from: -30, to: 54 },
  { kind: "wall", x: -21, height: 166, solid: "left" },
];

export const STANDING = {
  walk_easy: {
    start: {
      behind: [{ kind: "floor", from: -46, to: 50 }],
      pose: {
        hip: [0, 91],
        trunk: 88,
        near: { leg: { thigh: -104, shank: -122, foot: -34 }, arm: { upper: -70, fore: -44 } },
        far: { leg: { thigh: -72, shank: -84, foot: 12 }, arm: { upper: -106, fore: -84 } },
      },
    },
    end: {
      behind: [{ kind: "floor", from: -46, to: 50 }],
      pose: {
        hip: [0, 91],
        trunk: 88,
        near: { leg: { thigh: -71, shank: -83, foot: 12 }, arm: { upper: -108, fore: -86 } },
        far: { leg: { thigh: -106, shank: -124, foot: -36 }, arm: { upper: -68, fore: -40 } },
      },
      before: [{ kind: "arrow", from: [20, 166], to: [48, 166] }],
    },
  },
  run_return: {
    start: {
      behind: [{ kind: "floor", from: -66, to: 62 }],
      pose: {
        hip: [0, 90],
        trunk: 84,
        near: { leg: { thigh: -104, shank: -128, foot: -50 }, arm: { upper: -66, fore: 14 } },
        far: { leg: { thigh: -58, shank: -104, foot: -10 }, arm: { upper: -122, fore: -40 } },
      },
    },
    end: {
      behind: [
        { kind: "floor", from: -78, to: 62 },
        { kind: "speed", at: [-34, 122], lengths: [14, 24, 34] },
      ],
      pose: {
        hip: [0, 88],
        trunk: 76,
        head: 82,
        near: { leg: { thigh: -18, shank: -112, foot: -24 }, arm: { upper: -148, fore: -58 } },
        far: { leg: { thigh: -122, shank: -136, foot: -62 }, arm: { upper: -46, fore: 58 } },
      },
      works: ["ham"],
      before: [{ kind: "arrow", from: [36, 168], to: [64, 168] }],
    },
  },
  pelvic_tilt_stand: {
    start: {
      behind: BACK_WALL,
      pose: {
        hip: [-4, 84],
        trunk: 92,
        curl: 8,
        near: { leg: { ankle: [20, 7], foot: 0 }, arm: HANG },
        far: { leg: { ankle: [20, 7], foot: 0 }, arm: HANG },
      },
    },
    end: {
      behind: BACK_WALL,
      pose: {
        hip: [-3, 83],
        trunk: 92,
        curl: -3,
        near: { leg: { ankle: [20, 7], foot: 0 }, arm: { hand: [16, 86] } },
        far: { leg: { ankle: [20, 7], foot: 0 }, arm: { hand: [18, 86] } },
      },
      works: ["glute", "belly"],
      before: [{ kind: "arrow", from: [40, 72], to: [38, 104], bend: 0.4 }],
    },
  },
  sit_to_stand: {
    start: {
      behind: [
        { kind: "floor", from: -44, to: 62 },
        { kind: "chair", x: -34, width: 36, height: 42, back: "left" },
      ],
      pose: {
        hip: [-8, 55],
        trunk: 86,
        near: { leg: { ankle: [30, 7], foot: 0 }, arm: { hand: [24, 62] } },
        far: { leg: { ankle: [30, 7], foot: 0 }, arm: { hand: [28, 62] } },
      },
    },
    end: {
      behind: [
        { kind: "floor", from: -44, to: 62 },
        { kind: "chair", x: -34, width: 36, height: 42, back: "left" },
      ],
      pose: {
        hip: [4, 69],
        trunk: 62,
        head: 66,
        near: { leg: { ankle: [28, 7], foot: 0 }, arm: { upper: -22, fore: 6 } },
        far: { leg: { ankle: [28, 7], foot: 0 }, arm: { upper: -22, fore: 6 } },
      },
      works: ["quad", "glute"],
      before: [{ kind: "arrow", from: [-20, 96], to: [-4, 128], bend: -0.1 }],
    },
  },
  quad_squat: {
    start: {
      behind: [
        { kind: "floor", from: -58, to: 60 },
        { kind: "box", x: -52, width: 36, height: 40 },
      ],
      pose: {
        hip: [-2, 88],
        trunk: 86,
        near: { leg: { ankle: [8, 7], foot: 0 }, arm: { upper: -30, fore: 4 } },
        far: { leg: { ankle: [8, 7], foot: 0 }, arm: { upper: -30, fore: 4 } },
      },
    },
    end: {
      behind: [
        { kind: "floor", from: -58, to: 60 },
        { kind: "box", x: -52, width: 36, height: 40 },
      ],
      pose: {
        hip: [-20, 55],
        trunk: 64,
        head: 72,
        near: { leg: { ankle: [12, 7], foot: 0 }, arm: { upper: -12, fore: 6 } },
        far: { leg: { ankle: [12, 7], foot: 0 }, arm: { upper: -12, fore: 6 } },
      },
      works: ["quad", "glute"],
      before: [{ kind: "arrow", from: [-40, 108], to: [-40, 80] }],
    },
  },
  split_squat: {
    start: {
      behind: [{ kind: "floor", from: -66, to: 60 }],
      pose: {
        hip: [-4, 80],
        trunk: 90,
        near: { leg: { ankle: [30, 7], foot: 0 }, arm: { hand: [10, 80] } },
        far: { leg: { thigh: -112, shank: -134, foot: -34 }, arm: { hand: [14, 80] } },
      },
    },
    end: {
      behind: [{ kind: "floor", from: -66, to: 60 }],
      pose: {
        hip: [-4, 53],
        trunk: 90,
        near: { leg: { ankle: [32, 7], foot: 0 }, arm: { hand: [12, 60] } },
        far: { leg: { thigh: -104, shank: 172, foot: -70 }, arm: { hand: [16, 60] } },
      },
      works: ["quad", "glute"],
      before: [{ kind: "arrow", from: [-40, 110], to: [-40, 80] }],
    },
  },
  rdl_dl: {
    start: {
      behind: [{ kind: "floor", from: -42, to: 78 }],
      pose: {
        hip: [0, 88],
        trunk: 88,
        near: { leg: { ankle: [4, 7], foot: 0 }, arm: { upper: -84, fore: -80 } },
        far: { leg: { ankle: [4, 7], foot: 0 }, arm: { upper: -84, fore: -80 } },
      },
      before: [{ kind: "dumbbell", at: [15, 80] }],
    },
    end: {
      behind: [{ kind: "floor", from: -42, to: 78 }],
      pose: {
        hip: [-16, 82],
        trunk: 22,
        head: 30,
        near: { leg: { ankle: [2, 7], foot: 0 }, arm: { upper: -96, fore: -92 } },
        far: { leg: { ankle: [2, 7], foot: 0 }, arm: { upper: -96, fore: -92 } },
      },
      works: ["glute", "ham"],
      before: [
        { kind: "dumbbell", at: [26, 42] },
        { kind: "arrow", from: [40, 150], to: [70, 126], bend: 0.22 },
      ],
    },
  },
  rdl_sl: {
    start: {
      behind: [{ kind: "floor", from: -60, to: 74 }],
      pose: {
        hip: [0, 87],
        trunk: 86,
        near: { leg: { ankle: [4, 7], foot: 0 }, arm: { upper: -84, fore: -80 } },
        far: { leg: { thigh: -98, shank: 228, foot: -54 }, arm: { upper: -84, fore: -80 } },
      },
      before: [{ kind: "dumbbell", at: [16, 80] }],
    },
    end: {
      behind: [{ kind: "floor", from: -60, to: 74 }],
      pose: {
        hip: [-8, 84],
        trunk: 10,
        head: 20,
        near: { leg: { ankle: [2, 7], foot: 0 }, arm: { upper: -94, fore: -90 } },
        far: { leg: { thigh: 184, shank: 176, foot: 262 }, arm: { upper: -90, fore: -86 } },
      },
      works: ["glute", "ham"],
      before: [
        { kind: "dumbbell", at: [39, 34] },
        { kind: "arrow", from: [30, 142], to: [64, 122], bend: 0.22 },
      ],
    },
  },
} as const satisfies Record<string, ExerciseScene>;
