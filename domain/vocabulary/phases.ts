/** The phases of care in their order, and the overlay `hold`. */
export const PHASES = [
  "none",
  "protect",
  "release",
  "strengthen_1",
  "strengthen_2",
  "strengthen_3",
  "maintain",
  "hold",
] as const;
export type Phase = (typeof PHASES)[number];

/** The phases a plan can be written for: neither before entry nor on hold. */
export const TREATMENT_PHASES = [
  { id: "protect", label: "Protect", stage: null },
  { id: "release", label: "Release", stage: null },
  { id: "strengthen_1", label: "Strengthen 1: isometric", stage: 1 },
  { id: "strengthen_2", label: "Strengthen 2: bridges and hinge", stage: 2 },
  { id: "strengthen_3", label: "Strengthen 3: eccentric", stage: 3 },
  { id: "maintain", label: "Maintain", stage: null },
] as const satisfies readonly { id: Phase; label: string; stage: number | null }[];
export type TreatmentPhase = (typeof TREATMENT_PHASES)[number]["id"];
