/** Bridges: hips lifted with the shoulders on the floor. */
import type { Equipment } from "../equipment";
import { ARM_DOWN, bridged, onBack } from "./lying";
import type { ExerciseScene } from "./scene";

const FLOOR: Equipment = { kind: "floor", from: -90, to: 96 };
const REACHING = { upper: -14, fore: 2 } as const;

export const BRIDGES = {
  glute_bridge_act: {
    start: {
      behind: [{ kind: "floor", from: -90, to: 78 }],
      pose: {
        ...onBack(),
        near: { leg: { ankle: [50, 7], foot: 0 }, arm: ARM_DOWN },
        far: { leg: { ankle: [50, 7], foot: 0 }, arm: ARM_DOWN },
      },
    },
    end: {
      behind: [{ kind: "floor", from: -90, to: 78 }],
      pose: {
        ...bridged([-4, 37]),
        near: { leg: { ankle: [50, 7], foot: 0 }, arm: REACHING },
        far: { leg: { ankle: [50, 7], foot: 0 }, arm: REACHING },
      },
      works: ["glute"],
      before: [{ kind: "arrow", from: [24, 4], to: [24, 27] }],
    },
  },
  ham_iso_long: {
    start: {
      behind: [FLOOR, { kind: "bench", x: 62, width: 36, height: 22 }],
      pose: {
        ...onBack(),
        near: { leg: { ankle: [76, 27], foot: 72 }, arm: ARM_DOWN },
        far: { leg: { ankle: [76, 27], foot: 72 }, arm: ARM_DOWN },
      },
    },
    end: {
      behind: [FLOOR, { kind: "bench", x: 62, width: 36, height: 22 }],
      pose: {
        ...bridged([-3, 32]),
        near: { leg: { ankle: [76, 27], foot: 74 }, arm: REACHING },
        far: { leg: { ankle: [76, 27], foot: 74 }, arm: REACHING },
      },
      works: ["glute", "ham"],
      before: [{ kind: "arrow", from: [14, 2], to: [14, 18] }],
    },
  },
  bridge_dl_long: {
    start: {
      behind: [FLOOR],
      pose: {
        ...onBack(),
        near: { leg: { ankle: [70, 7], foot: 58 }, arm: ARM_DOWN },
        far: { leg: { ankle: [70, 7], foot: 58 }, arm: ARM_DOWN },
      },
    },
    end: {
      behind: [FLOOR],
      pose: {
        ...bridged([-3, 35]),
        near: { leg: { ankle: [70, 7], foot: 58 }, arm: REACHING },
        far: { leg: { ankle: [70, 7], foot: 58 }, arm: REACHING },
      },
      works: ["glute", "ham"],
      before: [{ kind: "arrow", from: [22, 3], to: [22, 22] }],
    },
  },
  bridge_sl: {
    start: {
      behind: [FLOOR, { kind: "box", x: 58, width: 36, height: 56 }],
      pose: {
        ...onBack([-6, 13]),
        near: { leg: { ankle: [62, 60], foot: 104 }, arm: ARM_DOWN },
        far: { leg: { thigh: 112, shank: 10, foot: 96 }, arm: ARM_DOWN },
      },
    },
    end: {
      behind: [FLOOR, { kind: "box", x: 58, width: 36, height: 56 }],
      pose: {
        ...bridged([-8, 34]),
        near: { leg: { ankle: [66, 61], foot: 106 }, arm: REACHING },
        far: { leg: { thigh: 118, shank: 12, foot: 96 }, arm: REACHING },
      },
      works: ["glute", "ham"],
      before: [{ kind: "arrow", from: [18, 5], to: [18, 28] }],
    },
  },
  swissball_curl: {
    start: {
      behind: [FLOOR, { kind: "ball", at: [76, 27], radius: 26 }],
      pose: {
        ...bridged([-4, 37]),
        near: { leg: { ankle: [75, 58], foot: 88 }, arm: REACHING },
        far: { leg: { ankle: [75, 58], foot: 88 }, arm: REACHING },
      },
    },
    end: {
      behind: [FLOOR, { kind: "ball", at: [46, 27], radius: 26 }],
      pose: {
        ...bridged([-7, 42]),
        near: { leg: { ankle: [40, 57], foot: 38 }, arm: REACHING },
        far: { leg: { ankle: [40, 57], foot: 38 }, arm: REACHING },
      },
      works: ["ham"],
      before: [{ kind: "arrow", from: [92, 62], to: [68, 62], both: true }],
    },
  },
  slider_ecc: {
    start: {
      behind: [FLOOR, { kind: "slider", x: 46, width: 22 }],
      pose: {
        ...bridged([-4, 36]),
        near: { leg: { ankle: [46, 9], foot: 50 }, arm: REACHING },
        far: { leg: { ankle: [46, 9], foot: 50 }, arm: REACHING },
      },
    },
    end: {
      behind: [FLOOR, { kind: "slider", x: 77, width: 22 }],
      pose: {
        ...bridged([-1, 26]),
        near: { leg: { ankle: [77, 9], foot: 66 }, arm: REACHING },
        far: { leg: { ankle: [77, 9], foot: 66 }, arm: REACHING },
      },
      works: ["ham"],
      before: [{ kind: "arrow", from: [54, 42], to: [86, 42] }],
    },
  },
} as const satisfies Record<string, ExerciseScene>;
