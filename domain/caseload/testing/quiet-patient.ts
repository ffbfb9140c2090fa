/** A patient in good order, for tests that change one fact about them. */
import { needOf } from "@/domain/caseload/caseload";
import type { Moment, PatientFacts } from "@/domain/caseload/facts";
import { startDose } from "@/domain/plan/dose";
import type { PlanItem } from "@/domain/plan/item";
import { exerciseById } from "@/domain/vocabulary/exercises";

/** Thursday 15 October 2026, ten days after the last visit. */
export const TODAY = "2026-10-15";
export const at = (on: string, hour = "09"): Moment => ({ on, at: `${on}T${hour}:00:00.000Z` });
type Signed = NonNullable<PatientFacts["last_signed"]>;
export const signed = (more: Partial<Signed> = {}, on = "2026-10-05"): Signed => ({
  ...at(on),
  notices: [],
  warnings: [],
  gate: "closed",
  flare: null,
  values_too_old: false,
  ...more,
});
export const plan = (more: Partial<NonNullable<PatientFacts["plan"]>> = {}): NonNullable<PatientFacts["plan"]> => ({
  version_at: "2026-10-05T10:00:00.000Z",
  version_on: "2026-10-05",
  running: true,
  has_item_not_allowed: false,
  has_item_paused_by_phase: false,
  ...more,
});
export const QUIET: PatientFacts = {
  today: TODAY,
  day_zero: "2026-09-01",
  episode_open: true,
  mode: "paper",
  phase: "release",
  phase_since: "2026-09-07",
  phase_change: { ...at("2026-09-07"), direction: "forward" },
  last_signed: signed(),
  last_contact: null,
  missed_in_a_row: [],
  plan: plan(),
  history: { versions: [], paused: [], sessions: [] },
  red_stop: null,
  diary_flare: null,
  unread_note: null,
  rechecks: [],
  plateau_decided_on: null,
  oldest_draft_on: null,
  waiting_for_cosign_since: null,
  acks: [],
  next_review: "2026-10-19",
  questionnaires: [],
  consent_missing_since: null,
  responsible: { name: "Ana Ruiz", ends_on: null },
  snoozes: [],
};
export const need = (more: Partial<PatientFacts>) => needOf({ ...QUIET, ...more });
export const ids = (more: Partial<PatientFacts>) => need(more).reasons.map((reason) => reason.id);

const item = (perWeek: number): PlanItem => ({
  id: "00000000-0000-4000-8000-000000000001",
  exercise: "foam_quad",
  dose: { ...startDose(exerciseById("foam_quad").dose), per_week: perWeek },
  from: "2026-10-05",
  until: null,
  pain_limit: 5,
  limit_text: null,
  note: null,
  paused: null,
  reduced: null,
});
export const versions = (perWeek: number) => [{ effective_from: "2026-10-05", items: [item(perWeek)] }];
export const logged = (on: string) => ({ on, completion: "done", source: "log", counts: true }) as const;
export const phone = (perWeek: number, sessions: string[] = []): Partial<PatientFacts> => ({
  mode: "phone",
  history: { versions: versions(perWeek), paused: [], sessions: sessions.map(logged) },
});
export const moved = (direction: "forward" | "back" | "restored") => ({ ...at("2026-10-12"), direction });
