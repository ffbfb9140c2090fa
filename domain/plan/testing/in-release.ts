/** What a plan is proposed by, for tests: an adult in Release with quadriceps dominance on both sides and nothing against it. */
import type { ProposalInput } from "@/domain/plan/propose";

export const inRelease: ProposalInput = {
  phase: "release",
  entered_from: "none",
  statements: { L: "quad_dominant_apt", R: "quad_dominant_apt" },
  strain: { L: "no", R: "no" },
  age: 34,
  flags: [],
  sport_goal: false,
  flare: false,
  outside_model: false,
  conditions: [],
  blocked: false,
  from: "2026-10-15",
  onset_on: null,
  mass_kg: 64,
  restart_half_dose: false,
  current: [],
};
