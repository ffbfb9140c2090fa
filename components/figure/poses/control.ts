/** Gentle work lying on the back: heel dig, knee slide, pelvic tilt, dead bug, knee straightening. */
import type { Equipment } from "../equipment";
import { ARM_DOWN, onBack } from "./lying";
import type { ExerciseScene } from "./scene";

const FLOOR: Equipment = { kind: "floor", from: -88, to: 96 };
const STRAIGHT = { thigh: -3, shank: -4, foot: 80 } as const;
const BENT = { ankle: [50, 7], foot: 0 } as const;

export const CONTROL = {
  ham_iso_sub: {
    start: {
      behind: [FLOOR],
      pose: {
        ...onBack(),
        near: { leg: { ankle: [74, 7], foot: 66 }, arm: ARM_DOWN },
        far: { leg: BENT, arm: ARM_DOWN },
      },
    },
    end: {
      behind: [FLOOR],
      pose: {
        ...onBack(),
        near: { leg: { ankle: [71, 6.5], foot: 70 }, arm: ARM_DOWN },
        far: { leg: BENT, arm: ARM_DOWN },
      },
      works: ["ham"],
      before: [{ kind: "push", from: [98, 44], to: [85, 12] }],
    },
  },
  ham_ctrl_rom: {
    start: {
      behind: [FLOOR, { kind: "slider", x: 78, width: 24 }],
      pose: {
        ...onBack(),
        near: { leg: { ankle: [78, 8], foot: 74 }, arm: ARM_DOWN },
        far: { leg: STRAIGHT, arm: ARM_DOWN },
      },
    },
    end: {
      behind: [FLOOR, { kind: "slider", x: 46, width: 24 }],
      pose: {
        ...onBack(),
        near: { leg: { ankle: [45, 8], foot: 40 }, arm: ARM_DOWN },
        far: { leg: STRAIGHT, arm: ARM_DOWN },
      },
      works: ["ham"],
      before: [{ kind: "arrow", from: [94, 32], to: [66, 32], both: true }],
    },
  },
  pelvic_tilt_supine: {
    start: {
      behind: [FLOOR],
      pose: { ...onBack([0, 14]), curl: -13, near: { leg: BENT, arm: ARM_DOWN }, far: { leg: BENT, arm: ARM_DOWN } },
    },
    end: {
      behind: [FLOOR],
      pose: { ...onBack([0, 15]), curl: 5, near: { leg: BENT, arm: ARM_DOWN }, far: { leg: BENT, arm: ARM_DOWN } },
      works: ["belly", "glute"],
      before: [
        { kind: "arrow", from: [-22, 56], to: [-22, 34] },
        { kind: "arrow", from: [8, 46], to: [-9, 36], bend: 0.4 },
      ],
    },
  },
  dead_bug: {
    start: {
      behind: [FLOOR],
      pose: {
        ...onBack(),
        near: { leg: { thigh: 90, shank: 2, foot: 84 }, arm: { upper: 88, fore: 90 } },
        far: { leg: { thigh: 86, shank: -2, foot: 80 }, arm: { upper: 84, fore: 86 } },
      },
    },
    end: {
      behind: [FLOOR],
      pose: {
        ...onBack(),
        near: { leg: { thigh: 12, shank: 6, foot: 88 }, arm: { upper: 86, fore: 88 } },
        far: { leg: { thigh: 90, shank: 2, foot: 84 }, arm: { upper: 158, fore: 164 } },
      },
      works: ["belly"],
      before: [
        { kind: "arrow", from: [70, 54], to: [78, 34], bend: -0.2 },
        { kind: "arrow", from: [-66, 62], to: [-90, 46], bend: 0.25 },
      ],
    },
  },
  stretch_ham_gentle: {
    start: {
      behind: [FLOOR],
      pose: {
        ...onBack(),
        near: { leg: { thigh: 88, shank: 0, foot: 84 }, arm: { hand: [-6, 40], bend: 1 } },
        far: { leg: STRAIGHT, arm: { hand: [-3, 38], bend: 1 } },
      },
    },
    end: {
      behind: [FLOOR],
      pose: {
        ...onBack(),
        near: { leg: { thigh: 88, shank: 68, foot: 150 }, arm: { hand: [-6, 40], bend: 1 } },
        far: { leg: STRAIGHT, arm: { hand: [-3, 38], bend: 1 } },
      },
      works: ["ham"],
      before: [{ kind: "arrow", from: [50, 62], to: [32, 92], bend: 0.26 }],
    },
  },
} as const satisfies Record<string, ExerciseScene>;
